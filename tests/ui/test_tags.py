"""Tags on the card, in the real window: written, completed, taken away, and kept where they cannot be saved."""

import pytest
from PySide6.QtCore import Qt

from annotator import editing
from annotator.ids import new_id
from annotator.model.words import Kind


@pytest.fixture
def claim(desktop, put):
    """A claim that is selected, with two tags."""
    put("The toll is 3 crowns, the town says.")
    text, version = desktop.session.current.text, desktop.session.current.version.id
    tags = ("money", "town hall")
    edit = editing.annotate(text, version, Kind.CLAIM, [(0, 20)], new_id, tags=tags)
    desktop.session.do(edit)
    return edit.changes[0].after.id


@pytest.fixture
def field(desktop, claim, qtbot):
    """Where its tags are written, with the focus."""
    qtbot.keyClick(desktop.window.cards_pane.panel, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    found = desktop.window.cards_pane.editor.tags_field
    qtbot.waitUntil(found.line.hasFocus)
    return found


def tags(desktop, claim):
    return desktop.library.annotation(claim).tags


def test_a_cross_takes_its_tag_away(desktop, claim, field, qtbot):
    qtbot.mouseClick(field.plates[0], Qt.MouseButton.LeftButton)

    assert (tags(desktop, claim), len(field.plates)) == (("town hall",), 1)


def test_backspace_takes_the_last_tag_away(desktop, claim, field, qtbot):
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)

    assert tags(desktop, claim) == ("money",)


def test_backspace_in_words_takes_a_letter(desktop, claim, field, qtbot):
    qtbot.keyClicks(field.line, "ab")
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)

    assert (field.line.text(), tags(desktop, claim)) == ("a", ("money", "town hall"))


def test_a_comma_ends_a_tag(desktop, claim, field, qtbot):
    qtbot.keyClicks(field.line, "2026,")

    assert (tags(desktop, claim), field.line.text()) == (("money", "town hall", "2026"), "")


def test_tags_of_the_library_are_offered_but_those_it_has(desktop, claim, field, qtbot):
    desktop.session.do(editing.set_tags([desktop.library.annotation(claim)], ["town hall", "Figures"]))
    desktop.session.do(editing.remove_tag([desktop.library.annotation(claim)], "Figures"))
    desktop.session.do(editing.annotate(*other(desktop), new_id, tags=["figures of the town"]))
    desktop.session.select([claim])
    field.line.clearFocus()
    field.line.setFocus()
    completer = field.line.completer()
    completer.setCompletionPrefix("TOWN")

    assert [completer.completionModel().index(n, 0).data() for n in range(completer.completionCount())] == [
        "figures of the town"
    ]


def other(desktop):
    return desktop.session.current.text, desktop.session.current.version.id, Kind.QUOTE, [(22, 30)]


def test_a_tag_that_is_refused_is_kept_and_tried_again(desktop, claim, field, qtbot, monkeypatch):
    monkeypatch.setattr(desktop.session, "do", lambda *_: False)
    qtbot.keyClicks(field.line, "2026,")
    editor = desktop.window.cards_pane.editor
    assert (editor.waiting, len(field.plates)) == (True, 3)
    desktop.session.select([])
    desktop.session.select([claim])
    assert len(field.plates) == 3
    monkeypatch.undo()
    editor.flush()

    assert (tags(desktop, claim), editor.waiting) == (("money", "town hall", "2026"), False)


def test_esc_leaves_the_tags_and_keeps_the_note(desktop, claim, field, qtbot):
    editor = desktop.window.cards_pane.editor
    qtbot.keyClicks(editor.note_field, "Ask the town.")
    editor.focus_tags()
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    editor.flush()
    now = desktop.library.annotation(claim)

    assert (now.note, now.tags, desktop.window.article_pane.view.hasFocus()) == (
        "Ask the town.",
        ("money", "town hall"),
        True,
    )


def test_a_field_without_tags_says_how_they_are_written(desktop, claim, field):
    desktop.session.do(editing.set_tags([desktop.library.annotation(claim)], ()))

    assert field.line.placeholderText() == "With commas between them"
