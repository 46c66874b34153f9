"""The page of the settings on which every action is given its keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui import bindings, sizes
from annotator.ui.actions import ACTIONS, Action
from annotator.ui.dialogs.key_field import KeyField
from annotator.ui.keycap import key_name
from annotator.ui.style import dress


class KeysPage(QWidget):
    """Choose an action, press a key. A key that another action has is taken from it only when that is confirmed."""

    changed = Signal()

    def __init__(self, changes: bindings.Changes) -> None:
        super().__init__()
        self.changes = changes
        self._offered = ""
        self._items: list[QTreeWidgetItem] = []
        self._find, self._list, self.field = QLineEdit(), QTreeWidget(), KeyField()
        self._hint, self.offer = QLabel(), QPushButton()
        self._reset, self._reset_all = QPushButton("Reset"), QPushButton("Reset all")
        self._build()
        self._find.textChanged.connect(self._filter)
        self._list.currentItemChanged.connect(self._forget)
        self.field.pressed.connect(self._press)
        self.offer.clicked.connect(self._accept)
        self._reset.clicked.connect(self._reset_one)
        self._reset_all.clicked.connect(self._reset_every)

    def _build(self) -> None:
        self._find.setPlaceholderText("Find an action or a key")
        self._find.setAccessibleName("Find an action or a key")
        self._list.setAccessibleName("Actions and their keys")
        self._list.setHeaderLabels(["Action", "Menu", "Keys"])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        for action in ACTIONS:
            self._items.append(QTreeWidgetItem([action.text.removesuffix("…"), action.menu]))
        self._list.addTopLevelItems(self._items)
        self._list.setColumnWidth(0, 220)
        self._list.setCurrentItem(self._items[0])
        dress(self._hint, "hint", "small")
        self._hint.setWordWrap(True)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.setSpacing(sizes.GAP)
        for widget in (self.field, self.offer, self._reset, self._reset_all):
            row.addWidget(widget)
        for button in (self.offer, self._reset, self._reset_all):
            button.setAutoDefault(False)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._find)
        column.addWidget(self._list, 1)
        column.addLayout(row)
        column.addWidget(self._hint)
        self.offer.hide()
        self._show()

    def choose(self, action_id: str) -> None:
        """Select this action."""
        row = next(at for at, action in enumerate(ACTIONS) if action.id == action_id)
        self._list.setCurrentItem(self._items[row])

    def _chosen(self) -> Action:
        return ACTIONS[self._list.currentIndex().row()]

    def _show(self) -> None:
        for row, keys in enumerate(bindings.bound(self.changes)[action.id] for action in ACTIONS):
            words = " or ".join(key_name(QKeySequence(key)) for key in keys)
            self._items[row].setText(2, words)
            self._items[row].setData(2, Qt.ItemDataRole.AccessibleTextRole, words or "No key")

    def _filter(self, words: str) -> None:
        """Show what has these words. An action that is not seen is never the chosen one: a key would change it."""
        for item in self._items:
            there = " ".join(item.text(column) for column in range(3)).casefold()
            item.setHidden(words.strip().casefold() not in there)
        shown = [item for item in self._items if not item.isHidden()]
        if shown and self._list.currentItem() not in shown:
            self._list.setCurrentItem(shown[0])
        self.field.setEnabled(bool(shown))
        self._reset.setEnabled(bool(shown))

    def _forget(self, *_chosen: object) -> None:
        self._say("")

    def _say(self, words: str, offer: str = "") -> None:
        self._hint.setText(words)
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))

    def _press(self, key: str) -> None:
        action, name = self._chosen(), key_name(QKeySequence(key))
        had = bindings.owner(bindings.bound(self.changes), key)
        self._offered = key
        if had is action:
            self._say(f"{name} does this already.", "Remove it")
        elif words := bindings.refusal(action, key):
            self._say(words)
        elif had:
            self._say(f"{name} is already used by “{had.text}”.", "Use it here")
        else:
            self._change(bindings.give(self.changes, action, key))

    def _accept(self) -> None:
        action = self._chosen()
        mine = self._offered in bindings.bound(self.changes)[action.id]
        self._change((bindings.take if mine else bindings.give)(self.changes, action, self._offered))

    def _reset_one(self) -> None:
        self._change(bindings.reset(self.changes, self._chosen()))

    def _reset_every(self) -> None:
        self._change({})

    def _change(self, changes: bindings.Changes) -> None:
        self.changes = changes
        self._say("")
        self._show()
        self.changed.emit()
