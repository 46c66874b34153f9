"""The window as a user meets it: keys, menus, drops, the page of an empty library."""

import pytest
from PySide6 import __version_info__ as pyside
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QListView, QMenu, QMessageBox, QPushButton, QToolBar

from annotator import editing
from annotator.model.words import Kind, Status
from annotator.ui import sizes
from annotator.ui.dialogs.arrivals import ArrivalsSheet


@pytest.fixture
def window(desktop):
    return desktop.window


def marks(desktop):
    version = desktop.session.current.version.id
    return [(a.kind, a.words) for a in desktop.library.annotations(version)]


def select(window, text, words):
    window.article_pane.view.select_range(text.index(words), text.index(words) + len(words))


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.article_pane.view, key, modifier)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("1", Kind.CLAIM),
        ("C", Kind.CLAIM),
        ("2", Kind.QUOTE),
        ("Q", Kind.QUOTE),
        ("3", Kind.SOURCE),
        ("S", Kind.SOURCE),
    ],
)
def test_select_then_key_marks(desktop, window, story, qtbot, key, kind):
    select(window, story, "6 crowns")
    press(qtbot, window, key)

    assert marks(desktop) == [(kind, "6 crowns")]


def test_marking_keeps_the_focus_in_the_text_and_lets_the_selection_go(window, story, qtbot):
    select(window, story, "6 crowns")
    press(qtbot, window, "1")
    view = window.article_pane.view

    assert (view.hasFocus(), view.selected_range(), view.caret()) == (True, None, story.index("6 crowns") + 8)


def test_without_a_selection_the_sentence_is_marked(desktop, window, story, qtbot):
    window.article_pane.view.place_caret(story.index("fee"))
    press(qtbot, window, "1")

    assert marks(desktop) == [(Kind.CLAIM, "The fee is 6 crowns.")]


def test_the_caret_in_an_annotation_relabels(desktop, window, story, qtbot):
    select(window, story, "6 crowns")
    press(qtbot, window, "1")
    window.article_pane.view.place_caret(story.index("crowns"))
    press(qtbot, window, "3")

    assert marks(desktop) == [(Kind.SOURCE, "6 crowns")]


def test_several_kinds_stand_on_the_very_same_range(desktop, window, story, qtbot):
    for key in "123":
        select(window, story, "6 crowns")
        press(qtbot, window, key)

    assert marks(desktop) == [(kind, "6 crowns") for kind in Kind]


def test_the_same_kind_twice_is_said_to_be_there(desktop, window, story, qtbot):
    for _ in range(2):
        select(window, story, "6 crowns")
        press(qtbot, window, "1")

    assert len(marks(desktop)) == 1


def test_delete_removes_and_undo_brings_back(desktop, window, story, qtbot):
    select(window, story, "6 crowns")
    press(qtbot, window, "1")
    press(qtbot, window, Qt.Key.Key_Delete)
    assert marks(desktop) == []
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert marks(desktop) == [(Kind.CLAIM, "6 crowns")]


def test_undo_and_redo_are_named_in_the_menu(window, story, qtbot):
    select(window, story, "6 crowns")
    press(qtbot, window, "1")
    assert window.commands["undo"].text() == "Undo: mark claim"
    window.commands["undo"].trigger()

    assert window.commands["redo"].text() == "Redo: mark claim"


def test_a_sweep_that_begins_in_the_selection_selects_and_drags_nothing(window, story, qtbot):
    view, none, left = window.article_pane.view, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    select(window, story, "The fee is 6 crowns.")
    start, end = story.index("fee"), story.index("No more") + 2
    first, last = view.rect_of(start, start + 1), view.rect_of(end - 1, end)
    qtbot.mousePress(view.viewport(), left, none, QPoint(round(first.left()), round(first.center().y())))
    for place in (first.center().toPoint(), QPoint(round(last.right()), round(last.center().y()))):
        qtbot.mouseMove(view.viewport(), place)
    qtbot.mouseRelease(view.viewport(), left, none, QPoint(round(last.right()), round(last.center().y())))

    assert view.selected_range() == (start, end)


def test_n_and_p_go_from_annotation_to_annotation(desktop, window, story, qtbot):
    for words in ("We knew", "6 crowns", "No more"):
        select(window, story, words)
        press(qtbot, window, "1")
    desktop.session.select([])
    window.article_pane.view.place_caret(0)
    seen = []
    for key in "NNNNPP":
        press(qtbot, window, key)
        seen += [a.words for a in desktop.session.selection]

    assert seen == ["6 crowns", "We knew", "No more", "No more", "We knew", "6 crowns"]


def click_on(qtbot, window, offset):
    rect = window.article_pane.view.rect_of(offset, offset + 1)
    place = QPoint(round(rect.center().x()), round(rect.center().y()))
    qtbot.mouseClick(window.article_pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_picks_the_smallest_and_a_second_click_the_next_under_it(desktop, window, story, qtbot):
    for words in ("The fee is 6 crowns.", "6 crowns"):
        select(window, story, words)
        press(qtbot, window, "1")
    desktop.session.select([])
    seen = []
    for _ in range(3):
        click_on(qtbot, window, story.index("crowns"))
        seen += [a.words for a in desktop.session.selection]
        qtbot.wait(QApplication.doubleClickInterval() + 20)

    assert seen == ["6 crowns", "The fee is 6 crowns.", "6 crowns"]


def test_a_click_beside_all_marks_selects_none(desktop, window, story, qtbot):
    select(window, story, "6 crowns")
    press(qtbot, window, "1")
    click_on(qtbot, window, story.index("No more"))

    assert desktop.session.selection == ()


def test_letters_typed_into_a_note_mark_nothing(desktop, window, story, qtbot):
    select(window, story, "6 crowns")
    press(qtbot, window, "1")
    press(qtbot, window, Qt.Key.Key_Return)
    field = window.cards_pane.editor.note_field
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "cqs 123 np")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    annotation = desktop.session.selection[0]

    assert (annotation.note, marks(desktop), window.article_pane.view.hasFocus()) == (
        "cqs 123 np",
        [(Kind.CLAIM, "6 crowns")],
        True,
    )


def test_the_status_bar_says_saved_only_when_it_is(desktop, window, story, qtbot):
    select(window, story, "6 crowns")
    press(qtbot, window, "1")
    assert window.status.saving.text().startswith("Saved")
    qtbot.keyClicks(window.cards_pane.editor.note_field, "x")
    assert window.status.saving.text() == "Saving…"
    window.cards_pane.flush()

    assert window.status.saving.text().startswith("Saved")


def refused(window):
    """What the dialog says, which is closed."""
    box = window.findChild(QMessageBox)
    said = box.text()
    box.close()
    return said


def test_what_is_refused_is_said_and_saved_is_not(desktop, window, story, qtbot):
    select(window, story, "6 crowns")
    press(qtbot, window, "1")
    old = desktop.session.selection[0]
    desktop.session.do(editing.set_note(old, "one"))
    desktop.session.do(editing.set_note(old, "two"))

    assert ("changed or removed elsewhere" in refused(window), window.status.saving.text()) == (True, "Not saved")


def test_a_read_only_library_refuses_and_says_what_it_is(desktop, window, story, qtbot, monkeypatch):
    monkeypatch.setattr(desktop.library, "writable", False)
    select(window, story, "6 crowns")
    press(qtbot, window, "1")

    assert ("read-only" in refused(window), window.status.saving.text()) == (True, "Read-only library")


def test_undo_of_many_selects_none_so_that_one_delete_takes_no_more(desktop, window, story, qtbot):
    for words in ("6 crowns", "We knew"):
        select(window, story, words)
        press(qtbot, window, "1")
    window.commands["remove_article"].trigger()
    window.commands["undo"].trigger()

    assert (len(marks(desktop)), desktop.session.selection) == (2, ())


def test_the_caret_that_goes_elsewhere_leaves_the_selection(desktop, window, story, qtbot):
    select(window, story, "6 crowns")
    press(qtbot, window, "1")
    press(qtbot, window, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, window, Qt.Key.Key_Delete)

    assert (desktop.session.selection, len(marks(desktop))) == ((), 1)


def test_words_selected_elsewhere_keep_the_annotation_selected(desktop, window, story, qtbot):
    select(window, story, "6 crowns")
    press(qtbot, window, "1")
    select(window, story, "No more")

    assert [a.words for a in desktop.session.selection] == ["6 crowns"]


def test_escape_selects_nothing(desktop, window, story, qtbot):
    select(window, story, "6 crowns")
    press(qtbot, window, "1")
    press(qtbot, window, Qt.Key.Key_Escape)

    assert desktop.session.selection == ()


def test_a_story_is_shown_where_it_was_left(desktop, window, story, qtbot, tmp_path):
    first = desktop.session.current.article.id
    window.article_pane.view.place_caret(story.index("No more"))
    other = tmp_path / "other.txt"
    other.write_text("Another story.", encoding="utf-8")
    window.open_files([other])
    qtbot.waitUntil(lambda: not desktop.opener.busy)
    desktop.session.open(first)

    assert window.article_pane.view.caret() == story.index("No more")


def test_the_arrow_keys_walk_through_the_library(desktop, window, story, qtbot, tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"Story {name}.", encoding="utf-8")
        window.open_files([tmp_path / f"{name}.txt"])
        qtbot.waitUntil(lambda: not desktop.opener.busy)
    rows = window.library_pane.findChild(QListView)
    rows.setFocus()
    for _ in range(2):
        qtbot.keyClick(rows, Qt.Key.Key_Down)

    assert (desktop.session.current.article.file_name, rows.hasFocus()) == ("story.txt", True)


def test_the_right_button_offers_what_can_be_done_with_the_words(desktop, window, story, qtbot):
    select(window, story, "6 crowns")
    window.article_pane.view.menu_asked.emit(story.index("6 crowns"), QPoint(50, 50))
    menu = window.article_pane.findChild(QMenu)
    offered = [action.iconText() for action in menu.actions() if not action.isSeparator()]
    menu.close()

    mending = ["Add the selected words as a part", "Split here", "Merge", "Mark all with the same words"]

    assert offered == ["Claim", "Quote", "Source", *mending, "Write a note", "Remove", "Copy"]


def test_the_status_is_set_by_key(desktop, window, story, qtbot):
    select(window, story, "6 crowns")
    press(qtbot, window, "1")
    press(qtbot, window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)

    assert desktop.session.selection[0].status is Status.CHECKED


def test_an_empty_library_shows_one_button_and_nothing_to_mark(window):
    page = window.centralWidget().currentWidget()
    buttons = [b.accessibleName() or b.text() for b in page.findChildren(QPushButton)]

    assert (buttons, window.commands["claim"].isEnabled()) == (["Open a story", "Try a sample story"], False)


def test_the_sample_is_one_click_away(desktop, window, qtbot):
    window.commands["sample"].trigger()
    qtbot.waitUntil(lambda: desktop.session.current is not None)

    assert desktop.session.current.version.file_name == "harbour-tunnel.txt"


def drop(window, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    point = QPointF if pyside >= (6, 12) else QPoint  # 6.11 knows whole pixels alone, 6.12 calls them deprecated
    enter = QDragEnterEvent(point(50, 300), Qt.DropAction.CopyAction, data, left, none)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(50, 300), Qt.DropAction.CopyAction, data, left, none))


def test_dropped_files_are_added_and_the_first_is_opened(desktop, window, tmp_path, qtbot):
    paths = [tmp_path / "one.txt", tmp_path / "two.md"]
    for path in paths:
        path.write_text(f"Story {path.stem}\n\nA sentence.", encoding="utf-8")
    drop(window, paths)
    qtbot.waitUntil(lambda: len(desktop.library.articles()) == 2 and not desktop.opener.busy)

    assert desktop.session.current.version.file_name == "one.txt"


def test_a_file_in_the_library_is_opened_and_not_added_twice(desktop, window, story, tmp_path, qtbot):
    window.open_files([tmp_path / "story.txt"])
    qtbot.waitUntil(lambda: not desktop.opener.busy)

    assert len(desktop.library.articles()) == 1


def test_files_that_cannot_be_read_give_one_dialog_and_the_rest_is_in(desktop, window, tmp_path, qtbot):
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text("A story.", encoding="utf-8")
    empty.touch()
    window.open_files([tmp_path / "missing.txt", empty, good])
    qtbot.waitUntil(lambda: window.findChild(ArrivalsSheet) is not None)
    sheet = window.findChild(ArrivalsSheet)
    said = sheet.files.toPlainText()
    sheet.close()

    assert ("missing.txt" in said, "empty.txt" in said, len(desktop.library.articles())) == (True, True, 1)


def test_opened_files_are_recent(desktop, story, tmp_path):
    assert desktop.settings.recent[0] == tmp_path / "story.txt"


def test_undoing_the_first_story_leads_back_to_the_start_page(desktop, window, story, qtbot):
    window.commands["undo"].trigger()
    assert desktop.session.current is None
    window.commands["redo"].trigger()

    assert desktop.session.current.text == story


def test_the_theme_turns_while_the_window_is_open(desktop, window, story):
    before = desktop.look.theme.dark
    window.commands["theme"].trigger()

    assert desktop.look.theme.dark is not before


def test_the_text_is_enlarged_and_said_so(desktop, window, story):
    before = desktop.settings.zoom
    window.commands["zoom_in"].trigger()
    window.commands["zoom_reset"].trigger()
    said = [label.text() for label in window.status.findChildren(QLabel)]

    assert (before, desktop.settings.zoom, "100 %" in said) == (100, 100, True)


def test_high_contrast_is_turned_on_and_remembered(desktop, window, story):
    window.commands["contrast"].trigger()
    on = (desktop.look.theme.contrast, desktop.settings.contrast)
    window.commands["system_theme"].trigger()

    assert (on, desktop.settings.contrast) == ((True, "on"), "system")


def in_text(view):
    return [(mark.start, mark.end) for mark in view._layout.index.of_paragraph(0)]


def test_an_act_is_undone_and_redone_on_the_screen_though_another_story_was_shown(desktop, window, put, qtbot):
    put("Another story, of 6 crowns.")
    first = desktop.session.current.article.id
    window.commands["sample"].trigger()
    qtbot.waitUntil(lambda: desktop.session.current.article.id != first)
    sample, seen = desktop.session.current.article.id, []
    desktop.session.open(first)
    select(window, desktop.session.current.text, "6 crowns")
    press(qtbot, window, "1")
    press(qtbot, window, Qt.Key.Key_Delete)
    for name in ("undo", "undo", "redo", "redo"):
        desktop.session.open(sample)
        window.commands[name].trigger()
        seen.append(in_text(window.article_pane.view))

    assert seen == [[(18, 26)], [], [(18, 26)], []]


def test_the_tool_bar_stays_as_high_as_it_is_drawn(desktop, window, story, qapp):
    heights = []
    for theme in ("dark", "light"):
        desktop.look.choose(theme)
        window.resize(window.width() - 40, window.height())
        qapp.processEvents()
        heights.append(window.findChild(QToolBar).height())

    assert heights == [sizes.TOOL_BAR, sizes.TOOL_BAR]
