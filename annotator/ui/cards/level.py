"""Cards level with their text: where each stands, as close to its own text as its neighbours allow. No Qt in here."""

from collections.abc import Sequence
from itertools import accumulate
from math import inf


def tops(
    wanted: Sequence[float],
    heights: Sequence[int],
    gap: int,
    anchor: int | None = None,
    least: tuple[int, float] | None = None,
) -> list[float]:
    """Where the cards stand, in their order: no two closer than `gap`, the squares of their ways the least.

    `wanted` is where each would like its top; the card at `anchor` gets what it wants, and the others make room.
    `least` is a card (and with it those behind it) that is pushed up to this top at most, unless the anchor does it.
    """
    before = list(accumulate((height + gap for height in heights), initial=0))[:-1]
    free = [want - offset for want, offset in zip(wanted, before, strict=True)]
    if anchor is None:
        placed = _rising(free)
    else:
        held = free[anchor]
        above = [min(one, held) for one in _rising(free[:anchor])]
        placed = [*above, held, *(max(one, held) for one in _rising(free[anchor + 1 :]))]
    if least is not None:
        nth, top = least
        floor = min(top - before[nth], inf if anchor is None else free[anchor])
        placed[nth:] = [max(one, floor) for one in placed[nth:]]
    return [at + offset for at, offset in zip(placed, before, strict=True)]


def whole(want: float, height: int, line: int, room: tuple[int, int]) -> float:
    """Where a card of this height would like its top if it is to be seen whole in the `room` (top, bottom).

    Its words are `line` below the top; once they have left the room, it goes with them. One that is higher than the
    room begins at the top.
    """
    top, bottom = room
    if not top <= want + line <= bottom:
        return want
    return max(top, min(want, bottom - height))


def _rising(values: Sequence[float]) -> list[float]:
    """The nearest values that never fall: neighbours in the wrong order meet at their mean."""
    pools: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while pools and pools[-1][0] * count > total * pools[-1][1]:
            more, others = pools.pop()
            total, count = total + more, count + others
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]
