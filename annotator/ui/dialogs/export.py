"""The sheet that exports: which stories, which format, where to."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from annotator import exporting
from annotator.errors import AnnotatorError
from annotator.exporting import EXPORTERS, Exported, Options
from annotator.library import Listed
from annotator.ui import sizes, wording
from annotator.ui.dialogs.choice import Choice
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.fonts import scaled
from annotator.ui.jobs import Job, Jobs
from annotator.ui.session import Session
from annotator.ui.style import dress

_WIDTH = 560
_LABEL = 96


class ExportSheet(Sheet):
    """Export of the open story or of the whole library. The file is replaced only when all of it is written."""

    def __init__(self, parent: QWidget, session: Session, jobs: Jobs) -> None:
        super().__init__(parent, "Export annotations")
        self._session, self._jobs = session, jobs
        self._job: Job | None = None
        self.exported = ""
        self._which = Choice("This story", "Whole library")
        self._format = QComboBox()
        self._separator = Choice("Comma", "Semicolon")
        self._raw = QCheckBox("Write cells that begin with = + - @ as they are")
        self._path, self._hint = QLineEdit(), QLabel()
        self._bar = QProgressBar()
        self._cancel, self._go = QPushButton("Cancel"), QPushButton()
        self._build()
        self._connect()
        self._suggest()
        self._tell()
        self._path.setFocus()

    def _build(self) -> None:
        self.setFixedWidth(scaled(_WIDTH))
        for exporter in EXPORTERS:
            self._format.addItem(f"{exporter.name.upper()} ({exporter.suffix})", exporter.name)
        self._which.setAccessibleName("Which")
        self._separator.setAccessibleName("Separator")
        self._path.setObjectName("path")
        self._path.setAccessibleName("File to write")
        choose = QPushButton("Choose…")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        file = QHBoxLayout()
        file.setSpacing(sizes.GAP)
        file.addWidget(self._path, 1)
        file.addWidget(choose)
        form = QFormLayout()
        form.setHorizontalSpacing(sizes.MARGIN)
        form.setVerticalSpacing(sizes.GAP_WIDE)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows: dict[str, QWidget | QHBoxLayout] = {
            "Which": self._which,
            "Format": self._format,
            "Separator": self._separator,
            "Raw cells": self._raw,
            "File": file,
        }
        for words, field in rows.items():
            label = QLabel(words)
            dress(label, "secondary")
            label.setMinimumWidth(_LABEL)
            if isinstance(field, QWidget):
                label.setBuddy(field)
                form.addRow(label, field)
            else:
                form.addRow(label, field)
        self.column.addLayout(form)
        dress(self._hint, "hint", "small")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self.column.addWidget(self._hint)
        self.column.addWidget(self._bar)
        self._go.setDefault(True)
        dress(self._go, "primary")
        self._cancel.setAutoDefault(False)
        self.add_buttons(self._cancel, self._go)

    def _connect(self) -> None:
        self._which.group.idToggled.connect(self._suggest)
        self._format.currentIndexChanged.connect(self._suggest)
        self._path.textChanged.connect(self._tell)
        self._cancel.clicked.connect(self.reject)
        self._go.clicked.connect(self._start)

    # -- what is chosen

    def _articles(self) -> list[Listed]:
        library, current = self._session.library, self._session.current
        if self._which.group.checkedId() == 0 and current:
            return [library.listed(current.article.id)]
        return library.articles()

    def _exporter(self) -> exporting.Exporter:
        return exporting.exporter(self._format.currentData())

    def _target(self) -> Path:
        path = Path(self._path.text().strip()).expanduser()
        return path if path.suffix or not path.name else path.with_suffix(self._exporter().suffix)

    def _suggest(self, *_change: object) -> None:
        """Another choice means another name, in the folder that is chosen already."""
        current = self._session.current
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        usual = Path(documents) if documents and Path(documents).is_dir() else Path.home()
        folder = self._target().parent if self._path.text() else usual
        whole = self._which.group.checkedId() == 1 or current is None
        stem = "annotations" if whole or current is None else Path(current.version.file_name).stem
        suffix = self._exporter().suffix
        self._path.setText(str(folder / f"{stem}{suffix}"))
        for field in (self._separator, self._raw):
            field.setEnabled(suffix == ".csv")
        self._tell()

    def _tell(self, *_change: object) -> None:
        rows = sum(article.annotations for article in self._articles())
        self._go.setText(f"Export {wording.count(rows, 'row', 'rows')}")
        self._go.setEnabled(bool(self._path.text().strip()))
        target = self._target()
        there = target.is_file() if self._path.text().strip() else False
        self._hint.setText("The file that is there is replaced." if there else "")

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Export to", str(self._target()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self._exporter().suffix.removeprefix("."))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._path.setText)
        dialog.open()

    # -- the work

    def _start(self) -> None:
        options = Options(delimiter=";" if self._separator.group.checkedId() else ",", raw=self._raw.isChecked())
        steps = exporting.export(self._session.library, self._articles(), self._exporter(), self._target(), options)
        self._go.setEnabled(False)
        self._bar.show()
        self._job = self._jobs.pump(steps)
        self._job.progressed.connect(self._show_progress)
        self._job.finished.connect(partial(self._end, self._target()))
        self._job.failed.connect(self._refuse)

    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _end(self, target: Path, written: Exported) -> None:
        self._job = None
        words = f"Exported {wording.count(written.records, 'row', 'rows')} to {wording.plain(target.name)}"
        if written.cut:
            words += f"; {wording.count(written.cut, 'cell was', 'cells were')} cut, since a spreadsheet takes no more"
        self.exported = words
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self._job = None
        self._bar.hide()
        self._go.setEnabled(True)
        if not isinstance(error, AnnotatorError):
            raise error
        dress(self._hint, "bad", "small")
        self._hint.setText(str(error))

    def done(self, result: int) -> None:
        """Closing the sheet stops the export; what was there before stays."""
        if self._job:
            self._job.cancel()
        super().done(result)
