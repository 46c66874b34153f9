from dataclasses import replace

import pytest

from annotator import editing
from annotator.anchoring import BadRange
from annotator.model.annotations import Annotation, tidy
from annotator.model.documents import Article, Block, Document, Original
from annotator.model.edits import Change, Edit, Verb, inverse
from annotator.model.words import Kind, Status

TEXT = "Prices rose by 4 percent. “We knew,” she said."
ORIGINAL = Original(file_name="a.txt", data=b"x", sha256="0" * 64, reader="text", reader_version=1)


class Ids:
    def __init__(self):
        self.made = 0

    def __call__(self):
        self.made += 1
        return f"i{self.made}"


def annotation(start=0, end=6, kind=Kind.CLAIM, **fields) -> Annotation:
    edit = editing.annotate(TEXT, "v", kind, [(start, end)], Ids())
    return replace(edit.changes[0].after, **fields)


CLAIM, QUOTE = annotation(), annotation(26, 36, Kind.QUOTE, id="i2")


def test_relabel_leaves_alone_what_has_the_kind_already():
    edit = editing.relabel((CLAIM, QUOTE), Kind.QUOTE)

    assert edit.changes == (Change(CLAIM, replace(CLAIM, kind=Kind.QUOTE)),)


def test_an_edit_without_changes_is_nothing_to_do():
    assert not editing.set_status([CLAIM], Status.UNCHECKED)


def test_a_note_of_white_space_is_no_note():
    assert not editing.set_note(CLAIM, " \n\n")


def test_the_same_kind_on_the_same_words_is_a_no_op():
    assert not editing.annotate(TEXT, "v", Kind.CLAIM, [(0, 6)], Ids(), existing=[CLAIM])


def test_the_same_words_may_have_several_kinds():
    assert editing.annotate(TEXT, "v", Kind.SOURCE, [(0, 6)], Ids(), existing=[CLAIM])


def test_the_same_range_in_another_version_is_no_no_op():
    assert editing.annotate(TEXT, "w", Kind.CLAIM, [(0, 6)], Ids(), existing=[CLAIM])


def test_outer_white_space_is_trimmed():
    made = editing.annotate(TEXT, "v", Kind.CLAIM, [(6, 12)], Ids()).changes[0].after

    assert (made.ranges, made.words) == (((7, 11),), "rose")


def test_a_quote_with_a_hole_is_one_annotation():
    made = editing.annotate(TEXT, "v", Kind.QUOTE, [(26, 36), (0, 6)], Ids()).changes[0].after

    assert made.words == "Prices […] “We knew,”"


@pytest.mark.parametrize("span", [(3, 3), (6, 7), (-1, 4), (0, 999), (5, 2)])
def test_words_that_are_none_are_refused(span):
    with pytest.raises(BadRange):
        editing.annotate(TEXT, "v", Kind.CLAIM, [span], Ids())


def test_an_article_comes_with_its_version_and_its_contents():
    document = Document(text=TEXT, media_type="text/plain", blocks=(Block(start=0, end=25),))
    edit = editing.add_article(document, ORIGINAL, Ids())
    article, version = (change.after for change in edit.changes)

    assert (article.title, version.article, {c.sha256 for c in edit.contents}) == (
        "a.txt",
        article.id,
        {version.sha256, version.text, version.layout},
    )


def test_an_article_keeps_its_title_where_none_is_said():
    assert not editing.describe_article(Article(id="a", title="One"), {"title": "  "})


def test_what_is_said_of_an_article_is_one_change_without_the_white_space_around_it():
    one = Article(id="a", title="One", publisher="EFE")
    [change] = editing.describe_article(one, {"title": " Two ", "publisher": "", "byline": "Ana"}).changes

    assert change.after == Article(id="a", title="Two", byline="Ana")


def test_the_inverse_takes_back_the_last_change_first():
    edit = editing.remove([CLAIM, QUOTE])

    assert inverse(edit) == Edit(Verb.REMOVE, (Change(None, QUOTE), Change(None, CLAIM)))


def test_removing_an_article_takes_annotations_before_versions_before_it():
    article = Article(id="a", title="One")
    edit = editing.remove_article(article, [], [CLAIM])

    assert [change.before for change in edit.changes] == [CLAIM, article]


# -- tags


def test_tags_are_tidied():
    given = [" budget ", "", "e\u0301te\u0301", "été", "budget", "Budget", "two\n words"]

    assert tidy(given) == ("budget", "été", "Budget", "two words")


def test_one_edit_tags_many_and_leaves_those_alone_that_have_the_tag():
    tagged = replace(CLAIM, tags=("old", "budget"))

    edit = editing.add_tag([CLAIM, tagged], " budget")

    assert [change.after.tags for change in edit.changes] == [("budget",)]


def test_a_tag_is_taken_off_and_the_others_stay():
    tagged = replace(CLAIM, tags=("old", "budget"))

    edit = editing.remove_tag([CLAIM, tagged], "old")

    assert [change.after.tags for change in edit.changes] == [("budget",)]


def test_the_same_tags_change_nothing():
    assert not editing.set_tags([replace(CLAIM, tags=("old",))], [" old ", "old"])


def test_an_annotation_moves_to_other_words_and_keeps_what_is_known_of_it():
    noted = replace(CLAIM, note="who?", status=Status.CHECKED)
    [change] = editing.respan(noted, TEXT, [(7, 12), (25, 36)]).changes

    assert (change.after.words, change.after.note, change.after.status) == (
        "rose […] “We knew,”",
        "who?",
        Status.CHECKED,
    )


def test_the_same_ranges_move_nothing():
    assert not editing.respan(CLAIM, TEXT, [(0, 7)])


def test_an_annotation_is_not_moved_out_of_the_text():
    with pytest.raises(BadRange):
        editing.respan(CLAIM, TEXT, [(0, 999)])
