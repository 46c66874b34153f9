"""What is painted has faces of its own: the cards are a list, the story is a document with annotations in it."""

import gc
from functools import partial

import pytest
import shiboken6
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from annotator import editing
from annotator.assets import asset
from annotator.ids import new_id
from annotator.library import Library
from annotator.model.words import Kind
from annotator.ui.app import Desktop
from annotator.ui.faces import Face, Part, Role, wear
from annotator.ui.settings import Settings
from tests.ui.accessibility.tree import TEXT, interface, nodes


@pytest.fixture
def story_face(window, marked):
    return interface(window.article_pane.view.viewport())


@pytest.fixture
def cards_face(window, marked):
    return interface(window.cards_pane.panel.viewport())


def children(face):
    return [face.child(number) for number in range(face.childCount())]


def names(face):
    return [child.text(TEXT.Name) for child in children(face)]


def test_the_story_is_a_text_that_can_only_be_read(window, marked):
    face = interface(window.article_pane.view)

    assert (face.role(), bool(face.state().readOnly), bool(face.state().focusable)) == (Role.EditableText, True, True)


def test_its_text_answers(window, marked):
    window.article_pane.view.place_caret(5)
    text = interface(window.article_pane.view).textInterface()

    assert (text.text(0, 12), text.cursorPosition()) == ("Budget grows", 5)


def test_in_it_is_a_document_of_the_annotations_in_the_order_of_the_text(story_face):
    found = story_face.role(), story_face.text(TEXT.Name), names(story_face)

    assert found == (
        Role.Document,
        "Annotations in the text",
        ["Claim, unchecked: 6 crowns", "Quote, unchecked: We knew"],
    )


def test_an_annotation_in_the_text_stands_on_its_words(window, marked, story_face):
    view, start = window.article_pane.view, marked.index("We knew")
    box = view.rect_of(start, start + 7).toAlignedRect()

    assert story_face.child(1).rect().topLeft() == view.viewport().mapToGlobal(box.topLeft())


def test_it_is_found_where_it_is_seen(story_face):
    middle = story_face.child(1).rect().center()

    assert story_face.childAt(middle.x(), middle.y()).text(TEXT.Name) == "Quote, unchecked: We knew"


def test_it_is_selected_when_it_is_pressed(desktop, story_face):
    story_face.child(0).actionInterface().doAction("Press")

    assert [one.words for one in desktop.session.selection] == ["6 crowns"]


def test_it_says_that_it_is_selected(story_face):
    story_face.child(0).actionInterface().doAction("Press")

    assert [bool(child.state().selected) for child in children(story_face)] == [True, False]


def test_a_new_annotation_is_there_at_once_and_a_removed_one_is_not(window, marked, story_face, act):
    window.article_pane.view.select_range(0, 6)
    act("source")
    more = names(story_face)
    act("remove")

    assert (more[0], len(more), len(names(story_face))) == ("Source, unchecked: Budget", 3, 2)


def test_what_was_removed_is_invalid_for_whoever_still_asks(window, story_face, act):
    second = story_face.child(1)
    act("remove")

    assert not shiboken6.isValid(second)


def test_a_part_keeps_its_number(story_face):
    assert [story_face.indexOfChild(child) for child in children(story_face)] == [0, 1]


def test_the_cards_are_a_list_and_each_card_an_item(cards_face):
    found = [child.role() for child in children(cards_face)]

    assert (cards_face.role(), found[:3]) == (Role.List, [Role.ListItem, Role.ListItem, Role.Client])


def test_a_card_says_kind_status_and_words(cards_face):
    assert names(cards_face)[:2] == ["Claim, unchecked: 6 crowns", "Quote, unchecked: We knew"]


def test_a_card_says_what_was_written_about_it(desktop, cards_face):
    session = desktop.session
    session.do(editing.set_note(session.selection[0], "Called them"))
    session.do(editing.set_tags(session.selection, ["money"]))

    assert cards_face.child(1).text(TEXT.Description) == "Note: Called them. Tags: money"


def test_a_card_says_its_status_as_it_is_now(cards_face, act):
    before = cards_face.child(1)
    act("checked")

    assert before.text(TEXT.Name) == "Quote, checked: We knew"


def test_a_card_stands_where_it_is_painted(desktop, window, cards_face):
    panel, one = window.cards_pane.panel, desktop.session.selection[0].id
    place = panel.viewport().mapToGlobal(panel.card_rect(one).topLeft())

    assert cards_face.child(1).rect().topLeft() == place


def test_the_selected_card_has_the_focus_of_the_list(window, cards_face):
    window.cards_pane.panel.setFocus()
    QApplication.processEvents()

    assert cards_face.focusChild().text(TEXT.Name) == "Quote, unchecked: We knew"


def test_the_editor_is_in_the_list_behind_the_cards(cards_face):
    behind = cards_face.child(2)

    assert (type(behind.object()).__name__, cards_face.indexOfChild(behind)) == ("Seat", 2)


def test_a_filter_leaves_only_its_cards_in_the_list(desktop, window, cards_face):
    desktop.session.select([])
    window.cards_pane.filters.kinds[Kind.CLAIM].setChecked(True)

    assert [child.text(TEXT.Name) for child in children(cards_face) if child.role() == Role.ListItem] == [
        "Claim, unchecked: 6 crowns"
    ]


def test_ten_thousand_cards_are_as_many_children_and_few_objects(desktop, put):
    put("one two three\n" * 2_500)
    session, text = desktop.session, desktop.session.current.text
    words = [(at, at + 3) for at in range(len(text) - 3) if text[at].isalpha() and text[at - 1] in " \n"]
    version = session.current.version.id
    edits = [editing.annotate(text, version, kind, [span], new_id) for span in words for kind in Kind]
    session.do(type(edits[0])(edits[0].verb, tuple(change for edit in edits[:10_000] for change in edit.changes)))
    face = interface(desktop.window.cards_pane.panel.viewport())
    before = sum(isinstance(thing, Part) for thing in gc.get_objects())
    for number in range(0, face.childCount() - 1, 10):
        face.child(number)
    gc.collect()

    made = sum(isinstance(thing, Part) for thing in gc.get_objects()) - before
    assert (face.childCount() > 7_000, made <= 256) == (True, True)


def test_faces_stay_ours_after_everything_has_been_opened(window, marked, act, sheet):
    for name in ("history", "find", "palette"):
        act(name)
    for name in ("settings", "keys"):
        sheet(name)
    view, panel = window.article_pane.view.viewport(), window.cards_pane.panel.viewport()

    assert (interface(view).role(), interface(panel).role()) == (Role.Document, Role.List)


def test_another_story_has_its_own_annotations(desktop, put, story_face, tmp_path, qtbot):
    path = tmp_path / "other.txt"
    path.write_text("Another one.", encoding="utf-8")
    desktop.opener.open([path])
    qtbot.waitUntil(lambda: desktop.session.current.text == "Another one.")

    assert names(story_face) == []


class _Dot(Part):
    def name(self) -> str:
        return "dot"


class _Dots(Face):
    def childCount(self) -> int:
        return 1_000

    def child(self, index: int):
        return self.parts.get(str(index), lambda: _Dot(self, Role.ListItem))


def test_faces_come_and_go_with_their_widgets_and_nothing_crashes(qapp, qtbot):
    for turn in range(200):
        widget = QWidget()
        face = wear(widget, partial(_Dots, role=Role.List))
        for number in range(turn, turn + 300):
            face.child(number).text(TEXT.Name)
        if turn % 2:
            del face
        shiboken6.delete(widget)
        if not turn % 20:
            gc.collect()
    gc.collect()

    assert not any(isinstance(thing, _Dot) and shiboken6.isValid(thing) for thing in gc.get_objects())


def test_a_part_of_a_widget_that_has_gone_says_nothing(qapp):
    widget = QWidget()
    part = wear(widget, partial(_Dots, role=Role.List)).child(3)
    shiboken6.delete(widget)

    assert not shiboken6.isValid(part)


def test_windows_with_their_faces_come_and_go_while_a_reader_listens(qapp, tmp_path, qtbot):
    QAccessible.setActive(True)
    for turn in range(6):
        made = Desktop(qapp, Library(tmp_path / f"{turn}.db", annotator="checker"), Settings())
        made.window.show()
        made.opener.open([asset("samples/harbour-tunnel.txt")])
        qtbot.waitUntil(lambda made=made: made.session.current is not None)
        view = made.window.article_pane.view
        for start in range(0, 400, 20):
            view.select_range(start, start + 12)
            made.window.commands["claim"].trigger()
        walked = nodes(made.window)
        QApplication.processEvents()
        made.close()
        if turn % 2:
            gc.collect()
        shiboken6.delete(made.window)
        made.deleteLater()
    QAccessible.setActive(False)

    assert len(walked) > 100


def test_a_part_has_no_interface_but_that_of_its_acts(story_face):
    part = story_face.child(0)

    assert (part.textInterface(), part.valueInterface(), part.attributesInterface()) == (None, None, None)
