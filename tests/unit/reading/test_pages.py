"""Pages as pictures: which one, and where words are on it."""

import pytest

from annotator.progress import Cancelled, silent
from annotator.reading import Code, read_bytes
from annotator.reading.child import draw_apart
from annotator.reading.pages import Wanted, wanted
from annotator.reading.unreadable import Refused
from tests.unit.reading.pdfs import Words, pdf_of

FIRST = [Words(72, 700, "The fee is six crowns, the min-"), Words(72, 686, "ister said. The fee grows.")]
SECOND = [Words(72, 400, "On the second page the fee is free.")]
DATA = pdf_of(FIRST, SECOND)
WIDTH = 595


def asked(words, *, nth=0):
    document = read_bytes(DATA, "story.pdf").document
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    return wanted(document.text, document.places, start, WIDTH, [(start, start + len(words))])


def boxes(words, *, nth=0):
    """As (left, middle) in points from the upper left corner; the page is drawn a pixel a point."""
    return [(x, y + high / 2) for x, y, _, high in draw_apart(asked(words, nth=nth), DATA, silent).boxes]


def test_a_page_is_drawn_as_wide_as_asked_for():
    page = draw_apart(Wanted("1", 300), DATA, silent)

    assert (page.width, len(page.pixels), set(page.pixels[:30])) == (300, page.width * page.height * 3, {255})


def test_words_are_on_the_page_that_they_were_read_from():
    assert (asked("six crowns").label, asked("second page").label) == ("1", "2")


def test_words_are_found_where_they_stand():
    [(left, middle)] = boxes("second page")

    assert (left, middle) == (pytest.approx(110, abs=4), pytest.approx(842 - 404, abs=4))


def test_a_divided_word_is_found_on_both_lines():
    (_, upper), (left, lower) = boxes("minister")

    assert (round(lower - upper), left) == (14, pytest.approx(72, abs=2))


def test_of_words_that_stand_there_twice_those_meant_are_found():
    [(_, first)], [(_, second)] = boxes("The fee"), boxes("The fee", nth=1)

    assert second - first == pytest.approx(14, abs=2)


def test_words_over_two_pages_are_shown_on_the_one_asked_for():
    document = read_bytes(DATA, "story.pdf").document
    whole = [(0, len(document.text))]
    on_each = [wanted(document.text, document.places, at, WIDTH, whole).words for at in (0, len(document.text))]

    assert "".join(words for page in on_each for words in page) == document.text


def test_words_that_the_page_does_not_have_are_nowhere():
    assert draw_apart(Wanted("1", WIDTH, ("elsewhere",), (0.5,)), DATA, silent).boxes == ()


def test_a_damaged_file_is_refused():
    with pytest.raises(Refused) as caught:
        draw_apart(Wanted("1", WIDTH), b"%PDF-1.7\n", silent)

    assert caught.value.code is Code.DAMAGED


def test_drawing_can_be_stopped():
    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        draw_apart(Wanted("1", WIDTH), DATA, stop)
