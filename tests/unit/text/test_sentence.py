import time

import pytest
from hypothesis import given

from annotator.text import canonical, paragraph_at, sentence_at, sentences, trim
from annotator.text.span import REACH
from tests.prose import are_spans, prose, prose_and_offset, shown

HARD_CASES = {
    "titles and times": "Mr. Smith met Sen. Jane Roe of the U.S. Senate at 4 p.m. on Friday. | He left.",
    "abbreviations at an end": "He moved to the U.S. | The president did not. | It was 5 p.m. | The sun set.",
    "question, then who asked": "“Why now?” Smith asked. | “I don’t know,” he said. | “Ask me.” | She left.",
    "saints and streets": "St. Petersburg is not on Main St. | The shop is.",
    "initials": 'Then J. K. Rowling told Gen. Mark A. Milley: "No!" | "It is over," he said.',
    "lower case goes on": '"Never!" he shouted. | The firm, Yahoo! said so.',
    "figures": "The rate rose 4.5 percent to $1.2 million, No. 10 said. | No. | They denied it in 2019. | It fell.",
    "firms": "Apple Inc. Chief Executive Tim Cook spoke. | It bought Acme Corp. | The firm closed.",
    "dots and brackets": "On Jan. 6 it began... | It ended… | And it (finally!) stopped. | (He agreed.) | [Done.]",
    "nested quotes": "“She told me ‘go.’” | Then: \"He said 'no.'\" | Next.",
    "numbered lines": "1. The budget grew. | 2. It fell.",
    "German": "Am 3. Oktober kam Dr. Müller. | Er zahlte 3 Mio. Euro, z. B. für Öl. | „Das ist gut.“ | Dann ging er.",
    "French": "« Vraiment ? » dit-il. | « Oui. » | M. Dupont part. | Qui sont-ils\u00a0? | « Non.\u00a0» | Il part.",
    "Spanish": "El Sr. Gómez vive en EE. UU. | El presidente no. | ¿Cuándo? | ¡Nunca!",
    "Japanese": "政府は発表した。|「増税はしない。」と大臣は述べた。|終わり！",
    "Chinese": "“我们不会加税。”她告诉记者。|部长走了。|“真的？”|不。",
    "Arabic and Urdu": "قال الوزير: هل تعلم؟ | نعم۔ | د. محمد قال. | انتهى.",
    "Hebrew": 'צה"ל הודיע. | "האם זה נכון?" | כן.',
}


@pytest.mark.parametrize("case", HARD_CASES)
def test_sentences_of_news_end_where_a_reader_ends_them(case):
    separator = " | " if " | " in HARD_CASES[case] else "|"
    expected = HARD_CASES[case].split(separator)
    text = (" " if separator == " | " else "").join(expected)

    assert [text[start:end] for start, end in sentences(text)] == expected


def test_a_line_break_always_ends_a_sentence():
    text = "Beijing, May 15 (EFE).-\n\n \nmore of it\tand on "

    assert [text[start:end] for start, end in sentences(text)] == ["Beijing, May 15 (EFE).-", "more of it\tand on"]


def test_only_sentences_between_two_offsets_are_given():
    assert sentences("One. Two. Three.", 5, 9) == [(5, 9)]


@given(prose)
def test_every_character_that_is_not_blank_is_in_exactly_one_sentence(text):
    spans = sentences(text)

    assert are_spans(text, spans)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


@given(prose)
def test_no_sentence_has_outer_white_space_or_a_line_break(text):
    assert all(trim(text, *span) == span and "\n" not in text[slice(*span)] for span in sentences(text))


@given(prose_and_offset())
def test_the_sentence_at_an_offset_is_one_of_its_paragraph(place):
    text, offset = place
    paragraph = paragraph_at(text, offset)

    assert sentence_at(text, offset) in ([None] if paragraph is None else sentences(text, *paragraph))


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(0, "One."), (1, "One."), (3, "One."), (6, "One."), (7, "Two!"), (11, "Two!"), (13, "Two!"), (14, None)],
)
def test_between_sentences_it_is_the_one_before(offset, expected):
    text = " One.  Two!  \n\nThree"

    assert shown(text, sentence_at(text, offset)) == expected


def test_a_sentence_is_found_in_a_paragraph_without_end():
    text = "Some words. " * 500_000
    began = time.process_time()
    found = sentence_at(text, 3_000_005)

    assert (found, time.process_time() - began < 0.5) == ((3_000_000, 3_000_011), True)


def test_a_sentence_without_end_is_cut_at_the_reach():
    assert sentence_at("a" * 50_000, 20_000) == (20_000 - REACH, 20_000 + REACH)


@pytest.mark.parametrize("evil", [".", ". ", ".)", '"', "a.", "A. ", " ", "。」", "。", '."Aa ', "Aa ", "“", ".”A "])
def test_no_text_takes_more_than_its_length_in_time(evil):
    began = time.process_time()
    sentences(evil * (300_000 // len(evil)))

    assert time.process_time() - began < 3


def test_real_articles_are_cut_into_sentences_of_a_sane_length(articles):
    lengths = []
    for path in articles.glob("*.txt"):
        text, _ = canonical(path.read_text(encoding="utf-8"))
        lengths += [end - start for start, end in sentences(text)]

    assert (sorted(lengths)[len(lengths) // 2] in range(50, 140), max(lengths) < 800) == (True, True)
