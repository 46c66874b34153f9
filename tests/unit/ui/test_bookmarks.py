"""Where stories were left: kept for the latest, harmless whatever somebody wrote there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.bookmarks import MOST, Place, put, read


def test_a_place_comes_back():
    place = Place(caret=1_234, top=1_000, below=-7)

    assert read(put([], "a1", place)) == {"a1": place}


def test_a_new_place_takes_that_of_the_old_one_and_comes_first():
    lines = put(put(put([], "a", Place(1, 1, 0)), "b", Place(2, 2, 0)), "a", Place(3, 3, 0))

    assert lines == ["a:3:3:0", "b:2:2:0"]


def test_only_the_latest_are_kept():
    lines: list[str] = []
    for number in range(MOST + 5):
        lines = put(lines, f"v{number}", Place(number, 0, 0))

    assert (len(lines), lines[0], lines[-1]) == (MOST, f"v{MOST + 4}:{MOST + 4}:0:0", "v5:5:0:0")


@pytest.mark.parametrize(
    "line", ["", "a", "a:1:2", "a:1:2:3:4", "a:-1:2:3", "a:1:2:99999", "a:9999999999:1:1", 7, None]
)
def test_what_is_no_place_is_left_out(line):
    assert read([line, "good:1:2:3"]) == {"good": Place(1, 2, 3)}


@given(st.lists(st.text() | st.integers() | st.none(), max_size=20))
def test_nothing_that_somebody_wrote_does_harm(lines):
    assert put(lines, "a", Place(1, 2, 3))[0] == "a:1:2:3"
