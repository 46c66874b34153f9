"""The history in the window: opened by its key, followed, and the way back."""

import pytest
from PySide6.QtCore import Qt

from annotator import editing
from annotator.ids import new_id
from annotator.model.words import Kind
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


CTRL = Qt.KeyboardModifier.ControlModifier


def undone(qtbot, desktop, pane):
    """What is in force when the way back is gone."""
    qtbot.waitUntil(lambda: not pane.way_back.running)
    return [act.in_force for act in desktop.library.acts()]


def test_ctrl_return_takes_back_all_that_came_after(qtbot, desktop, pane):
    for key, modifier in ((Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Return, CTRL)):
        qtbot.keyClick(pane.list, key, modifier)

    assert undone(qtbot, desktop, pane) == [False, False, True]


def test_the_button_takes_back_all_that_came_after(qtbot, desktop, pane):
    choose(qtbot, pane, 1)
    qtbot.mouseClick(pane.back, Qt.MouseButton.LeftButton)

    assert undone(qtbot, desktop, pane) == [False, True, True]


def test_return_shows_what_an_act_did(qtbot, desktop, pane):
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(pane.list, key)

    assert [a.words for a in desktop.session.selection] == ["The fee"]


def test_of_what_is_gone_it_says_so(qtbot, desktop, pane):
    desktop.session.undo()
    choose(qtbot, pane, 0)

    assert pane.changed.text() == "Added: We knew\nNo longer in the story"


def test_what_is_done_meanwhile_is_not_undone(qtbot, desktop, pane):
    choose(qtbot, pane, 2)
    pane.undo_to_here()
    current = desktop.session.current
    desktop.session.do(editing.annotate(current.text, current.version.id, Kind.SOURCE, [(14, 17)], new_id))

    assert undone(qtbot, desktop, pane) == [True, True, True, True]


def test_the_whole_title_is_in_the_tool_tip(desktop, pane, tmp_path, qtbot):
    path = tmp_path / "long.txt"
    path.write_text("A very long headline " * 4 + "\n\nWords.\n", encoding="utf-8")
    desktop.opener.open([path])
    qtbot.waitUntil(lambda: pane.list.model().rowCount() == 4)

    assert pane.list.model().index(0).data(Qt.ItemDataRole.ToolTipRole).count("headline") == 8


def test_it_follows_what_is_done(qtbot, desktop, pane):
    desktop.session.undo()

    assert [act.in_force for act in pane.list.model().rows] == [False, True, True]


def test_that_it_is_open_is_remembered(desktop, pane):
    assert Settings().history
