import pytest
from hypothesis import given

from annotator.text import sentences
from annotator.walking import next_untouched, sentence_beside
from tests.prose import prose, prose_and_ranges

TEXT = "One goes. Two goes.\n\nThree goes! 四走了。五走了。"


def walked(forward, text=TEXT):
    """The starts at which the caret stops from one end of the text to the other."""
    caret, found = (-1 if forward else len(text)), []
    while there := sentence_beside(text, caret, forward=forward):
        found.append(caret := there[0])
    return found


@given(prose)
def test_the_caret_stops_at_every_sentence_on_the_way_on(text):
    assert walked(True, text) == [start for start, _ in sentences(text)]


@given(prose)
def test_the_caret_stops_at_every_sentence_on_the_way_back(text):
    assert walked(False, text) == [start for start, _ in reversed(sentences(text))]


@given(prose_and_ranges(size=3))
def test_what_is_untouched_is_the_next_sentence_no_range_touches(place):
    text, ranges = place
    marked, caret = [r for r in ranges[:2] if r[0] < r[1]], ranges[2][0]
    free = [s for s in sentences(text) if all(b <= s[0] or a >= s[1] for a, b in marked)]
    expected = [s for s in free if s[0] > caret] + [s for s in free if s[0] <= caret]

    assert next_untouched(text, caret, marked) == next(iter(expected), None)


ENDLESS = " ".join(
    f"The {n}th mayor of St. Paul said so, at 5 p.m. “No {n}. It is No. {n}!” he said." for n in range(900)
)
"""One line, several times as long as what is looked through at once."""


@pytest.mark.parametrize("forward", [True, False])
def test_in_an_endless_line_the_caret_stops_at_the_very_same_sentences(forward):
    expected = [start for start, _ in sentences(ENDLESS)]

    assert walked(forward, ENDLESS) == (expected if forward else expected[::-1])


@pytest.mark.parametrize("text", ["a " * 40_000, "!" * 40_000])
def test_an_endless_line_that_ends_no_sentence_is_walked_as_any_other(text):
    middle, starts = len(text) // 2, [start for start, _ in sentences(text)]
    there, back = (sentence_beside(text, middle, forward=forward) for forward in (True, False))

    assert (there and there[0], back and back[0]) == (
        next((start for start in starts if start > middle), None),
        next((start for start in reversed(starts) if start < middle), None),
    )


def test_where_all_is_dealt_with_there_is_none():
    assert next_untouched(TEXT, 3, [(0, len(TEXT))]) is None
