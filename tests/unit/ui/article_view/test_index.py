"""The index against a list that is searched from end to end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.words import Kind
from annotator.ui.article_view.index import MarkIndex
from annotator.ui.article_view.marks import Mark

LENGTH = 60_000
STARTS = [3, 40, 41, 90, 1_000, 25_000, 50_000]
PLACES = st.one_of(st.integers(0, 120), st.integers(0, LENGTH - 1))


@st.composite
def a_mark(draw):
    start = draw(PLACES)
    size = draw(st.one_of(st.integers(1, 40), st.integers(1, LENGTH)))
    return Mark(start, min(LENGTH, start + size), draw(st.sampled_from(Kind)), draw(st.sampled_from("abcdef")))


MARKS = st.lists(a_mark(), max_size=25, unique=True)


def reference(marks, number):
    """Every mark with a code point between the start of this paragraph and that of the next."""
    begin = STARTS[number] if number else 0
    end = STARTS[number + 1] if number + 1 < len(STARTS) else LENGTH
    return sorted(mark for mark in marks if mark.start < end and begin < mark.end)


@given(MARKS)
def test_a_paragraph_has_every_mark_that_touches_it(marks):
    index = MarkIndex(STARTS, marks)

    assert [list(index.of_paragraph(n)) for n in range(len(STARTS))] == [
        reference(marks, n) for n in range(len(STARTS))
    ]


@given(MARKS, st.data())
def test_edits_keep_every_paragraph_right(marks, data):
    index, kept = MarkIndex(STARTS, marks), list(marks)
    for _ in range(10):
        index.of_paragraph(data.draw(st.integers(0, len(STARTS) - 1)))
        if kept and data.draw(st.booleans()):
            index.remove(kept.pop(data.draw(st.integers(0, len(kept) - 1))))
        else:
            mark = data.draw(a_mark().filter(lambda new: new not in kept))
            index.add(mark)
            kept.append(mark)

    assert [list(index.of_paragraph(n)) for n in range(len(STARTS))] == [reference(kept, n) for n in range(len(STARTS))]


@given(MARKS, PLACES)
def test_at_a_place_the_smallest_comes_first(marks, offset):
    found = MarkIndex(STARTS, marks).at(offset)
    expected = sorted((m for m in marks if m.start <= offset < m.end), key=lambda m: (m.end - m.start, m))

    assert found == expected


@given(MARKS, st.data())
def test_an_annotation_knows_its_marks_after_edits(marks, data):
    index, kept = MarkIndex(STARTS, marks), list(marks)
    for mark in data.draw(st.lists(st.sampled_from(marks), max_size=20)) if marks else ():
        if mark in kept:
            index.remove(mark)
            kept.remove(mark)
        else:
            index.add(mark)
            kept.append(mark)

    assert {i: sorted(index.of_annotations(frozenset(i))) for i in "abcdef"} == {
        i: sorted(m for m in kept if m.id == i) for i in "abcdef"
    }


@given(a_mark())
def test_an_edit_says_which_paragraphs_it_touched(mark):
    touched = MarkIndex(STARTS).add(mark)

    assert list(touched) == [n for n in range(len(STARTS)) if reference([mark], n)]


def test_a_mark_that_is_not_there_cannot_be_removed():
    index = MarkIndex(STARTS)

    with pytest.raises(ValueError, match="not in list"):
        index.remove(Mark(1, 2, Kind.CLAIM, "a"))
