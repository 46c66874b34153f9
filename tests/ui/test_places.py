"""Where cards stand: level with their text, as near to it as their neighbours allow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.cards.level import tops

GAP = 8
CARDS = st.lists(st.tuples(st.integers(0, 900), st.integers(20, 300)), min_size=1, max_size=12).map(sorted)


def test_cards_with_room_stand_where_they_want():
    assert tops([0, 100, 300], [50, 50, 50], GAP) == [0, 100, 300]


def test_two_that_want_the_same_place_share_the_way():
    assert tops([100, 100], [42, 42], GAP) == [75, 125]


def test_the_anchor_stands_exactly_and_the_others_make_room():
    assert tops([100, 100, 100], [42, 42, 42], GAP, anchor=1) == [50, 100, 150]


@given(CARDS, st.integers(0, 11))
def test_no_two_are_closer_than_the_gap_wherever_the_anchor_is(cards, at):
    wanted, heights = [want for want, _ in cards], [height for _, height in cards]
    placed = tops(wanted, heights, GAP, at if at < len(cards) else None)

    assert all(b - a >= h + GAP - 1e-6 for a, b, h in zip(placed, placed[1:], heights, strict=False))


@given(CARDS, st.integers(0, 11))
def test_the_anchor_never_moves(cards, at):
    anchor = at % len(cards)
    placed = tops([want for want, _ in cards], [height for _, height in cards], GAP, anchor)

    assert placed[anchor] == pytest.approx(cards[anchor][0])
