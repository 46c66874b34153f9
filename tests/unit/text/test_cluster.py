import subprocess
import sys

import pytest
import regex
from hypothesis import given

from annotator.text import cluster, is_boundary, snap_graphemes, tidy, trim
from tests.prose import prose, prose_and_ranges

FAMILY = "👩‍👩‍👧‍👦"


def boundaries(text):
    return {0, len(text)} | {match.start() for match in regex.finditer(r"\X", text)}


@given(prose)
def test_boundaries_are_those_of_the_unicode_standard(text):
    assert {offset for offset in range(len(text) + 1) if is_boundary(text, offset)} == boundaries(text)


def test_between_two_plain_characters_there_is_always_a_boundary():
    plain = [chr(c) for c in range(sys.maxunicode + 1) if cluster._plain_pair().fullmatch(chr(c) * 2)]
    pairs = [a + b for c in plain for a, b in ((c, "a"), ("a", c), (c, c))]

    assert [pair for pair in pairs if pair != "\r\n" and regex.fullmatch(r"\X", pair)] == []


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("cafe\u0301s", 0, 4, (0, 5)),
        ("cafe\u0301s", 4, 6, (3, 6)),
        (f"a{FAMILY}b", 3, 4, (1, 8)),
        ("👍🏽", 1, 2, (0, 2)),
        ("🇵🇹🇪🇺", 1, 3, (0, 4)),
        ("🇵🇹🇪🇺", 2, 3, (2, 4)),
        ("\u1112\u1161\u11ab", 1, 2, (0, 3)),
        ("plain", 1, 3, (1, 3)),
        ("", 0, 0, (0, 0)),
    ],
)
def test_a_span_widens_to_whole_clusters(text, start, end, expected):
    assert snap_graphemes(text, start, end) == expected


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("  two words \n", 0, 13, "two words"),
        ("a \u0301b", 1, 3, " \u0301"),
        (" \u00a0\u3000a\u2003", 0, 5, "a"),
        ("“quoted” ", 0, 9, "“quoted”"),
        ("a \t b", 1, 4, ""),
    ],
)
def test_tidy_takes_outer_white_space_off_unless_it_carries_a_mark(text, start, end, expected):
    assert text[slice(*tidy(text, start, end))] == expected


@given(prose_and_ranges())
def test_tidy_never_cuts_a_cluster(place):
    text, [(start, end)] = place
    start, end = tidy(text, start, end)

    assert start == end or {start, end} <= boundaries(text)


@given(prose_and_ranges())
def test_tidy_keeps_every_character_that_is_not_blank(place):
    text, [(start, end)] = place
    first, last = tidy(text, start, end)
    inner_start, inner_end = trim(text, start, end)

    assert inner_start == inner_end or first <= inner_start < inner_end <= last


@given(prose_and_ranges())
def test_what_is_tidy_stays_as_it_is(place):
    text, [(start, end)] = place
    once = tidy(text, start, end)

    assert tidy(text, *once) == once


def test_a_pile_of_marks_is_looked_at_no_further_than_the_longest_cluster():
    text = "Z" + "\u0301" * 1_000_000

    assert snap_graphemes(text, 0, 500_000) == (0, 500_000 + cluster.LONGEST)


def test_plain_text_is_tidied_without_the_regex_module():
    code = (
        "import sys; from annotator import text as t; s = 'Он сказал: “Non, été.” 政府は発表した。';"
        "print([t.tidy(s, 0, n) for n in range(len(s))] and 'regex' in sys.modules)"
    )

    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"
