"""The lines of a page in reading order: whether it has columns is told by a gutter that lines on both sides share."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from annotator.reading.glyphs import Piece
from annotator.reading.leftward import leftward

_GUTTER = 0.4
"""Ems that a gutter is wide at least."""

_NARROWEST = 0.15
"""A column's share of the text's width, at least: narrower ones are tables, and read line by line."""

_FEWEST = 2
"""Lines that a column has at least."""

_SAME_LINE = 0.35
"""Ems between base lines that a reader takes for one."""

_GLUED = 0.12
"""Ems between two pieces that are one word."""


class Line(NamedTuple):
    """A line of a column. `column` is the left edge of the column and how many stand beside each other there."""

    words: str
    left: float
    right: float
    base: float
    size: float
    first: float
    column: tuple[float, int]


def lines_of(pieces: list[Piece]) -> list[Line]:
    """The lines in the order in which they are read; of writing to the left, everything is mirrored (x is -x)."""
    if leftward("".join(piece.words for piece in pieces)):
        pieces = [piece._replace(left=-piece.right, right=-piece.left) for piece in pieces]
    return [line for column, depth in _columns(pieces, 1) for line in _lines(column, depth)]


def _columns(pieces: list[Piece], depth: int) -> Iterator[tuple[list[Piece], int]]:
    """Groups of pieces that are read one after another, with the number of columns where each stands."""
    best, gutter = max(((_weight(pieces, x), x) for x in _gutters(pieces)), default=(0, 0.0))
    if not best:
        yield pieces, depth
        return
    for whole, band in _bands(pieces, gutter):
        if whole or not _balanced(band, gutter):
            yield band, depth
        else:
            for side in _sides(band, gutter):
                yield from _columns(side, depth + 1)


def _gutters(pieces: list[Piece]) -> list[float]:
    """Where a second column may begin: at edges that some lines share, well inside the text."""
    if len(pieces) < 2 * _FEWEST:
        return []
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    inset = _NARROWEST * (right - left)
    edges = Counter(round(piece.left) for piece in pieces if left + inset < piece.left < right - inset)
    return [float(edge - 1) for edge, shared in edges.most_common(20) if shared > 1]


def _weight(pieces: list[Piece], gutter: float) -> int:
    """How many lines a gutter puts beside each other."""
    bands = (band for whole, band in _bands(pieces, gutter) if not whole and _balanced(band, gutter))
    return sum(min(map(len, _sides(band, gutter))) for band in bands)


def _bands(pieces: list[Piece], gutter: float) -> Iterator[tuple[bool, list[Piece]]]:
    """The page from top to bottom: stretches of pieces that cross the gutter (True), and of others."""
    ordered = sorted(pieces, key=lambda piece: -piece.base)
    for crosses, band in groupby(ordered, lambda piece: piece.left < gutter < piece.right):
        yield crosses, list(band)


def _sides(band: list[Piece], gutter: float) -> tuple[list[Piece], list[Piece]]:
    return [piece for piece in band if piece.left < gutter], [piece for piece in band if piece.left >= gutter]


def _balanced(band: list[Piece], gutter: float) -> bool:
    """Whether this is two columns: some lines on both sides, each side as wide as prose, with air between."""
    before, after = _sides(band, gutter)
    if min(len(before), len(after)) < _FEWEST:
        return False
    narrowest = _NARROWEST * (max(piece.right for piece in after) - min(piece.left for piece in before))
    widths = [sum(piece.right - piece.left for piece in side) / len(side) for side in (before, after)]
    air = min(piece.left for piece in after) - max(piece.right for piece in before)
    return min(widths) >= narrowest and air >= _GUTTER * band[0].size and _beside(before, after)


def _beside(before: list[Piece], after: list[Piece]) -> bool:
    """Whether two lines at least stand beside each other, not all of one side above the other."""
    top = min(max(piece.base for piece in side) for side in (before, after))
    bottom = max(min(piece.base for piece in side) for side in (before, after))
    return top > bottom


def _lines(pieces: list[Piece], depth: int) -> Iterator[Line]:
    """A column's lines from top to bottom."""
    if not pieces:
        return
    edge = min(piece.left for piece in pieces)
    line: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        if line and line[0].base - piece.base > _SAME_LINE * max(line[0].size, piece.size):
            yield _line(line, (edge, depth))
            line = []
        line.append(piece)
    yield _line(line, (edge, depth))


def _line(pieces: list[Piece], column: tuple[float, int]) -> Line:
    pieces = sorted(pieces, key=lambda piece: piece.left)
    words = pieces[0].words
    for before, piece in pairwise(pieces):
        glued = piece.left - before.right < _GLUED * piece.size
        words += piece.words if glued else f" {piece.words}"
    largest = max(pieces, key=lambda piece: len(piece.words))
    right = max(piece.right for piece in pieces)
    return Line(words, pieces[0].left, right, largest.base, largest.size, pieces[0].first, column)
