"""Running heads and page numbers: lines at the edges of pages that come back, page after page."""

import re
from collections import Counter
from itertools import chain
from typing import NamedTuple

from annotator.reading.columns import Line

_EDGE = 0.09
"""The share of a page's height at its top and its bottom where such lines stand."""

_LEAST_EDGE = 48
"""Points that are edge on small pages too."""

_DEEPEST = 2
"""Lines counted from the edge that may be such."""

_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_NUMBER_ALONE = re.compile(
    r"(?:page |p\. ?|seite |página |página |s\. ?|[-–—|·] ?)?#(?: ?[-–—|·]|(?: of | ?/ ?| von | de )#)?"
)


class Sheet(NamedTuple):
    """A page's lines in reading order, with the top and the bottom of the paper in points."""

    lines: list[Line]
    bottom: float
    top: float


def running(sheets: list[Sheet]) -> set[tuple[int, Line]]:
    """The lines that are no part of the text, each with the number of its sheet, from 0.

    They come back on three pages at least, on both of two, or are nothing but a number. Digits do not count when
    lines are compared.
    """
    found = [(number, line) for number, sheet in enumerate(sheets) for line in _outer(sheet)]
    shapes = Counter(_shape(line) for _, line in found)
    often = 2 if len(sheets) == 2 else 3  # noqa: PLR2004 - both pages of two
    return {
        (number, line)
        for number, line in found
        if shapes[_shape(line)] >= often or _NUMBER_ALONE.fullmatch(_shape(line))
    }


def _outer(sheet: Sheet) -> set[Line]:
    """The lines next to the paper's edge."""
    edge = max(_EDGE * (sheet.top - sheet.bottom), _LEAST_EDGE)
    ordered = sorted(sheet.lines, key=lambda line: line.base)
    low = [line for line in ordered[:_DEEPEST] if line.base < sheet.bottom + edge]
    high = [line for line in ordered[-_DEEPEST:] if line.base > sheet.top - edge]
    return set(chain(low, high))


def _shape(line: Line) -> str:
    return _NUMBERS.sub("#", line.words.lower())
