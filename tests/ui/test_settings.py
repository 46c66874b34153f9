"""The settings, as a user changes them: by real keys, through the window."""

import pytest
from PySide6.QtCore import Qt

from annotator.ui.dialogs.settings import SettingsSheet
from annotator.ui.settings import Settings


@pytest.fixture
def desktop(desktop, put):
    put("Budget grows\n\nThe fee is 6 crowns.\n")
    return desktop


@pytest.fixture
def sheet(desktop):
    desktop.window.commands["settings"].trigger()
    return desktop.window.findChild(SettingsSheet)


def give(qtbot, sheet, action, key):
    sheet.page.choose(action)
    qtbot.keyClick(sheet.page.field, key)


def test_a_key_given_to_claim_marks_at_once_and_after_a_restart(desktop, sheet, qtbot):
    give(qtbot, sheet, "claim", Qt.Key.Key_F)
    sheet.accept()
    view = desktop.window.article_pane.view
    desktop.window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.place_caret(desktop.session.current.text.index("fee"))
    qtbot.keyClick(view, Qt.Key.Key_F)
    marked = [a.words for a in desktop.library.annotations(desktop.session.current.version.id)]

    assert (marked, Settings().keys) == (["The fee is 6 crowns."], {"claim": ("F", "1", "C")})


def test_the_first_key_is_the_one_on_the_button(desktop, sheet, qtbot):
    give(qtbot, sheet, "claim", Qt.Key.Key_F)
    sheet.accept()
    action = desktop.window.commands["claim"]

    assert (action.shortcut().toString(), action.toolTip()) == ("F", "Claim (F or 1 or C)")


def test_a_key_of_another_action_is_taken_only_when_confirmed(sheet, qtbot):
    give(qtbot, sheet, "claim", Qt.Key.Key_N)
    before = dict(sheet.page.changes)
    sheet.page.offer.click()
    after = dict(sheet.page.changes)
    sheet.reject()

    assert (before, after) == ({}, {"claim": ("N", "1", "C"), "next": ()})


def test_cancel_takes_the_keys_and_the_theme_back(desktop, sheet, qtbot):
    give(qtbot, sheet, "claim", Qt.Key.Key_F)
    sheet.theme.group.button(2).click()
    sheet.reject()

    assert (Settings().keys, Settings().theme) == ({}, "system")


@pytest.fixture
def kept():
    Settings().keys = {"claim": ("F",)}


def test_kept_keys_are_there_from_the_start(kept, desktop):
    assert [key.toString() for key in desktop.window.commands["claim"].shortcuts()] == ["F"]


def test_a_key_goes_to_an_action_that_is_seen(sheet, qtbot):
    sheet.page._find.setText("smaller")
    qtbot.keyClick(sheet.page.field, Qt.Key.Key_F9)
    changed = set(sheet.page.changes)
    sheet.reject()

    assert changed == {"zoom_out"}


def test_where_no_action_is_seen_no_key_can_be_given(sheet):
    sheet.page._find.setText("no such action")
    enabled = sheet.page.field.isEnabled()
    sheet.reject()

    assert not enabled
