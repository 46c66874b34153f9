"""The rows of a strip: which of them have ticks."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.words import Kind
from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.ticks import Rows, Ticks

begins = st.lists(st.integers(0, 60), min_size=1, max_size=20).map(lambda some: [0, *sorted(some), 61])
marks = st.lists(
    st.builds(Mark, st.integers(0, 60), st.integers(61, 90), st.sampled_from(Kind), st.just("m"), st.booleans())
)


def on(ticks, rows, first=0, after=None):
    return [(look, list(found)) for look, found in ticks.on(rows, first, after)]


@given(begins, st.integers(0, 60))
def test_an_offset_is_on_the_row_that_begins_last_before_it(begins, offset):
    row = Rows(begins).of(offset)

    assert begins[row] <= offset < begins[row + 1]


@given(begins, marks)
def test_a_row_has_a_tick_exactly_if_a_mark_begins_in_it(begins, marks):
    rows = Rows(begins)
    found = {(look, row) for look, on_it in Ticks(marks).on(rows) for row in on_it}

    assert found == {((mark.kind, mark.done), rows.of(mark.start)) for mark in marks}


@given(begins, marks, st.data())
def test_a_part_of_the_strip_has_the_ticks_of_the_whole(begins, marks, data):
    rows, ticks = Rows(begins), Ticks(marks)
    first, after = sorted(data.draw(st.tuples(*[st.integers(0, len(rows))] * 2)))
    part = {(look, row) for look, found in ticks.on(rows, first, after) for row in found}

    assert part == {(look, row) for look, found in ticks.on(rows) for row in found if first <= row < after}


@given(begins, marks, marks)
def test_what_came_and_went_leaves_nothing(begins, marks, more):
    ticks, rows = Ticks(marks), Rows(begins)
    for mark in more:
        ticks.add(mark)
    for mark in more:
        ticks.remove(mark)

    assert on(ticks, rows) == on(Ticks(marks), rows)
