import pytest
from hypothesis import given

from annotator.text import character_edge, is_boundary, snap_words, word_edge
from tests.prose import prose_and_offset, prose_and_ranges

TEXT = "The fee is 4.5 crowns. Don't!"


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        (TEXT, 5, 9, "fee is"),
        (TEXT, 12, 13, "4.5"),
        (TEXT, 3, 4, " "),
        (TEXT, 21, 24, ". Don't"),
        (TEXT, 5, 5, ""),
        ("政府は述べた", 1, 3, "府は"),
        ("قال الوزير نعم", 5, 8, "الوزير"),
        ("a 👍🏽 b", 3, 5, "👍🏽 "),
    ],
)
def test_a_selection_grows_to_whole_words(text, start, end, expected):
    first, last = snap_words(text, start, end)

    assert text[first:last] == expected


@given(prose_and_ranges())
def test_a_snapped_selection_holds_what_was_selected_and_cuts_no_character(place):
    text, [(start, end)] = place
    first, last = snap_words(text, start, end)

    assert (first <= start, end <= last) == (True, True)
    assert start == end or (is_boundary(text, first) and is_boundary(text, last))


def edges(text, offset, step, **how):
    """Where an edge goes, step by step, until it stays."""
    found = []
    while (there := word_edge(text, offset, step, **how)) != offset:
        found.append(offset := there)
    return found


def test_an_end_goes_from_word_end_to_word_end():
    assert edges(TEXT, 0, 1) == [3, 7, 10, 14, 21, 28, 29]


def test_a_start_goes_from_word_start_to_word_start():
    assert edges(TEXT, len(TEXT), -1, starts=True) == [23, 15, 11, 8, 4, 0]


def test_in_chinese_an_edge_goes_by_the_character():
    assert edges("政府は", 0, 1) == [1, 2, 3]


@given(prose_and_offset())
def test_an_edge_that_moves_by_characters_stops_at_each_of_them(place):
    text, offset = place
    there = character_edge(text, offset, 1)

    assert there > offset or offset == len(text)
    assert is_boundary(text, there)
    assert [o for o in range(offset + 1, there) if is_boundary(text, o)] == []


@given(prose_and_offset())
def test_an_edge_that_moves_by_words_cuts_no_character_and_always_moves(place):
    text, offset = place
    on, back = word_edge(text, offset, 1), word_edge(text, offset, -1, starts=True)

    assert (on > offset or offset == len(text), back < offset or offset == 0) == (True, True)
    assert (is_boundary(text, on), is_boundary(text, back)) == (True, True)


def test_a_word_without_end_does_not_take_for_ever():
    assert word_edge("a" * 1_000_000, 500_000, 1) - 500_000 <= 2_000
