"""Which lane each annotation has in the margin: two that are on one line have two, if there is room.

An annotation that is in more paragraphs than one, with its holes, has one lane in all of them. Such are packed by
paragraphs, so no line needs to be laid out for it, and only as far back as they hang together: no lane depends on what
is seen. All others are packed by the lines of their paragraph, into what those leave free there. Beside the opening of
1 MB with 10,000 marks it is 1 ms, for the look at which annotations have holes.
"""

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from annotator.ui.article_view.index import WIDE, MarkIndex
from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.stacking import Span

_ID = itemgetter(Mark._fields.index("id"))


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
    """An annotation that is in several paragraphs, from `first` to `last`."""

    first: int
    last: int
    extent: Mark


class Crossers:
    """The annotations that are in several paragraphs. All marks of one come and go together.

    Those with holes, and the very long, are few and reach far: they are kept, and packed before the others, which are
    found in the index where they are asked for.
    """

    def __init__(self, index: MarkIndex, starts: Sequence[int]) -> None:
        """`starts` are the offsets at which paragraphs begin."""
        self._index, self._starts = index, starts
        self._large = sorted(filter(None, map(self._crosser, _large(index))))
        self._names = {one.extent.id for one in self._large}
        self._packed: dict[int, list[tuple[_Crosser, int]]] = {}
        """The large ones with their lanes, by how many lanes there are."""

    def _crosser(self, marks: Sequence[Mark]) -> _Crosser | None:
        """One annotation as a crosser, if it is in several paragraphs."""
        extent = _extent(marks)
        paragraphs = self._index.paragraphs(extent.start, extent.end)
        return _Crosser(paragraphs[0], paragraphs[-1], extent) if len(paragraphs) > 1 else None

    def change(self, removed: Iterable[Mark], added: Iterable[Mark]) -> bool:
        """Annotations went and came; whether any of them is in several paragraphs. The index is told before."""
        gone = list(filter(None, map(self._crosser, _by_annotation(removed).values())))
        come = [(len(marks), self._crosser(marks)) for marks in _by_annotation(added).values()]
        names = {one.extent.id for one in gone}
        if names & self._names:
            self._large = [one for one in self._large if one.extent.id not in names]
        for count, one in come:
            if one and (count > 1 or one.extent.end - one.extent.start >= WIDE):
                insort(self._large, one)
        self._names = {one.extent.id for one in self._large}
        self._packed.clear()
        return bool(gone) or any(one for _, one in come)

    def over(self, number: int, room: int) -> list[tuple[Mark, int]]:
        """Those that are in a paragraph or pass it, with their lanes; what has no lane of `room` shares the last."""
        begin = self._first_of_chain(number)
        large = [(one, lane) for one, lane in self._packed_large(room) if one.last >= begin]
        taken = [[(one.first, one.last + 1) for one, at in large if at == lane] for lane in range(room)]
        small = (one for begun in range(begin, number + 1) for one in self._beginning_in(begun))
        found = large + list(_laid(small, taken))
        return [(one.extent, lane) for one, lane in found if one.first <= number <= one.last]

    def _packed_large(self, room: int) -> list[tuple[_Crosser, int]]:
        if room not in self._packed:
            self._packed[room] = list(_laid(self._large, [[] for _ in range(room)]))
        return self._packed[room]

    def _first_of_chain(self, number: int) -> int:
        """As far back as annotations pass from one paragraph to the next."""
        while passing := [m.start for m in self._small(number) if m.start < self._starts[number]]:
            number = self._index.paragraphs(min(passing), min(passing))[0]
        return number

    def _beginning_in(self, number: int) -> Iterator[_Crosser]:
        for mark in self._small(number):
            if mark.start >= self._starts[number] and (one := self._crosser([mark])):
                yield one

    def _small(self, number: int) -> Iterator[Mark]:
        return (mark for mark in self._index.of_paragraph(number) if mark.id not in self._names)


def _laid(crossers: Iterable[_Crosser], taken: Sequence[Sequence[Span]]) -> Iterator[tuple[_Crosser, int]]:
    """Each with the first lane that is free in all its paragraphs; they come by where they begin."""
    ends = [-1] * len(taken)
    for one in crossers:
        free = (n for n, end in enumerate(ends) if end < one.first and not _meets(taken[n], one.first, one.last + 1))
        lane = next(free, len(taken) - 1)
        ends[lane] = max(ends[lane], one.last)
        yield one, lane


def _large(index: MarkIndex) -> Iterable[list[Mark]]:
    """The marks of each annotation that has holes or is very long."""
    names = list(map(_ID, index))
    large = {mark.id for mark in index.wide}
    if len(set(names)) < len(names):
        large.update(name for name, count in Counter(names).items() if count > 1)
    return _by_annotation(mark for mark in index if mark.id in large).values() if large else ()


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
