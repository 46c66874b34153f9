"""Which lane each annotation has."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.words import Kind
from annotator.ui.article_view.index import MarkIndex
from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.packing import Crossers, bars

STARTS = list(range(0, 200, 20))
ROOM = 5


def mark(start, end, name="m"):
    return Mark(start, end, Kind.CLAIM, name)


@st.composite
def stories(draw):
    """Marks of up to ten annotations, some with a hole, by annotation."""
    found = []
    for number in range(draw(st.integers(0, 10))):
        cuts = sorted(draw(st.lists(st.integers(0, 199), min_size=2, max_size=2, unique=True)))
        marks = [mark(*cuts, name=f"{number}")]
        if draw(st.booleans()) and cuts[1] - cuts[0] > 3:
            marks = [mark(cuts[0], cuts[0] + 1, f"{number}"), mark(cuts[1] - 1, cuts[1], f"{number}")]
        found.append(marks)
    return found


def crossers(story):
    return Crossers(MarkIndex(STARTS, [one for annotation in story for one in annotation]), STARTS)


def change(made, removed, added):
    for mark in removed:
        made._index.remove(mark)
    for mark in added:
        made._index.add(mark)
    made.change(removed, added)


def over(story):
    made = crossers(story)
    return [made.over(number, ROOM) for number in range(len(STARTS))]


@given(stories())
def test_an_annotation_has_one_lane_in_all_its_paragraphs(story):
    lanes = {}
    for here in over(story):
        for extent, lane in here:
            lanes.setdefault(extent.id, set()).add(lane)

    assert all(len(several) == 1 for several in lanes.values())


@given(stories())
def test_those_that_are_in_several_paragraphs_are_over_all_of_these(story):
    expected = [set() for _ in STARTS]
    for marks in story:
        first, last = marks[0].start // 20, (marks[-1].end - 1) // 20
        for number in range(first, last + 1) if last > first else ():
            expected[number].add(marks[0].id)

    assert [{extent.id for extent, _ in here} for here in over(story)] == expected


@given(stories())
def test_two_in_one_paragraph_have_two_lanes_while_there_is_room(story):
    made = crossers(story)

    assert all(
        len({lane for _, lane in here}) == len(here)
        for here in (made.over(number, 20) for number in range(len(STARTS)))
    )


@given(stories(), stories())
def test_what_came_and_went_leaves_nothing(story, more):
    made, others = crossers(story), [[one._replace(id=f"x{one.id}") for one in marks] for marks in more]
    for marks in others:
        change(made, [], marks)
    for marks in others:
        change(made, marks, [])

    assert [made.over(number, ROOM) for number in range(len(STARTS))] == over(story)


@given(stories(), stories())
def test_what_came_is_as_if_it_had_been_there(story, more):
    made, others = crossers(story), [[one._replace(id=f"x{one.id}") for one in marks] for marks in more]
    for marks in others:
        change(made, [], marks)

    assert [made.over(number, ROOM) for number in range(len(STARTS))] == over(story + others)


def packed(lines, crossing=()):
    made = bars(lines, crossing, room=ROOM, count=9, start=100, end=200)
    return {bar.extent.id: (bar.lane, bar.lines) for bar in made}


def test_the_longer_of_two_on_a_line_is_nearer_to_the_words():
    lines = {mark(100, 190, "long"): (0, 4), mark(110, 120, "short"): (0, 0)}

    assert packed(lines) == {"long": (0, (0, 5)), "short": (1, (0, 1))}


def test_a_lane_is_free_again_on_the_line_behind():
    assert packed({mark(100, 120, "a"): (0, 1), mark(125, 140, "b"): (2, 3)})["b"] == (0, (2, 4))


def test_what_comes_from_before_leaves_its_lane_free_behind_its_end():
    came, within, behind = mark(50, 120, "came"), mark(105, 110, "within"), mark(150, 160, "behind")
    found = packed({came: (0, 1), within: (1, 1), behind: (5, 5)}, [(came, 0)])

    assert found == {"came": (0, (0, 2)), "within": (1, (1, 2)), "behind": (0, (5, 6))}


def test_what_only_passes_is_beside_the_whole_paragraph():
    assert packed({}, [(mark(50, 300, "past"), 2)]) == {"past": (2, (0, 9))}


def test_a_hole_keeps_its_lane():
    lines = {mark(100, 110, "a"): (0, 0), mark(130, 135, "b"): (2, 2), mark(150, 160, "a"): (4, 4)}

    assert packed(lines) == {"a": (0, (0, 5)), "b": (1, (2, 3))}


def test_those_beyond_the_room_share_the_last():
    assert max(lane for lane, _ in packed({mark(100, 101 + n, f"{n}"): (0, 0) for n in range(50)}).values()) == ROOM - 1
