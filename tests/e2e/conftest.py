"""A screen for the real program: an X server of our own, so that nobody's mouse and keyboard are taken."""

import os
import shutil
import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.program import Program

ROOT = Path(__file__).resolve().parents[2]
SIZE = "1600x1000x24"


@pytest.fixture(scope="session")
def screen():
    """The name of an X display that only tests see, or None where that cannot be had.

    With a window manager: without one no window gets the keyboard, and Qt waits for ever when it takes the selection.
    """
    if not shutil.which("Xvfb") or not shutil.which("openbox"):
        yield None
        return
    with ExitStack() as running:
        read, write = os.pipe()
        start(running, "Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp", pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as told:
            name = f":{told.readline().strip()}"
        start(running, "openbox", env={**os.environ, "DISPLAY": name})
        yield name


def start(running, *command, **how):
    """A process that ends with the stack."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = running.enter_context(subprocess.Popen(command, **quiet, **how))
    running.callback(process.terminate)


@pytest.fixture
def without_display(home) -> dict[str, str]:
    """The environment of a process that runs this checkout where there is no screen."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    del kept["QT_QPA_PLATFORM"]
    return kept | {"PYTHONPATH": str(ROOT)}


@pytest.fixture
def display(screen, without_display) -> dict[str, str]:
    """The environment of a process whose windows are on a screen of ours, or in memory where there is none."""
    seen = {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"} if screen else {"QT_QPA_PLATFORM": "offscreen"}
    return without_display | seen


@pytest.fixture
def program(screen, display):
    """Starts the real program: `program("a.txt")`; it is ended with the test. Skips where nobody could press keys."""
    if not screen or not shutil.which("xdotool"):
        pytest.skip("no Xvfb, openbox and xdotool to press keys with (Debian: apt install xvfb openbox xdotool)")
    started: list[Program] = []

    def run(*words) -> Program:
        started.append(Program(words, display))
        return started[-1]

    yield run
    for one in started:
        one.end()
