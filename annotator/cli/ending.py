"""How a run ends: an exit code, and one sentence where it was an expected failure. Bugs stay tracebacks."""

import errno
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

from annotator.cli.output import complain
from annotator.errors import AnnotatorError

INTERRUPTED = 128 + signal.SIGINT
_TERMINATED = 128 + signal.SIGTERM
_CLOSED = 1
"""The reader of our output has gone, as `head` does: nothing is wrong, and nobody is there to be told."""


def ending(work: Callable[[], int]) -> int:
    """Do the work; its exit code, or that of what stopped it."""
    signal.signal(signal.SIGTERM, _terminate)
    try:
        code = work()
        if sys.stdout:
            sys.stdout.flush()
    except AnnotatorError as error:
        complain(error)
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return _CLOSED
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _drop_output()
        complain("The output was not written, since the disk is full; free some space.")
        return AnnotatorError.exit_code
    return code


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    """Leave by the way of exceptions, so that nothing half-written stays behind."""
    raise SystemExit(_TERMINATED)


def _drop_output() -> None:
    """Python flushes once more at its end, and would complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
