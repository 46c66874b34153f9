import pytest

from annotator.text import trim


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 8, (2, 6)), (2, 6, (2, 6)), (3, 5, (4, 5)), (0, 3, (2, 3)), (5, 8, (5, 6)), (4, 4, (4, 4))],
)
def test_trim_takes_outer_white_space_off(start, end, expected):
    assert trim("\u3000 a bc\n ", start, end) == expected


def test_trim_of_nothing_but_white_space_is_empty():
    start, end = trim("a \n b", 1, 4)

    assert start == end
