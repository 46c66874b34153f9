"""The rounded plate that a row of a list stands on: on accentbg when it is chosen, on chrome under the mouse.

The row that the keys act on has the ring of the focus, inside its plate, where no neighbour covers it; in high
contrast, where grounds say too little, every chosen one has it.
"""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from annotator.ui import sizes
from annotator.ui.theme import Theme


def paint_plate(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> tuple[QRect, bool]:
    """Paint it where there is one, antialiased as what follows will be; where it is, and whether the row is chosen."""
    area: QRect = option.rect
    state: QStyle.StateFlag = option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    plate = area.adjusted(sizes.GAP, 0, -sizes.GAP, 0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accentbg" if chosen else "chrome"))
        painter.drawRoundedRect(plate, sizes.RADIUS_BUTTON, sizes.RADIUS_BUTTON)
    if state & QStyle.StateFlag.State_HasFocus or (chosen and theme.contrast):
        paint_ring(painter, QRectF(plate), theme)
    return plate, chosen


def paint_ring(painter: QPainter, area: QRectF, theme: Theme, radius: float = sizes.RADIUS_BUTTON) -> None:
    """The ring of the focus along the inner edge of a rounded area."""
    inset = sizes.FOCUS_RING / 2
    painter.setPen(QPen(theme.color("accent"), sizes.FOCUS_RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)
