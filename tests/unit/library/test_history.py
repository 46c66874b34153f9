import pytest

from annotator import editing
from annotator.library import Library, StaleEdit
from annotator.model.edits import Verb
from annotator.model.words import Kind, Status
from tests.shelf import Shelf


@pytest.fixture
def version(shelf):
    return shelf.add()


def kinds(library, version) -> list[str]:
    return [str(a.kind) for a in library.annotations(version.id)]


def test_undo_takes_back_the_newest_edit_first(library, shelf, version):
    shelf.mark(version, "4", kind=Kind.CLAIM)
    shelf.mark(version, "rose", kind=Kind.QUOTE)
    library.undo()

    assert kinds(library, version) == ["claim"]


def test_redo_does_it_again_as_it_was(library, shelf, version):
    made = shelf.mark(version, "4", note="kept")
    library.undo()
    library.redo()

    again = library.annotation(made.id)
    assert (again.ranges, again.note, again.created_at) == (made.ranges, made.note, made.created_at)


def test_undo_and_redo_are_unlimited(library, shelf, version):
    made = shelf.mark(version, "4")
    for n in range(50):
        library.apply(editing.set_note(library.annotation(made.id), f"note {n}"))
    for _ in range(51):
        library.undo()
    for _ in range(51):
        library.redo()

    assert (library.annotation(made.id).note, library.redo()) == ("note 49", None)


def test_with_nothing_done_there_is_nothing_to_undo_or_redo(library):
    assert (library.undo(), library.redo(), library.undoable(), library.redoable()) == (None,) * 4


def test_all_can_be_undone_to_the_empty_library(library, shelf, version):
    shelf.mark(version, "4")
    while library.undo():
        pass

    assert library.articles() == []


def test_a_new_edit_ends_redo(library, shelf, version):
    shelf.mark(version, "4")
    library.undo()
    shelf.mark(version, "rose")

    assert library.redo() is None


def test_after_undo_redo_undo_the_next_undo_takes_the_edit_before(library, shelf, version):
    shelf.mark(version, "4", kind=Kind.CLAIM)
    shelf.mark(version, "rose", kind=Kind.QUOTE)
    for step in (library.undo, library.redo, library.undo, library.undo):
        step()

    assert (kinds(library, version), library.undoable().verb) == ([], Verb.ADD_ARTICLE)


def test_undo_works_after_a_restart(path):
    with Library(path, annotator="checker") as library:
        shelf = Shelf(library)
        version = shelf.add()
        shelf.mark(version, "4")
        shelf.mark(version, "rose")
        library.undo()
    with Library(path, annotator="checker") as library:
        library.redo()
        library.undo()
        library.undo()

        assert kinds(library, version) == []


def test_nobody_undoes_the_edits_of_another(path, library, shelf, version):
    library.annotator = "another"

    assert (library.undoable(), library.undo()) == (None, None)


def test_an_edit_that_another_has_built_on_cannot_be_undone(library, shelf, version):
    made = shelf.mark(version, "4")
    library.annotator = "another"
    library.apply(editing.set_note(made, "theirs"))
    library.annotator = "checker"

    with pytest.raises(StaleEdit):
        library.undo()
    assert library.annotation(made.id).note == "theirs"


def test_undo_of_one_field_leaves_what_another_did_to_a_second_one(library, shelf, version):
    made = shelf.mark(version, "4")
    library.apply(editing.set_note(made, "mine"))
    library.annotator = "another"
    library.apply(editing.set_status([library.annotation(made.id)], Status.CHECKED))
    library.annotator = "checker"
    library.undo()

    now = library.annotation(made.id)
    assert (now.note, now.status) == ("", Status.CHECKED)


def test_a_removed_article_comes_back_with_all_its_annotations(library, shelf, version):
    made = {shelf.mark(version, "4"), shelf.mark(version, "“We knew,”", "“for weeks.”", kind=Kind.QUOTE)}
    article = library.article(version.article)
    annotations = library.annotations(version.id)
    library.apply(editing.remove_article(article, library.versions(article.id), annotations))
    library.undo()

    again = {(a.id, a.spans, a.kind, a.created_at) for a in library.annotations(version.id)}
    assert again == {(a.id, a.spans, a.kind, a.created_at) for a in made}


def test_a_removed_article_leaves_no_rows(library, shelf, version):
    shelf.mark(version, "4")
    article = library.article(version.article)
    library.apply(editing.remove_article(article, library.versions(article.id), library.annotations(version.id)))

    tables = ("article", "version", "annotation", "span", "tally")
    assert [library._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables] == [0] * 5


def test_several_changes_of_one_edit_are_undone_as_one(library, shelf, version):
    made = [shelf.mark(version, words) for words in ("4", "rose", "said")]
    library.apply(editing.set_status(made, Status.CHECKED))
    library.undo()

    assert {a.status for a in library.annotations(version.id)} == {Status.UNCHECKED}


def test_an_entry_says_what_would_be_undone(library, shelf, version):
    made = [shelf.mark(version, words) for words in ("4", "rose")]
    library.apply(editing.set_status(made, Status.CHECKED))

    entry = library.undoable()
    assert (entry.verb, entry.count, entry.detail) == (Verb.SET_STATUS, 2, "checked")


def test_an_undo_says_which_edit_it_takes_back(library, shelf, version):
    shelf.mark(version, "4")
    n = library.undoable().n

    assert library.undo().undoes == n


def test_the_log_keeps_only_what_changed(library, shelf, version):
    made = shelf.mark(version, "4")
    library.apply(editing.set_note(made, "new"))

    (changes,) = library._db.execute("SELECT changes FROM edit ORDER BY n DESC").fetchone()
    assert changes == f'[{{"table":"annotation","id":"{made.id}","before":{{"note":""}},"after":{{"note":"new"}}}}]'


# -- the list of what was done


def test_acts_are_told_newest_first_and_those_undone_say_so(library, shelf):
    version = shelf.add(title="Rise")
    shelf.mark(version, "Officials")
    library.undo()

    assert [(a.entry.verb, a.title, a.in_force) for a in library.acts()] == [
        ("annotate", "Rise", False),
        ("add_article", "Rise", True),
    ]


def test_acts_come_by_the_page(library, shelf):
    version = shelf.add()
    for word in ("Officials", "We knew", "weeks"):
        shelf.mark(version, word)
    first = library.acts(2)

    assert [a.entry.n for a in (*first, *library.acts(2, first[-1].entry.n))] == [4, 3, 2, 1]


def test_undo_to_takes_back_all_that_is_younger_each_by_itself(library, shelf):
    version = shelf.add()
    shelf.mark(version, "Officials")
    shelf.mark(version, "We knew")
    undone = [applied.undoes for applied in library.undo_to(1)]

    assert (undone, list(library.annotations(version.id))) == ([3, 2], [])


def test_the_steps_of_an_act_say_what_was_and_what_is(library, shelf):
    made = shelf.mark(shelf.add(), "Officials", note="old")
    applied = library.apply(editing.set_note(made, "new"))

    (step,) = library.steps(applied.n)
    assert (step.before, step.after) == ({"note": "old"}, {"note": "new"})
