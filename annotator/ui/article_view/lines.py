"""Where words are in a paragraph that is laid out: on which lines, from where to where.

Marks, the selection and the caret are all placed by this. In a paragraph of one direction the two ends of a range say
all (`cursorToX` takes 0.45 µs); where directions mix, a range may be in several places of a line, and only the runs of
glyphs know them (1.7 µs).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple, cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextLine

_RTL = "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_LTR = "[0-9A-Za-z\u00aa-\u02b8\u0370-\u058f\u0900-\u1fff\u200e\u202a\u202d\u2066\u2c00-\ufb17\uff10-\uffdc]"
"""Compiled when first looked for: two milliseconds that a start with a Latin text does without."""


_SAME = 0.5
"""Pixels that are no gap."""


def is_mixed(words: str, *, rtl: bool) -> bool:
    """Whether some of the words may run against the direction of their paragraph (numbers do in Arabic)."""
    if rtl:
        return re.search(_LTR, words) is not None
    return not words.isascii() and re.search(_RTL, words) is not None


class Stretch(NamedTuple):
    """A piece of one line: its number, and x from left to right in pixels of the paragraph."""

    line: int
    left: float
    right: float


class Lines:
    """The lines of one paragraph. Positions are UTF-16 units from its start.

    The block is kept and asked for its layout each time. A QTextLayout that is kept would outlive its document, unknown
    to PySide, which then takes whatever Qt puts in its place in memory for a QTextLayout (seen in PySide6 6.11).
    """

    def __init__(self, block: QTextBlock, *, rtl: bool, mixed: bool) -> None:
        self.rtl = rtl
        self._mixed = mixed
        self._block = block
        layout = block.layout()
        self._lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        self._starts = [line.textStart() for line in self._lines]
        self._rooms: dict[int, tuple[float, float]] = {}
        """Of each line, where its words begin and end; asked for once."""

    def __len__(self) -> int:
        return len(self._lines)

    def line_of(self, position: int) -> int:
        """The number of the line that holds this position."""
        return max(0, bisect_right(self._starts, position) - 1)

    def x_of(self, position: int) -> float:
        """Where a caret stands at this position."""
        return _x(self._lines[self.line_of(position)], position)

    def nearest(self, number: int, x: float) -> int:
        """The position of this line where a caret stands nearest to `x`; never one that is shown on the next line.

        In right-to-left text QTextLine's own answer is one off, and at the right edge is on the line before, where the
        Down key would then stay for good; so every caret of such a line is asked (40 µs).
        """
        line = self._lines[number]
        end = line.textStart() + line.textLength()
        if number < len(self._lines) - 1:
            end = self._block.layout().previousCursorPosition(end)
        if not (self.rtl or self._mixed):
            return min(line.xToCursor(x), end)
        return min(self._carets(line.textStart(), end), key=lambda position: abs(_x(line, position) - x))

    def character(self, number: int, x: float) -> int:
        """The character of this line at `x`; -1 beside the words.

        Mostly it is one of the two beside the nearest caret; where directions meet, and in ligatures, any other.
        """
        line = self._lines[number]
        left, right = self._room(number)
        if not left <= x < right:
            return -1
        near = self.nearest(number, x)
        likely = (near, self._block.layout().previousCursorPosition(near))
        for start in chain(likely, self._carets(line.textStart(), line.textStart() + line.textLength())):
            end = self._block.layout().nextCursorPosition(start)
            if any(found == number and left <= x < right for found, left, right in self.stretches(start, end)):
                return start
        return -1

    def _carets(self, start: int, end: int) -> Iterator[int]:
        while start < end:
            yield start
            start = self._block.layout().nextCursorPosition(start)
        yield end

    def stretches(self, start: int, end: int) -> Iterator[Stretch]:
        """Where the words from `start` to `end` are; white space at the end of a line takes no room."""
        for number in range(self.line_of(start), len(self._lines)):
            if self._starts[number] >= end:
                return
            line = self._lines[number]
            first = max(start, self._starts[number])
            last = min(end, self._starts[number] + line.textLength())
            begin, finish = self._room(number)
            for left, right in self._runs(line, first, last):
                inside = Stretch(number, max(left, begin), min(right, finish))
                if inside.left < inside.right:
                    yield inside

    def extent(self, start: int, end: int) -> tuple[float, float]:
        """From where to where words of one line go, whatever lies between; where a caret stands if there are none."""
        stretches = list(self.stretches(start, end)) if start < end else []
        if not stretches:
            return (self.x_of(start),) * 2
        return min(one.left for one in stretches), max(one.right for one in stretches)

    def _room(self, number: int) -> tuple[float, float]:
        if number not in self._rooms:
            left, _, right, _ = cast(
                "tuple[float, float, float, float]", self._lines[number].naturalTextRect().getCoords()
            )
            self._rooms[number] = left, right
        return self._rooms[number]

    def _runs(self, line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
        if not self._mixed:
            ends = _x(line, start), _x(line, end)
            return [(min(ends), max(ends))]
        boxes: list[QRectF] = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
        return merged(sorted((box.left(), box.right()) for box in boxes))


def merged(runs: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Runs that meet as one: a change of font is no gap. Sorted by their left ends."""
    result: list[tuple[float, float]] = []
    for left, right in runs:
        if result and left <= result[-1][1] + _SAME:
            result[-1] = result[-1][0], max(result[-1][1], right)
        else:
            result.append((left, right))
    return result


def _x(line: QTextLine, position: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(position))[0]
