import re
import unicodedata
from itertools import islice, pairwise
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.finding import Finder
from tests.prose import prose


def found(text, words, **how):
    return [text[start:end] for start, end in Finder(text).find(words, **how)]


def plain(words):
    """What a hit must have in common with what was looked for."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", words.strip()).casefold())
    for mark, marks in (("'", "‘’‚‛ʼ"), ('"', "“”„‟«»")):
        folded = re.sub(f"[{marks}]", mark, folded)
    return re.sub(r"\s+", " ", folded)


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("The fee, THE FEE", "the fee", ["The fee", "THE FEE"]),
        ("Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Straße", "ß", ["ß"]),
        ("Straße", "as", []),
        ("İstanbul istanbul", "istanbul", ["istanbul"]),
        ("x İstanbul y", "İSTANBUL", ["İstanbul"]),
        ("caf\u00e9 cafe\u0301 cafe", "caf\u00e9", ["caf\u00e9", "cafe\u0301"]),
        ("caf\u00e9 cafe\u0301 cafe", "cafe", ["cafe"]),
        ("two\nwords, two\u00a0words", "two words", ["two\nwords", "two\u00a0words"]),
        ("“It’s”", '"it\'s"', ["“It’s”"]),
        ("a.b axb", "a.b", ["a.b"]),
        ("🙂 قال 🙂", "قال", ["قال"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("words", "  ", []),
    ],
)
def test_words_are_found_as_a_reader_means_them(text, words, hits):
    assert found(text, words) == hits


def test_with_case_only_the_very_letters_are_found():
    assert found("Fee fee", "fee", case=True) == ["fee"]


def test_whole_words_are_those_that_go_on_on_neither_side():
    assert Finder("fees fee coffee fee.").find("fee", whole=True) == [(5, 8), (16, 19)]


def test_what_is_no_whole_word_hides_none_behind_it():
    assert Finder("aa a a").find("a a", whole=True) == [(3, 6)]


def test_no_more_hits_are_looked_for_than_asked():
    assert Finder("e" * 20).find("e", most=3) == [(0, 1), (1, 2), (2, 3)]


@given(prose, st.data())
def test_every_hit_is_what_was_looked_for(text, data):
    start = data.draw(st.integers(0, len(text)))
    words = text[start : data.draw(st.integers(start, min(len(text), start + 12)))]

    assert {plain(hit) for hit in found(text, words)} <= {plain(words)}


@given(prose, st.data())
def test_hits_are_in_order_and_do_not_overlap(text, data):
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    hits = Finder(text).find(text[start : start + 1])

    assert all(one[1] <= other[0] for one, other in pairwise(hits))


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("中国外交部", "外交", [(2, 4)]),
        ("東京タワー", "タワ", []),
        ("東京タワーに", "タワー", [(2, 5)]),
        ("中文Uber", "Uber", [(2, 6)]),
    ],
)
def test_whole_words_are_those_that_a_selection_snaps_to(text, words, hits):
    assert Finder(text).find(words, whole=True) == hits


@given(st.text(alphabet="aßİé ﬁX", max_size=40), st.integers(1, 9), st.integers(0, 9))
def test_a_text_made_ready_in_pieces_is_searched_as_one(text, piece, steps):
    finder = Finder(text)
    with patch("annotator.text.finding._PIECE", piece):
        list(islice(finder.prepare(), steps))
        found = [finder.find(words) for words in ("ss", "i", "x", "fi")]
        list(finder.prepare())

    assert found == [Finder(text).find(words) for words in ("ss", "i", "x", "fi")]
