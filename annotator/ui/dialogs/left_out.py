"""What of a page is not in the story, greyed where it was among the words that are."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit, QWidget

from annotator.model.documents import LeftOut
from annotator.ui import sizes, wording
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.fonts import reading_font, scaled
from annotator.ui.style import dress

_WIDTH, _HEIGHT = 760, 680


class LeftOutSheet(Sheet):
    """The whole page, to be read only; accepted where everything is to be read."""

    def __init__(self, parent: QWidget, text: str, passages: Sequence[LeftOut]) -> None:
        count = wording.count(len(passages), "passage was", "passages were")
        super().__init__(parent, f"{count} left out")
        hint = QLabel("What is grey is on the page and not in the story: menus, notices, other stories.")
        dress(hint, "secondary")
        self.page = QTextEdit()
        self.page.setReadOnly(True)
        self.page.setAccessibleName("The whole page")
        self._fill(text, passages)
        whole, close = QPushButton("Read everything"), QPushButton("Close")
        whole.setAutoDefault(False)
        whole.clicked.connect(self.accept)
        close.clicked.connect(self.reject)
        close.setDefault(True)
        self.column.addWidget(hint)
        self.column.addWidget(self.page, 1)
        self.add_buttons(whole, close)
        self.fit(QSize(scaled(_WIDTH), scaled(_HEIGHT)))
        close.setFocus()

    def _fill(self, text: str, passages: Sequence[LeftOut]) -> None:
        self.page.setFont(reading_font(sizes.TEXT + 1))
        self.page.document().setDocumentMargin(sizes.MARGIN)
        cursor, usual, grey = QTextCursor(self.page.document()), QTextCharFormat(), QTextCharFormat()
        apart = QTextBlockFormat()
        apart.setBottomMargin(sizes.GAP)
        cursor.setBlockFormat(apart)
        grey.setForeground(self.palette().placeholderText())
        done = 0
        for passage in sorted(passages, key=lambda passage: passage.at):
            cursor.insertText(_lines(text[done : passage.at]), usual)
            cursor.insertText(_lines(passage.text), grey)
            done = max(done, passage.at)
        cursor.insertText(text[done:], usual)


def _lines(words: str) -> str:
    """The words, with a line break at the end where there are any."""
    return f"{words.rstrip()}\n" if words.strip() else ""
