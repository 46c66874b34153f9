import hashlib
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import drafting, editing
from annotator.library import Library
from annotator.model.annotations import Annotation
from annotator.model.documents import Document, Original, Version
from annotator.model.edits import Verb
from annotator.model.words import Kind, Status
from annotator.text import sentences
from tests.prose import prose_and_ranges
from tests.shelf import Shelf

FIRST = (
    "Prices rose\n\nPrices rose by 4 percent in May, the statistics office said on Monday. “We knew,” she said, “for "
    "weeks.” Officials said no more.\n\nThe government is to meet on Thursday to talk about what can be done."
)
SECOND = FIRST.replace("4 percent", "5 percent").replace(" Officials said no more.", "")


def read(text):
    data = text.encode()
    original = Original(
        file_name="second.txt", data=data, sha256=hashlib.sha256(data).hexdigest(), reader="text", reader_version=1
    )
    return Document(text=text, media_type="text/plain"), original


def first_version(text=FIRST):
    document, original = read(text)
    return editing.add_article(document, original, ids()).changes[1].after


def ids():
    return map("i{:04}".format, count()).__next__


def made(*words, kind=Kind.CLAIM, text=FIRST, **fields):
    places = [(text.index(w), text.index(w) + len(w)) for w in words]
    return replace(editing.annotate(text, "i0001", kind, places, ids()).changes[0].after, id=words[0], **fields)


def drafted(*annotations, new=SECOND, old=FIRST):
    return drafting.add_draft(first_version(old), old, annotations, *read(new), map("n{}".format, count()).__next__)


def after(draft):
    return [change.after for change in draft.edit.changes if isinstance(change.after, Annotation)]


def test_a_draft_is_the_next_version_of_the_article():
    version = drafted().edit.changes[0].after

    assert (version.article, version.number, version.file_name) == ("i0000", 2, "second.txt")


def test_what_follows_stays_what_it_is():
    claim = made("The government is to meet on Thursday", status=Status.CHECKED, note="Ask", tags=("phone",))
    [moved] = after(drafted(claim))

    assert replace(moved, version=claim.version, spans=claim.spans) == claim


def test_what_follows_has_its_place_in_the_new_text():
    [moved] = after(drafted(made("The government is to meet on Thursday")))

    assert SECOND[moved.start : moved.end] == "The government is to meet on Thursday"


def test_changed_words_are_to_be_checked_again_and_remember_what_they_were():
    [moved] = after(drafted(made("Prices rose by 4 percent", status=Status.CHECKED)))

    assert (moved.words, moved.status, moved.earlier) == (
        "Prices rose by 5 percent",
        Status.UNCHECKED,
        "Prices rose by 4 percent",
    )


def test_words_that_change_twice_before_they_are_checked_remember_what_was_checked():
    [moved] = after(drafted(made("Prices rose by 4 percent", earlier="Prices rose by 3 percent")))

    assert moved.earlier == "Prices rose by 3 percent"


def test_words_that_were_checked_since_remember_those():
    [moved] = after(drafted(made("Prices rose by 4 percent", earlier="by 3 percent", status=Status.CHECKED)))

    assert moved.earlier == "Prices rose by 4 percent"


def test_what_vanished_is_not_touched():
    gone = made("Officials said no more.")
    draft = drafted(gone)

    assert (after(draft), draft.vanished) == ([], (gone,))


def test_how_they_fared_is_counted():
    draft = drafted(made("The government"), made("by 4 percent in May"), made("Officials said no more."))

    assert (draft.followed, draft.changed, len(draft.vanished)) == (1, 1, 1)


def test_a_quote_with_a_hole_follows_with_both_parts():
    [moved] = after(drafted(made("“We knew,”", "“for weeks.”", kind=Kind.QUOTE)))

    assert moved.words == "“We knew,” […] “for weeks.”"


def test_a_quote_that_has_lost_a_part_waits():
    quote = made("“We knew,”", "“for weeks.”", kind=Kind.QUOTE)

    assert drafted(quote, new=FIRST.replace(" she said, “for weeks.”", "")).vanished == (quote,)


def test_how_far_it_is_is_told():
    told = []
    drafting.add_draft(
        first_version(), FIRST, [made("Officials")], *read(SECOND), ids(), report=lambda *step: told.append(step)
    )

    assert told == [(1, 1)]


# -- what waits


def test_the_best_guess_comes_first():
    text = f"{SECOND} Officials say nothing more. They left."
    guesses = drafting.guesses(made("Officials said no more."), text)

    assert text[guesses[0].start : guesses[0].end].startswith("Officials say")


def test_there_are_three_guesses_at_most():
    text = "\n\n".join(f"Officials said no more on day {n}." for n in range(9))

    assert len(drafting.guesses(made("Officials said no more."), text)) == 3


def test_there_is_no_guess_where_nothing_is_like_it():
    assert drafting.guesses(made("Officials said no more."), "政府は述べた。") == []


def test_a_guess_that_is_taken_is_to_be_checked_again():
    waits = made("Officials said no more.", status=Status.CHECKED)
    text = "Officials say nothing."
    [change] = drafting.take(waits, "v2", text, [(0, len(text))]).changes

    assert (change.after.version, change.after.words, change.after.status, change.after.earlier) == (
        "v2",
        text,
        Status.UNCHECKED,
        "Officials said no more.",
    )


# -- in a library


@pytest.fixture
def shelf(tmp_path):
    with Library(tmp_path / "library.db", annotator="checker") as library:
        yield Shelf(library)


def add(shelf, version: Version, text: str):
    library = shelf.library
    marked = list(library.annotations(version.id))
    draft = drafting.add_draft(version, library.text(version.id), marked, *read(text), shelf.ids)
    library.apply(draft.edit)
    return draft


def stored(library, version):
    return [replace(a, updated_at="") for a in library.annotations(version)]


def test_the_newest_draft_is_the_article(shelf):
    version = shelf.add(FIRST)
    shelf.mark(version, "by 4 percent")
    draft = add(shelf, version, SECOND)
    listed = shelf.library.listed(version.article)

    assert (listed.version, listed.annotations) == (draft.version.id, 1)


def test_what_vanished_waits(shelf):
    version = shelf.add(FIRST)
    shelf.mark(version, "by 4 percent")
    shelf.mark(version, "Officials said no more.")
    add(shelf, version, SECOND)

    assert [a.words for a in shelf.library.waiting(version.article)] == ["Officials said no more."]


def test_older_drafts_can_be_read(shelf):
    version = shelf.add(FIRST)
    add(shelf, version, SECOND)

    assert shelf.library.text(version.id) == FIRST


def test_a_draft_of_an_article_that_was_removed_comes_back_with_it(shelf):
    version = shelf.add(FIRST)
    draft = add(shelf, version, SECOND)
    library = shelf.library
    library.apply(editing.remove_article(library.article(version.article), library.versions(version.article), []))
    library.undo()

    assert library.text(draft.version.id) == SECOND


def test_the_history_knows_the_article_of_a_draft(shelf):
    version = shelf.add(FIRST)
    add(shelf, version, SECOND)
    library = shelf.library
    library.undo()
    [undone, _added] = library.acts()

    assert (undone.entry.verb, undone.entry.detail, undone.article) == (Verb.ADD_DRAFT, "2", version.article)


EDITS = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["cut", "move", "reword"])), max_size=4)


@settings(deadline=None, max_examples=50)
@given(prose_and_ranges(size=4), EDITS)
def test_undo_brings_the_older_draft_back_and_redo_the_newer(tmp_path_factory, text_and_ranges, edits):
    text, ranges = text_and_ranges
    path = tmp_path_factory.mktemp("library") / "library.db"
    with Library(path, annotator="checker") as library:
        shelf = Shelf(library, ids())
        version = shelf.add(text or "a")
        for span in ranges:
            if text[slice(*span)].strip():
                library.apply(editing.annotate(text, version.id, Kind.CLAIM, [span], shelf.ids))
        before = stored(library, version.id)
        draft = add(shelf, version, changed(text, edits))
        there = stored(library, draft.version.id)
        library.undo()
        undone = stored(library, version.id), len(library.versions(version.article))
        library.redo()

        assert (undone, stored(library, draft.version.id), list(library.problems())) == ((before, 1), there, [])


def changed(text, edits):
    for number, edit in edits:
        found = sentences(text) or [(0, len(text))]
        start, end = found[number % len(found)]
        words = text[start:end]
        text = text[:start] + (words[::2] if edit == "reword" else "") + text[end:]
        if edit == "move":
            text = f"{words} {text}"
    return text.strip() or "b"


def test_ids_are_kept(shelf):
    version = shelf.add(FIRST)
    claim = shelf.mark(version, "by 4 percent")
    draft = add(shelf, version, SECOND)

    assert [a.id for a in shelf.library.annotations(draft.version.id)] == [claim.id]
