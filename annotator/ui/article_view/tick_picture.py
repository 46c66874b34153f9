"""The ticks of a strip, painted once: an edit paints anew the few rows that it touches.

Points are pixels of the strip, rows are rows of device pixels.
"""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from annotator.model.words import Kind
from annotator.ui import patterns
from annotator.ui.article_view.pictures import Inks
from annotator.ui.article_view.ticks import Rows, Ticks

FROM, TO = 8, 16
"""From where to where the tick of a mark goes, across the strip."""

TALL = 3
"""Pixels that the highest tick takes, which is a source's."""

_DASH = (3.0, 2.0)
"""The dashes of a quote's tick, which they fill to both ends."""


class TickPicture:
    """A pixmap of all ticks, and the rows that they are on."""

    def __init__(self, size: QSizeF, dpr: float, rows: Rows, ticks: Ticks, inks: Inks) -> None:
        """`size` in pixels, of which each is `dpr` device pixels."""
        self.rows = rows
        self._ticks, self._inks, self._dpr = ticks, inks, dpr
        self.pixmap = QPixmap((size * dpr).toSize())
        self.pixmap.setDevicePixelRatio(dpr)
        self.pixmap.fill(Qt.GlobalColor.transparent)
        self._paint(0, len(rows))

    def mend(self, row: int) -> None:
        """Paint what shows on a row anew, after a tick of it came or went."""
        tall = patterns.whole(TALL, self._dpr)
        self._paint(row, row + tall, reach=tall)

    def _paint(self, first: int, after: int, *, reach: int = 0) -> None:
        """These rows, with the ticks that begin up to `reach` above them."""
        painter = QPainter(self.pixmap)
        if reach:
            room = QRectF(0, first / self._dpr, self.pixmap.width(), (after - first) / self._dpr)
            painter.setClipRect(room)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(room, Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for look, rows in self._ticks.on(self.rows, max(0, first - reach), after):
            paint_ticks(painter, look[0], rows, self._inks.lanes[look], self._dpr, FROM, TO)
        painter.end()


def paint_ticks(
    painter: QPainter, kind: Kind, rows: Iterable[int], ink: QColor, dpr: float, left: float, right: float
) -> None:
    """Paint a tick of a kind at the top of each of these rows."""
    lines: list[QLineF] = []
    for row in rows:
        lines += patterns.segments(kind, left, right, row / dpr, dpr)
    painter.setPen(patterns.pen(kind, ink, dpr, dash=_DASH))
    painter.drawLines(lines)
