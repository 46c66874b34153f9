"""What stands out in its whole extent: what the caret is in, and what the mouse rests on."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.model.words import Kind
from annotator.ui.article_view.marks import Mark
from annotator.ui.theme import mix

TEXT = "aaaa aaaa bbbb bbbb cccc cccc dddd dddd"
PARTS = [Mark(0, 12, Kind.QUOTE, "m"), Mark(25, 39, Kind.QUOTE, "m")]


@pytest.fixture
def focused(shown, qtbot):
    shown.view.activateWindow()
    shown.view.setFocus()
    qtbot.waitUntil(shown.view.hasFocus)
    return shown


@pytest.fixture
def deeper(light):
    """The band of a kind when it is lit."""

    def deeper(kind: str) -> str:
        return mix(light.color(f"{kind}bg"), light.color(f"{kind}sel"), 0.5).name()

    return deeper


def rest_mouse(shown, offset):
    """Move the mouse there, no button held."""
    viewport, point = shown.view.viewport(), QPointF(shown.point(offset))
    none = Qt.MouseButton.NoButton
    place = viewport.mapToGlobal(point)
    move = QMouseEvent(QEvent.Type.MouseMove, point, place, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, move)


def test_the_whole_extent_of_what_the_caret_is_in_is_lit(focused, deeper):
    focused.text(TEXT, PARTS)
    focused.view.place_caret(2)

    assert [focused.column(at)[10] for at in (9, 29)] == [deeper("quote")] * 2


def test_it_follows_the_caret_from_key_to_key(focused, light, deeper):
    focused.text(TEXT, [Mark(5, 9, Kind.CLAIM, "a"), Mark(10, 19, Kind.CLAIM, "b")])
    focused.view.place_caret(9)
    focused.press("Right")

    assert (focused.column(14)[10], focused.column(7)[8]) == (deeper("claim"), light.color("claimbg").name())


def test_of_several_at_the_caret_the_smallest_is_lit(focused, deeper):
    focused.text(TEXT, [Mark(0, 39, Kind.CLAIM, "long"), Mark(5, 14, Kind.SOURCE, "short")])
    focused.view.place_caret(6)

    assert (focused.column(9)[10], focused.column(19)[10] == deeper("claim")) == (deeper("source"), False)


def test_what_the_caret_leaves_is_as_it_was(focused):
    focused.text(TEXT, PARTS)
    focused.view.place_caret(20)
    before = focused.picture()
    focused.view.place_caret(2)
    focused.view.place_caret(20)

    assert focused.picture() == before


def test_a_mark_made_around_the_caret_is_lit_at_once(focused, deeper):
    focused.text(TEXT)
    focused.view.place_caret(7)
    focused.view.change_marks([], [Mark(5, 14, Kind.CLAIM, "m")])

    assert focused.column(9)[10] == deeper("claim")


def test_without_the_focus_nothing_is_lit(focused, light):
    focused.text(TEXT, PARTS)
    focused.view.place_caret(2)
    focused.view.clearFocus()

    assert focused.column(9)[10] == light.color("quotebg").name()


def test_a_selection_lights_nothing(focused):
    focused.text(TEXT, PARTS)
    focused.view.select_range(0, 9)

    assert focused.view._layout._lifted.lit == frozenset()


def test_what_comes_below_a_resting_mouse_by_scrolling_is_lit(shown, qtbot):
    text = "\n\n".join([TEXT] * 60)
    shown.text(text, [Mark(41 * 3, 41 * 3 + 39, Kind.CLAIM, "third")])
    told = []
    shown.view.hovered.connect(told.append)
    rest_mouse(shown, 2)
    shown.view.verticalScrollBar().setValue(44 * 3)
    qtbot.waitUntil(lambda: told == ["third"])

    assert shown.view._layout._lifted.lit == {"third"}


def test_what_is_made_or_goes_below_a_resting_mouse_is_told(shown):
    shown.text(TEXT)
    told = []
    shown.view.hovered.connect(told.append)
    rest_mouse(shown, 7)
    one = Mark(5, 14, Kind.CLAIM, "m")
    shown.view.change_marks([], [one])
    shown.view.change_marks([one], [])

    assert told == ["m", ""]


def test_another_text_lights_nothing_of_the_old_one(shown):
    shown.text(TEXT, PARTS)
    told = []
    rest_mouse(shown, 2)
    shown.view.hovered.connect(told.append)
    shown.text(TEXT)

    assert (told, shown.view._layout._lifted.lit) == ([""], frozenset())


def test_what_a_card_lights_stays_lit_while_marks_change(shown):
    shown.text(TEXT, PARTS)
    shown.view.light_mark("m")
    shown.view.change_marks([], [Mark(14, 19, Kind.CLAIM, "b")])

    assert shown.view._layout._lifted.lit == {"m"}
