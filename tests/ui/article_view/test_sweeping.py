"""Sweeping and clicking: whole words while the mouse is dragged, and which mark a click picks."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from annotator.model.words import Kind
from annotator.text import canonical, words
from annotator.ui.article_view.marks import Mark

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Mouse:
    """Presses, moves and lets go over the view, at the left or right part of a character."""

    def __init__(self, shown) -> None:
        self._shown, self._view = shown, shown.view

    def point(self, offset: int, part: float = 0.5) -> QPointF:
        box = self._view.rect_of(offset, offset + 1)
        return QPointF(box.left() + part * box.width(), box.center().y())

    def press(self, point: QPointF, modifiers=NONE) -> None:
        self._send(QEvent.Type.MouseButtonPress, point, modifiers)

    def press_again(self, point: QPointF) -> None:
        self._send(QEvent.Type.MouseButtonDblClick, point, NONE)

    def move(self, point: QPointF, modifiers=NONE) -> None:
        self._send(QEvent.Type.MouseMove, point, modifiers)

    def release(self, point: QPointF, modifiers=NONE) -> None:
        self._send(QEvent.Type.MouseButtonRelease, point, modifiers)

    def _send(self, kind, point, modifiers) -> None:
        port = self._view.viewport()
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
        buttons = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
        event = QMouseEvent(kind, point, port.mapToGlobal(point), button, buttons, modifiers)
        self._shown._qapp.sendEvent(port, event)


@pytest.fixture
def mouse(shown):
    return Mouse(shown)


def selected(view) -> str:
    found = view.selected_range()
    return view._text[slice(*found)] if found else ""


STORY = "The minister said that 6,500 people had left the harbour."


@pytest.mark.parametrize(("begin", "end"), [("nister", "hat"), ("hat", "nister")])
def test_a_sweep_selects_whole_words_while_the_button_is_down(shown, mouse, begin, end):
    view = shown.text(STORY)
    mouse.press(mouse.point(STORY.index(begin)))
    mouse.move(mouse.point(STORY.index(end) + 1))

    assert selected(view) == "minister said that"


def test_a_number_is_one_word(shown, mouse):
    view = shown.text(STORY)
    mouse.press(mouse.point(STORY.index("500"), 0.1))
    mouse.move(mouse.point(STORY.index("500"), 0.9))

    assert selected(view) == "6,500"


def test_nothing_is_selected_until_half_a_character_is_swept(shown, mouse):
    view = shown.text(STORY)
    mouse.press(mouse.point(6, 0.1))
    mouse.move(mouse.point(6, 0.4))

    assert selected(view) == ""


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_a_held_modifier_gives_characters(shown, mouse, held):
    view = shown.text(STORY)
    mouse.press(mouse.point(5, 0.1))
    mouse.move(mouse.point(8, 0.1), held)

    assert selected(view) == STORY[5:8]


def test_in_chinese_each_character_is_a_word(shown, mouse):
    text = "中国外交部发言人"
    view = shown.text(text)
    mouse.press(mouse.point(1, 0.1))
    mouse.move(mouse.point(3, 0.9))

    assert selected(view) == text[1:4]


def test_right_to_left_words_snap_too(shown, mouse):
    text = "قال الوزير إن الميناء مغلق"
    view = shown.text(text)
    mouse.press(mouse.point(text.index("وزير")))
    mouse.move(mouse.point(text.index("ميناء") + 1))

    assert selected(view) == "الوزير إن الميناء"


def test_shift_and_a_click_extend_to_whole_words(shown, mouse):
    view = shown.text(STORY)
    view.select_range(4, 12)
    mouse.press(mouse.point(STORY.index("eople")), Qt.KeyboardModifier.ShiftModifier)
    mouse.release(mouse.point(STORY.index("eople")), Qt.KeyboardModifier.ShiftModifier)

    assert selected(view) == "minister said that 6,500 people"


def test_three_quick_clicks_select_the_paragraph_of_the_text_where_the_view_has_broken_it(shown, mouse):
    text = "word " * 4_000
    view = shown.text(text)
    point = mouse.point(7)
    QTest.mouseDClick(view.viewport(), LEFT, pos=point.toPoint())
    QTest.mouseClick(view.viewport(), LEFT, pos=point.toPoint())

    assert view.selected_range() == (0, len(text) - 1)


def test_two_quick_clicks_select_a_word(shown):
    view = shown.text(STORY)
    QTest.mouseDClick(view.viewport(), LEFT, pos=shown.point(5))

    assert selected(view) == "minister"


def test_a_quick_second_click_on_several_marks_is_a_click(shown, mouse):
    view = shown.text(STORY, [Mark(0, 30, Kind.CLAIM, "a"), Mark(4, 12, Kind.SOURCE, "b")])
    picked = []
    view.clicked_at.connect(lambda offset: picked.append(view.pick_at(offset).id))
    shown.click(5)
    mouse.press_again(mouse.point(5))
    mouse.release(mouse.point(5))

    assert (picked, selected(view)) == (["b", "a"], "")


def test_a_sweep_beyond_the_edge_scrolls_and_goes_on_by_words(shown, mouse, qtbot):
    view = shown.text("\n".join([STORY] * 200))
    mouse.press(mouse.point(5))
    mouse.move(QPointF(300, view.viewport().height() + 60))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 40)
    words = selected(view)
    mouse.release(QPointF(300, view.viewport().height() + 60))

    assert set(words.replace(".", "").split()) <= set(STORY.replace(".", "").split())


def test_another_article_ends_the_sweep(shown, mouse):
    shown.text(STORY)
    mouse.press(mouse.point(5))
    view = shown.text("Other words than before.")
    mouse.move(QPointF(400, 60))

    assert selected(view) == ""


@pytest.mark.parametrize(
    ("text", "at", "word"), [("中国外交部", 2, "外"), ("東京タワーに", 3, "タワー"), ("ประเทศไทย", 4, "เท")]
)
def test_two_quick_clicks_select_what_is_a_word_in_its_script(shown, text, at, word):
    view = shown.text(text)
    QTest.mouseDClick(view.viewport(), LEFT, pos=shown.point(at))

    assert selected(view) == word


@pytest.mark.parametrize(
    ("end", "expected"), [("min", "minister"), ("hat", "minister said that"), ("he", "The minister")]
)
def test_a_sweep_that_begins_with_two_quick_clicks_goes_on_by_words(shown, mouse, end, expected):
    view = shown.text(STORY)
    mouse.press_again(mouse.point(6))
    mouse.move(mouse.point(STORY.index(end)))

    assert selected(view) == expected


@pytest.mark.parametrize(
    ("text", "stops"), [("東京タワーに2億円", [1, 2, 5, 6, 7, 8]), ("The fee, 4.5 crowns", [4, 9, 13])]
)
def test_ctrl_and_the_arrows_go_by_words(shown, text, stops):
    view, seen = shown.text(text), []
    for _ in stops:
        shown.press("Right", Qt.KeyboardModifier.ControlModifier)
        seen.append(view.caret())
    for _ in stops:
        shown.press("Left", Qt.KeyboardModifier.ControlModifier)

    assert (seen, view.caret()) == (stops, 0)


def test_ctrl_and_an_arrow_go_where_it_points_in_words_from_right_to_left(shown):
    text = "قال الوزير نعم"
    view = shown.text(text)
    shown.press("Left", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    assert selected(view).strip() == "قال"


@pytest.mark.parametrize("name", ["pud-ar.txt", "pud-he.txt", "pud-zh.txt", "pud-de.txt"])
def test_ctrl_and_the_arrow_that_reads_on_stop_where_words_begin_in_real_articles(
    shown, articles, lines_as_blocks, name
):
    text = canonical((articles / name).read_text(encoding="utf-8"))[0]
    view, seen = shown.text(text, blocks=lines_as_blocks(text)), []
    for _ in range(60):
        shown.press("Left" if view.runs_left(view.caret()) else "Right", Qt.KeyboardModifier.ControlModifier)
        seen.append(view.caret())

    assert seen == [start for start, _ in words(text) if start][:60]
