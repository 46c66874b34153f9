"""The strip, looked up pixel by pixel in the light theme."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.model.words import Kind
from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.strip import Strip
from annotator.ui.theme import load_theme, mix
from tests.bench import corpus

SCRIPTS = ["latin", "arabic", "chinese"]
MIDDLE = 12
"""A column of pixels in the middle of the ticks: in the gap of a quote."""


@pytest.fixture
def strip(shown, qtbot):
    """A strip beside the view, in a window."""
    window, strip = QWidget(), Strip(shown.view)
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(shown.view)
    row.addWidget(strip)
    window.resize(824, 760)
    window.show()
    qtbot.waitExposed(window)
    yield strip
    shown.view.setParent(None)


@pytest.fixture
def long(shown):
    return shown.text(corpus.story(60_000))


def image(shown, strip):
    shown.settle()
    return strip.grab().toImage()


def column(shown, strip, x=9):
    """The colours from top to bottom."""
    drawn = image(shown, strip)
    return [drawn.pixelColor(x, y).name() for y in range(drawn.height())]


def name(theme, token):
    return theme.color(token).name()


def marked(text, *shares, kind=Kind.CLAIM, done=False):
    """Marks that begin at these shares of a text."""
    starts = [round(share * len(text)) for share in shares]
    return [Mark(start, start + 20, kind, f"m{start}", done) for start in starts]


def test_a_tick_is_where_its_mark_is_in_the_whole(shown, strip, light):
    text = corpus.story(60_000)
    shown.text(text, marked(text, 0.25, 0.75))
    rows = [y for y, colour in enumerate(column(shown, strip)) if colour == name(light, "claim")]

    assert rows == pytest.approx([190, 191, 570, 571], abs=12)


def test_each_kind_has_its_own_tick(shown, strip, light):
    text = corpus.story(60_000)
    found = []
    for kind in Kind:
        shown.text(text, marked(text, 0.5, kind=kind))
        drawn = image(shown, strip)
        rows = [y for y in range(760) if drawn.pixelColor(9, y).name() == name(light, kind)]
        found.append((len(rows), rows[-1] - rows[0], drawn.pixelColor(MIDDLE, rows[0]).name() == name(light, kind)))

    assert found == [(2, 1, True), (2, 1, False), (2, 2, True)]


def test_what_is_done_has_a_paler_tick(shown, strip, light):
    text = corpus.story(60_000)
    shown.text(text, marked(text, 0.5, done=True))

    assert mix(light.color("claim"), light.color("paper"), 0.5).name() in column(shown, strip)


def test_the_plate_shows_the_part_that_is_seen(shown, strip, long):
    bar = long.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    plate = strip.plate()
    share = bar.pageStep() / (bar.maximum() + bar.pageStep())

    assert (plate.height(), plate.center().y()) == (pytest.approx(756 * share, abs=2), pytest.approx(380, abs=2))


def test_the_plate_reaches_both_ends(shown, strip, long):
    top = strip.plate().top()
    long.verticalScrollBar().setValue(10_000_000)
    shown.settle()

    assert (top, strip.plate().bottom()) == (2, pytest.approx(758, abs=1))


def test_a_short_text_is_level_with_its_ticks(shown, strip, light):
    view = shown.text("one\n\ntwo\n\nthree", [Mark(5, 8, Kind.CLAIM, "m")])
    row = column(shown, strip).index(name(light, "claim"))

    assert row == pytest.approx(view.rect_of(5, 8).top(), abs=4)


def test_the_plate_of_a_very_long_text_can_be_taken(shown, strip):
    shown.text("word\n\n" * 50_000)

    assert strip.plate().height() >= 12


def test_a_press_goes_there(shown, strip, long):
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, 500))
    shown.settle()

    assert strip.plate().center().y() == pytest.approx(500, abs=3)


def test_a_click_on_a_tick_shows_its_mark(shown, strip, light):
    text = corpus.story(60_000)
    view = shown.text(text, marked(text, 0.62))
    row = column(shown, strip).index(name(light, "claim"))
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, row))
    start = round(0.62 * len(text))

    assert view.viewport().rect().contains(view.rect_of(start, start + 20).toRect())


def test_the_plate_goes_with_the_mouse(shown, strip, long):
    start = strip.plate().center().toPoint()
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=start)
    seen = []
    for y in (200, 600, 300):
        QTest.mouseMove(strip, QPoint(10, y))
        shown.settle()
        seen.append(strip.plate().center().y())
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, 300))

    assert seen == [pytest.approx(y, abs=4) for y in (200, 600, 300)]


def test_taking_the_plate_moves_nothing(shown, strip, long):
    long.verticalScrollBar().setValue(9_000)
    before = long.verticalScrollBar().value()
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.plate().topLeft().toPoint() + QPoint(3, 9))

    assert long.verticalScrollBar().value() == before


def test_a_mark_that_comes_has_a_tick_and_one_that_goes_has_none(shown, strip, light):
    text = corpus.story(60_000)
    view = shown.text(text)
    before, new = image(shown, strip), marked(text, 0.5)
    view.change_marks([], new)
    during = column(shown, strip)
    view.change_marks(new, [])

    assert (name(light, "claim") in during, image(shown, strip) == before) == (True, True)


def test_what_is_selected_is_wider_than_all_others(shown, strip, light):
    text = corpus.story(60_000)
    view = shown.text(text, [*marked(text, 0.5), *marked(text, 0.5003, kind=Kind.SOURCE)])
    before = column(shown, strip, x=5)
    view.select_marks([f"m{round(0.5 * len(text))}"])

    assert (name(light, "claim") in before, column(shown, strip, x=5).count(name(light, "claim"))) == (False, 2)


def test_what_was_found_has_a_tick_of_the_accent_and_the_current_one_a_longer(shown, strip, light):
    text = corpus.story(60_000)
    view = shown.text(text)
    view.show_hits([(15_000, 15_005), (45_000, 45_005)], 1)
    near, far = (column(shown, strip, x).count(name(light, "accent")) for x in (3, 12))
    view.show_hits([])

    assert (near, far, name(light, "accent") in column(shown, strip, 3)) == (4, 2, False)


def test_another_theme_has_its_own_colours(shown, strip):
    text = corpus.story(60_000)
    view, dark = shown.text(text, marked(text, 0.5)), load_theme("dark")
    view.set_look(dark)
    colours = column(shown, strip)

    assert (name(dark, "claim") in colours, colours[-1]) == (True, name(dark, "panel"))


def test_another_size_is_mapped_anew(shown, strip, light):
    text = corpus.story(60_000)
    shown.text(text, marked(text, 0.5))
    image(shown, strip)
    strip.window().resize(824, 400)
    row = column(shown, strip).index(name(light, "claim"))

    assert row == pytest.approx(200, abs=8)


def test_ticks_follow_a_zoom_when_it_has_come_to_rest(shown, strip, light, qtbot):
    text = "A heading line\n\n" * 30 + corpus.story(20_000)
    view = shown.text(text, [Mark(480, 500, Kind.CLAIM, "m")])
    view.set_zoom(60)

    def level():
        box = view.rect_of(480, 490)
        place = (box.top() + view.verticalScrollBar().value()) * strip._scale() + 2
        assert column(shown, strip).index(name(light, "claim")) == pytest.approx(place, abs=4)

    qtbot.waitUntil(lambda: level() is None)


@pytest.mark.parametrize("scale", [1, 1.25, 2])
def test_rows_that_are_mended_are_as_if_all_were_painted_anew(shown, strip, scale, monkeypatch):
    text, chance = corpus.story(30_000), random.Random(scale)
    monkeypatch.setattr(Strip, "devicePixelRatioF", lambda _: scale)
    marks = corpus.marks(400, text)
    view = shown.text(text, marks)
    image(shown, strip)
    for _ in range(60):
        old, new = chance.choice(marks), corpus.marks(1, text, seed=chance.random())[0]
        marks.remove(old)
        marks.append(new)
        view.change_marks([old], [new])
    mended = strip._picture.pixmap.toImage()
    strip.redraw()
    image(shown, strip)

    assert strip._picture.pixmap.toImage() == mended


@pytest.mark.parametrize("script", SCRIPTS)
def test_plate_and_ticks_agree_wherever_one_reads(shown, strip, script):
    """What is at the top of the view is on the row where the plate begins, but for what was guessed."""
    text = corpus.story(60_000, script)
    view = shown.text(text)
    image(shown, strip)
    bar, apart = view.verticalScrollBar(), []
    for share in (0.1, 0.3, 0.5, 0.7, 0.9):
        bar.setValue(round(bar.maximum() * share))
        shown.settle()
        strip.redraw()
        image(shown, strip)
        apart.append(strip._picture.rows.of(view._layout.offset_at(bar.value())) - strip.plate().top())

    assert apart == [pytest.approx(0, abs=1.5)] * 5
