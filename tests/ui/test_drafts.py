"""The next draft of a story, in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator import editing
from annotator.ids import new_id
from annotator.model.words import Kind, Status
from annotator.ui.dialogs.waiting import WaitingSheet

FIRST = (
    "Prices rose\n\nPrices rose by 4 percent in May, the statistics office said on Monday.\n\nOfficials said no more "
    "on the matter.\n\nThe government is to meet on Thursday to talk about what can be done."
)
SECOND = FIRST.replace("4 percent", "5 percent").replace("said no more on the matter", "had nothing to say about it")


@pytest.fixture
def story(desktop, put):
    put(FIRST)
    desktop.window.furnish()
    return desktop


@pytest.fixture
def mark(story):
    def mark(words, kind=Kind.CLAIM, status=Status.CHECKED):
        session, start = story.session, FIRST.index(words)
        place = [(start, start + len(words))]
        session.do(editing.annotate(FIRST, session.current.version.id, kind, place, new_id, status=status))
        return session.selection[-1]

    return mark


@pytest.fixture
def draft(story, tmp_path, qtbot):
    """Add a draft as the file dialog would; what was told."""

    def draft(text=SECOND, number=2):
        path = tmp_path / f"draft{number}.txt"
        path.write_text(text, encoding="utf-8")
        told = []
        story.window.furnish().drafts.told.connect(told.append)
        story.window.furnish().drafts.add(str(path))
        qtbot.waitUntil(lambda: bool(told) and not told[-1].startswith("Comparing"))
        return told[-1]

    return draft


def sheet(desktop):
    return desktop.window.findChild(WaitingSheet)


def test_a_draft_is_shown_with_the_annotations_that_came_along(story, mark, draft):
    claim = mark("The government is to meet on Thursday")
    draft()
    current = story.session.current

    assert (current.version.number, current.text, [m.id for m in current.marks]) == (2, SECOND, [claim.id])


def test_how_the_annotations_fared_is_told(mark, draft):
    mark("The government")
    mark("by 4 percent")

    assert draft() == "Draft 2: 1 kept, 1 changed and open again, 0 not found"


def test_undo_shows_the_older_draft_with_its_marks_and_redo_the_newer(story, mark, draft):
    mark("by 4 percent")
    draft()
    session, seen = story.session, []
    for step in (session.undo, session.redo):
        step()
        seen.append((session.current.text, len(session.current.marks), len(story.window.cards_pane.panel.shown)))

    assert seen == [(FIRST, 1, 1), (SECOND, 1, 1)]


def test_the_file_that_is_the_newest_draft_is_not_added_again(story, draft):
    assert (draft(FIRST), len(story.session.library.versions(story.session.current.article.id))) == (
        "This file is the newest draft already",
        1,
    )


def test_the_header_says_which_draft_it_is_where_there_are_several(story, draft):
    header = story.window.article_pane.header
    before = header.drafts.isHidden()
    draft()

    assert (before, header.drafts.isHidden(), header.drafts.text()) == (True, False, "Draft 2 of 2")


def test_an_older_draft_is_read_from_the_menu(story, draft):
    draft()
    header = story.window.article_pane.header
    header.drafts.menu().actions()[1].trigger()

    assert (story.session.current.text, header.drafts.text()) == (FIRST, "Draft 1 of 2, read only")


def test_nothing_is_marked_in_an_older_draft(story, draft):
    draft()
    session = story.session
    session.open(session.current.article.id, session.current.drafts[0].id)
    refused = []
    session.failed.disconnect()
    session.failed.connect(refused.append)
    done = session.do(editing.annotate(FIRST, session.current.version.id, Kind.CLAIM, [(0, 6)], new_id))

    assert (done, len(refused)) == (False, 1)


def test_enter_takes_the_best_guess_of_what_was_not_found(story, mark, draft, qtbot):
    lost = mark("Officials said no more on the matter.")
    draft(SECOND.replace("on Monday", "on Sunday"))
    QTest.keyClick(sheet(story).tree, Qt.Key.Key_Return)
    taken = story.session.library.annotation(lost.id)

    assert (taken.version, taken.status, taken.earlier) == (
        story.session.current.version.id,
        Status.UNCHECKED,
        "Officials said no more on the matter.",
    )


def test_delete_drops_what_was_not_found_and_undo_brings_it_back(story, mark, draft):
    lost = mark("Officials said no more on the matter.")
    draft()
    QTest.keyClick(sheet(story).tree, Qt.Key.Key_Delete)
    session = story.session
    dropped = session.library.waiting(session.current.article.id)
    session.undo()

    assert (dropped, [a.id for a in session.library.waiting(session.current.article.id)]) == ([], [lost.id])


def test_what_waits_can_be_listed_later(story, mark, draft):
    mark("Officials said no more on the matter.")
    draft()
    sheet(story).reject()
    story.window.commands["lost"].trigger()

    assert any(found.isVisible() for found in story.window.findChildren(WaitingSheet))


def test_the_card_shows_what_was_changed_until_it_is_checked_again(story, mark, draft):
    claim = mark("by 4 percent")
    draft()
    story.session.select([claim.id])
    label = story.window.cards_pane.editor.change
    shown = label.isHidden(), label.accessibleName()
    story.session.do(editing.set_status(story.session.selection, Status.CHECKED))

    assert (shown, label.isHidden()) == (
        (False, "Changed in this draft. Before: by 4 percent. Now: by 5 percent"),
        True,
    )


def second_story(desktop, tmp_path, qtbot, text=SECOND):
    path = tmp_path / "other.txt"
    path.write_text(text, encoding="utf-8")
    desktop.opener.open([path])
    qtbot.waitUntil(lambda: desktop.session.current.version.file_name == "other.txt")


def test_a_story_like_another_is_offered_as_its_draft(story, mark, tmp_path, qtbot):
    claim = mark("by 4 percent")
    second_story(story, tmp_path, qtbot)
    offer = story.window.article_pane.offer
    asked = offer.isVisible(), offer.words.text()
    offer.yes.click()
    session = story.session

    assert (asked, session.current.version.number, session.library.annotation(claim.id).words) == (
        (True, "This looks like a new draft of “Prices rose”."),
        2,
        "by 5 percent",
    )


def test_one_undo_makes_a_story_of_it_again(story, mark, tmp_path, qtbot):
    mark("by 4 percent")
    second_story(story, tmp_path, qtbot)
    story.window.article_pane.offer.yes.click()
    story.session.undo()

    assert [(found.file_name, found.annotations) for found in story.session.library.articles()] == [
        ("other.txt", 0),
        ("story.txt", 1),
    ]


def test_a_story_of_its_own_is_not_asked_about(story, tmp_path, qtbot):
    second_story(story, tmp_path, qtbot, "Rain\n\nIt rained all day in the north.\n\nThe south stayed dry for once.")

    assert story.window.article_pane.offer.isHidden()
