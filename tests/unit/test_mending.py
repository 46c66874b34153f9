from dataclasses import replace
from itertools import count

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator import editing, mending
from annotator.anchoring import BadRange
from annotator.model.edits import Verb, inverse
from annotator.model.words import Kind, Status
from annotator.text import is_boundary
from tests.prose import are_spans, prose_and_ranges

TEXT = "“We knew,” she said, “for years.” The city knew. The citywide plan of the city is old. Done."


def made(words, kind=Kind.CLAIM, text=TEXT, **fields):
    start = text.index(words)
    edit = editing.annotate(text, "v", kind, [(start, start + len(words))], lambda: words)
    return replace(edit.changes[0].after, **fields)


def span(words):
    return TEXT.index(words), TEXT.index(words) + len(words)


def ids():
    return map("new{}".format, count()).__next__


def after(edit):
    return [change.after.words for change in edit.changes if change.after]


def test_a_quote_gets_a_part_behind_its_hole():
    edit = mending.add_part(made("“We knew,”", Kind.QUOTE), TEXT, span("“for years.”"))

    assert after(edit) == ["“We knew,” […] “for years.”"]


def test_a_part_that_touches_becomes_one_with_the_other():
    edit = mending.add_part(made("“We"), TEXT, span("knew,”"))

    assert [c.after.ranges for c in edit.changes] == [(span("“We knew,”"),)]


def holed():
    return mending.add_part(made("“We knew,”"), TEXT, span("“for years.”")).changes[0].after


def test_the_part_under_the_caret_goes():
    assert after(mending.drop_part(holed(), TEXT, TEXT.index("years"))) == ["“We knew,”"]


@pytest.mark.parametrize(("annotation", "caret"), [(made("We knew"), 2), (holed(), TEXT.index("said"))])
def test_the_only_part_and_none_are_refused(annotation, caret):
    with pytest.raises(BadRange):
        mending.drop_part(annotation, TEXT, caret)


def test_the_same_words_elsewhere_get_the_kind_as_whole_words():
    edit = mending.identical(made("city"), TEXT, [], ids())

    assert [c.after.start for c in edit.changes] == [TEXT.index("city is old")]


def test_what_has_the_kind_already_is_not_marked_again():
    assert not mending.identical(made("city"), TEXT, [made("the city is old")], ids())


def test_what_has_another_kind_is_marked():
    assert mending.identical(made("city"), TEXT, [made("the city is old", Kind.SOURCE)], ids())


def test_identical_words_are_found_in_chinese():
    text = "政府说。政府做。"

    assert after(mending.identical(made("政府", text=text), text, [], ids())) == ["政府"]


def test_split_at_the_caret_leaves_two_alike():
    whole = made("The city knew.", note="n", status=Status.WAITING)
    edit = mending.split(whole, TEXT, (TEXT.index("knew. The"),) * 2, ids())

    assert [(c.after.words, c.after.note, c.after.status) for c in edit.changes] == [
        ("The city", "n", Status.WAITING),
        ("knew.", "n", Status.WAITING),
    ]


def test_split_around_words_leaves_them_out():
    edit = mending.split(made("“We knew,” she said, “for years.”"), TEXT, span(" she said, "), ids())

    assert after(edit) == ["“We knew,”", "“for years.”"]


def test_a_split_that_leaves_nothing_on_one_side_is_refused():
    with pytest.raises(BadRange):
        mending.split(made("Done."), TEXT, (TEXT.index("Done."),) * 2, ids())


def test_joined_annotations_keep_notes_and_what_is_least_done():
    one = made("The city knew.", note="a", status=Status.CHECKED)
    two = made("The citywide plan", note="b")
    joined = mending.join([two, one], TEXT).changes[0].after

    assert (joined.id, joined.words, joined.note, joined.status) == (
        one.id,
        "The city knew. The citywide plan",
        "a\n\nb",
        Status.UNCHECKED,
    )


def test_joined_annotations_keep_all_their_tags():
    one, two = made("The city knew.", tags=("old", "budget")), made("The citywide plan", tags=("plan", "old"))

    assert mending.join([two, one], TEXT).changes[0].after.tags == ("old", "budget", "plan")


def test_joined_annotations_keep_their_hole():
    assert after(mending.join([made("“We knew,”"), made("“for years.”")], TEXT)) == ["“We knew,” […] “for years.”"]


@pytest.mark.parametrize(
    "several", [[], [made("city")], [made("city"), made("Done", Kind.QUOTE)], [made("city"), made("Done", version="w")]]
)
def test_what_cannot_be_joined_is_refused(several):
    with pytest.raises(BadRange):
        mending.join(several, TEXT)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("“We knew,”", "We knew", True),
        ("The citywide plan of the city is old.", "The citywide plan of the city is", True),
        ("The citywide plan of the city is old.", "The citywide plan", False),
        ("The city", "city", False),
        ("The city knew.", "Done.", False),
    ],
)
def test_nearly_the_same_is_four_fifths_or_all_but_punctuation(one, other, alike):
    assert mending.nearly_same(made(one), made(other), TEXT) is alike


def test_near_duplicates_come_in_groups_and_become_one_each():
    several = [made(words) for words in ("“We knew,”", "We knew", "The city knew.", "The city knew", "Done.")]
    groups = mending.near_duplicates(several, TEXT)

    assert [[a.words for a in group] for group in groups] == [
        ["“We knew,”", "We knew"],
        ["The city knew", "The city knew."],
    ]
    assert after(mending.join_each(groups, TEXT)) == ["“We knew,”", "The city knew."]


def test_another_kind_is_never_nearly_the_same():
    assert not mending.nearly_same(made("city"), made("city", Kind.SOURCE), TEXT)


def test_a_single_annotation_joins_its_near_duplicate_else_its_neighbour():
    one, two, three = made("“We knew,”"), made("We knew"), made("The city knew.")
    beside = made("The citywide plan")

    assert mending.partners(one, TEXT, [one, two, three, beside]) == [two]
    assert mending.partners(three, TEXT, [one, two, three, beside]) == [beside]
    assert mending.partners(two, TEXT, [three, beside]) == []


@given(prose_and_ranges(size=3), st.integers(0, 40))
def test_every_mending_keeps_whole_characters_in_sorted_spans_and_can_be_taken_back(place, offset):
    text, ranges = place
    try:
        one, two = (
            editing.annotate(text, "v", Kind.CLAIM, some, lambda name=name: name).changes[0].after
            for name, some in (("one", ranges[:2]), ("two", ranges[2:]))
        )
    except BadRange:
        assume(False)
    edits = [
        mending.join([one, two], text),
        mending.add_part(one, text, ranges[2]),
        mending.identical(two, text, [], ids()),
    ]
    for verb, where in ((mending.split, ((min(offset, len(text)),) * 2, ids())), (mending.drop_part, (offset,))):
        try:
            edits.append(verb(one, text, *where))
        except BadRange:
            continue
    for edit in edits:
        for record in (change.after for change in edit.changes if change.after):
            assert are_spans(text, record.ranges)
            assert [text[a:b] for a, b in record.ranges] == [s.exact for s in record.spans]
            assert all(is_boundary(text, edge) for pair in record.ranges for edge in pair)
        assert inverse(inverse(edit)) == edit


def test_a_split_and_a_join_are_named_for_undo():
    edit = mending.join([made("city"), made("Done.")], TEXT)

    assert (edit.verb, len(edit.changes)) == (Verb.JOIN, 2)
