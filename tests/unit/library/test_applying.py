from dataclasses import replace

import pytest

from annotator import editing
from annotator.ids import new_id
from annotator.library import LibraryError, NotFound, StaleEdit, paging
from annotator.model.annotations import Annotation
from annotator.model.documents import Place
from annotator.model.edits import Change, Edit, Verb
from annotator.model.words import Kind, Status
from tests.shelf import STORY


def stored(library) -> list[Annotation]:
    return [a for article in library.articles() for a in library.annotations(article.version)]


def all_rows(library) -> list[tuple]:
    tables = ("article", "version", "annotation", "span", "tally", "edit", "blob")
    return [row for table in tables for row in library._db.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3")]


# -- what is stored


def test_an_annotation_comes_back_as_it_went_in(library, shelf):
    version = shelf.add()
    made = shelf.mark(version, "“We knew,”", "“for weeks.”", kind=Kind.QUOTE, status=Status.WAITING, note="= 4 😀\n")

    assert library.annotation(made.id) == made


def test_the_library_says_who_and_when(library, shelf):
    made = shelf.mark(shelf.add(), "4 percent")

    assert (made.annotator, made.created_at, made.created_at[-1]) == ("checker", made.updated_at, "Z")


def test_setting_something_keeps_who_made_it_and_when(library, shelf):
    made = shelf.mark(shelf.add(), "4 percent")
    library.annotator = "another"
    library.apply(editing.set_status([made], Status.CHECKED))

    now = library.annotation(made.id)
    assert (now.annotator, now.created_at, now.status) == ("checker", made.created_at, Status.CHECKED)


def test_the_text_and_the_bytes_of_an_article_are_kept(library, shelf):
    version = shelf.add()

    assert (library.text(version.id), library.original(version.id)) == (STORY, STORY.encode())


def test_the_same_bytes_in_two_articles_are_kept_once(library, shelf):
    shelf.add()
    shelf.add()

    assert library._db.execute("SELECT count(*) FROM blob").fetchone() == (2,)


def test_places_come_back(library, shelf):
    places = (Place(start=0, kind="page", label="1"), Place(start=9, kind="page", label="2"))

    assert library.layout(shelf.add(places=places).id).places == places


def test_annotations_come_in_the_order_of_the_text(library, shelf):
    version = shelf.add()
    made = [shelf.mark(version, words) for words in ("said no more", "4 percent", "Prices", "Officials said")]

    assert [a.id for a in library.annotations(version.id)] == [made[i].id for i in (2, 1, 3, 0)]


def test_pages_hold_every_annotation_once_and_in_order(library, shelf, monkeypatch):
    version = shelf.add("word " * 100)
    text = library.text(version.id)
    edits = [
        editing.annotate(text, version.id, kind, [(5 * n, 5 * n + 4)], new_id)
        for n in range(0, 100, 2)
        for kind in Kind
    ]
    library.apply(editing.together(Verb.ANNOTATE, edits))
    monkeypatch.setattr(paging, "_PAGE", paging._PAGE.replace(f"LIMIT {paging.PAGE}", "LIMIT 7"))

    told = [told[0] for page in library.told(version.id) for told in page]
    assert told == [a.id for a in library.annotations(version.id)]


def test_an_annotation_with_a_hole_is_told_whole(library, shelf):
    version = shelf.add()
    made = shelf.mark(version, "“We knew,”", "“for weeks.”")

    (told,) = next(library.told(version.id))
    assert dict(zip(paging.FIELDS, told, strict=True)) == {
        "id": made.id,
        "kind": "claim",
        "status": "unchecked",
        "note": "",
        "tags": "",
        "start": made.start,
        "end": made.end,
        "words": made.words,
        "prefix": made.spans[0].prefix,
        "suffix": made.spans[-1].suffix,
        "spans": ";".join(f"{start}-{end}" for start, end in made.ranges),
        "annotator": "checker",
        "created_at": made.created_at,
        "updated_at": made.updated_at,
    }


# -- counts


def test_the_list_counts_what_there_is_and_what_is_done(library, shelf):
    version = shelf.add()
    for words, status in (("4", Status.CHECKED), ("rose", Status.DROPPED), ("Prices", Status.WAITING)):
        shelf.mark(version, words, status=status)
    library.undo()

    listed = library.articles()[0]
    assert (listed.annotations, listed.done) == (2, 2)


def test_the_newest_article_is_listed_first(library, shelf):
    shelf.add(name="old.txt")
    shelf.add("Another story.", name="new.txt")

    assert [article.file_name for article in library.articles()] == ["new.txt", "old.txt"]


# -- what is refused


def test_a_stale_edit_is_refused_whole(library, shelf):
    version = shelf.add()
    first, second = shelf.mark(version, "4"), shelf.mark(version, "rose")
    library.apply(editing.set_note(second, "by another window"))
    before = all_rows(library)

    with pytest.raises(StaleEdit):
        library.apply(editing.set_status([first, second], Status.CHECKED))
    assert all_rows(library) == before


def test_removing_what_is_gone_is_stale(library, shelf):
    made = shelf.mark(shelf.add(), "4")
    library.apply(editing.remove([made]))

    with pytest.raises(StaleEdit):
        library.apply(editing.remove([made]))


def test_adding_what_is_there_is_stale(library, shelf):
    made = shelf.mark(shelf.add(), "4")

    with pytest.raises(StaleEdit):
        library.apply(Edit(Verb.ANNOTATE, (Change(None, made),)))


def test_an_annotation_of_a_version_that_is_gone_is_refused(library, shelf):
    version = shelf.add()
    edit = editing.annotate(STORY, version.id, Kind.CLAIM, [(0, 6)], new_id)
    library.undo()

    with pytest.raises((StaleEdit, NotFound)):
        library.apply(edit)


def test_times_do_not_make_an_edit_stale(library, shelf):
    made = shelf.mark(shelf.add(), "4")
    library.apply(editing.set_status([replace(made, updated_at="2000-01-01T00:00:00Z")], Status.CHECKED))

    assert library.annotation(made.id).status == Status.CHECKED


def test_words_that_are_not_the_texts_are_refused(library, shelf):
    version = shelf.add()
    made = editing.annotate("X" + STORY, version.id, Kind.CLAIM, [(1, 7)], new_id)
    before = all_rows(library)

    with pytest.raises(LibraryError, match="not those of the text"):
        library.apply(made)
    assert all_rows(library) == before


def test_half_a_character_is_refused_in_one_sentence(library, shelf):
    made = shelf.mark(shelf.add(), "4")

    with pytest.raises(LibraryError, match="half a character"):
        library.apply(editing.set_note(made, "\ud83d"))
    assert library.annotation(made.id) == made


def test_a_full_disk_is_one_sentence_and_nothing_changes(library, shelf):
    version = shelf.add()
    before = all_rows(library)
    pages = library._db.execute("PRAGMA page_count").fetchone()[0]
    library._db.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(LibraryError, match="full"):
        shelf.mark(version, "4", note="n" * 100_000)
    assert all_rows(library) == before


def test_after_a_refusal_the_next_edit_goes_through(library, shelf):
    version = shelf.add()
    with pytest.raises(LibraryError):
        library.apply(editing.annotate("X" + STORY, version.id, Kind.CLAIM, [(1, 7)], new_id))

    assert shelf.mark(version, "4") in stored(library)


# -- finding


def test_an_article_is_found_by_id_beginning_and_file_name(library, shelf):
    article = shelf.add(name="a story.txt").article
    shelf.add("Another.", name="b.txt")

    assert [library.find(word).id for word in (article, article[:8], "a story.txt")] == [article] * 3


def test_an_article_whose_name_is_anothers_beginning_is_found_by_its_id(library, shelf):
    first, _second = shelf.add(name="same.txt"), shelf.add("Another.", name="same.txt")

    with pytest.raises(NotFound, match="2 articles"):
        library.find("same.txt")
    assert library.find(first.article).id == first.article


@pytest.mark.parametrize("word", ["nothing", "", "%", "i_"])
def test_what_names_no_article_is_one_sentence(library, shelf, word):
    shelf.add()
    shelf.add("Another.")

    with pytest.raises(NotFound):
        library.find(word)
