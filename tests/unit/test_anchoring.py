from itertools import pairwise

import pytest
from hypothesis import assume, given

from annotator.anchoring import CONTEXT, BadRange, describe
from annotator.model.annotations import Anchor
from annotator.text import canonical, is_boundary, sentences, tidy
from tests.prose import prose_and_ranges

TEXT = "“We will not,” she said, “raise taxes.” Roe left."


def test_an_anchor_holds_the_words_and_what_is_around_them():
    assert describe("He said no today.", [(8, 10)]) == (
        Anchor(start=8, end=10, exact="no", prefix="He said ", suffix=" today."),
    )


def test_context_is_no_longer_than_it_has_to_be():
    [anchor] = describe("a" * 100 + "b" + "c" * 100, [(100, 101)])

    assert (anchor.prefix, anchor.suffix) == ("a" * CONTEXT, "c" * CONTEXT)


def test_context_never_begins_or_ends_within_a_cluster():
    [anchor] = describe("👍🏽" + "a" * 31 + "b" + "c" * 31 + "e\u0301", [(33, 34)])

    assert (anchor.prefix, anchor.suffix) == ("a" * 31, "c" * 31)


def test_a_quote_with_a_hole_has_one_anchor_a_part_in_text_order():
    assert [a.exact for a in describe(TEXT, [(25, 39), (0, 14)])] == ["“We will not,”", "“raise taxes.”"]


def test_ranges_that_touch_or_overlap_are_one():
    assert [a.exact for a in describe(TEXT, [(4, 8), (1, 5), (8, 12), (40, 43)])] == ["We will not", "Roe"]


def test_ranges_are_tidied_first():
    assert [a.exact for a in describe("  cafe\u0301 \n", [(0, 6)])] == ["cafe\u0301"]


@pytest.mark.parametrize(
    ("ranges", "problem"),
    [
        ([], "No words are selected"),
        ([(3, 3)], "holds no words"),
        ([(5, 3)], "holds no words"),
        ([(0, 4), (8, 9)], "only white space"),
        ([(-1, 4)], "is not in the article"),
        ([(0, 50)], "is not in the article"),
    ],
)
def test_what_cannot_be_marked_is_refused_in_a_sentence(ranges, problem):
    with pytest.raises(BadRange, match=rf"{problem}.*\.$"):
        describe(TEXT, ranges)


@given(prose_and_ranges(size=3))
def test_anchors_say_what_the_text_says(place):
    text, ranges = place
    assume(all(start < end and (s := tidy(text, start, end))[0] < s[1] for start, end in ranges))

    assert all(
        (a.prefix + a.exact + a.suffix, a.exact)
        == (text[a.start - len(a.prefix) : a.end + len(a.suffix)], text[a.start : a.end])
        for a in describe(text, ranges)
    )


@given(prose_and_ranges(size=3))
def test_anchors_are_sorted_disjoint_and_cut_no_cluster(place):
    text, ranges = place
    assume(all(start < end and (s := tidy(text, start, end))[0] < s[1] for start, end in ranges))
    anchors = describe(text, ranges)

    assert all(a.end < b.start for a, b in pairwise(anchors))
    assert all(
        is_boundary(text, offset)
        for a in anchors
        for offset in (a.start - len(a.prefix), a.start, a.end, a.end + len(a.suffix))
    )


def test_describing_the_anchors_again_changes_nothing():
    anchors = describe(TEXT, [(0, 14), (25, 39)])

    assert describe(TEXT, [(a.start, a.end) for a in anchors]) == anchors


def test_every_sentence_of_real_articles_can_be_marked(articles):
    texts = [canonical(path.read_text(encoding="utf-8"))[0] for path in articles.glob("*.txt")]
    marked = [
        (text[start:end], describe(text, [(start, end)])[0].exact) for text in texts for start, end in sentences(text)
    ]

    assert len(marked) > 500
    assert [pair for pair in marked if pair[0] != pair[1]] == []
