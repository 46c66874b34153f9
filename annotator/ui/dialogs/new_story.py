"""The sheet on which a story is typed, or pasted and tidied."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget

from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.fonts import scaled
from annotator.ui.style import dress

_WIDTH, _HEIGHT = 680, 560


class Written(NamedTuple):
    """What stands on the sheet."""

    title: str = ""
    text: str = ""


class NewStorySheet(Sheet):
    """A title and a text; `added(Written)` when it is done, `left(Written)` when it is closed without."""

    added = Signal(object)
    left = Signal(object)

    def __init__(self, parent: QWidget, begun: Written) -> None:
        super().__init__(parent, "New story")
        self.title, self.text, self.add = QLineEdit(begun.title), QPlainTextEdit(begun.text), QPushButton("Add story")
        self.title.setPlaceholderText("Title")
        self.title.setAccessibleName("Title")
        self.text.setPlaceholderText("Type or paste the story here; an empty line begins a paragraph")
        self.text.setAccessibleName("Text of the story")
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._follow)
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(self.reject)
        cancel.setAutoDefault(False)
        self.add.clicked.connect(self.accept)
        self.add.setToolTip("Ctrl+Return")
        dress(self.add, "primary")
        QShortcut(QKeySequence("Ctrl+Return"), self, self.add.click)
        self.column.addWidget(self.title)
        self.column.addWidget(self.text, 1)
        self.add_buttons(cancel, self.add)
        self.fit(QSize(scaled(_WIDTH), scaled(_HEIGHT)))
        self._follow()
        self.title.setFocus()

    def _written(self) -> Written:
        """The raw text: the plain one has lost its unbreakable blanks."""
        return Written(self.title.text(), self.text.document().toRawText().replace("\u2029", "\n"))

    def _follow(self) -> None:
        self.add.setEnabled(bool(self._written().text.strip()))

    def done(self, result: int) -> None:
        """Nothing that was typed is lost: who closes the sheet finds it again."""
        (self.added if result else self.left).emit(self._written())
        super().done(result)
