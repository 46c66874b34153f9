"""Where the history stands: below the library, made when it is first asked for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from annotator.ui.history_pane.pane import HistoryPane
from annotator.ui.look import Look
from annotator.ui.session import Session
from annotator.ui.settings import Settings


class HistoryPlace(QSplitter):
    """Another pane with the history below it, which is closed until the user wants it, and remembered."""

    def __init__(self, above: QWidget, session: Session, look: Look, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._session, self._look, self._settings = session, look, settings
        self.pane: HistoryPane | None = None
        self.addWidget(above)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        if settings.history:
            self._show(open_it=True)

    def toggle(self) -> None:
        """Open it, with the keys in it, or close it."""
        opened = self.pane is None or self.pane.isHidden()
        self._settings.history = opened
        self._show(open_it=opened)
        if opened and self.pane:
            self.pane.list.setFocus()

    def _show(self, *, open_it: bool) -> None:
        if self.pane is None:
            self.pane = HistoryPane(self._session, self._look)
            self.addWidget(self.pane)
        self.pane.setVisible(open_it)
