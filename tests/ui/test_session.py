import pytest

from annotator import editing
from annotator.library import StaleEdit
from annotator.model.words import Kind, Status


def test_an_edit_is_on_disk_before_edited_is_heard(session, add, mark, qtbot):
    add()
    seen = []
    session.edited.connect(lambda applied, _: seen.append(session.library.annotation(applied.edit.changes[0].after.id)))

    marked = mark("46 jobs")

    assert [a.id for a in seen] == [marked.id]


def test_an_edit_without_changes_is_not_told(session, add, mark, qtbot):
    add()
    marked = mark("46 jobs")
    seen = []
    session.edited.connect(lambda *news: seen.append(news))

    assert (session.do(editing.relabel([session.library.annotation(marked.id)], Kind.CLAIM)), seen) == (False, [])


def test_what_is_made_is_selected(session, add, mark):
    add()
    marked = mark("46 jobs")

    assert [a.id for a in session.selection] == [marked.id]


def test_what_is_removed_is_selected_no_more(session, add, mark):
    add()
    mark("46 jobs")
    session.do(editing.remove(session.selection))

    assert session.selection == ()


def test_the_selection_holds_what_an_edit_made_of_it(session, add, mark):
    add()
    mark("46 jobs")
    session.do(editing.set_status(session.selection, Status.CHECKED))

    assert session.selection[0].status is Status.CHECKED


def test_undo_of_a_removal_selects_what_is_back(session, add, mark):
    add()
    marked = mark("46 jobs")
    session.do(editing.remove(session.selection))
    session.undo()

    assert [a.id for a in session.selection] == [marked.id]


def test_a_refused_edit_is_told_and_changes_nothing(session, add, mark, qtbot):
    add()
    marked = mark("46 jobs")
    old = session.library.annotation(marked.id)
    session.do(editing.set_note(old, "one"))
    with qtbot.waitSignal(session.failed) as failed:
        done = session.do(editing.set_note(old, "two"))

    assert (done, type(failed.args[0]), session.library.annotation(marked.id).note) == (False, StaleEdit, "one")


def test_undo_shows_the_article_it_changes(session, add, mark, tmp_path):
    add()
    mark("46 jobs")
    first = session.current.article.id
    other = tmp_path / "other.txt"
    other.write_text("Another story\n\nWith a sentence.", encoding="utf-8")
    edit = None
    add(other)
    assert session.current.article.id != first
    session.undo()  # takes the other article away again
    session.undo()

    assert (session.current.article.id, session.library.marks(session.current.version.id), edit) == (first, [], None)


def test_undoing_everything_clears_the_desk_and_redo_brings_it_back(session, add, mark):
    version = add()
    mark("46 jobs")
    session.undo()
    session.undo()
    assert session.current is None
    session.redo()
    session.redo()

    assert [m.kind for m in session.library.marks(version)] == [Kind.CLAIM]


@pytest.mark.parametrize("verb", ["undo", "redo"])
def test_nothing_to_take_back_is_no_error(session, verb):
    heard = []
    session.failed.connect(heard.append)
    getattr(session, verb)()

    assert heard == []
