"""The history in the window: opened by its key, followed, and the way back."""

import pytest
from PySide6.QtCore import Qt

from annotator.ui.settings import Settings


@pytest.fixture
def desktop(desktop, put):
    put("Budget grows\n\nThe fee is 6 crowns. “We knew,” she said.\n\nNo more.\n")
    return desktop


@pytest.fixture
def pane(desktop, qtbot):
    """The history, opened by its key after two marks were made."""
    view = desktop.window.article_pane.view
    for words, key in (("The fee", "1"), ("We knew", "2")):
        at = desktop.session.current.text.index(words)
        view.select_range(at, at + len(words))
        qtbot.keyClick(view, key)
    qtbot.keyClick(view, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    return desktop.window.furnish().left.pane


def names(pane):
    model = pane.list.model()
    return [model.index(row).data() for row in range(model.rowCount())]


def choose(qtbot, pane, row):
    place = pane.list.visualRect(pane.list.model().index(row)).center()
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_its_key_opens_it_with_the_newest_act_first(pane):
    assert (pane.isVisible(), names(pane)) == (True, ["Mark quote", "Mark claim", "Add “Budget grows”"])


def test_a_click_selects_the_annotation_and_says_what_changed(qtbot, desktop, pane):
    choose(qtbot, pane, 1)

    assert ([a.words for a in desktop.session.selection], pane.changed.text()) == (["The fee"], "Added: The fee")


def test_return_takes_back_all_that_came_after(qtbot, desktop, pane):
    choose(qtbot, pane, 2)
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)

    assert [act.in_force for act in desktop.library.acts()] == [False, False, True]


def test_the_button_takes_back_all_that_came_after(qtbot, desktop, pane):
    choose(qtbot, pane, 1)
    qtbot.mouseClick(pane.back, Qt.MouseButton.LeftButton)

    assert [act.in_force for act in desktop.library.acts()] == [False, True, True]


def test_it_follows_what_is_done(qtbot, desktop, pane):
    desktop.session.undo()

    assert [act.in_force for act in pane.list.model().rows] == [False, True, True]


def test_that_it_is_open_is_remembered(desktop, pane):
    assert Settings().history
