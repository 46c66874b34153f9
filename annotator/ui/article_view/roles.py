"""What the role of a paragraph asks of its lines: where they begin, which signs are no words, cells in columns.

The text stays as it is, so no offset moves. What a writer of plain text put there to say
the role (a dash, a number, >, #, |) stays too, quieter than the words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from annotator.model.words import Role
from annotator.ui.article_view.stacking import Span
from annotator.ui.article_view.styles import Style

_MARKUP = {
    Role.HEADING: r"[ \t]*#{1,6}(?=[ \t])",
    Role.QUOTATION: r"[ \t]*>(?:[ \t]*>)*",
    Role.LIST_ITEM: r"[ \t]*(?:[-+*•·–—]|\d{1,9}[.)])[ \t]+",
}
"""What opens a paragraph of the role where its writer said so with letters. Compiled when first looked for."""

_SEPARATOR = r"\t|(?<!\\)\|"
_RULE = r"[\s|:+=-]+\Z"
"""A row of a table that only says where its head ends."""

_NESTED = 2
"""Spaces at the start of a list item by which it is one level deeper; at most _DEEPEST levels are shown."""
_DEEPEST = 4

_CELLS_APART = 1.0
"""The room between two cells of a row, in heights of the letters."""

_ROWS_LOOKED_AT = 200
"""Rows that tell how wide the columns of a table are."""


class Setting(NamedTuple):
    """How the lines of a paragraph are set in its column. Pixels from the edge where reading begins.

    `first` and `rest` are where its first line and the others begin, `bullet` is whether one is painted before it.
    `markup` are spans of signs that are no words, `spread` the characters that get so many pixels more room; both
    UTF-16 units of the paragraph.
    """

    first: float = 0
    rest: float = 0
    bullet: bool = False
    markup: tuple[Span, ...] = ()
    spread: tuple[tuple[int, float], ...] = ()


def setting(words: str, role: Role, style: Style, *, goes_on: bool, columns: Sequence[float]) -> Setting:
    """How a paragraph is set; `goes_on` with the line before, `columns` are the widths of its table's cells."""
    opening = None if goes_on or role not in _MARKUP else re.match(_MARKUP[role], words)
    markup = (opening.span(),) if opening else ()
    if role is Role.LIST_ITEM:
        indent = style.indent * (1 + _depth(words))
        hung = _advance(style, opening[0]) if opening else 0.0
        first = max(0.0, indent - hung)
        return Setting(first, first + hung, not (opening or goes_on), markup)
    if role is Role.TABLE_ROW:
        signs = tuple(_units(words, found.span()) for found in re.finditer(_SEPARATOR, words) if found[0] == "|")
        if re.match(_RULE, words):
            signs = ((0, len(words)),)
        return Setting(markup=signs, spread=tuple(_spread(words, style, columns)))
    return Setting(style.indent, style.indent, markup=markup)


def column_widths(rows: Iterable[str], style: Style, room: float) -> list[float]:
    """How wide each cell of a table is where all stand in columns, apart; none where they do not fit into the room."""
    widths: list[float] = []
    for words in islice(rows, _ROWS_LOOKED_AT):
        cells = [] if re.match(_RULE, words) else [_advance(style, words[slice(*cell)]) for cell in _cells(words)]
        widths += [0.0] * (len(cells) - len(widths))
        widths[: len(cells)] = map(max, widths, cells)
    signs = len(widths) * _advance(style, "|")
    apart = min(_apart(style), (room - signs - sum(widths)) / max(1, len(widths)))
    return [width + apart for width in widths] if apart >= 1 else []


def _depth(words: str) -> int:
    spaces = len(words.expandtabs(2 * _NESTED)) - len(words.expandtabs(2 * _NESTED).lstrip())
    return min(_DEEPEST, spaces // _NESTED)


def _cells(words: str) -> Iterator[Span]:
    """The cells of a row, without what parts them."""
    start = 0
    for found in re.finditer(_SEPARATOR, words):
        yield start, found.start()
        start = found.end()
    yield start, len(words)


def _spread(words: str, style: Style, columns: Sequence[float]) -> Iterator[tuple[int, float]]:
    """The last character of each cell gets the room that the cell leaves in its column."""
    for number, (start, end) in enumerate([] if re.match(_RULE, words) else list(_cells(words))[:-1]):
        if start < end:
            room = columns[number] - _advance(style, words[start:end]) if number < len(columns) else _apart(style)
            yield _units(words, (end - 1, end))[0], max(1.0, room)


def _apart(style: Style) -> float:
    return _CELLS_APART * style.font.pixelSize()


def _advance(style: Style, words: str) -> float:
    return QFontMetricsF(style.font).horizontalAdvance(words)


def _units(words: str, span: Span) -> Span:
    """A span of code points in UTF-16 units."""
    start, end = (len(words[:at].encode("utf-16-le", "surrogatepass")) // 2 for at in span)
    return start, end
