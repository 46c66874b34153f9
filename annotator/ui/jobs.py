"""Long work, off the window's thread or in slices on it; values in, values out.

Workers get values and return values and never touch the Library, which belongs to the window's thread. What has to ask
the Library for long does it in slices, so that an edit never waits.
"""

import time
from collections.abc import Callable, Generator
from itertools import count
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from annotator.progress import Cancelled, Report

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

_WORKERS = 2
_SLICE = 0.008
"""Seconds of work between two looks at the user's keys."""

_REPORT_EVERY = 0.05
"""Seconds between two reports of a worker: a signal for each of a million steps would drown the window."""

Work = Callable[[Report], Any]
Steps = Generator[tuple[int, int], None, Any]


class Job(QObject):
    """One piece of work: progressed(done, total), then one of finished(value), failed(exception), cancelled()."""

    progressed = Signal(object, object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Event()

    def cancel(self) -> None:
        """Ask it to stop; it ends with `cancelled` unless it was done before it heard."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether the user has had enough."""
        return self._stop.is_set()


class Jobs(QObject):
    """Runs jobs for as long as the app lives. `close` waits for those that run."""

    _heard = Signal(int, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._pool: ThreadPoolExecutor | None = None
        self._jobs: dict[int, Job] = {}
        self._steps: dict[int, Steps] = {}
        self._numbers = count(1)
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Work) -> Job:
        """Do `work(report)` in a thread. An exception it raises comes back by `failed`."""
        number, job = self._new()
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor  # 3 ms that the first paint need not wait for

            self._pool = ThreadPoolExecutor(_WORKERS, "job")
        self._pool.submit(self._do, number, job, work)
        return job

    def pump(self, steps: Steps) -> Job:
        """Exhaust `steps` in slices on this thread; each step is small and says (done, total)."""
        number, job = self._new()
        self._steps[number] = steps
        timer = QTimer(job)
        timer.timeout.connect(lambda: self._slice(number, job, steps, timer))
        timer.start(0)
        return job

    @property
    def busy(self) -> int:
        """How many jobs run."""
        return len(self._jobs)

    def close(self) -> None:
        """Stop everything and wait for it: threads end at their next report, slices are closed and clean up behind."""
        for job in list(self._jobs.values()):
            job.cancel()
        for steps in self._steps.values():
            steps.close()
        self._steps.clear()
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _new(self) -> tuple[int, Job]:
        number, job = next(self._numbers), Job(self)
        self._jobs[number] = job
        return number, job

    def _do(self, number: int, job: Job, work: Work) -> None:
        """In the worker: no Qt object is touched but this one's signal."""
        last = 0.0

        def report(done: int, total: int) -> None:
            nonlocal last
            if job.stopping:
                raise Cancelled
            if (now := time.monotonic()) - last > _REPORT_EVERY:
                last = now
                self._heard.emit(number, "progressed", (done, total))

        try:
            self._heard.emit(number, "finished", work(report))
        except Cancelled:
            self._heard.emit(number, "cancelled", None)
        except Exception as error:  # noqa: BLE001  whatever it is, it is shown on the window's thread
            self._heard.emit(number, "failed", error)

    def _slice(self, number: int, job: Job, steps: Steps, timer: QTimer) -> None:
        until = time.monotonic() + _SLICE
        try:
            while time.monotonic() < until:
                if job.stopping:
                    timer.stop()
                    steps.close()
                    self._hear(number, "cancelled", None)
                    return
                progress = next(steps)
        except StopIteration as end:
            outcome, value = "finished", end.value
        except Exception as error:  # noqa: BLE001  as in a worker
            outcome, value = "failed", error
        else:
            job.progressed.emit(*progress)
            return
        timer.stop()
        self._hear(number, outcome, value)

    def _hear(self, number: int, outcome: str, value: object) -> None:
        job = self._jobs.get(number)
        if job is None:
            return
        if outcome == "progressed":
            assert isinstance(value, tuple)
            job.progressed.emit(*value)
            return
        del self._jobs[number]
        self._steps.pop(number, None)
        if outcome == "finished":
            job.finished.emit(value)
        elif outcome == "failed":
            job.failed.emit(value)
        else:
            job.cancelled.emit()
        job.deleteLater()
