"""The page of the settings on which every action is given its keys."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui import bindings, sizes
from annotator.ui.actions import ACTIONS, Action
from annotator.ui.dialogs.key_field import KeyField
from annotator.ui.fonts import scaled, ui_font
from annotator.ui.keycap import key_name
from annotator.ui.look import Look
from annotator.ui.plate import paint_plate
from annotator.ui.style import dress

Index = QModelIndex | QPersistentModelIndex


class _Row(QStyledItemDelegate):
    """A row on one plate, over all its columns: Qt would paint one for each."""

    def __init__(self, look: Look, width: Callable[[], int]) -> None:
        super().__init__()
        self._look, self._width = look, width

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, max(sizes.ROW, scaled(sizes.ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, cell = self._look.theme, QRect(option.rect)
        painter.save()
        painter.setClipRect(cell)
        option.rect = QRect(-sizes.GAP, cell.top(), self._width() + 2 * sizes.GAP, cell.height())
        paint_plate(painter, option, theme)
        painter.setFont(ui_font())
        painter.setPen(theme.color("ink" if index.column() == 0 else "ink2"))
        room = cell.adjusted(sizes.GAP, 0, -sizes.GAP, 0)
        words = QFontMetrics(painter.font()).elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


class KeysPage(QWidget):
    """Choose an action, press a key. A key that another action has is taken from it only when that is confirmed."""

    changed = Signal()

    def __init__(self, changes: bindings.Changes, look: Look) -> None:
        super().__init__()
        self.changes = changes
        self._offered = ""
        self._items: list[QTreeWidgetItem] = []
        self._find, self._list, self.field = QLineEdit(), QTreeWidget(), KeyField()
        self.by_key, self.sought = QPushButton("&By key"), KeyField()
        self._hint, self.offer = QLabel(), QPushButton()
        self._reset, self._reset_all = QPushButton("&Reset"), QPushButton("Reset a&ll")
        self._delegate = _Row(look, self._list.viewport().width)
        self._build()
        self._find.textChanged.connect(self._filter)
        self._list.currentItemChanged.connect(self._forget)
        self.field.pressed.connect(self._press)
        self.by_key.toggled.connect(self._seek_by_key)
        self.sought.pressed.connect(self._find_owner)
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
        self._list.setItemDelegate(self._delegate)
        for action in ACTIONS:
            self._items.append(QTreeWidgetItem([_plain(action), action.menu]))
        self._list.addTopLevelItems(self._items)
        self._list.setColumnWidth(0, 220)
        self._list.setCurrentItem(self._items[0])
        dress(self._hint, "hint", "small")
        self._hint.setWordWrap(True)
        self.by_key.setCheckable(True)
        self.sought.setPlaceholderText("Press the key to find")
        self.sought.setAccessibleName("Press the key to find")
        self.sought.hide()
        top, row, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for line in (top, row):
            line.setSpacing(sizes.GAP)
        for widget in (self._find, self.sought, self.by_key):
            top.addWidget(widget)
        for widget in (self.field, self.offer, self._reset, self._reset_all):
            row.addWidget(widget)
        for button in (self.by_key, self.offer, self._reset, self._reset_all):
            button.setAutoDefault(False)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GAP)
        column.addLayout(top)
        column.addWidget(self._list, 1)
        column.addLayout(row)
        column.addWidget(self._hint)
        self.offer.hide()
        self._show()
        self._say(_conflicts(self.changes))

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
        if not shown:
            self._list.clearSelection()
            self._say("No action has these words.")
        elif self._list.currentItem() not in shown or not self._list.selectedItems():
            self._list.setCurrentItem(shown[0])
            self._say("")
        self.field.setEnabled(bool(shown))
        self._reset.setEnabled(bool(shown))

    def _seek_by_key(self, by_key: bool) -> None:
        """Find by pressing a key, or by words again; what is asked next has the keyboard."""
        self._find.setVisible(not by_key)
        self.sought.setVisible(by_key)
        self._find.clear()
        self._say("")
        (self.sought if by_key else self._find).setFocus()

    def _find_owner(self, key: str) -> None:
        """Choose the action that the key sets off."""
        name = key_name(QKeySequence(key))
        self.sought.setText(name)
        if found := bindings.owner(bindings.bound(self.changes), key):
            self.choose(found.id)
            self._say(f"{name} is “{_plain(found)}”.")
        else:
            self._say(f"No action has {name}." if key else "That is no key that can be used.")

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
            self._say(f"{name} is already used by “{_plain(had)}”.", "Use it here")
        else:
            self._change(bindings.give(self.changes, action, key))

    def _accept(self) -> None:
        action = self._chosen()
        mine = self._offered in bindings.bound(self.changes)[action.id]
        self._change((bindings.take if mine else bindings.give)(self.changes, action, self._offered))

    def _reset_one(self) -> None:
        action = self._chosen()
        self._change(bindings.reset(self.changes, action))
        self._say(_conflicts(self.changes, action))

    def _reset_every(self) -> None:
        self._change({})

    def _change(self, changes: bindings.Changes) -> None:
        self.changes = changes
        self._say("")
        self._show()
        self.changed.emit()


def _conflicts(changes: bindings.Changes, of: Action | None = None) -> str:
    """A sentence for each key that an action does not get, of one action or of all."""
    return " ".join(
        f"{key_name(QKeySequence(key))} of “{_plain(action)}” stays with “{_plain(had)}”."
        for action, key, had in bindings.lost(changes)
        if of in (None, action)
    )


def _plain(action: Action) -> str:
    return action.text.removesuffix("…")
