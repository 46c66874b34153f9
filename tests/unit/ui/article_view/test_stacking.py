"""Levels, unions and covers against the slow and obvious."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.words import Kind
from annotator.ui.article_view.marks import Mark, shortest_first
from annotator.ui.article_view.stacking import levels, uncovered, union
from annotator.ui.sizes import UNDERLINE_LEVELS

LAST = UNDERLINE_LEVELS - 1
SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda s: (s[0], s[0] + s[1])), max_size=20)


@st.composite
def some_marks(draw):
    spans = draw(SPANS)
    return [Mark(s, e, draw(st.sampled_from(Kind)), f"m{n}", draw(st.booleans())) for n, (s, e) in enumerate(spans)]


def overlap(one, other):
    return one.start < other.end and other.start < one.end


def alike(one, other):
    return one[:3] == other[:3]


def covered(spans):
    return {at for start, end in spans for at in range(start, end)}


@given(some_marks())
def test_of_two_that_overlap_the_shorter_is_above_or_both_are_on_the_last_level(marks):
    level = dict(levels(marks))
    pairs = [sorted(pair, key=shortest_first) for pair in combinations(marks, 2) if overlap(*pair) and not alike(*pair)]

    assert all(level[short] < level[long] or level[long] == LAST for short, long in pairs)


@given(some_marks())
def test_a_level_is_never_deeper_than_what_overlaps_demands(marks):
    level = dict(levels(marks))

    assert all(
        level[mark] == 0
        or any(level[other] == level[mark] - 1 for other in marks if shortest_first(other) < shortest_first(mark))
        for mark in marks
    )


@given(some_marks())
def test_the_same_words_of_the_same_kind_share_a_level(marks):
    level = dict(levels([*marks, *(mark._replace(id="twin") for mark in marks)]))

    assert all(level[mark] == level[mark._replace(id="twin")] for mark in marks)


def test_one_range_of_three_kinds_takes_three_levels():
    marks = [Mark(4, 9, kind, kind) for kind in Kind]

    assert sorted(level for _, level in levels(marks)) == [0, 1, 2]


@given(SPANS)
def test_a_union_covers_the_same_and_is_sorted_and_disjoint(spans):
    joined = union(spans)

    assert (covered(joined), sorted(joined)) == (covered(spans), joined)
    assert all(one[1] <= other[0] for one, other in pairwise(joined))


def test_a_union_leaves_neighbours_two():
    assert union([(5, 9), (1, 5)]) == [(1, 5), (5, 9)]


@given(SPANS, SPANS)
def test_what_is_uncovered_is_the_rest(spans, cover):
    assert covered(uncovered(union(spans), union(cover))) == covered(spans) - covered(cover)
