"""The table of actions as Qt's actions: keys, icons, menus, and which of them make sense now."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from annotator.model.documents import PAGED
from annotator.model.words import Kind, Status
from annotator.ui import wording
from annotator.ui.actions import ACTIONS, Action, When
from annotator.ui.bindings import Keys
from annotator.ui.icons import icon, status_icon, swatch
from annotator.ui.keycap import key_name
from annotator.ui.look import Look
from annotator.ui.session import Session

_ENDS_GROUP = {
    "stop_reading",
    "export",
    "open_original",
    "redo",
    "source",
    "identical",
    "note",
    "previous_article",
    "zoom_reset",
    "margins",
}
"""Behind these a menu has a line."""


_ONCE = {*Kind, "bare"}
"""Once for each press: the key of a kind, held a little too long, would widen what it marks."""


class Commands(QObject):
    """One QAction for each line of the table. `text` widgets are those in which the keys without a modifier work."""

    def __init__(
        self, window: QWidget, text: Iterable[QWidget], act: Callable[[str], None], session: Session, look: Look
    ) -> None:
        super().__init__(window)
        self._session, self._look = session, look
        self._drawn: set[str] = set()
        self._possible = {"undo": False, "redo": False}
        self._reading = False
        self._actions = {row.id: self._make(row, window, tuple(text), act) for row in ACTIONS}
        session.opened.connect(self._follow)
        session.edited.connect(self._follow)
        session.signed.connect(self._follow)
        session.selected.connect(self._enable)
        look.changed.connect(self._redraw)

    def __getitem__(self, action_id: str) -> QAction:
        """The action of this id, with its icon."""
        self._draw([action_id])
        return self._actions[action_id]

    def _make(self, row: Action, window: QWidget, text: tuple[QWidget, ...], act: Callable[[str], None]) -> QAction:
        action = QAction(row.text, self)
        action.setIconText(row.text.removesuffix("…"))
        _bind(action, row.keys)
        action.setAutoRepeat(row.id not in _ONCE)
        action.triggered.connect(partial(act, row.id))
        if row.in_text:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            for widget in text:
                widget.addAction(action)
        else:
            window.addAction(action)
        return action

    def bind(self, keys: Keys) -> None:
        """Set the actions off by these keys from now on; buttons and menus show them."""
        for row in ACTIONS:
            _bind(self._actions[row.id], keys[row.id])
        self._follow()

    def fill(self, menus: Mapping[str, QMenu], recent: Callable[[QMenu], None]) -> None:
        """Fill the menus of these names; `recent` fills the one of recent files each time it is opened."""
        for name, menu in menus.items():
            rows = [row for row in ACTIONS if row.menu == name]
            menu.aboutToShow.connect(partial(self._draw, [row.id for row in rows]))
            for row in rows:
                menu.addAction(self._actions[row.id])
                if row.id == "open":
                    files = menu.addMenu("Open recent")
                    files.setAccessibleName("Open recent")
                    files.aboutToShow.connect(partial(recent, files))
                if row.id in _ENDS_GROUP:
                    menu.addSeparator()

    # -- icons: drawn when they are first seen, 0.25 to 0.5 ms each

    def _draw(self, ids: Iterable[str]) -> None:
        for row in ACTIONS:
            if row.icon and row.id in ids and row.id not in self._drawn:
                self._drawn.add(row.id)
                self._actions[row.id].setIcon(self._icon(row))

    def _redraw(self) -> None:
        drawn, self._drawn = self._drawn, set()
        self._draw(drawn)

    def _icon(self, row: Action) -> QIcon:
        theme = self._look.theme
        if row.icon in set(Kind):
            return swatch(Kind(row.icon), theme)
        if row.icon in set(Status):
            return status_icon(Status(row.icon), theme)
        name = ("sun" if theme.dark else "moon") if row.icon == "theme" else row.icon
        return icon(name, theme.color("ink2"))

    # -- what makes sense

    def _follow(self, *_news: object) -> None:
        """Undo and redo say what they would do: asked of the log after edits alone, whose newest may be a large one."""
        library = self._session.library
        for name, entry in (("undo", library.undoable()), ("redo", library.redoable())):
            self._possible[name] = entry is not None
            words = f"{name.capitalize()}: {wording.act(entry)}" if entry else name.capitalize()
            self._actions[name].setText(words)
            self._actions[name].setToolTip(_with_keys(words, self._actions[name].shortcuts()[:1]))
        self._enable()

    def _enable(self, *_news: object) -> None:
        """Only what makes sense can be pressed."""
        session = self._session
        holds = {
            When.ALWAYS: True,
            When.ARTICLE: session.current is not None,
            When.PAGES: session.current is not None and session.current.version.media_type == PAGED,
            When.ANNOTATION: bool(session.selection),
            When.UNDOABLE: self._possible["undo"],
            When.REDOABLE: self._possible["redo"],
            When.READING: self._reading,
        }
        for row in ACTIONS:
            self._actions[row.id].setEnabled(holds[row.when])

    def show_reading(self, reading: bool) -> None:
        """Files are being read, or are no longer."""
        self._reading = reading
        self._enable()

    def start(self) -> None:
        """Say what makes sense before anything has happened."""
        self._follow()


def _bind(action: QAction, keys: Iterable[str]) -> None:
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setToolTip(_with_keys(action.iconText(), action.shortcuts()))


def _with_keys(words: str, keys: Iterable[QKeySequence]) -> str:
    """A tool tip: what it does, and the keys that do it."""
    names = " or ".join(key_name(key) for key in keys)
    return f"{words} ({names})" if names else words
