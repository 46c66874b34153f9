"""A few words of which one is chosen, seen side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from annotator.ui.style import dress


class Choice(QWidget):
    """A row of joined buttons of which one is down, and has the focus; the arrow keys go from one to the next."""

    def __init__(self, *words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.group = QButtonGroup(self)
        for number, word in enumerate(words):
            button = QPushButton(word)
            button.setCheckable(True)
            button.setAutoDefault(False)
            ends = (["first"] if number == 0 else []) + (["last"] if number == len(words) - 1 else [])
            dress(button, "segment", *ends)
            self.group.addButton(button, number)
            row.addWidget(button, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.group.buttonToggled.connect(self._follow)
        self.choose(0)

    def choose(self, number: int) -> None:
        """Let this one be down; whoever listens for clicks hears nothing."""
        self.group.button(number).setChecked(True)

    def _follow(self, button: QAbstractButton, checked: bool) -> None:
        if checked:
            self.setFocusProxy(button)
