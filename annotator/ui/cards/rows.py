"""The cards in their order, and how high each is: known of those that were seen, guessed of all others. No Qt in here.

A row is what the library tells of an annotation anyway, so that ten thousand cost no object each; what else a card
shows is asked for when it is seen.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter, itemgetter

from annotator.library.queries import Marked
from annotator.model.annotations import Annotation
from annotator.ui.heights import Heights

_START, _ID = itemgetter(0), itemgetter(3)
_AGE = attrgetter("created_at", "id")


def row_of(annotation: Annotation) -> Marked:
    """The row of an annotation: from its first marked code point to behind its last."""
    a = annotation
    return Marked(a.start, a.end, a.kind, a.id, a.status, a.created_at)


class Every:
    """A row for each annotation of an article, by its id.

    The table of ids is made when one is first asked for: of ten thousand it would be a tenth of their opening.
    """

    def __init__(self, marks: Sequence[Marked] = (), annotations: int = 0) -> None:
        """`marks`, one for each span, come in the order of the text; they are of so many annotations."""
        self._marks = marks
        self._table = None if len(marks) == annotations else _whole(marks)

    def __len__(self) -> int:
        return len(self.rows)

    def __contains__(self, row_id: str) -> bool:
        return row_id in self._by_id

    def __getitem__(self, row_id: str) -> Marked:
        return self._by_id[row_id]

    @property
    def rows(self) -> Collection[Marked]:
        """The rows, in no order."""
        return self._marks if self._table is None else self._table.values()

    def change(self, gone: Iterable[str], come: Iterable[Marked]) -> None:
        """Some less, some more; one that changes is both."""
        for row_id in gone:
            self._by_id.pop(row_id, None)
        self._by_id.update((row.id, row) for row in come)

    @property
    def _by_id(self) -> dict[str, Marked]:
        if self._table is None:
            self._table = dict(zip(map(_ID, self._marks), self._marks, strict=True))
        return self._table


def _whole(marks: Sequence[Marked]) -> dict[str, Marked]:
    """The marks of each annotation as one, from the start of the first to the end of the last."""
    last = dict(zip(map(_ID, marks), marks, strict=True))
    first = dict(zip(map(_ID, reversed(marks)), reversed(marks), strict=True))
    return {row: one._replace(end=last[row].end) for row, one in first.items()}


class Rows:
    """Rows by number. Heights are device-independent pixels, with the gap below in them; the first begins at `gap`."""

    def __init__(self, guess: int, gap: int) -> None:
        self._guess, self._gap = guess, gap
        self._rows: list[Marked] = []
        self._newest = False
        self._known: dict[str, int] = {}
        self._heights = Heights(())
        self._numbers: dict[str, int] = {}
        """Of each id; made when first asked for after a change."""

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, number: int) -> Marked:
        return self._rows[number]

    def __contains__(self, row_id: str) -> bool:
        return self.number(row_id) >= 0

    @property
    def all(self) -> list[Marked]:
        """The rows in order."""
        return self._rows

    def show(self, rows: Iterable[Marked], *, newest: bool = False) -> None:
        """Other rows: in the order of the text (by start, end, kind), or the newest first."""
        self._newest = newest
        self._known = {}
        self._order(rows)

    def change(self, gone: Collection[str], come: Iterable[Marked]) -> None:
        """Some rows less, some more; one that changes is both, and is measured again."""
        for one in gone:
            self._known.pop(one, None)
        self._order([*(row for row in self._rows if row.id not in gone), *come])

    def _order(self, rows: Iterable[Marked]) -> None:
        self._rows = sorted(rows, key=_AGE, reverse=True) if self._newest else sorted(rows)
        self._numbers = {}
        guess, known = self._guess + self._gap, self._known
        self._heights = Heights(
            [known.get(row.id, guess) for row in self._rows] if known else [guess] * len(self._rows)
        )

    def forget(self) -> None:
        """Nothing is measured any more: the width is another."""
        self._known = {}
        self._order(self._rows)

    def number(self, row_id: str) -> int:
        """The number of a row; -1 where there is none of this id."""
        if not self._numbers:
            self._numbers = dict(zip(map(_ID, self._rows), range(len(self._rows)), strict=True))
        return self._numbers.get(row_id, -1)

    def between(self, start: int, end: int) -> range:
        """The rows whose words begin between these offsets; only in the order of the text."""
        return range(bisect_left(self._rows, start, key=_START), bisect_right(self._rows, end, key=_START))

    def measured(self, number: int) -> bool:
        """Whether the height is known."""
        return self._rows[number].id in self._known

    def measure(self, number: int, height: int) -> int:
        """Say how high a row is, without its gap; by how much it is higher than it was taken for."""
        grown = height + self._gap - self._heights[number]
        self._known[self._rows[number].id] = self._heights[number] = height + self._gap
        return grown

    def height(self, number: int) -> int:
        """How high a row is, known or guessed, without its gap."""
        return self._heights[number] - self._gap

    def top(self, number: int) -> int:
        """Where a row begins in the list of all; `number` may be one past the last."""
        return self._gap + self._heights.top(number)

    def seen(self, top: int, bottom: int) -> range:
        """The rows between two heights in the list of all."""
        if not self._rows:
            return range(0)
        return range(self._heights.at(top - self._gap), self._heights.at(bottom - self._gap) + 1)
