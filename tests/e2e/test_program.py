"""The program as its user starts it, with keys pressed from outside."""

import json
import signal
import subprocess
import sys
import time

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
    window.shows("Harrowmouth")
    window.press("1")
    window.press("ctrl+q")
    assert window.wait() == 0

    assert [(one["kind"], one["start"]) for one in stored()] == [("claim", 0)]


def test_a_window_whose_words_were_copied_ends_well(program, tmp_path):
    """The clipboard outlives Python on some platforms, and must not hold anything that needs it."""
    window = program("--library", tmp_path / "library.db", SAMPLE)
    window.shows("Harrowmouth")
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


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"no database" * 500, "not an Annotator library"), (b"", "empty"), (b"SQLite format 3\0" + bytes(84), "damaged")],
)
def test_a_library_that_is_none_is_one_sentence_and_exit_code_2(program, tmp_path, data, says):
    library = tmp_path / "library.db"
    library.write_bytes(data)
    window = program("--library", library)
    said = window.read_until("annotator:")
    window.press("Return")

    assert (window.wait(), says in said, said.count("\n"), library.read_bytes()) == (2, True, 1, data)


def test_a_second_start_hands_its_files_to_the_running_window(program, stored, display, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Another story\n\nWith a sentence.\n", encoding="utf-8")
    window = program("--library", tmp_path / "library.db", SAMPLE)
    window.shows("Harrowmouth")
    second = subprocess.run(
        [sys.executable, "-m", "annotator", "--library", tmp_path / "library.db", other],
        env=display,
        check=False,
        timeout=30,
    )
    window.shows("Another story")
    window.press("1", "ctrl+q")
    assert (second.returncode, window.wait()) == (0, 0)

    assert [(one["article_file"], one["text"]) for one in stored()] == [("other.txt", "Another story")]


def test_a_command_on_an_open_library_says_so(program, display, tmp_path):
    window = program("--library", tmp_path / "library.db", SAMPLE)
    window.shows("Harrowmouth")
    said = subprocess.run(
        [sys.executable, "-m", "annotator", "articles", "--library", tmp_path / "library.db"],
        env=display,
        check=False,
        timeout=30,
        capture_output=True,
        text=True,
    )

    assert (said.returncode, "open in another Annotator" in said.stderr, said.stderr.count("\n")) == (5, True, 1)


def test_the_window_saves_what_is_typed_when_the_system_ends_it(program, stored, tmp_path):
    window = program("--library", tmp_path / "library.db", SAMPLE)
    window.shows("Harrowmouth")
    window.press("1", "Return")
    window.type("Ask the mayor")
    window.signal(signal.SIGTERM)
    assert window.wait() == 0

    assert [one["note"] for one in stored()] == ["Ask the mayor"]


def test_a_killed_window_has_lost_nothing_that_it_called_saved(program, stored, tmp_path):
    window = program("--library", tmp_path / "library.db", SAMPLE)
    window.shows("Harrowmouth")
    window.press("1", "Down", "Down", "2")
    time.sleep(0.5)
    window.signal(signal.SIGKILL)
    window.wait()

    assert [one["kind"] for one in stored()] == ["claim", "quote"]
