"""How things are measured: medians of ratios of neighbours within one run, CPU time unless a row says otherwise.

A ratio of two times taken one after the other says what an absolute time on a shared machine does not.
"""

import gc
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

Row = dict[str, Any]
Clock = Callable[[], float]
Work = Callable[[], object]


def row(name: str, ratio: float, at_most: float, **more: object) -> Row:
    """One line of the report."""
    ratio = round(ratio, 3)
    return {"name": name, "ratio": ratio, "at_most": at_most, "holds": ratio <= at_most, **more}


def seconds(work: Work, clock: Clock = time.process_time) -> float:
    """What a piece of work takes; garbage is collected before or after, not meanwhile."""
    gc.disable()
    try:
        start = clock()
        work()
        return clock() - start
    finally:
        gc.enable()


def children_seconds() -> float:
    """CPU seconds of all child processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def child(command: Sequence[str], environment: Mapping[str, str]) -> Work:
    """A process to run to its end."""

    def run() -> None:
        subprocess.run(command, env=environment, check=True, stdin=subprocess.DEVNULL, timeout=120)

    return run


def measured_apart(module: str, function: str, *arguments: str) -> float:
    """What a function of a benchmark returns in a fresh process, which nothing has warmed or filled."""
    code = "import sys, importlib; print(getattr(importlib.import_module(sys.argv[1]), sys.argv[2])(*sys.argv[3:]))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-c", code, module, function, *arguments]
    return float(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)


def pairs(floor: Work, ours: Work, rounds: int, clock: Clock = time.process_time) -> Iterator[tuple[float, float]]:
    """Both in turn, so that what slows the machine slows both; the first round warms up and is not told."""
    gc.collect()
    for nth in range(rounds + 1):
        pair = seconds(floor, clock), seconds(ours, clock)
        if nth:
            yield pair


def compared(measured: Iterable[tuple[float, float]]) -> dict[str, float]:
    """The median of the ratios, and the medians of both times in ms."""
    found = list(measured)
    return {
        "ratio": statistics.median(ours / floor for floor, ours in found),
        "ms": round(1000 * statistics.median(ours for _, ours in found), 3),
        "floor_ms": round(1000 * statistics.median(floor for floor, _ in found), 3),
        "rounds": len(found),
    }
