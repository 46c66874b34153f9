"""Clicks on a stack of marks."""

from annotator.model.words import Kind
from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.picking import Picker

INNER = Mark(5, 7, Kind.SOURCE, "inner")
MIDDLE = Mark(3, 9, Kind.QUOTE, "middle")
OUTER = Mark(0, 20, Kind.CLAIM, "outer")
STACK = [INNER, MIDDLE, OUTER]


def test_clicks_on_one_place_go_down_and_round():
    picker = Picker()

    assert [picker.pick(STACK) for _ in range(4)] == [INNER, MIDDLE, OUTER, INNER]


def test_another_place_begins_with_its_smallest():
    picker = Picker()
    picker.pick(STACK)

    assert picker.pick([MIDDLE, OUTER]) is MIDDLE


def test_a_click_beside_all_marks_picks_none_and_begins_anew():
    picker = Picker()
    picker.pick(STACK)

    assert [picker.pick([]), picker.pick(STACK)] == [None, INNER]


def test_after_a_change_of_the_marks_the_smallest_comes_first():
    picker = Picker()
    picker.pick(STACK)

    assert picker.pick([INNER._replace(done=True), MIDDLE, OUTER]).id == "inner"


def test_what_is_forgotten_begins_anew():
    picker = Picker()
    picker.pick(STACK)
    picker.forget()

    assert picker.pick(STACK) is INNER
