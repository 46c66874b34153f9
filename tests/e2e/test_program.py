"""The program as its user starts it, with keys pressed from outside."""

import json
import subprocess
import sys

import pytest

from annotator.assets import asset

SAMPLE = asset("samples/harbour-tunnel.txt")
LEAVINGS = ("annotations.csv", "window.png", "library.db")


@pytest.fixture
def stored(tmp_path, without_display):
    """The annotations of the test's library, as the command line tells them."""

    def stored():
        told = subprocess.run(
            [sys.executable, "-m", "annotator", "annotations", "--json", "--library", tmp_path / "library.db"],
            env=without_display,
            check=True,
            capture_output=True,
            timeout=60,
        )
        return json.loads(told.stdout)

    return stored


def empty(folder):
    """What the tour did not leave there."""
    return [name for name in LEAVINGS if not (folder / name).is_file() or not (folder / name).stat().st_size]


def test_a_key_marks_the_sentence_under_the_caret(program, stored, tmp_path):
    window = program("--library", tmp_path / "library.db", SAMPLE)
    window.press("1")
    window.press("ctrl+q")
    assert window.wait() == 0

    assert [(one["kind"], one["start"]) for one in stored()] == [("claim", 0)]


def test_a_window_whose_words_were_copied_ends_well(program, tmp_path):
    """The clipboard outlives Python on some platforms, and must not hold anything that needs it."""
    window = program("--library", tmp_path / "library.db", SAMPLE)
    window.press("shift+End", "ctrl+c", "ctrl+q")

    assert window.wait() == 0


def test_the_tour_stays_open_until_its_window_is_closed(program, tmp_path):
    tour = program("tour", "--out", tmp_path / "tour")
    said = tour.read_until("stays open")
    tour.press("ctrl+q")

    assert (tour.wait(), "stays open" in said, empty(tmp_path / "tour")) == (0, True, [])


def test_the_tour_ends_by_itself_where_there_is_no_screen(without_display, tmp_path):
    subprocess.run(
        [sys.executable, "-m", "annotator", "tour", "--out", tmp_path], env=without_display, check=True, timeout=100
    )

    assert empty(tmp_path) == []
