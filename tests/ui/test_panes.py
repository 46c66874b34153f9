"""The window by keyboard alone: from pane to pane, from control to control, and back to the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QListView

from annotator.ui import sizes

SHIFT, CONTROL, NONE = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def window(desktop, put):
    """The window with a story on the desk and one claim in it, the keys in the text."""
    put("Budget grows\n\nThe fee is 6 crowns.\n")
    view = desktop.window.article_pane.view
    view.setFocus()
    view.select_range(14, 21)
    desktop.window.commands["claim"].trigger()
    desktop.session.select([])
    return desktop.window


@pytest.fixture
def press(window, qtbot):
    """Press a key where the focus is."""

    def press(key, modifier=NONE) -> None:
        qtbot.keyClick(window.focusWidget(), key, modifier)

    return press


def place(window) -> str:
    """What has the keys."""
    focus, article, cards = window.focusWidget(), window.article_pane, window.cards_pane
    places = {
        window.library_pane.findChild(QListView): "library",
        article.view: "text",
        cards.panel: "cards",
        cards.filters.statuses: "filters",
        window.furnish().left.pane and window.furnish().left.pane.list: "history",
    }
    return places.get(focus, type(focus).__name__)


def test_f6_goes_through_the_panes_and_around(window, press):
    seen = []
    for _ in range(3):
        press(Qt.Key.Key_F6)
        seen.append(place(window))

    assert seen == ["cards", "library", "text"]


def test_shift_and_f6_goes_back(window, press):
    seen = []
    for _ in range(3):
        press(Qt.Key.Key_F6, SHIFT)
        seen.append(place(window))

    assert seen == ["library", "cards", "text"]


def test_the_history_is_a_pane_while_it_is_open(window, press):
    press(Qt.Key.Key_H, CONTROL)
    seen = [place(window)]
    press(Qt.Key.Key_F6)
    seen.append(place(window))
    press(Qt.Key.Key_F6, SHIFT)
    seen.append(place(window))
    press(Qt.Key.Key_H, CONTROL)
    press(Qt.Key.Key_F6, SHIFT)
    seen.append(place(window))

    assert seen == ["history", "library", "history", "library"]


def test_cards_that_are_all_hidden_are_reached_to_show_them_again(window, press):
    window.cards_pane.filters.kinds["quote"].click()
    press(Qt.Key.Key_F6)

    assert place(window) == "filters"


@pytest.mark.parametrize("steps", [1, 2])
def test_escape_leads_back_to_the_text(window, press, steps):
    for _ in range(steps):
        press(Qt.Key.Key_F6)
    press(Qt.Key.Key_Escape)

    assert place(window) == "text"


def test_escape_leads_from_a_button_back_to_the_text(window, press):
    window.cards_pane.filters.statuses.setFocus()
    press(Qt.Key.Key_Escape)

    assert place(window) == "text"


def test_f6_shows_the_caret_where_it_was_scrolled_away(desktop, put, qtbot):
    put("\n\n".join(f"Sentence {number}." for number in range(300)))
    view = desktop.window.article_pane.view
    desktop.window.library_pane.setFocus()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.keyClick(desktop.window.focusWidget(), Qt.Key.Key_F6)

    assert view.viewport().rect().contains(view.cursorRect())


def test_tab_goes_through_the_window_as_it_is_read(window, press):
    window.article_pane.view.setFocus()
    seen = []
    for _ in range(80):
        press(Qt.Key.Key_Tab)
        seen.append(place(window))
        if seen[-1] == "text":
            break
    named = [name for name in seen if name in ("cards", "library", "text", "filters", "BarButton")]

    assert list(dict.fromkeys(named)) == ["filters", "cards", "BarButton", "library", "text"]


def test_the_start_page_has_no_panes_to_go_through(desktop, qtbot):
    before = QApplication.focusWidget()
    qtbot.keyClick(desktop.window, Qt.Key.Key_F6)

    assert QApplication.focusWidget() is before


def test_the_row_that_has_the_keys_has_a_ring_two_pixels_wide(window, desktop, press):
    window.library_pane.list.setFocus()
    picture = window.library_pane.list.grab().toImage()
    row = window.library_pane.list.visualRect(window.library_pane.list.currentIndex())
    seen = [picture.pixelColor(sizes.GAP + x, row.center().y()).name() for x in range(3)]
    ring, plate = (desktop.look.theme.color(name).name() for name in ("accent", "accentbg"))

    assert seen == [ring, ring, plate]


def test_a_box_to_tick_has_a_ring(desktop, qtbot):
    box = QCheckBox("Words", desktop.window)
    box.show()
    box.setFocus()
    picture = box.grab().toImage()

    assert picture.pixelColor(1, box.height() // 2) == desktop.look.theme.color("accent")
