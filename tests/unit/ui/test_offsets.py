"""Offsets into a text and positions in the document that shows it: each goes back to where it came from."""

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui import offsets as module
from annotator.ui.offsets import LONGEST, Offsets

TEXTS = st.text(st.sampled_from("ab \t\f\u00a0\n\n\né\u0301אعم中😀𝒜\u200d\ufffd"), max_size=60)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_what_is_shown_maps_back(text):
    offsets = Offsets(text)
    shown = [at for start, end in zip(offsets.starts, offsets.ends, strict=True) for at in range(start, end + 1)]

    assert [offsets.offset(offsets.position(at)) for at in shown] == shown


@given(TEXTS)
def test_every_position_maps_back_but_those_inside_a_character(text):
    offsets = Offsets(text)
    whole = list(accumulate(map(utf16, offsets.shown()), initial=0))

    assert [offsets.position(offsets.offset(at)) for at in whole] == whole


@given(TEXTS)
def test_paragraphs_are_the_lines_that_are_not_blank(text):
    offsets = Offsets(text)

    assert [text[s:e] for s, e in zip(offsets.starts, offsets.ends, strict=True)] == [
        line for line in text.split("\n") if line.strip()
    ] or [""]


@given(TEXTS)
def test_positions_count_utf_16_units_of_what_is_shown(text):
    offsets = Offsets(text)
    starts = [utf16(offsets.shown()[:at]) for at in _line_starts(offsets.shown())]

    assert list(offsets.positions) == starts


@given(TEXTS, st.integers(-5, 80), st.integers(-5, 80))
def test_order_is_kept(text, one, other):
    offsets = Offsets(text)
    first, second = sorted((one, other))

    assert offsets.position(first) <= offsets.position(second)


def test_an_offset_in_a_blank_line_goes_to_the_end_of_the_paragraph_before():
    offsets = Offsets("one\n\n \n\ntwo")

    assert [offsets.position(at) for at in range(3, 9)] == [3, 3, 3, 3, 3, 4]


def test_blank_lines_before_the_first_paragraph_go_to_its_start():
    assert Offsets("\n\none").position(0) == 0


def test_a_text_of_blank_lines_shows_one_empty_paragraph():
    offsets = Offsets("\n \n\n")

    assert (offsets.shown(), len(offsets)) == ("", 1)


def test_a_line_too_long_is_broken_at_white_space():
    text = "word " * LONGEST
    offsets = Offsets(text)

    assert {text[end] for end in offsets.ends[:-1]} == {" "}


def test_no_paragraph_is_longer_than_the_longest():
    offsets = Offsets("x" * (3 * LONGEST) + "\n" + "word " * LONGEST)

    assert max(end - start for start, end in zip(offsets.starts, offsets.ends, strict=True)) <= LONGEST


def test_a_word_too_long_is_broken_where_no_mark_is_torn_off():
    text = ("e\u0301" * LONGEST)[1:]
    offsets = Offsets("x" + text)

    assert "\u0301" not in {offsets.shown()[at] for at in _line_starts(offsets.shown())}


def test_pieces_of_a_line_leave_out_nothing_but_one_white_space():
    text = "some words " * LONGEST
    offsets = Offsets(text)

    assert {second - first for first, second in zip(offsets.ends, offsets.starts[1:], strict=False)} == {1}


def test_pieces_of_a_line_are_said_to_go_on():
    offsets = Offsets("short\n" + "x" * (2 * LONGEST + 1) + "\nshort")

    assert offsets.joined == {2, 3}


@given(st.text("ab \n😀", min_size=1, max_size=40))
def test_a_broken_line_still_maps_back(text):
    longest, module.LONGEST = module.LONGEST, 7
    look_back, module._LOOK_BACK = module._LOOK_BACK, 3
    try:
        offsets = Offsets(text)
    finally:
        module.LONGEST, module._LOOK_BACK = longest, look_back
    shown = [at for start, end in zip(offsets.starts, offsets.ends, strict=True) for at in range(start, end + 1)]

    assert [offsets.offset(offsets.position(at)) for at in shown] == shown


@given(st.text("ab \n😀", min_size=1, max_size=40))
def test_paragraphs_never_overlap(text):
    offsets = Offsets(text)
    spans = list(zip(offsets.starts, offsets.ends, strict=True))

    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_what_qt_would_break_at_is_shown_by_a_stand_in():
    assert Offsets("a\u2028b\u2029c\rd").shown() == "a\ufffdb\ufffdc\ufffdd"


def _line_starts(shown: str) -> list[int]:
    return list(accumulate((len(line) + 1 for line in shown.split("\n")), initial=0))[:-1]
