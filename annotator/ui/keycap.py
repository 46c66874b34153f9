"""A key as it stands on the button that it presses: its name in a small box."""

import re

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter

from annotator.ui import sizes
from annotator.ui.fonts import scaled, ui_font
from annotator.ui.theme import Theme

_PADDING = 4
_NARROWEST = 18


def key_name(keys: QKeySequence) -> str:
    """The name for people, in the system's way: "Ctrl O", "F2", "⌘O"."""
    return re.sub(r"(?<=[^+])\+(?=.)", " ", keys.toString(QKeySequence.SequenceFormat.NativeText))


def key_font() -> QFont:
    """The letters on a key."""
    return ui_font(sizes.TAG, QFont.Weight.Medium)


def key_size(name: str) -> QSize:
    """The box that a key of this name needs."""
    width = QFontMetrics(key_font()).horizontalAdvance(name) + 2 * (_PADDING + 1)
    return QSize(max(_NARROWEST, width), scaled(sizes.TAG_LINE) + 2)


def paint_key(painter: QPainter, rect: QRectF, name: str, theme: Theme, color: QColor | None = None) -> None:
    """Draw a key into its box; in one `color` where it stands on a button of another."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(color or theme.color("line2"))
    painter.setBrush(Qt.BrushStyle.NoBrush if color else theme.color("panel"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), sizes.RADIUS_TAG, sizes.RADIUS_TAG)
    painter.setFont(key_font())
    painter.setPen(color or theme.color("ink3"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, name)
    painter.restore()
