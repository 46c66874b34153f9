"""The sample story has what a first hour with the program needs."""

import re

import pytest

from annotator.assets import asset

STORY = asset("samples/harbour-tunnel.txt").read_text(encoding="utf-8")
SPLIT = re.compile(r"“[^”]+,” said [^“”]+, “[^”]+”")
MIXED = re.compile(r"\b(?:had|but|call\w*|said)\b[^“”.]*“[a-z][^”]*”")


def test_it_has_the_length_of_a_story():
    assert 500 <= len(STORY.split()) <= 700


def test_its_paragraphs_are_separated_by_one_blank_line():
    assert [line for line in STORY.splitlines()[1::2] if line] == []


@pytest.mark.parametrize("quote", [SPLIT, MIXED], ids=["split", "mixed"])
def test_it_has_quotes_of_every_form(quote):
    assert quote.search(STORY)


@pytest.mark.parametrize("source", ["Mayor Ilse Marden", "Officials said", "In a report", "who asked not to be named"])
def test_it_has_sources_of_every_sort(source):
    assert source in STORY


def test_its_quotation_marks_are_typographic_and_paired():
    assert (STORY.count("“"), STORY.count('"'), STORY.count("'")) == (STORY.count("”"), 0, 0)
