"""The soft shadow under what floats: a pixmap for each scale, cut in nine and stretched.

A graphics effect would paint all that it lies under anew, at every blink of a caret.
"""

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

REACH = 24
"""How far around what floats the shadow is seen, in device-independent pixels; 4 of it are pushed below."""

_DOWN = 4
_LIGHT, _DARK = 0.10, 0.28
"""How strong it is right at the edge."""


def paint_shadow(painter: QPainter, rect: QRectF, radius: int, *, dark: bool) -> None:
    """Paint the shadow of a rectangle with such corners; the rectangle itself is drawn over it."""
    scale = painter.deviceTransform().m11()
    pixmap = _nine(radius, dark, scale)
    corner, side = REACH + radius, pixmap.width() / scale
    around = rect.adjusted(-REACH, -REACH, REACH, REACH).translated(0, _DOWN)
    lefts = ((around.left(), corner), (around.left() + corner, around.width() - 2 * corner))
    columns = (*lefts, (around.right() - corner, corner))
    rows = ((around.top(), corner), (around.top() + corner, around.height() - 2 * corner))
    parts = ((0.0, corner), (corner, side - 2 * corner), (side - corner, corner))
    for (top, height), (from_top, from_height) in zip((*rows, (around.bottom() - corner, corner)), parts, strict=True):
        for (left, width), (from_left, from_width) in zip(columns, parts, strict=True):
            piece = QRectF(from_left * scale, from_top * scale, from_width * scale, from_height * scale)
            painter.drawPixmap(QRectF(left, top, width, height), pixmap, piece)


@cache
def _nine(radius: int, dark: bool, scale: float) -> QPixmap:
    """A shadow with one pixel between its corners: rings of falling strength, the outer ones first."""
    side = 2 * (REACH + radius) + 1
    pixmap = QPixmap(round(side * scale), round(side * scale))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for ring in range(REACH, -1, -1):
        color = QColor(0, 0, 0)
        color.setAlphaF((_DARK if dark else _LIGHT) * (1 - ring / (REACH + 1)) ** 2)
        painter.setBrush(color)
        inner = REACH - ring
        edge = side - 2 * inner
        painter.drawRoundedRect(QRectF(inner, inner, edge, edge), radius + ring, radius + ring)
    painter.end()
    return pixmap
