"""Where the history stands: below the library, made when it is first asked for."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from annotator.ui.history_pane.pane import HistoryPane
from annotator.ui.jobs import Jobs
from annotator.ui.look import Look
from annotator.ui.session import Session
from annotator.ui.settings import Settings


class HistoryPlace(QSplitter):
    """Another pane with the history below it, closed until the user wants it, and remembered. told(str): a remark."""

    told = Signal(str)

    def __init__(self, above: QWidget, session: Session, look: Look, settings: Settings, jobs: Jobs) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._session, self._look, self._settings, self._jobs = session, look, settings, jobs
        self.pane: HistoryPane | None = None
        self.addWidget(above)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        if settings.history:
            self._show(open_it=True)

    def acts(self) -> dict[str, Callable[[], object]]:
        """What the actions of the history do."""
        return {"history": self.toggle, "undo_to_here": self.undo_to_here}

    def undo_to_here(self) -> None:
        """Undo to the act that is chosen in the history, which is opened for it where it is not."""
        if self.pane is None or self.pane.isHidden():
            self.toggle()
        if self.pane and self.pane.chosen:
            self.pane.undo_to_here()
        else:
            self.told.emit("Choose an act of the history first")

    def toggle(self) -> None:
        """Open it, with the keys in it, or close it."""
        opened = self.pane is None or self.pane.isHidden()
        self._settings.history = opened
        self._show(open_it=opened)
        if opened and self.pane:
            self.pane.list.setFocus()

    def _show(self, *, open_it: bool) -> None:
        if self.pane is None:
            self.pane = HistoryPane(self._session, self._look, self._jobs)
            self.addWidget(self.pane)
        self.pane.setVisible(open_it)
