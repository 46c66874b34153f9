"""Files become articles: read in a worker, one after another, added on the window's thread."""

from collections import deque
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.errors import AnnotatorError
from annotator.ui.jobs import Job, Jobs
from annotator.ui.session import Session
from annotator.ui.settings import Settings

if TYPE_CHECKING:
    from annotator.progress import Report
    from annotator.reading import Reading


def _read(path: Path, report: "Report") -> "Reading":
    """In the worker, which brings the readers with it: the window's start does not wait for them."""
    from annotator import reading

    return reading.read(path, report)


class Opener(QObject):
    """Opens files. `progressed(done, total, name)` while it reads, `ended(sentences)` when all are in or refused."""

    progressed = Signal(int, int, str)
    ended = Signal(list)

    def __init__(self, session: Session, jobs: Jobs, settings: Settings) -> None:
        super().__init__()
        self._session, self._jobs, self._settings = session, jobs, settings
        self._waiting: deque[Path] = deque()
        self._done = 0
        self._job: Job | None = None
        self._first = ""
        self._sentences: list[str] = []

    def open(self, paths: Iterable[Path]) -> None:
        """Add these files and put the first on the desk; those already in the library are opened as they are."""
        self._waiting.extend(paths)
        if self._job is None:
            self._next()

    def cancel(self) -> None:
        """Read no further; what is in stays in."""
        self._waiting.clear()
        if self._job:
            self._job.cancel()

    @property
    def busy(self) -> bool:
        """Whether files are being read."""
        return self._job is not None

    def _next(self) -> None:
        if not self._waiting:
            self._end()
            return
        path = self._waiting.popleft()
        self.progressed.emit(self._done, self._done + len(self._waiting) + 1, path.name)
        job = self._jobs.run(partial(_read, path))
        job.finished.connect(partial(self._add, path))
        job.failed.connect(partial(self._refuse, path))
        job.cancelled.connect(self._step)
        self._job = job

    def _add(self, path: Path, read: "Reading") -> None:
        from annotator import importing

        article, edit = importing.adding(self._session.library, read)
        if not edit or self._session.do(edit, self):
            self._settings.remember(path)
            self._first = self._first or article
        self._step()

    def _refuse(self, _path: Path, error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            self._step()
            raise error
        self._sentences.append(str(error))
        self._step()

    def _step(self) -> None:
        self._job = None
        self._done += 1
        self._next()

    def _end(self) -> None:
        sentences, first = self._sentences, self._first
        self._sentences, self._first, self._done = [], "", 0
        if first:
            self._session.open(first)
        self.ended.emit(sentences)
