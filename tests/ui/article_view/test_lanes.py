"""Lanes in the margin: seen, and acted on by the mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.words import Kind
from annotator.ui.article_view.marks import Mark
from tests.bench import corpus

WORDS = "aaaa " * 40
TEXT = "\n\n".join([WORDS.strip()] * 4)
STEP = len(WORDS) + 1


def beside(view, offset, away):
    """A point so many pixels before the words, level with a character."""
    return QPoint(view.page.left - away, round(view.rect_of(offset, offset + 1).center().y()))


def colour(shown, offset, away):
    point = beside(shown.view, offset, away)
    return shown.picture().pixelColor(point).name()


def name(theme, token):
    return theme.color(token).name()


def click(shown, offset, away):
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=beside(shown.view, offset, away))


def move(shown, point):
    none = Qt.MouseButton.NoButton
    place = QPointF(point)
    event = QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(shown.view.viewport(), event)


def mark(start, end, kind=Kind.CLAIM, name="m"):
    return Mark(start, end, kind, name)


def test_the_lane_of_an_annotation_in_two_paragraphs_goes_over_the_gap(shown, light):
    view = shown.text(TEXT, [mark(20, STEP + 20)])
    image, point = shown.picture(), beside(view, 20, 22)
    bottom = round(view.rect_of(STEP, STEP + 20).center().y())
    ink = {image.pixelColor(point.x(), y).name() for y in range(point.y(), bottom)}

    assert ink == {name(light, "claim")}


def test_it_is_one_lane_in_both_though_another_is_free_in_one(shown, light):
    shown.text(TEXT, [mark(0, 190, name="a"), mark(20, STEP + 20, name="b")])

    assert [colour(shown, STEP, away) == name(light, "claim") for away in (22, 30)] == [True, False]


def test_a_hole_is_a_line_of_dots(shown, light):
    view = shown.text(TEXT, [mark(0, 10, Kind.SOURCE), mark(2 * STEP, 2 * STEP + 10, Kind.SOURCE)])
    image, ink = shown.picture(), name(light, "source")
    top, bottom = (round(view.rect_of(at, at + 1).center().y()) for at in (STEP, STEP + 150))
    columns = range(beside(view, 0, 24).x(), beside(view, 0, 19).x())
    dots = [[image.pixelColor(x, y).name() == ink for y in range(top, bottom)] for x in columns]
    share = [sum(column) / len(column) for column in dots if any(column)]

    assert share == [pytest.approx(1 / 3, abs=0.05)]


def test_a_selected_lane_is_five_pixels_wide_around_the_same_middle(shown, light):
    view = shown.text(TEXT, [mark(0, 10)])
    view.select_marks(["m"])

    assert [colour(shown, 0, away) == name(light, "claim") for away in range(18, 26)] == [
        away in range(20, 25) for away in range(18, 26)
    ]


@pytest.mark.parametrize("away", [18, 20, 22, 24])
def test_a_click_on_a_lane_tells_its_annotation(shown, qtbot, away):
    view = shown.text(TEXT, [mark(0, 10)])
    with qtbot.waitSignal(view.lane_clicked) as told, qtbot.assertNotEmitted(view.clicked_at):
        click(shown, 0, away)

    assert told.args == ["m"]


def test_each_lane_has_its_own_room(shown):
    view, told = shown.text(TEXT, [mark(0, 190, name="long"), mark(5, 14, name="short")]), []
    view.lane_clicked.connect(told.append)
    for away in (22, 30, 27, 38):
        click(shown, 5, away)

    assert told == ["long", "short", "short"]


def test_a_click_between_the_parts_means_the_annotation(shown, qtbot):
    view = shown.text(TEXT, [mark(0, 10), mark(2 * STEP, 2 * STEP + 10)])
    with qtbot.waitSignal(view.lane_clicked) as told:
        click(shown, STEP + 50, 22)

    assert told.args == ["m"]


def test_clicks_on_a_shared_lane_go_through_all(shown):
    view, told = shown.text(TEXT, [mark(0, 10 + n, name=f"{n}") for n in range(5)]), []
    view.resize(300, 760)  # two lanes
    view.lane_clicked.connect(told.append)
    room = view._layout._room()
    for _ in range(6 - room):
        click(shown, 0, 22 + 8 * (room - 1))

    assert len(set(told)) == 6 - room


def test_over_a_lane_the_whole_annotation_is_lit(shown, qtbot):
    view, told = shown.text(TEXT, [mark(0, 10), mark(2 * STEP, 2 * STEP + 10)]), []
    view.hovered.connect(told.append)
    view.clearFocus()  # what the caret is in is lit already
    before = shown.picture()
    move(shown, beside(view, STEP + 50, 22))
    lit = shown.picture()
    move(shown, beside(view, STEP + 50, 60))

    assert (told, lit == before, shown.picture() == before) == (["m", ""], False, True)


def test_lanes_stay_while_one_scrolls(shown):
    text = corpus.story(60_000)
    view = shown.text(text, corpus.marks(800, text))
    layout = view._layout

    def lanes():
        number = layout.at(9_000)
        layout.laid_out(number).picture = None
        return {bar.extent: bar.lane for n in range(number, number + 3) for bar in layout.bars(n)}

    before = lanes()
    for value in (0, 20_000, 40_000, 8_800):
        view.verticalScrollBar().setValue(value)
        shown.settle()

    assert lanes() == before


def test_in_a_right_to_left_paragraph_the_lane_on_the_right_is_clicked(shown, qtbot):
    view = shown.text("\u05d0\u05d1\u05d2 \u05d3\u05d4", [mark(0, 3)])
    right = view._layout.left + view._layout.width
    with qtbot.waitSignal(view.lane_clicked):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(right + 22, beside(view, 0, 0).y()))
