"""How marks that overlap are told apart: the shorter lies on top, and its line is nearer to the words.

What a click picks first is what lies on top and what is underlined first. Marks of one kind over the very same words
look as one; those of several kinds get a level each, so that all are seen.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter

from annotator.ui.article_view.marks import Mark, shortest_first
from annotator.ui.sizes import UNDERLINE_LEVELS as DEPTH

Span = tuple[int, int]


def levels(marks: Iterable[Mark]) -> list[tuple[Mark, int]]:
    """Each mark with its level, the shortest first: 0 on top, and below every shorter one that it overlaps.

    The shortest are laid first, each one level below the deepest that it meets; what would be deeper than
    UNDERLINE_LEVELS shares the last. O(n log n) however many lie in one place: a full place is met at the first look.
    """
    laid = [_Level() for _ in range(DEPTH)]
    result: list[tuple[Mark, int]] = []
    before: Mark | None = None
    level = 0
    for mark in sorted(marks, key=shortest_first):
        if before is None or mark[:3] != before[:3]:
            level = next((n + 1 for n in range(DEPTH - 1, -1, -1) if laid[n].meets(mark.start, mark.end)), 0)
            level = min(level, DEPTH - 1)
            laid[level].lay(mark.start, mark.end)
        result.append((mark, level))
        before = mark
    return result


def union(spans: Iterable[Span]) -> list[Span]:
    """Spans that overlap as one; those that only touch stay two.

    So what is drawn is bounded by the text, not by the marks.
    """
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = result[-1][0], max(result[-1][1], end)
        else:
            result.append((start, end))
    return result


def uncovered(spans: Iterable[Span], cover: Sequence[Span]) -> list[Span]:
    """What is left of spans where none of `cover` lies; both disjoint and sorted."""
    result: list[Span] = []
    for begin, end in spans:
        start = begin
        for over in cover[bisect_right(cover, start, key=itemgetter(1)) : bisect_left(cover, end, key=itemgetter(0))]:
            if start < over[0]:
                result.append((start, over[0]))
            start = max(start, over[1])
        if start < end:
            result.append((start, end))
    return result


class _Level:
    """The disjoint spans that are laid on one level, those that overlap run together."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def meets(self, start: int, end: int) -> bool:
        first = bisect_right(self._ends, start)
        return first < len(self._starts) and self._starts[first] < end

    def lay(self, start: int, end: int) -> None:
        first, after = bisect_right(self._ends, start), bisect_left(self._starts, end)
        if first < after:
            start, end = min(start, self._starts[first]), max(end, self._ends[after - 1])
        self._starts[first:after] = [start]
        self._ends[first:after] = [end]
