"""Which word of an older draft is which of a newer one, wherever it has gone.

Words in a row that both drafts have once are the same (Heckel's way, 1978), and so are their equal neighbours: moved
sentences are found like those that stayed. What lies between two such runs is compared in order.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

from annotator.text.span import Span
from annotator.text.word import words

CONTEXT = 32
"""Code points, or WORDS words, below which a run of equal words may be alike by chance (Hypothesis has 32)."""
WORDS = 8
_SIZES = (8, 4, 2, 1)
"""Words in a row that are looked for, the longest first: chance has the least to do with them."""
_MOST = 25_000_000
"""Pairs of words that are compared in order: 5,000 new ones in the place of 5,000; it takes 10 ms and 3 MB."""

_BREAKS = "\n.!?…。！？؟"
_RAGGED = 3
"""Words of the next sentence that a run may have by chance: many sentences begin alike."""

_Run = tuple[int, int, int]
"""The first word in the older draft, the first in the newer, and how many."""


class Alignment:
    """Two drafts, their words as spans of code points, and for each older word the number of the newer one, or -1."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.old_words, self.new_words = words(old), words(new)
        pairing = _Pairing([old[a:b] for a, b in self.old_words], [new[a:b] for a, b in self.new_words])
        for size in _SIZES:
            pairing.match_rare(size)
        pairing.match_ends()
        pairing.drop_chance(self._is_long)
        pairing.trim(self._break_before)
        pairing.prefer_places()
        pairing.match_between()
        self.there = pairing.there

    def _is_long(self, run: _Run) -> bool:
        first, _, size = run
        if size >= WORDS:
            return True
        whole = self._break_before(first) and self._break_before(first + size)
        return bool(whole) and self.old_words[first + size - 1][1] - self.old_words[first][0] >= CONTEXT

    def _break_before(self, number: int) -> bool:
        """Whether an older word begins a sentence or a line."""
        if not 0 < number < len(self.old_words):
            return True
        before = self.old[self.old_words[number - 1][1] : self.old_words[number][0]]
        return any(mark in before for mark in _BREAKS)

    def touched(self, span: Span) -> range:
        """The numbers of the older words that a span holds or cuts."""
        start, end = span
        first = bisect_right(self.old_words, start, key=lambda word: word[1])
        return range(first, bisect_left(self.old_words, end, key=lambda word: word[0]))

    def run(self, numbers: range) -> range:
        """These older words, which have a place each in a row, with all before and behind of which the same is true."""
        first, last = numbers[0], numbers[-1]
        while first and self.there[first] > 0 and self.there[first - 1] == self.there[first] - 1:
            first -= 1
        while last + 1 < len(self.there) and self.there[last + 1] == self.there[last] + 1:
            last += 1
        return range(first, last + 1)


def _never(_number: int) -> bool:
    return False


class _Pairing:
    """The pairs while they are found. `there` and `back` have -1 for a word without one."""

    def __init__(self, old: list[str], new: list[str]) -> None:
        self._old, self._new = old, new
        self.there, self._back = [-1] * len(old), [-1] * len(new)

    def match_rare(self, size: int) -> None:
        """Pair so many words in a row that either draft has once among what is left, and their equal neighbours."""
        new = _once(self._new, self._back, size)
        for words_in_row, first in _once(self._old, self.there, size).items():
            second = new.get(words_in_row, -1)
            if first >= 0 and second >= 0:
                self._spread(first, second, 1)
                self._spread(first - 1, second - 1, -1)

    def match_ends(self) -> None:
        """Pair what the drafts begin and end with."""
        self._spread(0, 0, 1)
        self._spread(len(self._old) - 1, len(self._new) - 1, -1)

    def _spread(self, first: int, second: int, step: int, until: Callable[[int], bool] = _never) -> None:
        """Pair equal words from here on, or back; not beyond a word that `until` says begins something else."""
        while 0 <= first < len(self._old) and 0 <= second < len(self._new):
            if until(first + (step < 0)):
                return
            taken = self.there[first] >= 0 or self._back[second] >= 0
            if taken or self._old[first] != self._new[second]:
                return
            self.there[first], self._back[second] = second, first
            first, second = first + step, second + step

    def drop_chance(self, is_long: Callable[[_Run], bool]) -> None:
        """Part what is paired in runs that are not long."""
        for run in list(self._runs()):
            if not is_long(run):
                self._part(run)

    def _part(self, run: _Run) -> None:
        first, second, size = run
        self.there[first : first + size] = self._back[second : second + size] = [-1] * size

    def trim(self, breaks: Callable[[int], bool]) -> None:
        """Give the ragged ends of runs to the runs that have the rest of their sentences."""
        for first, second, size in list(self._runs()):
            few = range(1, min(_RAGGED, size - 1) + 1)
            head = next((n for n in few if breaks(first + n)), 0)
            tail = next((n for n in few if n < size - head and breaks(first + size - n)), 0)
            self._part((first, second, head))
            self._part((first + size - tail, second + size - tail, tail))
        for until in (breaks, _never):
            for first, second, size in list(self._runs()):
                self._spread(first - 1, second - 1, -1, until)
                self._spread(first + size, second + size, 1, until)

    def prefer_places(self) -> None:
        """Part a run that is elsewhere now, where what stands in its place is much the same: that one was changed.

        So a headline that was reworded is not the copy of it that was put somewhere else.
        """
        ends = [(-1, -1, 1), *self._runs(), (len(self._old), len(self._new), 1)]
        for before, run, behind in zip(ends, ends[1:], ends[2:], strict=False):
            in_place = before[1] + before[2] == run[1] or run[1] + run[2] == behind[1]
            if not in_place and 2 * len(self._best(before, range(run[0], run[0] + run[2]), behind)) >= run[2]:
                self._part(run)

    def _runs(self) -> Iterator[_Run]:
        start = 0
        for number in range(1, len(self.there) + 1):
            if number < len(self.there) and self.there[number] == self.there[number - 1] + 1 > 0:
                continue
            if self.there[start] >= 0:
                yield start, self.there[start], number - start
            start = number

    def match_between(self) -> None:
        """Pair in order what is left between two runs, with what is left behind the first or before the second."""
        ends = [(-1, -1, 1), *self._runs(), (len(self._old), len(self._new), 1)]
        for before, behind in pairwise(ends):
            left = range(before[0] + before[2], behind[0])
            if left:
                self._pair(self._best(before, left, behind))

    def _best(self, before: _Run, left: range, behind: _Run) -> list[tuple[int, int]]:
        """These older words in order beside what is free behind the one run, or else before the other."""
        most = 2 * len(left) + WORDS
        on, back = self._free(before[1] + before[2], 1, most), self._free(behind[1] - 1, -1, most)
        return max((self._common(left, free) for free in (on, back)), key=len)

    def _free(self, second: int, step: int, most: int) -> range:
        """The newer words without a pair from this one on, or back; at most so many."""
        end = second
        while 0 <= end < len(self._back) and self._back[end] < 0 and abs(end - second) < most:
            end += step
        return range(second, end) if step > 0 else range(end + 1, second + 1)

    def _common(self, left: range, free: range) -> list[tuple[int, int]]:
        from rapidfuzz.distance import LCSseq

        if len(left) * len(free) > _MOST:
            return []
        steps = LCSseq.opcodes([self._old[n] for n in left], [self._new[n] for n in free])
        return [
            (left[a], free[b])
            for step in steps
            if step.tag == "equal"
            for a, b in zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)
        ]

    def _pair(self, pairs: list[tuple[int, int]]) -> None:
        for first, second in pairs:
            self.there[first], self._back[second] = second, first


def _once(sequence: list[str], pairs: list[int], size: int) -> dict[tuple[str, ...], int]:
    """Where so many words in a row begin that have no pair; -1 for those that are there more than once."""
    found: dict[tuple[str, ...], int] = {}
    for first in range(len(sequence) - size + 1):
        if pairs[first] < 0 and pairs[first + size - 1] < 0:
            row = tuple(sequence[first : first + size])
            found[row] = -1 if row in found else first
    return found
