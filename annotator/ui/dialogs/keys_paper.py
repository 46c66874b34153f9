"""The list of keys on paper: one page, whatever is on it; its letters get smaller rather than the pages more.

Lengths are in tenths of a point, so that whole numbers are exact enough for letters.
"""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from annotator.exporting.aside import written_aside
from annotator.ui.bindings import Keys
from annotator.ui.dialogs.key_rows import Rows, key_rows, split

_PER_INCH = 720
_MARGIN = 15
"""Millimetres."""

_TITLE, _TITLE_LINE = 180, 400
_LINE, _LETTERS = 170, 0.56
"""The highest line, and the share of it that letters have."""

_COLUMNS, _GAP = 2, 320
_SPARE = 0.98
"""Of the width: letters on paper are a little wider or narrower than they are measured here."""

LAYOUT = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Portrait,
    QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
    QPageLayout.Unit.Millimeter,
)


class Line(NamedTuple):
    """One line: where it stands, what it does at its left end, and the keys at its right; of a heading none."""

    area: QRectF
    words: str
    keys: str


def lines_on(page: QSizeF, keys: Keys) -> tuple[list[Line], int]:
    """Every line, none beyond the page or its column, and the height of their letters."""
    columns = split(key_rows(keys), _COLUMNS)
    height = min(_LINE, (page.height() - _TITLE_LINE) // max(map(len, columns)))
    width = (page.width() - _GAP * (_COLUMNS - 1)) / _COLUMNS
    letters = _fitting(columns, int(height * _LETTERS), width)
    lines = [
        Line(QRectF(x * (width + _GAP), _TITLE_LINE + y * height, width, height), *row)
        for x, rows in enumerate(columns)
        for y, row in enumerate(rows)
    ]
    return lines, letters


def _fitting(columns: list[Rows], letters: int, width: float) -> int:
    """Letters of which the longest line takes no more than this width."""
    widest = max((width_of(words, keys, letters) for rows in columns for words, keys in rows), default=0)
    return letters if widest <= width * _SPARE else int(letters * width * _SPARE / widest)


def width_of(words: str, keys: str, letters: int) -> float:
    """What a line takes, its two ends an em apart."""
    metrics = QFontMetricsF(_font(letters, heading=not keys))
    return metrics.horizontalAdvance(words) + metrics.horizontalAdvance(keys) + letters


def paint(device: QPagedPaintDevice, keys: Keys) -> None:
    """Paint the list on the first page of a printer, or of a PDF."""
    painter = QPainter(device)
    scale = device.logicalDpiX() / _PER_INCH
    painter.scale(scale, scale)
    page = QSizeF(device.width() / scale, device.height() / scale)
    lines, letters = lines_on(page, keys)
    painter.setFont(_font(_TITLE, heading=True))
    painter.drawText(QPointF(0, _TITLE), "Annotator: keys")
    for area, words, names in lines:
        painter.setFont(_font(letters, heading=not names))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, names)
    painter.end()


def write_pdf(path: Path, keys: Keys) -> None:
    """Write the list as a PDF of one page, A4. Raises ExportError."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(LAYOUT)
    writer.setResolution(_PER_INCH)
    writer.setTitle("Annotator: keys")
    paint(writer, keys)
    with written_aside(path) as file:
        file.write(buffer.data().data())


def _font(letters: int, *, heading: bool) -> QFont:
    font = QFont()
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(max(1, letters))
    font.setWeight(QFont.Weight.DemiBold if heading else QFont.Weight.Normal)
    return font
