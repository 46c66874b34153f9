"""The sheet of annotations that wait: words that the newest draft does not have, and where they may be now."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from annotator import drafting
from annotator.drafting import Guess
from annotator.model.annotations import Annotation
from annotator.ui import sizes, wording
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.fonts import scaled
from annotator.ui.icons import swatch
from annotator.ui.session import Session
from annotator.ui.style import dress
from annotator.ui.theme import Theme

_LONGEST = 160
_NAMES = ("Best guess", "Next best", "Or else")
_KEPT = Qt.ItemDataRole.UserRole


class WaitingTree(QTreeWidget):
    """Annotations, each above its guesses. Enter takes, Delete drops."""

    def __init__(self, sheet: "WaitingSheet") -> None:
        super().__init__()
        self._sheet = sheet
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setAccessibleName("Annotations without a place, and the best guesses")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._sheet.take()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._sheet.drop()
        else:
            super().keyPressEvent(event)


class WaitingSheet(Sheet):
    """Lists what waits; each that is taken or dropped is an edit of its own. It closes when nothing is left."""

    def __init__(
        self, parent: QWidget, session: Session, version: str, waiting: Sequence[Annotation], theme: Theme
    ) -> None:
        super().__init__(parent, "Not found in the newest draft")
        self._session, self._version = session, version
        self._text = session.library.text(version)
        self.tree = WaitingTree(self)
        self.take_button, self.drop_button = QPushButton("Take the guess"), QPushButton("Drop")
        for annotation in waiting:
            self._add(annotation, theme)
        self._choose(0)
        self._build()
        self._follow()
        self.tree.currentItemChanged.connect(self._follow)

    def _build(self) -> None:
        self.column.addWidget(QLabel("Enter takes the guess, Delete drops the annotation. Undo takes either back."))
        self.column.addWidget(self.tree, 1)
        later = QPushButton("Later")
        for button, act in ((later, self.reject), (self.drop_button, self.drop), (self.take_button, self.take)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
        dress(self.take_button, "primary")
        self.add_buttons(later, self.drop_button, self.take_button)
        self.fit(QSize(sizes.COLUMN + 2 * sizes.MARGIN_WIDE, sizes.ROW * 14))
        self.tree.setFocus()

    def _add(self, annotation: Annotation, theme: Theme) -> None:
        item = QTreeWidgetItem([_shown(annotation.words)])
        item.setIcon(0, swatch(annotation.kind, theme))
        item.setData(0, _KEPT, annotation.id)
        item.setSizeHint(0, QSize(0, scaled(sizes.ROW)))
        item.setToolTip(0, wording.plain(annotation.words))
        self.tree.addTopLevelItem(item)
        guesses = drafting.guesses(annotation, self._text)
        for name, guess in zip(_NAMES, guesses, strict=False):
            row = QTreeWidgetItem([f"{name}: {_shown(self._text[guess.start : guess.end])}"])
            row.setData(0, _KEPT, guess)
            item.addChild(row)
        if not guesses:
            row = QTreeWidgetItem(["No words of the newest draft are near enough."])
            row.setDisabled(True)
            item.addChild(row)
        item.setExpanded(True)

    def _chosen(self) -> tuple[QTreeWidgetItem, Guess | None] | None:
        """The annotation that is chosen, and the guess: the best one, where none is."""
        item = self.tree.currentItem()
        if item is None:
            return None
        if whole := item.parent():
            return whole, item.data(0, _KEPT)
        best = item.child(0)
        return item, best.data(0, _KEPT) if best else None

    def take(self) -> None:
        """Put the annotation to the guess."""
        if (chosen := self._chosen()) and (guess := chosen[1]):
            annotation = self._session.library.annotation(chosen[0].data(0, _KEPT))
            edit = drafting.take(annotation, self._version, self._text, [(guess.start, guess.end)])
            if self._session.do(edit, self):
                self._forget(chosen[0])

    def drop(self) -> None:
        """Give the annotation up."""
        if chosen := self._chosen():
            annotation = self._session.library.annotation(chosen[0].data(0, _KEPT))
            if self._session.do(drafting.drop([annotation]), self):
                self._forget(chosen[0])

    def _forget(self, item: QTreeWidgetItem) -> None:
        row = self.tree.indexOfTopLevelItem(item)
        self.tree.takeTopLevelItem(row)
        if not self.tree.topLevelItemCount():
            self.accept()
            return
        self._choose(min(row, self.tree.topLevelItemCount() - 1))

    def _choose(self, row: int) -> None:
        if item := self.tree.topLevelItem(row):
            self.tree.setCurrentItem(item)

    def _follow(self, *_items: object) -> None:
        chosen = self._chosen()
        self.drop_button.setEnabled(chosen is not None)
        self.take_button.setEnabled(chosen is not None and chosen[1] is not None)


def _shown(words: str) -> str:
    return f"\u2068{wording.plain(wording.cut(words, _LONGEST))}\u2069"
