"""Paragraphs out of lines: where one ends is told by air, an indent, another size, or room left for the next word."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.model.words import Role
from annotator.reading.columns import Line

_SIZES_APART = 1.08
"""How many times as large the one of two sizes is which a reader tells apart."""

_HEADING = 1.15
_CAPTION = 0.95
_LONGEST_HEADING = 250

_AIR = 1.2
"""Times the usual distance of lines from which on there is air between them."""

_INDENT = 0.7
_DEEPEST_INDENT = 5
"""Ems that a first line is set in."""

_BLANK = 0.4
"""Ems: a wide blank, so that a word that would just have fitted is none."""

_MARKED = 0.7
"""The share of paragraphs' ends that air or an indent tells too, from which on room alone tells little."""

_PLENTY = 0.15
"""The share of a column's width that must be left then."""

_FLUSH = 1.5
"""Points by which a full line of justified text may miss the edge."""

_JUSTIFIED = 0.4
"""The share of flush lines in justified text: paragraphs' last lines are not, ragged text has some by chance."""

_OUTLIERS = 10
"""Lines from which on the longest one is no measure."""

_HANGING = frozenset("，。、；：！？”」』）》")
"""Marks that may stand beyond the edge."""

_ITEM = re.compile(r"[•‣▪●○◦■□–*·]\s|(?:\d{1,2}|[a-z])[.)]\s")
_CAPTION_WORDS = re.compile(r"(?:fig(?:ure|\.)|photo|table|image|chart|abb\.|foto|tab\.)[\s:]", re.IGNORECASE)


class _Column(NamedTuple):
    """The edges of a column, as all its lines on all pages tell them."""

    left: float
    right: float
    justified: bool


class Flow:
    """The lines of a whole text, measured."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self.size = _body_size(lines)
        self._columns = _edges(lines, self.size)
        self._leadings = _leadings(lines)
        self._spare = 0.0
        self._spare = _PLENTY if self._marks() else 0.0

    def _marks(self) -> bool:
        """Whether this text tells its paragraphs apart by air or indents."""
        pairs = [pair for pair in pairwise(self._lines) if _goes_down(*pair)]
        ends = [pair for pair in pairs if self._has_room(*pair)]
        marked = sum(self._has_air(*pair) or self._indent(pair[1]) > _INDENT * pair[1].size for pair in ends)
        return marked > max(2, _MARKED * len(ends))

    def paragraphs(self) -> Iterator[list[int]]:
        """The numbers of the lines of one paragraph after another."""
        open_: list[int] = []
        for number, line in enumerate(self._lines):
            if open_ and self._parts([self._lines[n] for n in open_[-2:]], line, self._lines[open_[0]]):
                yield open_
                open_ = []
            open_.append(number)
        if open_:
            yield open_

    def role(self, numbers: list[int]) -> Role:
        """What a paragraph is."""
        lines = [self._lines[number] for number in numbers]
        size = max(line.size for line in lines)
        if size >= _HEADING * self.size and sum(len(line.words) for line in lines) <= _LONGEST_HEADING:
            return Role.HEADING
        if _ITEM.match(lines[0].words):
            return Role.LIST_ITEM
        if size <= _CAPTION * self.size and _CAPTION_WORDS.match(lines[0].words):
            return Role.CAPTION
        return Role.PARAGRAPH

    def _parts(self, last: list[Line], line: Line, first: Line) -> bool:
        """Whether a paragraph, of which these are the `last` lines and the `first`, ends before this line."""
        before = last[-1]
        if not _alike(before.size, line.size) or _ITEM.match(line.words):
            return True
        if _goes_down(before, line):
            return self._has_air(before, line) or self._is_set_in(last, line, first) or self._has_room(before, line)
        return self._indent(line) > _INDENT * line.size or self._has_room(before, line)

    def _has_air(self, before: Line, line: Line) -> bool:
        return before.base - line.base > _AIR * self._leadings[round(line.size)]

    def _is_set_in(self, last: list[Line], line: Line, first: Line) -> bool:
        """Whether the line is a first line by its indent; what hangs behind a bullet is none."""
        if _ITEM.match(first.words):
            return False
        indents = [self._indent(before) > _INDENT * line.size for before in last]
        if self._indent(line) > _INDENT * line.size:
            return not indents[-1]
        return len(indents) > 1 and all(indents)

    def _indent(self, line: Line) -> float:
        indent = line.left - self._columns[line.column].left
        return indent if indent < _DEEPEST_INDENT * line.size else 0

    def _has_room(self, before: Line, line: Line) -> bool:
        """Whether the line before ends early: the first word of this one would still have fitted into it."""
        column = self._columns[before.column]
        room = column.right - before.right
        spare = self._spare * (column.right - column.left) if _goes_down(before, line) else 0
        if column.justified and _alike(before.size, self.size) and " " in before.words:
            return room > _FLUSH
        return room > _BLANK * line.size + line.first + spare


def _goes_down(before: Line, line: Line) -> bool:
    """Whether a line stands under the one before, in one column."""
    return before.column == line.column and before.base > line.base and _alike(before.size, line.size)


def _alike(one: float, other: float) -> bool:
    return max(one, other) < _SIZES_APART * min(one, other)


def _body_size(lines: Sequence[Line]) -> float:
    """The size that most characters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.words)
    return sizes.most_common(1)[0][0] if sizes else 1


def _edges(lines: Sequence[Line], size: float) -> dict[tuple[float, int], _Column]:
    """The columns by what lines call them; those that begin in nearly the same place are one."""
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.column[1], line.column[0])):
        left, depth = groups[-1][0].column if groups else (0.0, 0)
        if groups and line.column[1] == depth and line.column[0] - left <= 2 * size:
            groups[-1].append(line)
        else:
            groups.append([line])
    return {line.column: column for group in groups for column in [_column(group)] for line in group}


def _column(lines: list[Line]) -> _Column:
    level = [line for line in lines if line.words[-1] not in _HANGING] or lines
    rights = sorted((line.right for line in level), reverse=True)
    right = rights[1] if len(rights) > _OUTLIERS else rights[0]
    flush = sum(abs(right - line.right) < _FLUSH for line in lines)
    return _Column(min(line.left for line in lines), right, flush > max(1, _JUSTIFIED * len(lines)))


def _leadings(lines: Sequence[Line]) -> dict[int, float]:
    """The usual distance of lines by their size: the lower quartile, since paragraphs of one line stand apart."""
    distances: defaultdict[int, list[float]] = defaultdict(list)
    for before, line in pairwise(lines):
        if _goes_down(before, line):
            distances[round(line.size)].append(before.base - line.base)
    found = {size: sorted(some)[len(some) // 4] for size, some in distances.items()}
    return defaultdict(lambda: float("inf"), found)
