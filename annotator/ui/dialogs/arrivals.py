"""The sheet of what did not come in when many files were brought in: each with its reason, to be copied."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from annotator.importing import Arrivals
from annotator.ui import wording
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.fonts import scaled
from annotator.ui.style import dress

_WIDTH, _HEIGHT = 640, 440


class ArrivalsSheet(Sheet):
    """Lists the files that could not be read, then those that were skipped; the rest is in."""

    def __init__(self, parent: QWidget, arrivals: Arrivals) -> None:
        super().__init__(parent, _title(arrivals))
        self._lines = list(arrivals.reasons())
        self.files = QPlainTextEdit("\n\n".join(sentence for _path, sentence in self._lines))
        self.files.setReadOnly(True)
        self.files.setAccessibleName("Files that are not in the library")
        counts = QLabel(f"{arrivals}.")
        dress(counts, "secondary")
        copy, close = QPushButton("Copy the list"), QPushButton("Close")
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        close.setFocus()
        self.column.addWidget(counts)
        self.column.addWidget(self.files, 1)
        self.add_buttons(copy, close)
        self.fit(QSize(scaled(_WIDTH), scaled(_HEIGHT)))

    def _copy(self) -> None:
        """A line for each file, its whole path first: for a mail to whoever sent them."""
        lines = (f"{wording.plain(str(path))}\t{sentence}" for path, sentence in self._lines)
        QApplication.clipboard().setText("\n".join(lines))


def _title(arrivals: Arrivals) -> str:
    refused, skipped = len(arrivals.refused), len(arrivals.skipped)
    if refused:
        return f"{wording.count(refused, 'file', 'files')} could not be read"
    return f"{wording.count(skipped, 'file was', 'files were')} skipped"
