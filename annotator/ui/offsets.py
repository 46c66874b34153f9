"""Where the words of a text stand in the document that shows it, and back.

A text counts code points, a QTextDocument UTF-16 units. The document also holds less than the text: blank lines are
left out, since they show as a gap and the caret must not stop on them (a million of them would cost 2.4 s and 140 MB as
empty paragraphs; left out, 0.1 s). And it may break where the text does not: a line of more than LONGEST code points
becomes several paragraphs, since a paragraph is laid out whole and a line of 20 MB would hold the window for seconds.
Only here is any of this known; everybody else speaks of offsets into the text.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from operator import add, sub

LONGEST = 8_000
"""Code points in one paragraph of the document: 1.5 ms to lay out in Latin, 7 in Chinese."""

_LOOK_BACK = 400
"""How far before LONGEST a white space is looked for to break at."""

_STAND_IN = "\N{REPLACEMENT CHARACTER}"
_BREAKS_IN_QT = "\r\u2028\u2029\ufdd0\ufdd1"
"""What a QTextDocument takes for the end of a paragraph, of a line or of a frame; canonical text has none of it."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_BREAK = re.compile(r"\s(?=\S*\Z)")
_STICKS = re.compile(
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u200c\u200d\ufe00-\ufe0f\ufe20-\ufe2f]"
)
"""What must not begin a paragraph, should a word longer than _LOOK_BACK have to be cut."""


class Offsets:
    """The paragraphs of a text as they are shown, and the two ways between offsets and positions.

    An *offset* counts code points of the text, a *position* UTF-16 units of the document. Both ways take O(log n); an
    offset that is not shown (in a blank line) goes to the end of the paragraph before it.
    """

    def __init__(self, text: str) -> None:
        lines, starts, joined = _paragraphs(text)
        self._text = text
        self.starts = array("i", starts)
        """The offset at which each paragraph begins; ascending."""
        self.ends: array[int] = array("i", map(add, starts, map(len, lines)))
        """The offset at which each paragraph ends, without its line break."""
        self.joined = frozenset(joined)
        """The paragraphs that go on with the line of the one before."""
        self._astral = _astral(text)
        self._astral_units = array("i", (at + k for k, at in enumerate(self._astral)))
        self.positions = array("i", self._first_positions())
        """The position at which each paragraph begins; ascending."""
        nothing_left_out = not (joined or self._astral) and self.positions[-1] + len(lines[-1]) == len(text)
        self._shown: str | None = text if nothing_left_out else "\n".join(lines)

    def __len__(self) -> int:
        return len(self.starts)

    def shown(self) -> str:
        """What the document holds: a QTextDocument makes one paragraph of each of its lines.

        It is let go once it was asked for: the document has it, and another copy of 5 MB helps nobody.
        """
        shown, self._shown = self._shown, None
        if shown is None:
            shown = "\n".join(map(self._text.__getitem__, map(slice, self.starts, self.ends)))
        for character in _BREAKS_IN_QT:
            if character in shown:
                shown = shown.replace(character, _STAND_IN)
        return shown

    def position(self, offset: int) -> int:
        """Where the document shows what stands at `offset`; what is out of the text goes to its nearest end."""
        i = self.paragraph(offset)
        offset = min(max(offset, self.starts[i]), self.ends[i])
        return self.positions[i] + self.units(self.starts[i], offset)

    def offset(self, position: int) -> int:
        """What the document shows at `position`; in the middle of a surrogate pair, the character it is of."""
        i = max(0, bisect_right(self.positions, position) - 1)
        start = self.starts[i]
        unit = start + bisect_left(self._astral, start) + max(0, position - self.positions[i])
        return min(unit - bisect_left(self._astral_units, unit), self.ends[i])

    def units(self, start: int, end: int) -> int:
        """How many UTF-16 units the code points from `start` to `end` take."""
        if not self._astral:
            return end - start
        return end - start + bisect_left(self._astral, end) - bisect_left(self._astral, start)

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph that holds `offset`, or else of the one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def _first_positions(self) -> Iterator[int]:
        """A break takes one unit, so each paragraph begins one after the end of that before it."""
        lengths: Iterable[int] = map(sub, self.ends, self.starts)
        if self._astral:
            lengths = map(self.units, self.starts, self.ends)
        positions = accumulate((length + 1 for length in lengths), initial=0)
        return islice(positions, len(self.starts))


def units_before(words: str, at: int) -> int:
    """The position of an offset in words that stand alone, on one line."""
    return at if words.isascii() else len(words[:at].encode("utf-16-le", "surrogatepass")) // 2


def _astral(text: str) -> "array[int]":
    """The offsets of the characters that take two UTF-16 units; nothing is searched in a text that can have none."""
    if text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
        return array("i")
    return array("i", (match.start() for match in _ASTRAL.finditer(text)))


def _paragraphs(text: str) -> tuple[list[str], list[int], list[int]]:
    """All lines that are not blank, long ones broken; where each begins; which of them go on with the one before."""
    lines: list[str] = []
    starts: list[int] = []
    joined: list[int] = []
    at = 0
    for line in text.split("\n"):
        if not line or line.isspace():
            pass
        elif len(line) > LONGEST:
            for start, end in _pieces(line):
                if start:
                    joined.append(len(lines))
                lines.append(line[start:end])
                starts.append(at + start)
        else:
            lines.append(line)
            starts.append(at)
        at += len(line) + 1
    return (lines, starts, joined) if lines else ([""], [0], [])


def _pieces(line: str) -> Iterator[tuple[int, int]]:
    """Break a long line after every LONGEST code points or fewer, at white space if there is some.

    That white space is shown by the break itself, as a line break is, so the caret stops once for it.
    """
    start = 0
    while len(line) - start > LONGEST:
        limit = start + LONGEST
        space = _BREAK.search(line, limit - _LOOK_BACK, limit)
        end = space.start() if space else _before_what_sticks(line, limit)
        yield start, end
        start = space.end() if space else end
    yield start, len(line)


def _before_what_sticks(line: str, limit: int) -> int:
    """The last place at or before `limit` where no mark or joiner is torn from its letter; `limit` if there is none."""
    for at in range(limit, limit - _LOOK_BACK, -1):
        if not _STICKS.match(line, at) and line[at - 1] != "\N{ZERO WIDTH JOINER}":
            return at
    return limit
