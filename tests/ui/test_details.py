"""What a file suggested of its story is confirmed or put right in a sheet."""

import pytest
from PySide6.QtCore import Qt

from annotator.ui.dialogs.story import StorySheet


@pytest.fixture
def sheet(desktop, put, qtbot):
    put("Budget grows\n\nThe fee is 6 crowns.\n")
    desktop.window.commands["details"].trigger()
    shown = desktop.window.findChild(StorySheet)
    qtbot.waitUntil(shown.isVisible)
    return shown


def write(qtbot, field, words):
    field.selectAll()
    qtbot.keyClicks(field, words)


def test_what_is_put_right_is_seen_everywhere_at_once(desktop, sheet, qtbot):
    write(qtbot, sheet.fields["title"], "Fee to rise")
    write(qtbot, sheet.fields["publisher"], "Courier")
    qtbot.keyClick(sheet.fields["publisher"], Qt.Key.Key_Return)
    row = desktop.library.articles()[0]

    assert (
        row.title,
        row.publisher,
        desktop.window.windowTitle(),
        desktop.window.article_pane.header._place.text(),
    ) == (
        "Fee to rise",
        "Courier",
        "Fee to rise – Annotator",
        "Courier",
    )


def test_it_is_one_act_that_undo_takes_back(desktop, sheet, qtbot):
    write(qtbot, sheet.fields["title"], "Fee to rise")
    write(qtbot, sheet.note, "Ask Ana")
    qtbot.mouseClick(sheet.confirm, Qt.MouseButton.LeftButton)
    desktop.window.commands["undo"].trigger()
    article = desktop.library.article(desktop.session.current.article.id)

    assert (article.title, article.note, desktop.window.windowTitle()) == (
        "Budget grows",
        "",
        "Budget grows – Annotator",
    )


def test_a_story_without_a_title_is_not_accepted(sheet, qtbot):
    write(qtbot, sheet.fields["title"], "  ")

    assert not sheet.confirm.isEnabled()


def test_cancel_changes_nothing(desktop, sheet, qtbot):
    before = desktop.library.undoable()
    write(qtbot, sheet.fields["title"], "Fee to rise")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)

    assert desktop.library.undoable() == before
