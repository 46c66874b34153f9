"""Pages of a PDF as pictures, with the places of words on them: the original beside the text.

What words a page has is asked of the page itself, not of what was once read: letters and digits alone are compared, so
that line breaks, hyphens and blanks do not matter. `child.draw_apart` has it done where a crash costs nothing.
"""

import base64
import ctypes
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import pairwise
from typing import Any, NamedTuple

from annotator.model.documents import Place
from annotator.reading.glyphs import Glyph, glyphs
from annotator.reading.leftward import leftward
from annotator.reading.unreadable import Code, Refused

SECONDS = 20
"""A page that takes longer is given up."""

_WIDEST = 4_000
"""Pixels: no screen is wider, and a page can claim to be a kilometre."""

Box = tuple[float, float, float, float]
"""Left, top, width and height, in pixels of the picture."""


class Wanted(NamedTuple):
    """A page by its label, how wide in pixels, and words to be found on it.

    `shares` tells for each words how much of the page's letters stand before them, from 0 to 1: of words that stand
    there twice, those nearest to it are meant.
    """

    label: str
    width: int
    words: tuple[str, ...] = ()
    shares: tuple[float, ...] = ()


class Page(NamedTuple):
    """A picture, three bytes (red, green, blue) a pixel and no padding; and where the words are, line by line."""

    width: int
    height: int
    pixels: bytes
    boxes: tuple[Box, ...]


def wanted(text: str, places: Sequence[Place], offset: int, width: int, spans: Sequence[tuple[int, int]]) -> Wanted:
    """The page of an offset, and of these spans what is on it."""
    pages = [place for place in places if place.kind == "page"]
    here = max((number for number, place in enumerate(pages) if place.start <= offset), default=0)
    start, end = pages[here].start, pages[here + 1].start if here + 1 < len(pages) else len(text)
    inside = [(max(first, start), min(last, end)) for first, last in spans if first < end and last > start]
    letters = max(len(_letters(text[start:end])), 1)
    return Wanted(
        pages[here].label,
        width,
        tuple(text[first:last] for first, last in inside),
        tuple(len(_letters(text[start:first])) / letters for first, _ in inside),
    )


def drawn(data: bytes, asked: Wanted) -> dict[str, Any]:
    """A Page as told by the child: its pixels are packed. Raises Refused or an error of DAMAGE."""
    from annotator.reading.pdf import opened

    with closing(opened(data)) as pdf, closing(pdf[_number(pdf, asked.label)]) as sheet:
        wide, high = sheet.get_size()
        if min(wide, high) < 1:
            raise Refused(Code.DAMAGED)
        scale = min(asked.width / wide, _WIDEST / max(wide, high))
        with closing(sheet.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)) as bitmap:
            pixels = _unpadded(bitmap)
            size = bitmap.width, bitmap.height
        with closing(sheet.get_textpage()) as textpage:
            boxes = list(_boxes(sheet, textpage, asked, size))
    packed = base64.b64encode(zlib.compress(pixels, 1)).decode()
    return {"width": size[0], "height": size[1], "pixels": packed, "boxes": boxes}


def page(told: dict[str, Any]) -> Page:
    """A Page again."""
    pixels = zlib.decompress(base64.b64decode(told["pixels"]))
    return Page(told["width"], told["height"], pixels, tuple(map(tuple, told["boxes"])))


def _unpadded(bitmap: Any) -> bytes:
    """Rows without what rounds them up to four bytes."""
    row = bitmap.width * bitmap.n_channels
    held = bytes(bitmap.buffer)
    return b"".join(held[at : at + row] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))


def _number(pdf: Any, label: str) -> int:
    """The page that is called so."""
    called = (number for number in range(len(pdf)) if (pdf.get_page_label(number) or str(number + 1)) == label)
    return next(called, 0)


def _boxes(sheet: Any, textpage: Any, asked: Wanted, size: tuple[int, int]) -> Iterator[Box]:
    inked = _turned([glyph for glyph in glyphs(textpage) if glyph.character.isalnum()])
    text = "".join(glyph.character for glyph in inked)
    for words, share in zip(asked.words, asked.shares, strict=True):
        if found := _found(text, _letters(words), share):
            for line in _lines(inked[slice(*found)]):
                yield _on_picture(sheet, line, size)


def _turned(inked: list[Glyph]) -> list[Glyph]:
    """The letters of ligatures in the order of reading, as `leftward` has them in the text."""
    turned = list(inked)
    for number, (one, other) in enumerate(pairwise(inked)):
        if one.left == other.left and one.right == other.right and leftward(one.character + other.character):
            turned[number : number + 2] = [other, one]
    return turned


def _found(text: str, letters: str, share: float) -> tuple[int, int] | None:
    """The place of the letters nearest to a share of the text."""
    hits, at = [], text.find(letters) if letters else -1
    while at >= 0:
        hits.append(at)
        at = text.find(letters, at + 1)
    if not hits:
        return None
    start = min(hits, key=lambda hit: abs(hit - share * len(text)))
    return start, start + len(letters)


def _lines(inked: list[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that stand on one line, and not in two columns."""
    line: list[Glyph] = []
    for glyph in inked:
        height = glyph.top - glyph.bottom
        if line and (abs(glyph.base - line[-1].base) > height / 2 or abs(glyph.left - line[-1].right) > 3 * height):
            yield line
            line = []
        line.append(glyph)
    if line:
        yield line


def _on_picture(sheet: Any, line: list[Glyph], size: tuple[int, int]) -> Box:
    """The box around glyphs, wherever the page is turned to."""
    left, bottom = min(glyph.left for glyph in line), min(glyph.bottom for glyph in line)
    right, top = max(glyph.right for glyph in line), max(glyph.top for glyph in line)
    (one, other), (across, down) = _pixel(sheet, left, top, size), _pixel(sheet, right, bottom, size)
    return min(one, across), min(other, down), abs(across - one), abs(down - other)


def _pixel(sheet: Any, x: float, y: float, size: tuple[int, int]) -> tuple[float, float]:
    from pypdfium2 import raw

    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(sheet, 0, 0, *size, 0, x, y, across, down)
    return across.value, down.value


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))
