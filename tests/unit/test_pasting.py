"""What is pasted or typed is read like a file, and kept as the original."""

import re

import pytest

from annotator.pasting import read_pasted, read_typed
from annotator.reading import Code, UnreadableFile, suffixes

PAGES = ".html" in suffixes()


def test_pasted_words_are_a_story_and_its_original():
    words = "Ferry ends\n\nIt sank – “today”.\u00a0More.\n"
    read = read_pasted(words)

    assert (read.document.title, read.original.data.decode(), read.document.encoding) == ("Ferry ends", words, "utf-8")


def test_what_was_pasted_is_named_by_its_time():
    assert re.fullmatch(r"Pasted \d{4}-\d\d-\d\d \d\d\.\d\d\.txt", read_pasted("A story.").original.file_name)


def test_no_encoding_is_guessed_of_what_is_characters_already():
    assert not read_pasted("Caf\u00e9 \x1b$B is no Japanese mail.").document.encoding_guessed


@pytest.mark.parametrize("words", ["", " \n\t"])
def test_nothing_but_white_space_is_refused(words):
    with pytest.raises(UnreadableFile) as refused:
        read_pasted(words)

    assert refused.value.code in (Code.EMPTY, Code.NO_TEXT)


def test_half_a_character_becomes_a_question_mark():
    assert read_pasted("It rose \ud83d today.").document.text == "It rose ? today."


@pytest.mark.skipif(not PAGES, reason="no reader of web pages yet")
def test_rich_text_is_read_as_a_page_and_all_of_it():
    read = read_pasted("plain", "<p>It <a href='https://a.example/b'>rose</a>.</p><p>More.</p>")

    assert (read.document.text, [link.url for link in read.document.links]) == (
        "It rose.\n\nMore.",
        ["https://a.example/b"],
    )


@pytest.mark.skipif(not PAGES, reason="no reader of web pages yet")
def test_where_rich_text_holds_no_words_the_plain_ones_are_taken():
    assert read_pasted("It rose.", "<p><img src='a.png'></p>").document.text == "It rose."


def test_a_typed_title_is_the_headline_and_the_name():
    read = read_typed("  Fees: 6 / 7 crowns?  ", "They rose.")

    assert (read.document.text, read.document.title, read.original.file_name) == (
        "Fees: 6 / 7 crowns?\n\nThey rose.",
        "Fees: 6 / 7 crowns?",
        "Fees: 6 - 7 crowns?.txt",
    )


def test_a_story_may_be_typed_without_a_title():
    assert read_typed("", "They rose.").document.text == "They rose."
