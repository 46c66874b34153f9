"""The glyphs of a PDF's page, as pieces of lines: words that stand on one base line without a wide gap.

Coordinates are points (1/72 inch), up and to the right; `size` is the height of the letters' em as drawn.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from annotator.reading.leftward import Cluster, clusters, in_reading_order, leftward, rows, set_in

_WIDE_GAP = 1.5
"""Ems between two glyphs that may be two columns; within a column they are one line again."""

_GUTTER = 1.2
"""The same where the order of drawing does not help: the narrowest that printers leave between columns."""

_SAME_LINE = 0.5
"""Ems by which a superscript's base line lies off."""

HYPHEN = "\u2010"
"""What ends a line where PDFium took a hyphen for a divided word's."""

_PDFIUM_HYPHENS = (0x02, 0xFFFE)

_AIR = re.compile("(?<=[\u3040-\u30ff\u3400-\u9fff]) (?=[\\w])|(?<=\\w) (?=[\u3040-\u30ff\u3400-\u9fff])")
"""The air that typesetters put between Han and other letters, which PDFium takes for blanks."""

_FIRST_WORD = re.compile("[\u3001-\u9fff\uac00-\ud7a3\uff01-\uff60]|[^ /\u2010-\u2014-]*[/\u2010-\u2014-]?")
"""What a line must have room for, else it ends before it."""


class Piece(NamedTuple):
    """Words with their outline; `first` is how far the first word reaches, which the line before might have held."""

    words: str
    left: float
    right: float
    base: float
    size: float
    first: float


class Glyph(NamedTuple):
    """One character with its box: its whole advance, as high as its font. White space often has no width."""

    character: str
    left: float
    bottom: float
    right: float
    top: float
    base: float


def pieces(textpage: Any) -> list[Piece]:
    """The pieces of a page, in the order in which its file draws them."""
    told = list(glyphs(textpage))
    if leftward("".join(glyph.character for glyph in told)):
        return list(_leftward_pieces(textpage, told))
    found: list[Piece] = []
    run: list[tuple[int, Glyph]] = []
    size = 0.0
    for number, glyph in enumerate(told):
        if glyph.character in "\r\n":
            continue
        if run and _parts(run[-1][1], glyph, size):
            found += _piece(run, size)
            run = []
        if not run:
            if glyph.character.isspace():
                continue
            size = _size(textpage, number)
        run.append((number, glyph))
    return [*found, *_piece(run, size)]


def glyphs(textpage: Any) -> Iterator[Glyph]:
    """Every character of a page as PDFium tells it, those that it made up between the drawn ones too."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    across, base = ctypes.c_double(), ctypes.c_double()
    for number in range(raw.FPDFText_CountChars(textpage)):
        code = raw.FPDFText_GetUnicode(textpage, number)
        raw.FPDFText_GetLooseCharBox(textpage, number, box)
        raw.FPDFText_GetCharOrigin(textpage, number, across, base)
        character = HYPHEN if code in _PDFIUM_HYPHENS else chr(code)
        yield Glyph(character, box.left, box.bottom, box.right, box.top, base.value)


def _parts(last: Glyph, glyph: Glyph, size: float) -> bool:
    """Whether a piece ends between these two."""
    if abs(glyph.base - last.base) > _SAME_LINE * size:
        return True
    return max(glyph.left - last.right, last.left - glyph.right) > _WIDE_GAP * size


def _leftward_pieces(textpage: Any, told: list[Glyph]) -> Iterator[Piece]:
    """Those of a page that is written to the left, by where the glyphs stand."""
    inked = [
        Cluster(glyph.character, glyph.left, glyph.right, glyph.base, number)
        for number, glyph in enumerate(told)
        if not glyph.character.isspace()
    ]
    for row in rows(clusters(inked), _SAME_LINE * _size(textpage, inked[0].number)):
        size = _size(textpage, set_in(row))
        parts = [0, *(n for n, (a, b) in enumerate(pairwise(row), 1) if a.left - b.right > _GUTTER * size), len(row)]
        for start, end in pairwise(parts):
            part = row[start:end]
            words = in_reading_order(part, size)
            first = part[: len(words.split(" ", 1)[0])][-1].left
            yield Piece(words, part[-1].left, part[0].right, part[0].base, size, part[0].right - first)


def _size(textpage: Any, number: int) -> float:
    """The em of a character as it is drawn: its font's size says little, since pages are scaled as a whole."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    scaled = raw.FPDFText_GetMatrix(textpage, number, matrix)
    size: float = raw.FPDFText_GetFontSize(textpage, number)
    return max(size * math.hypot(matrix.c, matrix.d) if scaled else size, 1)


def _piece(run: list[tuple[int, Glyph]], size: float) -> list[Piece]:
    """The piece that these glyphs make: none where they are blank."""
    inked = [glyph for _, glyph in run if not glyph.character.isspace()]
    if not inked:
        return []
    words = _AIR.sub("", " ".join("".join(glyph.character for _, glyph in run).split()))
    first = inked[: len(_first_word(words))] or inked[:1]
    left, right = min(glyph.left for glyph in inked), max(glyph.right for glyph in inked)
    width = max(glyph.right for glyph in first) - min(glyph.left for glyph in first)
    return [Piece(_paired(words), left, right, inked[0].base, size, width)]


def _first_word(words: str) -> str:
    found = _FIRST_WORD.match(words)
    return found[0] if found else ""


def _paired(words: str) -> str:
    """Two surrogates are one character; on Windows PDFium tells them apart."""
    if words.isascii():
        return words
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
