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


def test_where_all_is_dealt_with_there_is_none():
    assert next_untouched(TEXT, 3, [(0, len(TEXT))]) is None
