"""Where the cards stand in their view: level with a text beside them, or one below the other as in any list."""

from annotator.ui import sizes
from annotator.ui.cards import card
from annotator.ui.cards.beside import Text
from annotator.ui.cards.level import tops, whole
from annotator.ui.cards.rows import Rows

_FAR = 1_000_000
_HIDDEN = sizes.CHIP // 2
"""Of a card at the lower end, so much is no card to be seen."""


def first_line(height: int) -> int:
    """From the top of a card of this height to the middle of its first line, which is level with the text's."""
    folded = height == card.folded_height()
    return height // 2 if folded else card.PADDING_TOP + card.head_height() // 2


class Standing:
    """Rows in a view. Heights are device-independent pixels below its top.

    text: what the cards are level with; with none they are a list, and `scrolled` is how far
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.text: Text | None = None
        self.scrolled = 0
        self._first = 0
        self._level: list[float] = []

    def top(self, row: int) -> float:
        """Where a card begins; far below the view where it has no place."""
        if self.text is None:
            return self._rows.top(row) - self.scrolled
        nth = row - self._first
        return self._level[nth] if 0 <= nth < len(self._level) else float(_FAR)

    def seen(self, height: int) -> range:
        """The rows that have a place in a view of this height, or near it."""
        if self.text:
            return range(self._first, min(self._first + len(self._level), len(self._rows)))
        return self._rows.seen(self.scrolled, self.scrolled + height)

    def follow(self, near: range, chosen: int, view: tuple[int, int]) -> None:
        """Stand level with the text: the rows `near` in a view (its top on the screen, its height).

        The `chosen` one (-1: none) is seen whole.
        """
        assert self.text is not None
        origin, view_height = view
        heights = [self._rows.height(row) for row in near]
        lines = list(map(first_line, heights))
        starts = (self._rows[row].start for row in near)
        wanted = [self.text.middle(start) - origin - line for start, line in zip(starts, lines, strict=True)]
        seen = (nth for nth, (want, line) in enumerate(zip(wanted, lines, strict=True)) if want + line >= 0)
        least = next(((nth, self.least(near[nth])) for nth in seen), None)
        anchor = near.index(chosen) if chosen in near else None
        if anchor is not None:
            room = self.least(chosen), view_height - sizes.CHIP
            wanted[anchor] = whole(wanted[anchor], heights[anchor], lines[anchor], room)
        self._first, self._level = near.start, tops(wanted, heights, sizes.GAP, anchor, least)

    def least(self, row: int) -> int:
        """Where the view begins for a card: below “n more above”, unless it is the very first one."""
        return sizes.CHIP if row else 0

    def above(self, row: int, chosen: int) -> bool:
        """Whether a card has left at the top: “n more above” would lie over it. The chosen one only goes for good."""
        if self.text is None or self.top(row) >= self.least(row):
            return False
        return row != chosen or self.top(row) + self._rows.height(row) <= 0

    def hidden(self, height: int, chosen: int) -> tuple[int, int]:
        """How many cards are above and below those that are seen in a view of this height."""
        rows = self.seen(height)
        above = rows.start + sum(self.above(row, chosen) for row in rows)
        below = len(self._rows) - rows.stop + sum(self.top(row) >= height - _HIDDEN for row in rows)
        return above, below

    def at(self, y: int, height: int, chosen: int) -> int:
        """The row of the card at this height of the view; -1 where there is none."""
        found = (row for row in self.seen(height) if 0 <= y - self.top(row) < self._rows.height(row))
        return next((row for row in found if not self.above(row, chosen)), -1)
