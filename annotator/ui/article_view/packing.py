"""Which lane each annotation has in the margin: two that are on one line have two, if there is room.

An annotation that is in more paragraphs than one, with its holes, has one lane in all of them. Such are packed by
paragraphs, so no line needs to be laid out for it, and only as far back as they hang together: no lane depends on what
is seen. All others are packed by the lines of their paragraph, into what those leave free there.
"""

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from annotator.ui.article_view.index import MarkIndex
from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.stacking import Span


class Part(NamedTuple):
    """A mark beside one paragraph: its lines there, and whether it comes from the one before, or goes on."""

    first: int
    after: int
    above: bool
    below: bool


class Bar(NamedTuple):
    """An annotation beside one paragraph: its whole extent as a mark, its lane, the lines between its ends there.

    `parts` are those of its marks; `above` and `below` tell whether it has others before or after the paragraph.
    """

    extent: Mark
    lane: int
    lines: Span
    parts: Sequence[Part]
    above: bool = False
    below: bool = False


class _Crosser(NamedTuple):
    first: int
    last: int
    """The first and last paragraph."""
    extent: Mark


class Crossers:
    """The annotations that are in several paragraphs. All marks of one come and go together."""

    def __init__(self, index: MarkIndex, starts: Sequence[int], marks: Iterable[Mark]) -> None:
        """`starts` are the offsets at which paragraphs begin."""
        self._index = index
        self._all = sorted(self._among(marks, starts))
        self._of = {one.extent.id: one for one in self._all}
        self._reach: list[int] = []
        """How far those up to each one go; made when asked for."""

    def _among(self, marks: Iterable[Mark], starts: Sequence[int]) -> Iterator[_Crosser]:
        """Only what ends beyond the next beginning of a paragraph, or is one of several, is looked at closely."""
        ordered = sorted(marks)
        begins = [mark.start for mark in ordered]
        cuts = [bisect_left(begins, start) for start in starts]
        likely: set[str] = set()
        for bound, first, after in zip(starts[1:], cuts, cuts[1:], strict=False):
            likely.update(mark.id for mark in ordered[first:after] if mark.end > bound)
        ids = Counter(mark.id for mark in ordered)
        if len(ids) < len(ordered):
            likely.update(name for name, count in ids.items() if count > 1)
        if likely:
            yield from filter(None, map(self._crosser, _by_annotation(m for m in ordered if m.id in likely).values()))

    def _crosser(self, marks: Sequence[Mark]) -> _Crosser | None:
        """One annotation as a crosser, if it is in several paragraphs."""
        extent = _extent(marks)
        paragraphs = self._index.paragraphs(extent.start, extent.end)
        return _Crosser(paragraphs[0], paragraphs[-1], extent) if len(paragraphs) > 1 else None

    def change(self, removed: Iterable[Mark], added: Iterable[Mark]) -> bool:
        """Annotations went and came; whether any of them is in several paragraphs."""
        gone = [self._of.pop(name) for name in {mark.id for mark in removed} if name in self._of]
        for one in gone:
            self._all.remove(one)
        come = [one for one in map(self._crosser, _by_annotation(added).values()) if one]
        for one in come:
            self._of[one.extent.id] = one
            insort(self._all, one)
        self._reach = []
        return bool(gone or come)

    def over(self, number: int, room: int) -> list[tuple[Mark, int]]:
        """Those that are in a paragraph or pass it, with their lanes; what has no lane of `room` shares the last."""
        if not self._all:
            return []
        self._reach = self._reach or list(accumulate((one.last for one in self._all), max))
        after = bisect_right(self._all, number, key=_first)
        begin, reached = after, number
        while begin and self._reach[begin - 1] >= reached:
            begin -= 1
            reached = self._all[begin].first
        ends, found = [-1] * room, []
        for first, last, extent in self._all[begin:after]:
            lane = next((n for n, end in enumerate(ends) if end < first), room - 1)
            ends[lane] = max(ends[lane], last)
            if last >= number:
                found.append((extent, lane))
        return found


def _first(crosser: _Crosser) -> int:
    return crosser.first


def _by_annotation(marks: Iterable[Mark]) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        found[mark.id].append(mark)
    return found


def _extent(marks: Sequence[Mark]) -> Mark:
    """One mark from the start of the first of these, which are one annotation's, to the end of the last."""
    return marks[0]._replace(start=min(mark.start for mark in marks), end=max(mark.end for mark in marks))


def bars(
    lines: Mapping[Mark, Span], over: Sequence[tuple[Mark, int]], *, room: int, count: int, start: int, end: int
) -> list[Bar]:
    """What stands beside a paragraph of `count` lines, from offset `start` to `end`.

    `lines` are the first and the last of each mark there, in the order of the text; `over` the crossers with their
    lanes.
    """
    parts: dict[str, list[Part]] = defaultdict(list)
    marks: dict[str, list[Mark]] = defaultdict(list)
    for mark, (first, last) in lines.items():
        marks[mark.id].append(mark)
        parts[mark.id].append(Part(first, last + 1, mark.start < start, mark.end > end))
    made = []
    for extent, lane in over:
        mine, above, below = parts.pop(extent.id, []), extent.start < start, extent.end > end
        within = 0 if above or not mine else mine[0].first, count if below or not mine else mine[-1].after
        made.append(Bar(extent, lane, within, mine, above, below))
    taken = [[bar.lines for bar in made if bar.lane == lane] for lane in range(room)]
    return made + _packed([(_extent(marks[name]), mine) for name, mine in parts.items()], taken)


def _packed(annotations: Iterable[tuple[Mark, list[Part]]], taken: list[list[Span]]) -> list[Bar]:
    """Each annotation with the first lane that is free; those beyond the room share the last."""
    ends, made = [0] * len(taken), []
    sized = [(mine[0].first, -max(part.after for part in mine), extent, mine) for extent, mine in annotations]
    for first, minus, extent, mine in sorted(sized):
        free = (n for n, end in enumerate(ends) if end <= first and not _meets(taken[n], first, -minus))
        lane = next(free, len(taken) - 1)
        ends[lane] = max(ends[lane], -minus)
        made.append(Bar(extent, lane, (first, -minus), mine))
    return made


def _meets(spans: Sequence[Span], first: int, after: int) -> bool:
    return any(start < after and first < end for start, end in spans)
