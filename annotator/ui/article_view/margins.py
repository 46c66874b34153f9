"""What stands beside and on the words, shown or not: lanes and strip by choice, marks but while a key is held."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent

from annotator.ui.article_view.pane import ArticlePane
from annotator.ui.settings import Settings

_LEFT = {QEvent.Type.FocusOut, QEvent.Type.WindowDeactivate, QEvent.Type.Hide}
"""With these the release of a key goes elsewhere."""

_HIDDEN = "Marks are hidden: let go of the key, or press Esc"


class Margins(QObject):
    """Shows and hides them.

    told(words): for the status bar
    """

    told = Signal(str)

    def __init__(self, pane: ArticlePane, settings: Settings) -> None:
        super().__init__(pane)
        self._pane, self._settings = pane, settings
        self._bare = False
        self._others: set[int] = set()
        """Keys that were pressed after the one that hides: it is not they whose release counts."""
        pane.view.shown.connect(self._end)
        self._show_beside()

    def acts(self) -> dict[str, Callable[[], object]]:
        """What it does, by the ids of the table of actions."""
        return {"bare": self._begin, "margins": self._toggle}

    def check(self, action: QAction) -> None:
        """Show by the check of this action whether lanes and strip are shown."""
        action.setCheckable(True)
        action.setChecked(self._settings.margins)

    # -- lanes and strip

    def _toggle(self) -> None:
        self._settings.margins = not self._settings.margins
        self._show_beside()

    def _show_beside(self) -> None:
        self._pane.show_margins(shown=self._settings.margins)
        if self._settings.margins:
            self._pane.strip.show()

    # -- marks, hidden while a key is held

    def _begin(self) -> None:
        """Hide all marks until the key is let go that did this, whichever it is, or it cannot be heard any more."""
        view = self._pane.view
        if self._bare or not view.hasFocus():
            return
        self._bare = True
        self._others.clear()
        view.hide_marks(hidden=True)
        view.installEventFilter(self)
        self.told.emit(_HIDDEN)

    def _end(self) -> None:
        if self._bare:
            self._bare = False
            self._pane.view.removeEventFilter(self)
            self._pane.view.hide_marks(hidden=False)
            self.told.emit("")

    def eventFilter(self, _view: QObject, event: QEvent) -> bool:
        """Nothing is kept from the view."""
        if event.type() in _LEFT:
            self._end()
        elif isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            self._hear(event)
        return False

    def _hear(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._end()
        elif event.type() is QEvent.Type.ShortcutOverride:
            self._others.add(event.key())
        elif event.type() is QEvent.Type.KeyRelease and event.key() in self._others:
            self._others.remove(event.key())
        elif event.type() is QEvent.Type.KeyRelease:
            self._end()
