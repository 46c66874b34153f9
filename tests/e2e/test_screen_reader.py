"""From outside, over the bus that screen readers listen on: what is there, and what is said."""

import json
import shutil
import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.program import Program

PYTHON = "/usr/bin/python3"
"""Debian's, which has Debian's pyatspi."""


@pytest.fixture
def running():
    """What was started for a test ends with it."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def bus(screen, display, running) -> dict[str, str]:
    """The environment of processes on a bus of their own, with our screen."""
    has = screen and shutil.which("xdotool") and shutil.which("dbus-daemon") and Path(PYTHON).exists()
    if not has or subprocess.run([PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode:
        pytest.skip("nobody to listen (Debian: apt install xvfb openbox xdotool dbus at-spi2-core python3-pyatspi)")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        env=display,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    running.enter_context(daemon)
    running.callback(daemon.terminate)
    address = daemon.stdout.readline().strip()
    return display | {"DBUS_SESSION_BUS_ADDRESS": address, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}


@pytest.fixture
def told(bus, running):
    """told(): what the listener says next."""
    listener = subprocess.Popen(
        [PYTHON, Path(__file__).parent / "listener.py"],
        env={name: value for name, value in bus.items() if name != "PYTHONPATH"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    running.enter_context(listener)
    running.callback(listener.kill)
    return lambda: json.loads(listener.stdout.readline())


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("Budget grows\n\nThe fee is 6 crowns.\n", encoding="utf-8")
    return path


def until(told, wanted):
    """What is told next of this kind: where the caret is may be said in between."""
    return next(found for found in (told() for _ in range(9)) if wanted(found))


def test_a_screen_reader_sees_and_hears_what_is_marked_and_undone(bus, running, told, story):
    program = Program([story], bus)
    running.callback(program.end)
    program.shows("Budget")
    names = until(told, lambda told: "names" in told)["names"]
    program.press("ctrl+Home", "1")
    marked = until(told, lambda told: told.get("said") == "Marked: claim")
    program.press("ctrl+z")
    undone = until(told, lambda told: told.get("said") == "Undone: mark claim")
    program.press("ctrl+q")

    claim = "Claim, unchecked: Budget grows"
    assert {"Claim", "Stories", "Text of the story", "Show by status"} <= set(names)
    assert marked == {"said": "Marked: claim", "marks": [[claim, "comment", True]], "cards": [[claim, True]]}
    assert undone == {"said": "Undone: mark claim", "marks": [], "cards": []}
    assert program.wait() == 0
