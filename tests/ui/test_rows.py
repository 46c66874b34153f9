"""Which card stands where in the list of all."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.library.queries import Marked
from annotator.model.words import Kind, Status
from annotator.ui.cards.rows import Every, Rows

marks = st.lists(
    st.builds(
        Marked,
        start=st.integers(0, 50),
        end=st.integers(51, 90),
        kind=st.sampled_from(list(Kind)),
        id=st.integers(0, 40).map(str),
        status=st.just(Status.UNCHECKED),
        created_at=st.sampled_from("abc"),
    ),
    unique_by=lambda mark: mark.id,
)


def shown(given_rows, *, newest=False):
    rows = Rows(50, 8)
    rows.show(given_rows, newest=newest)
    return rows


@given(marks, st.data())
def test_every_row_begins_where_the_one_before_it_ends(some, data):
    rows = shown(some)
    for _ in range(len(some)):
        number = data.draw(st.integers(0, len(some) - 1))
        rows.top(number)
        rows.measure(number, data.draw(st.integers(1, 200)))
    tops = [rows.top(number) for number in range(len(some) + 1)]

    assert tops == [8 + sum(rows.height(one) + 8 for one in range(number)) for number in range(len(some) + 1)]


@given(marks, marks, st.booleans())
def test_rows_that_come_and_go_leave_the_order_of_those_shown_at_once(some, others, newest):
    rows = shown(some, newest=newest)
    rows.change({mark.id for mark in others}, others)
    gone = {mark.id for mark in others}

    assert rows.all == shown([*(one for one in some if one.id not in gone), *others], newest=newest).all


@given(marks)
def test_a_row_is_found_by_its_id(some):
    rows = shown(some)

    assert [rows.number(row.id) for row in rows.all] == list(range(len(some)))


def test_a_height_that_is_known_stays_with_its_row():
    first, second = (Marked(at, at + 1, Kind.CLAIM, str(at), Status.UNCHECKED) for at in (5, 9))
    rows = shown([second])
    rows.measure(0, 77)
    rows.change((), [first])

    assert [rows.height(0), rows.height(1)] == [50, 77]


def test_the_newest_is_first_by_time():
    marks = [Marked(at, at + 1, Kind.CLAIM, str(at), Status.UNCHECKED, f"2026-01-0{at}") for at in (1, 3, 2)]

    assert [row.id for row in shown(marks, newest=True).all] == ["3", "2", "1"]


def test_an_annotation_with_a_hole_is_one_row_to_its_very_end():
    parts = [Marked(at, at + 2, Kind.QUOTE, "a", Status.UNCHECKED) for at in (0, 10, 20)]
    other = Marked(4, 6, Kind.CLAIM, "b", Status.UNCHECKED)

    assert sorted(Every([parts[0], other, *parts[1:]], 2).rows) == [parts[0]._replace(end=22), other]
