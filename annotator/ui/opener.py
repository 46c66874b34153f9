"""Files become articles: read in a worker, one after another, added on the window's thread."""

from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from annotator.ui.jobs import Job, Jobs
from annotator.ui.session import Session
from annotator.ui.settings import Settings

if TYPE_CHECKING:
    from annotator.gathering import Gathered
    from annotator.importing import Arrivals
    from annotator.progress import Report
    from annotator.reading import Reading


def _gather(paths: list[Path], report: "Report") -> "Gathered":
    """In the worker, which brings the readers with it: the window's start does not wait for them."""
    from annotator import gathering

    return gathering.gather(paths, report)


def _read(path: Path, report: "Report") -> "Reading":
    from annotator import reading

    return reading.read(path, report)


class _Waiting(NamedTuple):
    """What is to be read: how, under which name, and the path to remember where the user named one."""

    name: str
    read: "Callable[[Report], Reading]"
    path: Path | None = None


class Opener(QObject):
    """Brings stories in.

    working(bool) when it begins and ends; progressed(done, total, name) between them, the total being 0 while it looks
    through folders; ended(Arrivals) when all are in, refused, or the user has had enough.
    """

    working = Signal(bool)
    progressed = Signal(int, int, str)
    ended = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, settings: Settings) -> None:
        super().__init__()
        self._session, self._jobs, self._settings = session, jobs, settings
        self._asked: list[Path] = []
        self._waiting: deque[_Waiting] = deque()
        self._done = 0
        self._job: Job | None = None
        self._first = ""
        self._arrivals: Arrivals | None = None

    def open(self, paths: Iterable[Path]) -> None:
        """Add these files, and those in these folders, and put the first on the desk.

        Those already in the library are opened as they are.
        """
        self._asked.extend(paths)
        self._go_on()

    def take(self, name: str, read: "Callable[[Report], Reading]") -> None:
        """Add what this reads, in the worker, of something that is no file."""
        self._waiting.append(_Waiting(name, read))
        self._go_on()

    def cancel(self) -> None:
        """Read no further; what is in stays in."""
        self._asked.clear()
        self._waiting.clear()
        if self._job:
            self._job.cancel()

    @property
    def busy(self) -> bool:
        """Whether files are being read."""
        return self._job is not None

    def _go_on(self) -> None:
        if self._job is None:
            self.working.emit(True)
            self._next()

    def _next(self) -> None:
        if self._asked:
            self._look()
        elif self._waiting:
            self._read(self._waiting.popleft())
        else:
            self._end()

    def _look(self) -> None:
        """Find out which files are meant."""
        asked, self._asked = self._asked, []
        self.progressed.emit(0, 0, asked[0].name)
        job = self._jobs.run(partial(_gather, asked))
        job.finished.connect(partial(self._queue, frozenset(asked)))
        job.failed.connect(self._refuse)
        job.cancelled.connect(self._leave)
        self._job = job

    def _queue(self, asked: frozenset[Path], gathered: "Gathered") -> None:
        if self._job and self._job.stopping:  # it was told too late
            self._leave()
            return
        arrivals = self._told()
        arrivals.refused.extend(gathered.refused)
        arrivals.skipped.extend(gathered.skipped)
        for path in gathered.files:
            self._waiting.append(_Waiting(path.name, partial(_read, path), path if path in asked else None))
        self._leave()

    def _read(self, waiting: _Waiting) -> None:
        self.progressed.emit(self._done, self._done + len(self._waiting) + 1, waiting.name)
        job = self._jobs.run(waiting.read)
        job.finished.connect(partial(self._add, waiting.path))
        job.failed.connect(self._refuse)
        job.cancelled.connect(self._step)
        self._job = job

    def _add(self, path: Path | None, read: "Reading") -> None:
        from annotator import importing

        article, edit = importing.adding(self._session.library, read)
        if edit and not self._session.do(edit, self):
            self.cancel()  # a library that takes this one no longer takes no other
            self._leave()
            return
        self._told().added += bool(edit)
        self._told().known += not edit
        self._first = self._first or article
        if path:
            self._settings.remember(path)
        self._step()

    def _refuse(self, error: Exception) -> None:
        from annotator.reading import UnreadableFile

        if not isinstance(error, UnreadableFile):
            self._step()
            raise error
        self._told().refused.append(error)
        self._step()

    def _step(self) -> None:
        self._done += 1
        self._leave()

    def _leave(self) -> None:
        self._job = None
        self._next()

    def _told(self) -> "Arrivals":
        if self._arrivals is None:
            from annotator.importing import Arrivals

            self._arrivals = Arrivals()
        return self._arrivals

    def _end(self) -> None:
        arrivals, first = self._told(), self._first
        self._arrivals, self._first, self._done = None, "", 0
        if first:
            self._session.open(first)
        self.working.emit(False)
        self.ended.emit(arrivals)
