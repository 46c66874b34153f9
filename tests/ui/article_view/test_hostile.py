"""Texts made to break a view: they open in a moment, and offsets hold."""

import time

import pytest
from PySide6.QtCore import Qt

from annotator.model.words import Kind
from annotator.ui.article_view.marks import Mark

HUGE = {
    "one line of 20 MB": "word " * 4_000_000 + "end",
    "one word of 5 MB": "x" * 5_000_000,
    "a million blank lines": "A\n" + "\n" * 1_000_000 + "B",
    "a hundred thousand paragraphs of one letter": "x\n" * 100_000 + "x",
}
ODD = {
    "form feeds and tabs": "one\ftwo\tthree\x0bfour \x1c five",
    "zero width": "a\u200bb\u200cc\u200dd\u2060e\ufefff",
    "direction controls": "a \u202eבגד\u202c e \u2067אב\u2069 \u200f f",
    "zalgo": "Z" + "".join(chr(0x300 + i % 0x6F) for i in range(60)) + "algo said so. " * 40,
    "flags and families": "👩‍👩‍👧🇪🇸🇫🇷👍🏽 end",
    "objects": "a \ufffc b \ufffd c",
    "nothing but white space": " \n\t\n\u3000",
    "private use and noncharacters": "a\ue000\ufdd0\U0010ffff b",
    "the longest word": "x" * 7_900,
}


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_text_is_walked_through_in_a_moment(shown, name):
    text = HUGE[name]
    begun = time.process_time()
    view = shown.text(text, [Mark(0, 1, Kind.CLAIM, "a"), Mark(len(text) - 1, len(text), Kind.QUOTE, "b")])
    opened = time.process_time() - begun
    shown.press("End", Qt.KeyboardModifier.ControlModifier)
    shown.press("PageUp")
    view.reveal(len(text) // 2, len(text) // 2 + 1)
    shown.press("Home", Qt.KeyboardModifier.ControlModifier)
    view.resize(500, 600)
    shown.settle()
    walked = time.process_time() - begun - opened

    assert (opened < 2, walked < 2, view.caret()) == (True, True, 0)


@pytest.mark.parametrize("name", ODD)
def test_an_odd_text_maps_every_offset_back(shown, name):
    text = ODD[name]
    view = shown.text(text, [Mark(0, len(text), Kind.CLAIM, "a")])
    shown.picture()
    offsets = view._offsets
    inside = [at for s, e in zip(offsets.starts, offsets.ends, strict=True) for at in range(s, e + 1)]

    assert [offsets.offset(offsets.position(at)) for at in inside] == inside


@pytest.mark.parametrize("name", ODD)
def test_qt_holds_just_what_the_offsets_say(shown, name):
    view = shown.text(ODD[name])
    units = len(view._offsets.shown().encode("utf-16-le")) // 2

    assert (view.document().characterCount(), view.document().blockCount()) == (units + 1, len(view._offsets))


def test_marks_in_a_line_that_is_broken_for_display_are_painted_in_both_pieces(shown, light):
    text = "word " * 4_000
    view = shown.text(text)
    break_at = view._offsets.ends[0]
    view.change_marks([], [Mark(break_at - 20, break_at + 20, Kind.CLAIM, "a")])
    view.reveal(break_at - 20, break_at + 20)
    band = light.color("claimbg").name()

    assert [band in shown.column(at) for at in (break_at - 6, break_at + 5)] == [True, True]


def test_a_broken_line_reads_on_without_a_gap(shown):
    text = "word " * 4_000
    view = shown.text(text)
    break_at = view._offsets.ends[0]

    assert view.rect_of(break_at + 1, break_at + 2).top() - view.rect_of(break_at - 2, break_at - 1).top() == 28


def test_what_is_copied_over_a_break_for_display_is_the_slice(shown):
    text = "word " * 4_000
    view = shown.text(text)
    break_at = view._offsets.ends[0]
    view.select_range(break_at - 9, break_at + 9)

    assert view.createMimeDataFromSelection().text() == text[break_at - 9 : break_at + 9]
