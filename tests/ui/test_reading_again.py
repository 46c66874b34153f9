"""A story is read again: in another encoding, or with what was left out; its annotations go along."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QMessageBox, QPushButton

from annotator.ui.dialogs.left_out import LeftOutSheet

STORIES = Path(__file__).resolve().parents[1] / "golden" / "reading"

WORDS = "Štěstí přeje připraveným.\n\nPrameny říkají, že úroky vzrostou.\n"

MENU = "".join(f"<li><a href='/{name}'>{name.title()}</a></li>" for name in ("news", "sport", "weather", "about"))
PROSE = "<p>The minister said on Tuesday that the budget of the town would grow by four percent next year.</p>" * 3
PAGE = f"<html><head><title>Fees</title></head><body><nav><ul>{MENU}</ul></nav><article><h1>Fees</h1>{PROSE}</article>"


@pytest.fixture
def window(desktop):
    return desktop.window


@pytest.fixture
def show(desktop, tmp_path, qtbot):
    """Put a file with these bytes on the desk."""

    def show(name: str, data: bytes) -> None:
        (tmp_path / name).write_bytes(data)
        desktop.opener.open([tmp_path / name])
        qtbot.waitUntil(lambda: not desktop.opener.busy and desktop.session.current is not None, timeout=30_000)
        desktop.window.furnish()

    return show


def tags(window):
    header = window.article_pane.header
    return [tag.text() for tag in (header._odd, header._less) if not tag.isHidden()]


def choose(window, words):
    """Trigger the entry of the menu that is open."""
    [menu] = [menu for menu in window.findChildren(QMenu) if menu.accessibleName() == "Read again as"]
    [action] = [action for action in menu.actions() if action.text() == words]
    action.trigger()
    menu.close()


@pytest.fixture
def garbled(desktop, show):
    """A Czech story of Windows-1250 on the desk, of which something else was guessed or not; its first annotation."""
    show("story.txt", WORDS.encode("cp1250"))
    return desktop.session.current


def test_a_guessed_encoding_is_shown_by_its_name_beside_the_title(window, garbled):
    assert tags(window)[0].startswith("Encoding guessed: ")


def test_the_tag_of_a_guess_leads_to_other_encodings(desktop, window, garbled, qtbot):
    qtbot.mouseClick(window.article_pane.header._odd, Qt.MouseButton.LeftButton)
    choose(window, "Cyrillic (Windows-1251)")
    qtbot.waitUntil(lambda: desktop.session.current.version.number == 2)

    assert (desktop.session.current.text, tags(window)) == (WORDS.encode("cp1250").decode("cp1251").strip(), [])


def test_the_original_stays_and_undo_leads_back(desktop, window, garbled, qtbot):
    window.commands["read_again"].trigger()
    choose(window, "Cyrillic (KOI8-R)")
    qtbot.waitUntil(lambda: desktop.session.current.version.number == 2)
    kept = desktop.library.original(desktop.session.current.version.id)
    window.commands["undo"].trigger()
    undone = desktop.session.current.text
    window.commands["redo"].trigger()

    assert (kept, undone, desktop.session.current.version.encoding) == (WORDS.encode("cp1250"), garbled.text, "koi8-r")


def test_annotations_go_along(desktop, window, show, qtbot):
    show("story.txt", b"The fee is 6 crowns.\n\nIt caf\xe9.\n")
    view = window.article_pane.view
    view.select_range(11, 19)
    qtbot.keyClick(view, "1")
    window.commands["read_again"].trigger()
    choose(window, "Western (Mac)")
    qtbot.waitUntil(lambda: desktop.session.current.version.number == 2)
    marked = [a.words for a in desktop.library.annotations(desktop.session.current.version.id)]

    assert (marked, len(view._layout.index.of_paragraph(0))) == (["6 crowns"], 1)


def test_what_reads_the_same_makes_no_draft(desktop, window, show, qtbot):
    show("story.txt", b"Plain words.\n")
    window.commands["read_again"].trigger()
    with qtbot.waitSignal(window.furnish().desk.told) as told:
        choose(window, "Unicode (UTF-8)")

    assert (told.args, desktop.session.current.version.number) == (["It reads the same"], 1)


def test_a_file_that_says_its_encoding_is_not_asked_about(window, show, qtbot):
    show("story.docx", (STORIES / "story.docx").read_bytes())
    with qtbot.waitSignal(window.furnish().desk.told) as told:
        window.commands["read_again"].trigger()

    assert "not in question" in told.args[0]


def test_notes_on_a_file_are_shown_by_their_tag(window, show, qtbot):
    show("story.docx", b"These are plain words.")
    qtbot.mouseClick(window.article_pane.header._odd, Qt.MouseButton.LeftButton)
    box = window.findChild(QMessageBox)
    said = box.text()
    box.close()

    assert said == "Its name ends in .docx, but it is plain text, and was read as such."


# -- left out


@pytest.fixture
def page(show):
    show("page.html", PAGE.encode())


def test_what_was_left_out_of_a_page_is_counted_beside_its_title(desktop, window, page):
    count = len(desktop.library.layout(desktop.session.current.version.id).left_out)

    assert (count > 0, tags(window)[-1].startswith(f"{count} passage")) == (True, True)


def test_one_click_shows_it_grey_among_the_words_of_the_story(desktop, window, page, qtbot):
    qtbot.mouseClick(window.article_pane.header._less, Qt.MouseButton.LeftButton)
    sheet = window.findChild(LeftOutSheet)
    shown = sheet.page.toPlainText()
    sheet.close()

    assert (shown.index("Weather") < shown.index("The minister said"), "Weather" in desktop.session.current.text) == (
        True,
        False,
    )


def test_everything_is_read_by_one_button(desktop, window, page, qtbot):
    window.commands["left_out"].trigger()
    sheet = window.findChild(LeftOutSheet)
    [whole] = [button for button in sheet.findChildren(QPushButton) if button.text() == "Read everything"]
    whole.click()
    qtbot.waitUntil(lambda: desktop.session.current.version.number == 2, timeout=30_000)

    assert ("Weather" in desktop.session.current.text, tags(window)) == (True, [])


def test_of_a_story_that_is_whole_nothing_is_shown(window, show, qtbot):
    show("story.txt", b"Plain words.")
    with qtbot.waitSignal(window.furnish().desk.told) as told:
        window.commands["left_out"].trigger()

    assert told.args == ["Nothing was left out of this story"]
