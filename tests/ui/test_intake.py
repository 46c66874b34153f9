"""Stories come in: folders and many files at once, with progress, a way to stop, and what did not come in."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton, QToolButton

from annotator.ui.dialogs.arrivals import ArrivalsSheet
from annotator.ui.dialogs.new_story import NewStorySheet
from annotator.ui.reading_bar import ReadingBar
from tests.ui.test_window import drop


@pytest.fixture
def window(desktop):
    return desktop.window


@pytest.fixture
def folder(tmp_path):
    """Three stories, one of them twice, one file that is broken, and one that is none."""
    texts = {"a.txt": "One.", "b.txt": "", "below/c.txt": "Two.", "below/d.txt": "One.", "below/e.css": "body {}"}
    for name, words in texts.items():
        path = tmp_path / "desk" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    return tmp_path / "desk"


@pytest.fixture
def sheet(window, qtbot):
    """The sheet of what did not come in, once it is there."""

    def sheet():
        qtbot.waitUntil(lambda: window.findChild(ArrivalsSheet) is not None)
        return window.findChild(ArrivalsSheet)

    return sheet


def lines(sheet):
    found = [line.partition("” ")[0] for line in sheet.files.toPlainText().split("\n\n")]
    sheet.close()
    return found


def test_all_of_a_folder_that_is_dropped_comes_in_and_the_rest_is_listed(desktop, window, folder, sheet):
    drop(window, [folder])
    listed = lines(sheet())

    assert (listed, len(desktop.library.articles())) == (["“b.txt", "“e.css"], 2)


def test_what_came_of_a_folder_is_counted(desktop, window, folder, sheet):
    drop(window, [folder])
    found = sheet()
    counted = [label.text() for label in found.findChildren(QLabel)]
    found.close()

    assert "2 added, 1 there already, 1 not readable, 1 skipped." in counted


def test_the_list_of_what_did_not_come_in_is_copied_with_its_paths(window, folder, sheet):
    drop(window, [folder])
    found = sheet()
    [copy] = [button for button in found.findChildren(QPushButton) if button.text() == "Copy the list"]
    copy.click()
    copied = QApplication.clipboard().text().splitlines()
    found.close()

    assert [line.partition("\t")[0] for line in copied] == [str(folder / "b.txt"), str(folder / "below" / "e.css")]


def test_a_folder_is_asked_for_by_its_key(desktop, window, folder, qtbot, sheet):
    window.commands["open_folder"].trigger()
    dialog = window.findChild(QFileDialog)
    dialog.filesSelected.emit([str(folder)])
    dialog.close()
    sheet().close()

    assert len(desktop.library.articles()) == 2


def test_a_folder_without_a_story_is_said_to_hold_no_text(window, tmp_path, qtbot):
    (tmp_path / "empty").mkdir()
    drop(window, [tmp_path / "empty"])
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    said = box.text()
    box.close()

    assert "no text" in said


@pytest.fixture
def many(tmp_path):
    """A folder with 500 stories."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(500):
        (folder / f"{number:03}.txt").write_text(f"Story {number}.", encoding="utf-8")
    return folder


def test_five_hundred_files_come_in_with_progress(desktop, window, many, qtbot):
    seen = []
    desktop.opener.progressed.connect(lambda done, total, _name: seen.append((done, total)))
    window.open_files([many])
    qtbot.waitUntil(lambda: not desktop.opener.busy, timeout=60_000)

    assert (seen, len(desktop.library.articles())) == ([(0, 0), *((done, 500) for done in range(500))], 500)


def test_reading_is_stopped_by_its_key_and_what_is_in_stays_in(desktop, window, many, qtbot):
    window.open_files([many])
    qtbot.waitUntil(lambda: len(desktop.library.articles()) > 3, timeout=60_000)
    qtbot.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not desktop.opener.busy)

    assert (3 < len(desktop.library.articles()) < 500, desktop.session.current is not None) == (True, True)


def test_long_reading_is_shown_with_a_button_that_stops_it(desktop, window, many, qtbot):
    window.open_files([many])
    qtbot.waitUntil(lambda: window.findChild(ReadingBar) is not None)
    bar = window.findChild(ReadingBar)
    [words] = bar.findChildren(QLabel)
    qtbot.waitUntil(lambda: bar.isVisible() and " of 500: " in words.text(), timeout=60_000)
    bar.findChild(QToolButton).click()
    qtbot.waitUntil(lambda: not desktop.opener.busy)

    assert (bar.isVisible(), len(desktop.library.articles()) < 500) == (False, True)


def test_reading_can_be_stopped_only_while_something_is_read(desktop, window, many, qtbot):
    stop = window.commands["stop_reading"]
    before = stop.isEnabled()
    window.open_files([many])
    during = stop.isEnabled()
    desktop.opener.cancel()
    qtbot.waitUntil(lambda: not desktop.opener.busy)

    assert (before, during, stop.isEnabled()) == (False, True, False)


# -- pasted and typed


@pytest.fixture
def settled(desktop, qtbot):
    """Wait until nothing is read, and a story is on the desk; it."""

    def settled():
        qtbot.waitUntil(lambda: not desktop.opener.busy and desktop.session.current is not None)
        return desktop.session.current

    return settled


def press(qtbot, window, key, *modifiers):
    window.furnish()
    window.activateWindow()
    held = Qt.KeyboardModifier.ControlModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(window, key, held)


def test_the_clipboard_is_pasted_as_a_story_by_its_key(desktop, window, qtbot, settled):
    QApplication.clipboard().setText("Ferry ends\n\nIt sank.\u00a0– “Why?”")
    press(qtbot, window, Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    opened = settled()

    assert (opened.article.title, opened.text, desktop.library.original(opened.version.id).decode()) == (
        "Ferry ends",
        "Ferry ends\n\nIt sank.\u00a0– “Why?”",
        "Ferry ends\n\nIt sank.\u00a0– “Why?”",
    )


def test_files_on_the_clipboard_are_opened(window, tmp_path, settled):
    (tmp_path / "a.txt").write_text("One.", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    QApplication.clipboard().setMimeData(data)
    window.commands["paste_story"].trigger()

    assert settled().version.file_name == "a.txt"


def test_an_empty_clipboard_is_said_to_be_empty(desktop, window, qtbot):
    QApplication.clipboard().clear()
    with qtbot.waitSignal(window.furnish().desk.told) as told:
        window.commands["paste_story"].trigger()

    assert (told.args, desktop.opener.busy) == (["There are no words on the clipboard"], False)


def test_a_story_is_typed_and_added_by_keys_alone(desktop, window, qtbot, settled):
    press(qtbot, window, Qt.Key.Key_N)
    sheet = window.findChild(NewStorySheet)
    qtbot.waitUntil(sheet.isActiveWindow)
    qtbot.keyClicks(sheet.title, "Fees rise")
    qtbot.keyClick(sheet.title, Qt.Key.Key_Tab)
    qtbot.keyClicks(sheet.text, "They are 7 crowns.")
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened = settled()

    assert (opened.article.title, opened.version.file_name, opened.text) == (
        "Fees rise",
        "Fees rise.txt",
        "Fees rise\n\nThey are 7 crowns.",
    )


def test_a_story_that_was_begun_is_there_when_the_sheet_is_opened_again(window, qtbot):
    window.commands["new_story"].trigger()
    sheet = window.findChild(NewStorySheet)
    qtbot.keyClicks(sheet.text, "They are")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(NewStorySheet) is None)
    window.commands["new_story"].trigger()
    again = window.findChild(NewStorySheet)
    kept = again.text.toPlainText()
    again.close()

    assert kept == "They are"


def test_a_story_without_words_cannot_be_added(window):
    window.commands["new_story"].trigger()
    sheet = window.findChild(NewStorySheet)
    enabled = sheet.add.isEnabled()
    sheet.close()

    assert not enabled
