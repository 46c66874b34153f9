"""How high every paragraph of a text or card of a list is, known or guessed, and which one is at a height.

Heights change at every scroll into text not seen before, so neither reading nor changing one may cost the whole
list: they are summed by the hundred. Of a million paragraphs a change and a look cost 0.1 ms, where one running sum
of all costs 30. Whole numbers, so that no sum drifts.
"""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

_MANY = 256
"""Paragraphs that are summed together."""


class Heights:
    """A list of heights that knows its running sums. Pixels from the top of the first paragraph, downward."""

    def __init__(self, heights: Iterable[int]) -> None:
        self._heights = list(heights)
        self._sums = [sum(self._heights[at : at + _MANY]) for at in range(0, len(self._heights), _MANY)]
        self._tops: list[int] = []
        """Of each sum; made again after a change."""
        self._inner: dict[int, list[int]] = {}
        """Within each, the tops from its own; made when asked for."""

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, number: int) -> int:
        return self._heights[number]

    def __setitem__(self, number: int, height: int) -> None:
        many = number // _MANY
        self._sums[many] += height - self._heights[number]
        self._heights[number] = height
        self._tops = []
        self._inner.pop(many, None)

    @property
    def total(self) -> int:
        """The bottom of the last paragraph."""
        return self._many_tops()[-1]

    def top(self, number: int) -> int:
        """Where this paragraph begins; `number` may be one past the last."""
        many, within = divmod(number, _MANY)
        if many == len(self._sums):
            return self.total
        return self._many_tops()[many] + self._inner_tops(many)[within]

    def at(self, y: float) -> int:
        """The paragraph at this height; the first above all, the last below all."""
        many = min(max(0, bisect_right(self._many_tops(), y) - 1), len(self._sums) - 1)
        within = bisect_right(self._inner_tops(many), y - self._many_tops()[many]) - 1
        return min(many * _MANY + max(0, within), len(self._heights) - 1)

    def _many_tops(self) -> list[int]:
        if not self._tops:
            self._tops = list(accumulate(self._sums, initial=0))
        return self._tops

    def _inner_tops(self, many: int) -> list[int]:
        tops = self._inner.get(many)
        if tops is None:
            block = self._heights[many * _MANY : (many + 1) * _MANY]
            tops = self._inner[many] = list(accumulate(block, initial=0))
        return tops
