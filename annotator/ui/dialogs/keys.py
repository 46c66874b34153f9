"""The keys, as a table made from the actions, to be read, printed, or kept as a PDF."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from annotator.errors import AnnotatorError
from annotator.ui import sizes
from annotator.ui.bindings import Keys
from annotator.ui.dialogs.key_rows import Rows, key_rows, split
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.style import dress

_COLUMNS = 3


class KeysSheet(Sheet):
    """Every action that has a key, menu by menu, in columns; they scroll where the screen is too small for them."""

    def __init__(self, parent: QWidget | None, keys: Keys) -> None:
        super().__init__(parent, "Keys")
        self._keys = keys
        self.table, self.hint = QScrollArea(), QLabel()
        self.pdf, self.print = QPushButton("Save as PD&F…"), QPushButton("&Print…")
        self._build()
        self.pdf.clicked.connect(self._ask_for_name)
        self.print.clicked.connect(self._ask_for_printer)

    def _build(self) -> None:
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, sizes.MARGIN, 0)
        columns.setSpacing(2 * sizes.MARGIN_WIDE)
        for rows in split(key_rows(self._keys), _COLUMNS):
            columns.addLayout(_grid(rows))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setWidgetResizable(True)
        self.table.setWidget(content)
        self.table.setAccessibleName("Keys")
        dress(self.hint, "hint", "small")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        close = QPushButton("Close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        for button in (self.pdf, self.print):
            button.setAutoDefault(False)
        self.column.addWidget(self.table, 1)
        self.add_buttons(self.pdf, self.print, close, left=self.hint)
        close.setFocus()
        around = self.sizeHint() - self.table.sizeHint()
        self.fit(content.sizeHint() + QSize(sizes.MARGIN_WIDE * 2, around.height()))

    def _ask_for_name(self) -> None:
        dialog = QFileDialog(self, "Save the keys as", "annotator-keys.pdf", "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save)
        dialog.open()

    def save(self, name: str) -> None:
        """Write the list as a PDF, and say below it how that went."""
        from annotator.ui.dialogs.keys_paper import write_pdf

        try:
            write_pdf(Path(name), self._keys)
        except AnnotatorError as error:
            self._say(str(error), "bad")
        else:
            self._say(f"Saved as {Path(name).name}")

    def _ask_for_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from annotator.ui.dialogs.keys_paper import LAYOUT

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(LAYOUT)
        printer.setDocName("Annotator: keys")
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._printer = printer
        dialog.accepted.connect(self._print)
        QDialog.open(dialog)  # the print dialog's own wants a slot by its name

    def _print(self) -> None:
        from annotator.ui.dialogs.keys_paper import paint

        paint(self._printer, self._keys)
        self._say("Sent to the printer")

    def _say(self, words: str, mood: str = "hint") -> None:
        dress(self.hint, mood, "small")
        self.hint.setText(words)


def _grid(rows: Rows) -> QGridLayout:
    """Headings, and below each its actions with their keys at the right."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(sizes.MARGIN_WIDE)
    grid.setVerticalSpacing(sizes.GAP_HAIR)
    for row, (words, keys) in enumerate(rows):
        name, cap = QLabel(words), QLabel(keys)
        dress(name, *(("strong",) if not keys else ()))
        dress(cap, "hint")
        if not keys and row:
            name.setContentsMargins(0, sizes.GAP, 0, 0)
        grid.addWidget(name, row, 0)
        grid.addWidget(cap, row, 1, Qt.AlignmentFlag.AlignRight)
    grid.setRowStretch(len(rows), 1)
    return grid
