"""A quiet question above the story: one answer does something, the other closes it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from annotator.ui import sizes
from annotator.ui.style import dress


class OfferBar(QWidget):
    """Asks nothing until it is told what; no key is taken away, and whoever does not answer works on."""

    def __init__(self) -> None:
        super().__init__()
        self._act: Callable[[], object] | None = None
        self.words, self.yes, self.no = QLabel(), QPushButton(), QPushButton("Keep as it is")
        dress(self, "paper", "head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("A question about this story")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.MARGIN, sizes.GAP_HAIR, sizes.MARGIN, sizes.GAP_HAIR)
        row.setSpacing(sizes.GAP)
        row.addWidget(self.words, 1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.no.clicked.connect(self.hide)
        self.yes.clicked.connect(self._agree)
        self.hide()

    def ask(self, words: str, answer: str, act: Callable[[], object]) -> None:
        """Show the question, the answer that does something, and do that when it is given."""
        self.words.setText(words)
        self.yes.setText(answer)
        self._act = act
        self.show()

    def _agree(self) -> None:
        self.hide()
        if self._act:
            self._act()
