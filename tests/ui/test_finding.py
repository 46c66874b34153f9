"""Finding words in the article, by keys alone, in the real window."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit

from annotator.model.words import Kind

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = "Budget grows\n\nThe fee is 6 crowns. “We knew,” she said.\n\nThe Fee, no more fees.\n"


@pytest.fixture
def desktop(desktop, put, qtbot):
    put(TEXT)
    desktop.window.activateWindow()
    view = desktop.window.article_pane.view
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return desktop


@pytest.fixture
def view(desktop):
    return desktop.window.article_pane.view


@pytest.fixture
def find(desktop, qtbot, view):
    """Open the bar by its key and type; the field."""

    def find(words: str) -> QLineEdit:
        qtbot.keyClick(view, Qt.Key.Key_F, CTRL)
        field = desktop.window.article_pane.find_bar.findChild(QLineEdit)
        qtbot.keyClicks(field, words)
        return field

    return find


def told(desktop):
    return [label.text() for label in desktop.window.article_pane.find_bar.findChildren(QLabel) if label.text()]


def test_hits_are_counted_as_one_types(desktop, find):
    find("fee")

    assert told(desktop) == ["1 of 3"]


def test_enter_goes_on_and_shift_enter_goes_back(desktop, find, qtbot):
    field = find("fee")
    seen = []
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier, SHIFT):
        qtbot.keyClick(field, Qt.Key.Key_Return, modifier)
        seen += told(desktop)

    assert seen == ["2 of 3", "3 of 3", "2 of 3"]


def test_esc_leaves_the_hit_selected_and_the_focus_in_the_text(desktop, find, view, qtbot):
    qtbot.keyClick(find("she said"), Qt.Key.Key_Escape)
    start = TEXT.index("she said")

    assert (view.hasFocus(), view.selected_range()) == (True, (start, start + 8))


def test_the_hit_is_marked_by_one_key(desktop, find, view, qtbot):
    qtbot.keyClick(find("we knew"), Qt.Key.Key_Escape)
    qtbot.keyClick(view, "2")
    version = desktop.session.current.version.id

    assert [(a.kind, a.words) for a in desktop.library.annotations(version)] == [(Kind.QUOTE, "We knew")]


def test_f3_walks_on_from_the_text(find, view, qtbot):
    find("fee")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F3)
    start = TEXT.index("Fee,")

    assert view.selected_range() == (start, start + 3)


def test_the_selected_words_are_looked_for(desktop, find, view):
    view.select_range(TEXT.index("crowns"), TEXT.index("crowns") + 6)

    assert find("").text() == "crowns"


def test_letters_in_the_field_mark_nothing(desktop, find):
    find("123 csq")

    assert list(desktop.library.annotations(desktop.session.current.version.id)) == []


def test_hits_are_washed_over_and_let_go(find, view, qtbot):
    before = view.viewport().grab().toImage()
    field = find("fee")
    during = view.viewport().grab().toImage()
    assert during != before
    field.clear()

    assert view.viewport().grab().toImage() != during


def test_what_is_not_there_is_said(desktop, find):
    find("nowhere")

    assert told(desktop) == ["Nothing found"]


def test_whoever_shows_the_hits_elsewhere_hears_of_them_and_that_they_are_gone(desktop, find, qtbot):
    heard = []
    field = find("fe")
    desktop.window.article_pane.find_bar.found.connect(heard.append)
    qtbot.keyClicks(field, "e")
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert [len(spans) for spans in heard] == [3, 0]


def test_nothing_goes_on_behind_a_closed_bar(desktop, find, qtbot):
    qtbot.keyClick(find("fee"), Qt.Key.Key_Escape)

    assert [timer for timer in desktop.window.article_pane.find_bar.findChildren(QTimer) if timer.isActive()] == []


def test_the_field_takes_the_room_there_is_up_to_280(desktop, view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_F, CTRL)

    assert desktop.window.article_pane.find_bar.findChild(QLineEdit).width() == 280
