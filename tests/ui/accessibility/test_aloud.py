"""A screen reader says by itself what was done, and what the caret comes into."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.ui.accessibility.tree import interface


@pytest.fixture
def listening():
    """As if a screen reader ran."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def said(window, listening):
    """What is said from now on."""
    words: list[str] = []
    window.furnish().aloud.said.connect(words.append)
    return words


@pytest.fixture
def heard(said):
    """What was said since this was asked last."""

    def heard() -> list[str]:
        QApplication.processEvents()
        QApplication.processEvents()
        words = said.copy()
        said.clear()
        return words

    return heard


def test_a_mark_is_said(window, story, act, heard):
    window.article_pane.view.select_range(story.index("6"), story.index("6") + 8)
    heard()
    act("claim")

    assert heard() == ["Marked: claim"]


@pytest.mark.parametrize(
    ("acts", "words"),
    [
        (["source"], "Relabelled: source"),
        (["checked"], "Set to checked"),
        (["remove"], "Removed quote; undo brings it back"),
        (["undo"], "Undone: mark quote"),
        (["undo", "redo"], "Redone: mark quote"),
    ],
)
def test_every_act_is_said(marked, act, heard, acts, words):
    heard()
    for name in acts:
        act(name)

    assert heard()[-1] == words


def test_the_caret_coming_into_an_annotation_is_said(window, marked, heard):
    view = window.article_pane.view
    view.place_caret(0)
    heard()
    view.place_caret(marked.index("crowns"))

    assert heard() == ["Claim, unchecked"]


def test_it_is_said_once_for_all_its_words(window, marked, heard):
    view = window.article_pane.view
    view.place_caret(marked.index("crowns"))
    heard()
    view.place_caret(marked.index("crowns") + 2)

    assert heard() == []


def test_the_caret_going_out_is_said(window, marked, heard):
    view = window.article_pane.view
    view.place_caret(marked.index("crowns"))
    heard()
    view.place_caret(0)

    assert heard() == ["Outside annotations"]


def test_annotations_over_each_other_are_said_in_one_sentence(window, marked, act, heard):
    view = window.article_pane.view
    view.select_range(marked.index("The fee"), marked.index("crowns") + 7)
    act("source")
    view.place_caret(0)
    heard()
    view.place_caret(marked.index("crowns"))

    assert heard() == ["Claim, unchecked; Source, unchecked"]


def test_a_remark_of_the_status_bar_is_said(window, marked, act, heard):
    heard()
    window.article_pane.view.place_caret(0)
    act("previous_sentence")

    assert heard()[-1].startswith("No sentence before this one")


def test_a_remark_takes_the_place_of_what_was_done(window, marked, act, heard):
    heard()
    act("identical")

    assert heard() == ["No other place with these words is left to mark"]


def test_nothing_is_said_where_nobody_listens(window, marked, act):
    words: list[str] = []
    window.furnish().aloud.said.connect(words.append)
    act("remove")
    QApplication.processEvents()

    assert words == []


def test_a_window_on_which_a_reader_listens_from_the_start_has_our_faces(listening, window, marked):
    found = interface(window.article_pane.view.viewport())

    assert found.role() == QAccessible.Role.Document


def test_a_card_that_is_reached_by_arrow_keys_is_the_one_in_focus(window, marked, listening, qtbot):
    from PySide6.QtCore import Qt

    panel = window.cards_pane.panel
    panel.setFocus()
    qtbot.keyClick(panel, Qt.Key.Key_Up)

    assert interface(panel.viewport()).focusChild().text(QAccessible.Text.Name) == "Claim, unchecked: 6 crowns"
