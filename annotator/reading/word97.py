"""The tables of a Word 97–2003 file: where its text is, and what is said of stretches of it.

Numbers are those of [MS-DOC], Word (.doc) Binary File Format, of Microsoft's Open Specifications.
Character positions (CP) count UTF-16 units of the text; file positions (FC) bytes of the stream WordDocument.
"""

import struct
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from annotator.reading.manuscript import LONGEST
from annotator.reading.unreadable import Code, Refused

_WORD = 0xA5EC
_WORD_97 = 0xC1
_ENCRYPTED = 0x100
_TABLE_1 = 0x200
_STYLES, _COMMENTS, _CHARACTERS, _PARAGRAPHS, _CLX = 1, 4, 12, 13, 33  # pairs of the FIB
_COMMENT = 34
"""Bytes of the mark of a comment, with its position."""

_PAGE = 512
_EIGHT_BITS = 0x40000000
_OPERANDS = (1, 1, 2, 4, 2, 2, -1, 3)
_DEFINE_TABLE = 0xD608
_NO_STYLE = 0xFFF
_BUILT_IN = {
    **{number: f"heading {number}" for number in range(1, 10)},
    34: "caption",
    48: "list bullet",
    49: "list number",
    62: "title",
    74: "subtitle",
    180: "quote",
    181: "intense quote",
}
"""Word's own styles by their numbers: their names are in the language of the Word that wrote them."""

_DELETED, _VANISHES, _SYMBOL = 0x0800, 0x083C, 0x6A09
_ON = (1, 0x81)
_FIELD_MARKS = (0x13, 0x14, 0x15)
STYLE = -1
IN_TABLE, ENDS_ROW, IN_LIST = 0x2416, 0x2417, 0x460B
"""What may be said of a paragraph."""


class Fib(NamedTuple):
    """The head: lengths of body, footnotes, headers, macros, comments, endnotes, boxes; where the tables are."""

    lengths: tuple[int, ...]
    tables: tuple[tuple[int, int], ...]
    in_table_1: bool


def fib_of(main: bytes) -> Fib:
    """Raises Refused for what is locked, or older than Word 97."""
    magic, version = struct.unpack_from("<HH", main)
    (flags,) = struct.unpack_from("<H", main, 10)
    if magic != _WORD:
        raise Refused(Code.DAMAGED)
    if flags & _ENCRYPTED:
        raise Refused(Code.PASSWORD)
    if version < _WORD_97:
        raise Refused(Code.OTHER_FORMAT, "a document of Word 95 or older")
    lengths = 32 + 2 + 2 * struct.unpack_from("<H", main, 32)[0]
    tables = lengths + 2 + 4 * struct.unpack_from("<H", main, lengths)[0]
    count = min(struct.unpack_from("<H", main, tables)[0], 200)
    pairs = struct.unpack_from(f"<{2 * count}I", main, tables + 2)
    return Fib(
        struct.unpack_from("<7I", main, lengths + 2 + 12),
        tuple(zip(pairs[::2], pairs[1::2], strict=True)),
        bool(flags & _TABLE_1),
    )


class _Piece(NamedTuple):
    start: int
    length: int
    fc: int
    width: int


class _Run(NamedTuple):
    """A stretch of the file, in FC, and what is said of it: a style's number (paragraphs only) and changes (sprm)."""

    start: int
    end: int
    style: int
    said: dict[int, int]


class Word97:
    """The text, and what is said of it. Raises Refused, or an error of `damage.DAMAGE`."""

    def __init__(self, main: bytes, table: bytes, fib: Fib) -> None:
        self._main, self._table, self._fib = main, table, fib
        self._pieces = list(self._find_pieces())
        self._starts = [piece.start for piece in self._pieces]
        self._paragraphs = sorted(self._runs(_PARAGRAPHS), key=lambda run: run.start)
        self._paragraph_starts = [run.start for run in self._paragraphs]
        self._styles = list(self._find_styles())

    @property
    def comments(self) -> int:
        """How many comments stand beside the text."""
        return len(self._stored(_COMMENTS)) // _COMMENT

    def text(self) -> str:
        """All parts of the text in one, a character for each UTF-16 unit; what nobody sees is NUL."""
        units = array("H")
        for piece in self._pieces:
            units.extend(self._units(piece))
        hidden = sorted((run.start, run.end) for run in self._runs(_CHARACTERS) if _is_hidden(run.said))
        ends = [end for _, end in hidden]
        for piece in self._pieces:
            for start, end in hidden[bisect_right(ends, piece.fc) :]:
                first = max(0, (start - piece.fc) // piece.width)
                if first >= piece.length:
                    break
                _clear(units, piece.start + first, piece.start + min(piece.length, (end - piece.fc) // piece.width))
        return "".join(map(chr, units))

    def paragraph(self, cp: int) -> dict[int, int]:
        """What is said of the paragraph that ends with this character, by sprm; its style's number under STYLE."""
        piece = self._pieces[bisect_right(self._starts, cp) - 1]
        fc = piece.fc + (cp - piece.start) * piece.width
        number = bisect_right(self._paragraph_starts, fc) - 1
        if number < 0 or fc >= self._paragraphs[number].end:
            return {}
        run = self._paragraphs[number]
        return run.said | {STYLE: run.style}

    def style_names(self, style: int) -> Iterator[str]:
        """The name of a style in English where it is one of Word's own, then of those it is based on."""
        for _ in range(9):  # some styles are based on each other in a circle
            if style >= len(self._styles):
                return
            name, style = self._styles[style]
            yield name

    def _stored(self, number: int) -> bytes:
        offset, length = self._fib.tables[number] if number < len(self._fib.tables) else (0, 0)
        return self._table[offset : offset + length]

    def _find_pieces(self) -> Iterator[_Piece]:
        clx = self._stored(_CLX)
        at = 0
        while clx[at] == 1:  # changes that pieces share
            at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
        count = (struct.unpack_from("<I", clx, at + 1)[0] - 4) // 12
        positions = struct.unpack_from(f"<{count + 1}I", clx, at + 5)
        if positions[0] != 0 or any(b < a for a, b in pairwise(positions)):
            raise Refused(Code.DAMAGED)
        if positions[-1] > LONGEST:
            raise Refused(Code.TOO_LARGE, f"over {LONGEST:,} characters of text")
        for number, (start, end) in enumerate(pairwise(positions)):
            (fc,) = struct.unpack_from("<I", clx, at + 5 + 4 * (count + 1) + 8 * number + 2)
            narrow = bool(fc & _EIGHT_BITS)
            fc &= _EIGHT_BITS - 1
            yield _Piece(start, end - start, fc // 2 if narrow else fc, 1 if narrow else 2)

    def _units(self, piece: _Piece) -> tuple[int, ...]:
        data = self._main[piece.fc : piece.fc + piece.length * piece.width]
        if piece.width == 1:
            data = data.decode("cp1252", "replace").encode("utf-16-le")
        return struct.unpack(f"<{piece.length}H", data)

    def _runs(self, table: int) -> Iterator[_Run]:
        """The runs of all pages that the table lists: of paragraphs or of characters."""
        listed = self._stored(table)
        count = (len(listed) - 4) // 8
        if count > len(self._main) // _PAGE:
            raise Refused(Code.DAMAGED)
        for number in struct.unpack_from(f"<{max(0, count)}I", listed, 4 * (count + 1)):
            page = self._main[(number & 0x3FFFFF) * _PAGE :][:_PAGE]
            yield from _paragraph_runs(page) if table == _PARAGRAPHS else _character_runs(page)

    def _find_styles(self) -> Iterator[tuple[str, int]]:
        """Each style's name, and the number of the style that it is based on."""
        sheet = self._stored(_STYLES)
        if not sheet:
            return
        length, count, base = struct.unpack_from("<3H", sheet)
        at = 2 + length
        for _ in range(count):
            if at + 2 > len(sheet):
                return
            (size,) = struct.unpack_from("<H", sheet, at)
            yield _style(sheet[at + 2 : at + 2 + size], base)
            at += 2 + size + size % 2


def _style(said: bytes, base: int) -> tuple[str, int]:
    if len(said) < base + 2:
        return "", _NO_STYLE
    first, second = struct.unpack_from("<HH", said)
    (length,) = struct.unpack_from("<H", said, base)
    name = said[base + 2 : base + 2 + 2 * length].decode("utf-16-le", "replace")
    return _BUILT_IN.get(first & 0xFFF, name), second >> 4


def _paragraph_runs(page: bytes) -> Iterator[_Run]:
    for start, end, offset in _offsets(page, 13):
        size = page[offset]
        at, size = (offset + 2, 2 * page[offset + 1]) if size == 0 else (offset + 1, 2 * size - 1)
        said = page[at : at + size] if offset else b""
        style = struct.unpack_from("<H", said)[0] if len(said) > 1 else 0
        yield _Run(start, end, style, dict(_changes(said[2:])))


def _character_runs(page: bytes) -> Iterator[_Run]:
    for start, end, offset in _offsets(page, 1):
        said = page[offset + 1 : offset + 1 + page[offset]] if offset else b""
        yield _Run(start, end, _NO_STYLE, dict(_changes(said)))


def _offsets(page: bytes, step: int) -> Iterator[tuple[int, int, int]]:
    """Start and end of each run of a page, and where in the page it is told; 0 where nothing is."""
    count = page[_PAGE - 1]
    positions = struct.unpack_from(f"<{count + 1}I", page)
    for number, (start, end) in enumerate(pairwise(positions)):
        yield start, end, 2 * page[4 * (count + 1) + step * number]


def _changes(said: bytes) -> Iterator[tuple[int, int]]:
    """Each change and the first byte of its operand, or the first two where there are more."""
    at = 0
    while at + 3 <= len(said):
        (sprm,) = struct.unpack_from("<H", said, at)
        size = _OPERANDS[sprm >> 13]
        at += 2
        if size < 0:
            size = struct.unpack_from("<H", said, at)[0] + 1 if sprm == _DEFINE_TABLE else said[at] + 1
        yield sprm, int.from_bytes(said[at : at + min(size, 2)], "little")
        at += size


def _is_hidden(said: dict[int, int]) -> bool:
    return bool(said.get(_DELETED)) or said.get(_VANISHES) in _ON or _SYMBOL in said


def _clear(units: "array[int]", start: int, end: int) -> None:
    """Fields keep their marks: else a hidden one would swallow what stands behind it."""
    for cp in range(start, end):
        if units[cp] not in _FIELD_MARKS:
            units[cp] = 0
