"""A screen for the real program: an X server of our own, so that nobody's mouse and keyboard are taken."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.e2e.program import Program

ROOT = Path(__file__).resolve().parents[2]
SIZE = "1600x1000x24"


@pytest.fixture(scope="session")
def server():
    """The name of an X display that only tests see, or None where there is no Xvfb."""
    if not shutil.which("Xvfb"):
        yield None
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as running:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        yield f":{number}"
        running.terminate()


@pytest.fixture(scope="session")
def managed(server):
    """The display with a window manager on it, which gives windows the keyboard."""
    if not server or not shutil.which("openbox") or not shutil.which("xdotool"):
        yield None
        return
    with subprocess.Popen(
        ["openbox"], env={**os.environ, "DISPLAY": server}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running:
        yield server
        running.terminate()


@pytest.fixture
def without_display(home) -> dict[str, str]:
    """The environment of a process that runs this checkout where there is no screen."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    del kept["QT_QPA_PLATFORM"]
    return kept | {"PYTHONPATH": str(ROOT)}


@pytest.fixture
def display(server, without_display) -> dict[str, str]:
    """The environment of a process whose windows are on a screen of ours, or in memory where there is none."""
    seen = {"DISPLAY": server, "QT_QPA_PLATFORM": "xcb"} if server else {"QT_QPA_PLATFORM": "offscreen"}
    return without_display | seen


@pytest.fixture
def program(managed, display):
    """Starts the real program: `program("a.txt")`; it is ended with the test. Skips where nobody could press keys."""
    if not managed:
        pytest.skip("no Xvfb, openbox and xdotool to press keys with (Debian: apt install xvfb openbox xdotool)")
    started: list[Program] = []

    def start(*words) -> Program:
        started.append(Program(words, display))
        return started[-1]

    yield start
    for one in started:
        one.end()
