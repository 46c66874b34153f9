"""Lanes and strip shown and hidden, and marks hidden while a key is held; by real keys in the real window."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.library import Library
from annotator.model.words import Kind
from annotator.ui.app import Desktop
from annotator.ui.settings import Settings

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = "Budget grows\n\nThe fee is 6 crowns. “We knew,” she said.\n\nNo more.\n"


@pytest.fixture
def desktop(desktop, put, qtbot):
    put(TEXT)
    desktop.window.activateWindow()
    view = desktop.window.article_pane.view
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.select_range(14, 36)
    qtbot.keyClick(view, "1")
    view.show_hits([(18, 21)], 0)
    return desktop


@pytest.fixture
def view(desktop):
    return desktop.window.article_pane.view


@pytest.fixture
def seen(desktop, view, qapp):
    """The colours of the view and of the strip."""

    def seen():
        qapp.processEvents()
        drawn = [view.viewport().grab().toImage(), desktop.window.article_pane.strip.grab().toImage()]
        return {i.pixelColor(x, y).name() for i in drawn for y in range(i.height()) for x in range(0, i.width(), 3)}

    return seen


@pytest.fixture
def marked(seen, view):
    """Whether any of a mark is seen: its band, its line, its lane or tick, its handles, a hit."""
    theme = view.page.theme
    inks = {theme.color(token).name() for token in ("claim", "claimbg", "claimsel", "accent")}
    return lambda: bool(seen() & inks)


def repeat(view, key, kind):
    """What X11 sends while a key is held."""
    QApplication.sendEvent(view, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "h", autorep=True))


def test_marks_are_hidden_while_the_key_is_held(view, marked, qtbot):
    found = [marked()]
    qtbot.keyPress(view, "H")
    found.append(marked())
    qtbot.keyRelease(view, "H")

    assert [*found, marked()] == [True, False, True]


def test_a_key_that_repeats_is_still_held(view, marked, qtbot):
    qtbot.keyPress(view, "H")
    for _ in range(3):
        repeat(view, Qt.Key.Key_H, QEvent.Type.KeyRelease)
        repeat(view, Qt.Key.Key_H, QEvent.Type.KeyPress)

    assert not marked()


def test_another_key_meanwhile_does_not_bring_them_back(view, marked, qtbot):
    qtbot.keyPress(view, "H")
    qtbot.keyClick(view, "J")
    qtbot.keyClick(view, Qt.Key.Key_Down)

    assert not marked()


@pytest.mark.parametrize("event", [QFocusEvent(QEvent.Type.FocusOut), QEvent(QEvent.Type.WindowDeactivate)])
def test_who_goes_elsewhere_finds_them_again(view, marked, qtbot, event):
    qtbot.keyPress(view, "H")
    QApplication.sendEvent(view, event)

    assert marked()


def test_esc_brings_them_back(view, marked, qtbot):
    qtbot.keyPress(view, "H")
    qtbot.keyPress(view, Qt.Key.Key_Escape)

    assert marked()


def test_another_story_is_shown_with_its_marks(desktop, view, qtbot):
    qtbot.keyPress(view, "H")
    desktop.session.open(desktop.session.current.article.id)

    assert not view.page.bare


def test_in_a_field_the_letter_is_a_letter(desktop, view, marked, qtbot):
    note = desktop.window.cards_pane.editor
    note.focus_note()
    field = QApplication.focusWidget()
    qtbot.keyPress(field, "h")

    assert (marked(), view.page.bare) == (True, False)


def test_among_the_cards_the_key_hides_nothing(desktop, view, qtbot):
    panel = desktop.window.cards_pane.panel
    panel.setFocus()
    qtbot.waitUntil(panel.hasFocus)
    qtbot.keyPress(panel, "H")

    assert not view.page.bare


def test_another_key_can_do_it(desktop, view, marked, qtbot):
    desktop.settings.keys = {"bare": ("Ctrl+J",)}
    desktop.window.furnish().desk.rebound.emit()
    qtbot.keyPress(view, "J", CTRL)
    held = marked()
    qtbot.keyRelease(view, "J", CTRL)

    assert (held, marked()) == (False, True)


def test_what_is_marked_meanwhile_is_there_after(desktop, view, qtbot, seen):
    qtbot.keyPress(view, "H")
    view.select_range(40, 44)
    qtbot.keyClick(view, "3")
    qtbot.keyRelease(view, "H")

    assert view.page.theme.color(Kind.SOURCE).name() in seen()


def lanes(view, qapp):
    """Whether there is a lane beside the words."""
    qapp.processEvents()
    drawn, box = view.viewport().grab().toImage(), view.rect_of(14, 16)
    y = round(box.center().y())
    return any(drawn.pixelColor(x, y).name() == "#9a3f00" for x in range(round(box.left()) - 1))


def test_lanes_and_strip_go_and_come(desktop, view, qtbot, qapp):
    pane, found = desktop.window.article_pane, []
    for _ in range(3):
        found.append((lanes(view, qapp), pane.strip.isVisible(), desktop.window.commands["margins"].isChecked()))
        qtbot.keyClick(view, "L", CTRL | SHIFT)

    assert found == [(True,) * 3, (False,) * 3, (True,) * 3]


def test_the_words_have_the_room_of_the_strip_that_goes(desktop, view, qtbot, qapp):
    before = view.width()
    qtbot.keyClick(view, "L", CTRL | SHIFT)
    qapp.processEvents()

    assert view.width() == before + 20


def test_another_story_has_no_lanes_either(desktop, view, qtbot, qapp):
    qtbot.keyClick(view, "L", CTRL | SHIFT)
    desktop.session.open(desktop.session.current.article.id)

    assert not lanes(view, qapp)


def test_the_next_start_remembers(desktop, view, qtbot, qapp, tmp_path):
    qtbot.keyClick(view, "L", CTRL | SHIFT)
    again = Desktop(qapp, Library(tmp_path / "other.db", annotator="checker"), Settings())
    again.window.show()
    again.window.furnish()
    qapp.processEvents()
    pane = again.window.article_pane
    found = pane._strip is None, pane.view.page._room(), again.window.commands["margins"].isChecked()
    again.close()
    again.window.deleteLater()
    again.deleteLater()

    assert found == (True, 0, False)
