"""The way back: act after act is undone, some milliseconds at a time, so that the window answers meanwhile."""

from collections.abc import Generator

from PySide6.QtCore import QObject, Signal

from annotator.library import Applied
from annotator.ui.jobs import Job, Jobs
from annotator.ui.session import Session


class WayBack(QObject):
    """Undoes to an act. progressed(done, total) counts acts; ended() comes however it ends."""

    progressed = Signal(object, object)
    ended = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._job: Job | None = None
        session.edited.connect(self._give_way)

    @property
    def running(self) -> bool:
        """Whether it is being gone."""
        return self._job is not None

    def go(self, n: int) -> None:
        """Take back all that this annotator did after act number `n`; stops where something cannot be taken back."""
        if self._job is None:
            self._job = self._jobs.pump(self._steps(n))
            self._job.progressed.connect(self.progressed)
            for end in (self._job.finished, self._job.failed, self._job.cancelled):
                end.connect(self._end)

    def stop(self) -> None:
        """Go no further; what is undone stays so, and can be done again."""
        if self._job:
            self._job.cancel()

    def _steps(self, n: int) -> Generator[tuple[int, int], None, None]:
        library = self._session.library
        first = newest = library.undoable()
        while first and newest and newest.n > n:
            self._session.undo()
            before, newest = newest, library.undoable()
            if newest == before:
                return
            yield first.n - (newest.n if newest else 0), first.n - n

    def _give_way(self, applied: Applied, _initiator: object) -> None:
        """What the user does meanwhile is not undone with the rest."""
        if not applied.undoes:
            self.stop()

    def _end(self, *_news: object) -> None:
        self._job = None
        self.ended.emit()
