"""Heights against plain sums."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui import heights as module
from annotator.ui.heights import Heights

LISTS = st.lists(st.integers(1, 90), min_size=1, max_size=40)


@given(LISTS, st.lists(st.tuples(st.integers(0, 39), st.integers(1, 90))), st.integers(2, 9))
def test_tops_are_running_sums_after_every_change(values, changes, many):
    usual, module._MANY = module._MANY, many
    try:
        heights = Heights(values)
        for number, height in changes:
            values[number % len(values)] = height
            heights[number % len(values)] = height
            heights.top(number % len(values))
        tops = [heights.top(number) for number in range(len(values) + 1)]
    finally:
        module._MANY = usual

    assert tops == list(accumulate(values, initial=0))


@given(LISTS, st.integers(2, 9))
def test_at_finds_the_paragraph_under_every_pixel(values, many):
    usual, module._MANY = module._MANY, many
    try:
        heights = Heights(values)
        found = [heights.at(y) for y in range(sum(values))]
    finally:
        module._MANY = usual

    assert found == [number for number, height in enumerate(values) for _ in range(height)]


def test_beyond_both_ends_the_nearest_is_found():
    heights = Heights([10, 20, 30])

    assert (heights.at(-5), heights.at(1_000)) == (0, 2)


def test_the_total_follows_changes():
    heights = Heights([10, 20, 30])
    heights[1] = 25

    assert heights.total == 65
