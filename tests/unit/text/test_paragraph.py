from hypothesis import given

from annotator.text import paragraph_at, paragraph_number, paragraphs
from tests.prose import are_spans, prose, prose_and_offset

STORY = "Head\n\n  \n One.\t\nTwo"


def test_a_paragraph_is_a_line_as_it_is_and_blank_lines_are_none():
    assert [STORY[start:end] for start, end in paragraphs(STORY)] == ["Head", " One.\t", "Two"]


def test_an_empty_text_has_no_paragraphs():
    assert paragraphs("") == []


@given(prose)
def test_every_character_that_is_not_blank_is_in_exactly_one_paragraph(text):
    spans = paragraphs(text)

    assert are_spans(text, spans)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


def test_the_end_of_a_line_belongs_to_it():
    assert paragraph_at(STORY, 4) == (0, 4)


def test_there_is_no_paragraph_on_a_blank_line():
    assert [paragraph_at(STORY, offset) for offset in (5, 6, 7, 8)] == [None] * 4


@given(prose_and_offset())
def test_the_paragraph_at_an_offset_is_one_of_all_paragraphs(place):
    text, offset = place
    around = [span for span in paragraphs(text) if span[0] <= offset <= span[1]]

    assert paragraph_at(text, offset) == (around[0] if around else None)


def test_paragraphs_are_counted_from_one():
    numbered = paragraphs(STORY)

    assert [paragraph_number(numbered, offset) for offset in (0, 4, 5, 9, 16, 18)] == [1, 1, 1, 2, 3, 3]


def test_before_the_first_paragraph_the_number_is_zero():
    assert paragraph_number(paragraphs("\n\nOne"), 1) == 0
