"""Where the original is seen: its pages in a pane at the right edge, made when it is first asked for; or elsewhere."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from annotator.errors import AnnotatorError
from annotator.model.documents import PAGED
from annotator.ui import sizes, wording
from annotator.ui.article_view.view import ArticleView
from annotator.ui.fonts import scaled
from annotator.ui.jobs import Jobs
from annotator.ui.original.copies import Copies
from annotator.ui.session import Session
from annotator.ui.settings import Settings

if TYPE_CHECKING:
    from annotator.ui.original.pane import OriginalPane


class OriginalPlace(QObject):
    """Shows the pages beside a story that has them, if the user wants that, and opens copies of originals.

    told(words): for the status bar
    """

    told = Signal(str)

    def __init__(
        self, window: QMainWindow, session: Session, view: ArticleView, settings: Settings, jobs: Jobs
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._parts = (session, view, jobs)
        self._copies = Copies(session)
        self._action: QAction | None = None
        self._dock: QDockWidget | None = None
        self.pane: OriginalPane | None = None
        session.opened.connect(self._show)
        self._show()

    def acts(self) -> dict[str, Callable[[], object]]:
        """What it does, by the ids of the table of actions."""
        return {"original": self._toggle, "open_original": self._open}

    def check(self, action: QAction) -> None:
        """Show by the check of this action whether pages are wanted."""
        self._action = action
        action.setCheckable(True)
        action.setChecked(self._settings.original)

    def _toggle(self) -> None:
        self._settings.original = not self._settings.original
        if self._action:
            self._action.setChecked(self._settings.original)
        self._show()
        if self._settings.original and self.pane:
            self.told.emit("The page follows the caret")

    @Slot(object)
    def _show(self, _opened: object = None) -> None:
        current = self._session.current
        wanted = self._settings.original and current is not None and current.version.media_type == PAGED
        if wanted and self._dock is None:
            self._build()
        if self._dock:
            self._dock.setVisible(wanted)

    def _build(self) -> None:
        """A dock without a bar of its own: the pane has a head as all panes have."""
        from annotator.ui.original.pane import OriginalPane

        self.pane = OriginalPane(*self._parts)
        self._dock = QDockWidget("Original", self._window)
        self._dock.setObjectName("original")
        self._dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self._dock.setTitleBarWidget(QWidget())
        self._dock.setWidget(self.pane)
        self.pane.setMinimumWidth(sizes.ORIGINAL // 2)
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        self._window.resizeDocks([self._dock], [scaled(sizes.ORIGINAL)], Qt.Orientation.Horizontal)

    def _open(self) -> None:
        """Have the system open a copy of the file that the story was read from."""
        current = self._session.current
        if current is None:
            return
        try:
            opened = self._copies.open(current.version)
        except AnnotatorError as error:
            self.told.emit(str(error))
            return
        name = wording.cut(wording.plain(current.version.file_name), 60)
        self.told.emit(f"Opened a copy of {name}" if opened else f"Nothing on this computer opens {name}")
