import time

import pytest
from hypothesis import given

from annotator.text import paragraph_at, quotation_at
from tests.prose import prose_and_offset, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “a b^c d” e", "“a bc d”"),
        ("He said “a ‘b^c’ d” e", "‘bc’"),
        ("He said “a^ ‘bc’ d” e", "“a ‘bc’ d”"),
        ("He said “a b”^ e", "“a b”"),
        ("He said ^“a b” e", "“a b”"),
        ("„Das^ ist“, sagte er. „Gut.“", "„Das ist“"),
        ("„Das ist“, sagte^ er. „Gut.“", None),
        ("‚Das^ ist‘, sagte er", "‚Das ist‘"),
        ("« Oui^ », dit-il", "« Oui »"),
        ("»Ja^«, sagte er. »Nein«", "»Ja«"),
        ("»Ja«, sagte^ er. »Nein«", None),
        ("‹ Oui^ ›, dit-il", "‹ Oui ›"),
        ("”Hej^ då”, sa hon", "”Hej då”"),
        ('a "b^ c" d "e"', '"b c"'),
        ('a "b c" ^d "e"', None),
        ("他说：「这是『真^的』吗」。", "『真的』"),
        ("他说：「这^是『真的』吗」。", "「这是『真的』吗」"),
        ('צה"ל אמר "כ^ן"', '"כן"'),
        ('צה"ל אמ^ר "כן"', None),
        ("It’s Jim’s^ book, isn’t it", None),
        ("“It’s Jim’s^ book,” she said", "“It’s Jim’s book,”"),
        ("‘It’s Jim’s^ book,’ she said", "‘It’s Jim’s book,’"),
        ('A 5\'10" m^an said "no"', None),
        ("She said “no^ and left", None),
        ("no quotes^", None),
    ],
)
def test_the_quotation_under_the_caret_comes_with_its_marks(text, expected):
    caret, text = text.index("^"), text.replace("^", "")

    assert shown(text, quotation_at(text, caret)) == expected


def test_between_two_quotations_that_touch_it_is_the_one_that_begins():
    assert quotation_at("「a」「b」", 3) == (3, 6)


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_all_of_this_one():
    text = "“We begin.\n “We go on. \nAnd end.”"

    assert shown(text, quotation_at(text, 15)) == "“We go on."


@given(prose_and_offset())
def test_a_quotation_is_around_the_caret_and_in_its_paragraph(place):
    text, offset = place
    start, end = quotation_at(text, offset) or (offset, offset)
    low, high = paragraph_at(text, offset) or (offset, offset)

    assert low <= start <= offset <= end <= high


@pytest.mark.parametrize("evil", ["“", "”", "“”", '"', "‘“", "» "])
def test_no_text_takes_more_than_its_length_in_time(evil):
    began = time.process_time()
    quotation_at(evil * 300_000, 300_000)

    assert time.process_time() - began < 1
