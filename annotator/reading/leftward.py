"""Lines that are written to the left, as in Arabic and Hebrew, made of glyphs by where they stand.

PDFium tells such lines with their punctuation at the end, ligatures turned and brackets mirrored; places are sure.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

_BLANK = 0.15
"""Ems between two glyphs from which on there is a blank."""

_SAME_PLACE = 0.5
"""Points by which the boxes of a ligature's letters may differ."""

_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_RIGHTWARD = re.compile("[LN]+(?:[OS]+[LN]+)*")
_NUMBER = re.compile("N+(?:O?N+)*")


class Cluster(NamedTuple):
    """Characters that stand in one place, in the order of reading; `number` is that of the first one on its page."""

    characters: str
    left: float
    right: float
    base: float
    number: int


def leftward(words: str) -> bool:
    """Whether most letters are of a script that is written to the left: Hebrew, Arabic and their kin."""
    letters = sum(map(str.isalpha, words))
    return 2 * sum(map(_is_leftward, words)) > letters


def clusters(told: Iterable[Cluster]) -> list[Cluster]:
    """Characters put together that are one glyph: marks behind their letters, the letters of ligatures turned back."""
    found: list[Cluster] = []
    marks: list[Cluster] = []
    for one in told:
        last = found[-1] if found else None
        if unicodedata.combining(one.characters):
            marks.append(one)
        elif last and _is_leftward(one.characters) and _in_one_place(last, one):
            found[-1] = last._replace(characters=one.characters + last.characters)
        else:
            found.append(one)
    for mark in marks:
        if found:
            under = min(range(len(found)), key=lambda number: _distance(found[number], mark))
            found[under] = found[under]._replace(characters=found[under].characters + mark.characters)
    return found


def set_in(row: list[Cluster]) -> int:
    """The number of the glyph that tells the size of a row: foreign words in it may be of another."""
    return next((one.number for one in row if _is_leftward(one.characters)), row[0].number)


def rows(found: list[Cluster], apart: float) -> Iterator[list[Cluster]]:
    """Clusters by base lines that are more than so many points apart, each from right to left."""
    row: list[Cluster] = []
    for one in sorted(found, key=lambda cluster: -cluster.base):
        if row and row[0].base - one.base > apart:
            yield sorted(row, key=lambda cluster: -cluster.left)
            row = []
        row.append(one)
    if row:
        yield sorted(row, key=lambda cluster: -cluster.left)


def in_reading_order(row: list[Cluster], size: float) -> str:
    """The words of clusters that stand from right to left: numbers and foreign words in them run to the right."""
    parts = [row[0].characters]
    for before, one in pairwise(row):
        if before.left - one.right > _BLANK * size:
            parts.append(" ")
        parts.append(one.characters)
    kinds = "".join(map(_kind, parts))
    for run in _RIGHTWARD.finditer(kinds):
        turned = [run] if "L" in run[0] else list(_NUMBER.finditer(kinds, *run.span()))
        for part in turned:
            parts[slice(*part.span())] = parts[slice(*part.span())][::-1]
    return "".join(parts).translate(_MIRRORED)


def _is_leftward(character: str) -> bool:
    return "\u0590" <= character[0] <= "\u08ff" or "\ufb1d" <= character[0] <= "\ufefc"


def _distance(one: Cluster, mark: Cluster) -> float:
    """How far a mark is from a letter, in points; other lines are far."""
    across = abs(one.left + one.right - mark.left - mark.right) / 2
    return across + 9 * abs(one.base - mark.base)


def _in_one_place(one: Cluster, other: Cluster) -> bool:
    return abs(one.left - other.left) < _SAME_PLACE and abs(one.right - other.right) < _SAME_PLACE


def _kind(part: str) -> str:
    """S for a blank, N for a digit, R and L for letters that run to the left and to the right, O for all else."""
    if part == " ":
        return "S"
    if part[0].isdigit():
        return "N"
    if part[0].isalpha():
        return "R" if _is_leftward(part) else "L"
    return "O"
