"""The caret, the selection, the mouse and the clipboard, in code points of the text."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest

from annotator.model.words import Kind
from annotator.ui.article_view.marks import Mark

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
TEXT = "One 😀 word.\n\n\nTwo e\u0301 words.\nThree."


def test_offsets_are_code_points(shown):
    view = shown.text(TEXT)
    view.place_caret(6)

    assert view.caret() == 6


def test_a_selection_over_paragraphs_holds_the_blank_lines_between(shown):
    view = shown.text(TEXT)
    view.select_range(4, 18)

    assert (view.selected_range(), TEXT[slice(*view.selected_range())]) == ((4, 18), "😀 word.\n\n\nTwo ")


def test_nothing_selected_is_none(shown):
    view = shown.text(TEXT)
    view.select_range(3, 3)

    assert view.selected_range() is None


def test_a_selection_has_its_caret_where_it_ends(shown):
    view = shown.text(TEXT)
    view.select_range(14, 4)

    assert (view.caret(), view.selected_range()) == (4, (4, 14))


def test_right_goes_from_paragraph_to_paragraph_without_a_stop_between(shown):
    view = shown.text(TEXT)
    view.place_caret(11)
    shown.press("Right")

    assert view.caret() == TEXT.index("Two")


def test_left_goes_back_without_a_stop_between(shown):
    view = shown.text(TEXT)
    view.place_caret(TEXT.index("Two"))
    shown.press("Left")

    assert view.caret() == 11


def test_down_keeps_its_column_over_a_gap(shown):
    view = shown.text("a column of words\n\n\n\na\n\na column of words")
    view.place_caret(9)
    shown.press("Down")
    shown.press("Down")

    assert view.caret() == len("a column of words\n\n\n\na\n\n") + 9


def test_home_and_end_with_ctrl_go_to_both_ends(shown):
    view = shown.text("\n\n" + "some words of a line.\n\n" * 400 + "The end.")
    shown.press("End", CTRL)
    at_end = view.caret()
    shown.press("Home", CTRL)

    assert (at_end, view.caret()) == (2 + 23 * 400 + 8, 2)


def test_page_down_and_up_come_back(shown):
    view = shown.text("some words of a line.\n\n" * 400)
    view.place_caret(5)
    shown.press("PageDown")
    away = view.caret()
    shown.press("PageUp")

    assert (away > 100, view.caret()) == (True, 5)


@pytest.mark.parametrize("key", ["Down", "Up", "PageDown", "End"])
def test_the_caret_stays_in_sight(shown, key):
    view = shown.text("some words of a line.\n\n" * 400)
    view.place_caret(4_600)
    for _ in range(30):
        shown.press(key)

    assert view.viewport().rect().contains(view.cursorRect())


@pytest.mark.parametrize(
    "file", ["russia-backs-chinas-peace-plan.txt", "pud-ar.txt", "pud-he.txt", "pud-zh.txt", "gum-news-afghan.txt"]
)
def test_down_through_a_real_article_visits_every_line_and_no_blank_one(shown, articles, lines_as_blocks, file):
    text = (articles / file).read_text(encoding="utf-8")
    view = shown.text(text, blocks=lines_as_blocks(text))
    shown.press("Home", CTRL)
    visited = [view.caret()]
    while (shown.press("Down"), view.caret())[1] != visited[-1]:
        visited.append(view.caret())
    lines = [(text.rfind("\n", 0, at) + 1, at) for at in visited]

    assert [at for start, at in lines if not text[start:].split("\n", 1)[0].strip()] == []
    assert {start for start, _ in lines} == {block.start for block in lines_as_blocks(text)}


@pytest.mark.parametrize("file", ["russia-backs-chinas-peace-plan.txt", "pud-ar.txt", "pud-he.txt"])
def test_right_through_a_real_article_never_stands_still_or_goes_back(shown, articles, lines_as_blocks, file):
    text = (articles / file).read_text(encoding="utf-8")[:1_500]
    view = shown.text(text, blocks=lines_as_blocks(text))
    shown.press("Home", CTRL)
    visited = []
    for _ in range(600):
        visited.append(view.caret())
        view.moveCursor(view.textCursor().MoveOperation.NextCharacter)

    assert visited == sorted(set(visited))


def test_what_is_copied_is_the_slice_of_the_text(shown):
    view = shown.text("one\u00a0two\n\n\nthree 😀\n \nfour")
    view.select_range(2, 17)
    view.copy()

    assert QGuiApplication.clipboard().text() == "e\u00a0two\n\n\nthree 😀"


def test_nothing_but_words_is_copied(shown):
    view = shown.text(TEXT)
    view.selectAll()
    data = view.createMimeDataFromSelection()

    assert (data.formats(), data.text()) == (["text/plain"], TEXT)


def test_a_double_click_selects_a_word(shown):
    view = shown.text(TEXT)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=shown.point(8))

    assert TEXT[slice(*view.selected_range())] == "word"


def test_a_third_click_selects_the_paragraph(shown):
    view = shown.text(TEXT)
    point = shown.point(8)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    assert TEXT[slice(*view.selected_range())].strip() == "One 😀 word."


def test_a_click_tells_which_character_it_was_on(shown, qtbot):
    view = shown.text(TEXT)
    with qtbot.waitSignal(view.clicked_at) as told:
        shown.click(4)

    assert told.args == [4]


def test_a_click_beside_the_words_tells_so(shown, qtbot):
    view = shown.text(TEXT)
    with qtbot.waitSignal(view.clicked_at) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(700, 40))

    assert told.args == [-1]


def test_a_drag_is_no_click(shown, qtbot):
    view = shown.text(TEXT)
    one, other = shown.point(0), shown.point(9)
    with qtbot.assertNotEmitted(view.clicked_at):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=one)
        QTest.mouseMove(view.viewport(), other)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=other)

    assert view.selected_range() is not None


def test_a_sweep_may_begin_in_the_selection(shown):
    view = shown.text(TEXT)
    view.select_range(0, 11)
    one, other = shown.point(6), shown.point(9)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=one)
    QTest.mouseMove(view.viewport(), other)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=other)

    assert view.selected_range() in ((6, 9), (6, 10), (7, 9), (7, 10))


def test_a_press_far_from_the_selection_scrolls_nowhere(shown):
    view = shown.text("some words of a line.\n\n" * 400)
    view.select_range(5, 10)
    view.verticalScrollBar().setValue(5_000)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))

    assert view.verticalScrollBar().value() == 5_000


def test_a_double_click_is_no_click(shown, qtbot):
    view = shown.text(TEXT)
    with qtbot.assertNotEmitted(view.clicked_at):
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=shown.point(8))


def test_clicks_on_one_place_pick_one_mark_after_the_other(shown):
    view = shown.text(TEXT, [Mark(0, 11, Kind.CLAIM, "long"), Mark(6, 10, Kind.QUOTE, "short")])
    view.clicked_at.connect(lambda offset: picked.append(view.pick_at(offset).id))
    picked = []
    for _ in range(3):
        shown.click(8)
        QTest.qWait(QGuiApplication.styleHints().mouseDoubleClickInterval() + 20)

    assert picked == ["short", "long", "short"]


def test_a_move_is_told_once(shown):
    view = shown.text(TEXT)
    told = []
    view.moved.connect(lambda: told.append((view.caret(), view.selected_range())))
    shown.press("Right")
    shown.press("Right", SHIFT)

    assert told == [(1, None), (2, (1, 2))]


def test_a_caret_placed_quietly_does_not_scroll(shown):
    view = shown.text("some words of a line.\n\n" * 400)
    view.place_caret(9_000, reveal=False)

    assert (view.caret(), view.verticalScrollBar().value()) == (9_000, 0)


def test_what_is_revealed_has_its_context_above(shown):
    view = shown.text("some words of a line.\n\n" * 400)
    view.reveal(4_600, 4_610)

    assert view.rect_of(4_600, 4_610).top() == pytest.approx(view.viewport().height() / 4, abs=1)


def test_what_is_seen_already_is_not_scrolled_to(shown):
    view = shown.text("some words of a line.\n\n" * 400)
    view.verticalScrollBar().setValue(100)
    view.reveal(200, 210)

    assert view.verticalScrollBar().value() == 100


@pytest.mark.parametrize("script", ["latin", "arabic", "hebrew", "chinese", "mixed"])
def test_a_point_on_a_character_leads_to_it(shown, script):
    from tests.bench import corpus

    text = corpus.story(700, script)
    view = shown.text(text)
    bases = [at for at in range(len(text)) if text[at].isalpha() and view.rect_of(at, at + 1).width() > 1]
    found = [view.character_at(view.rect_of(at, at + 1).center()) for at in bases]

    assert sum(one != other for one, other in zip(bases, found, strict=True)) <= len(bases) // 100


@pytest.mark.parametrize("script", ["arabic", "hebrew"])
def test_right_to_left_stands_at_the_right(shown, script):
    from tests.bench import corpus

    view = shown.text(corpus.story(60, script))
    box, column = view.rect_of(0, 1), (view.width() - view.verticalScrollBar().sizeHint().width()) // 2 + 304

    assert box.right() == pytest.approx(column, abs=3)


def test_screen_readers_are_told_the_words(shown):
    view = shown.text(TEXT)
    text = QAccessible.queryAccessibleInterface(view).textInterface()

    assert text.characterCount() == len("One 😀 word.\nTwo e\u0301 words.\nThree.") + 1


def test_a_menu_is_asked_for_at_a_place(shown, qtbot):
    view = shown.text(TEXT)
    point = shown.point(8)
    with qtbot.waitSignal(view.menu_asked) as told:
        view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, point))

    assert told.args[0] in (8, 9)


def test_a_menu_of_the_keyboard_is_asked_for_at_the_caret(shown, qtbot):
    view = shown.text(TEXT)
    view.place_caret(7)
    with qtbot.waitSignal(view.menu_asked) as told:
        view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))

    assert told.args[0] == 7


def test_ctrl_and_the_wheel_ask_for_another_zoom(shown, qtbot):
    view = shown.text(TEXT)
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.waitSignal(view.zoom_asked) as told:
        view.wheelEvent(event)

    assert told.args == [1]


def test_the_text_cannot_be_changed(shown):
    view = shown.text(TEXT)
    QTest.keyClicks(view, "typed")
    view.paste()

    assert view.toPlainText() == "One 😀 word.\nTwo e\u0301 words.\nThree."
