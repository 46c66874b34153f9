import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.matching import match
from annotator.text.titles import Titles


def ranked(letters, *titles):
    return [title for title, _ in Titles(titles, lambda title: (title,)).best(letters, 50)]


@pytest.mark.parametrize(
    ("letters", "titles"),
    [
        ("re", ("Redo", "More words", "Larger")),
        ("ns", ("Next story", "Unsaid")),
        ("open", ("Open…", "Open the sample story", "Reopen")),
        ("next ann", ("Next annotation",)),
    ],
)
def test_what_is_meant_comes_first(letters, titles):
    assert ranked(letters, *reversed(titles))[0] == titles[0]


def test_what_has_not_all_letters_is_not_there():
    assert ranked("xyz", "Next story") == []


def test_letters_from_the_middle_of_words_count_in_one_piece_only():
    assert ranked("re", "Source", "In progress") == ["In progress"]


def test_letters_are_marked_where_words_begin():
    assert match("ns", "Next story").at == (0, 5)


def test_equal_ones_keep_their_order():
    assert ranked("", "one", "two") == ["one", "two"]


@given(st.text(max_size=8), st.text(max_size=30))
def test_the_marked_letters_are_those_typed(letters, title):
    fit = match(letters, title)

    assert fit is None or all(place < len(title) for place in fit.at)
