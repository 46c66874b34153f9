"""Lanes in the real window."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

TEXT = "Budget grows\n\nThe fee is 6 crowns. “We knew,” she said.\n\nNo more of it.\n"


@pytest.fixture
def desktop(desktop, put, qtbot):
    put(TEXT)
    desktop.window.furnish()
    view = desktop.window.article_pane.view
    view.setFocus()
    for start, end in ((14, 52), (18, 21)):
        view.select_range(start, end)
        qtbot.keyClick(view, "1")
    desktop.session.select(())
    view.place_caret(0)
    return desktop


@pytest.fixture
def view(desktop):
    return desktop.window.article_pane.view


def lane(view, number):
    """The middle of a lane beside the second paragraph."""
    return QPoint(view.page.left - 22 - 8 * number, round(view.rect_of(14, 15).center().y()))


@pytest.mark.parametrize(("number", "words"), [(0, "The fee is 6 crowns. “We knew,” she sa"), (1, "fee")])
def test_a_click_on_a_lane_selects_its_annotation(desktop, view, qtbot, number, words):
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=lane(view, number))

    assert [one.words for one in desktop.session.selection] == [words]


def test_the_next_key_is_about_what_was_clicked(desktop, view, qtbot):
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=lane(view, 1))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    left = desktop.library.annotations(desktop.session.current.version.id)

    assert [one.start for one in left] == [14]


def test_a_lane_under_the_mouse_lights_its_card(desktop, view, qapp):
    panel, none = desktop.window.cards_pane.panel, Qt.MouseButton.NoButton
    qapp.processEvents()
    before, place = panel.grab().toImage(), QPointF(lane(view, 1))
    event = QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)
    qapp.processEvents()

    assert panel.grab().toImage() != before
