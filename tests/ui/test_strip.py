"""The strip in the real window."""

import pytest
from PySide6.QtCore import QPoint, Qt

from annotator.model.words import Kind
from tests.bench import corpus

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desktop(desktop, put, qtbot):
    put(corpus.story(30_000) + "\n\nThe last of all.")
    desktop.window.activateWindow()
    desktop.window.article_pane.view.setFocus()
    qtbot.waitUntil(desktop.window.article_pane.view.hasFocus)
    return desktop


@pytest.fixture
def pane(desktop):
    desktop.window.furnish()
    return desktop.window.article_pane


def ticks(pane, qapp, token):
    """The rows with ticks of this colour."""
    qapp.processEvents()
    drawn, colour = pane.strip.grab().toImage(), pane.view.page.theme.color(token).name()
    return [y for y in range(drawn.height()) if drawn.pixelColor(9, y).name() == colour]


def test_a_press_near_the_end_shows_the_end(desktop, pane, qtbot):
    qtbot.mouseClick(pane.strip, Qt.MouseButton.LeftButton, pos=QPoint(10, pane.strip.height() - 3))
    bar = pane.view.verticalScrollBar()

    assert bar.value() == bar.maximum()


def test_a_mark_is_on_the_strip_until_it_is_taken_back(desktop, pane, qtbot, qapp):
    text = desktop.session.current.text
    start = text.index("The last of all")
    seen = [ticks(pane, qapp, Kind.CLAIM)]
    pane.view.select_range(start, start + 8)
    qtbot.keyClick(pane.view, "1")
    desktop.session.select(())
    seen.append(ticks(pane, qapp, Kind.CLAIM))
    qtbot.keyClick(pane.view, Qt.Key.Key_Z, CTRL)
    seen.append(ticks(pane, qapp, Kind.CLAIM))

    assert [bool(rows) for rows in seen] == [False, True, False]


def test_the_strip_is_as_high_as_the_text_and_ends_its_pane(pane):
    view, strip = pane.view, pane.strip
    where = [widget.mapTo(pane, QPoint(0, 0)).y() for widget in (view, strip)]

    assert (where[0], view.height(), pane.width()) == (where[1], strip.height(), strip.geometry().right() + 1)


def test_there_is_a_scroll_bar_only_where_there_is_no_strip(desktop, pane, qapp):
    seen = []
    for _ in range(2):
        qapp.processEvents()
        seen.append((pane.strip.isVisible(), pane.view.verticalScrollBar().isVisible()))
        desktop.window.commands["margins"].trigger()

    assert seen == [(True, False), (False, True)]


def test_the_words_do_not_move_when_the_strip_comes(desktop, qapp):
    pane = desktop.window.article_pane
    before = pane.view.width()
    pane.strip.show()
    qapp.processEvents()

    assert pane.view.width() == before


def test_hits_are_on_the_strip_while_the_bar_is_open(pane, qtbot, qapp):
    qtbot.keyClick(pane.view, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(pane.find_bar._field, "last of all")
    during = ticks(pane, qapp, "accent")
    qtbot.keyClick(pane.find_bar._field, Qt.Key.Key_Escape)

    assert (bool(during), ticks(pane, qapp, "accent")) == (True, [])


@pytest.mark.parametrize(("contrast", "ground"), [("off", "line"), ("on", "tagbg")])
def test_ticks_are_seen_on_the_plate_in_high_contrast_too(desktop, pane, qapp, contrast, ground):
    desktop.look.strengthen(contrast)
    qapp.processEvents()
    middle = pane.strip.plate().center().toPoint()

    assert pane.strip.grab().toImage().pixelColor(middle) == desktop.look.theme.color(ground)
