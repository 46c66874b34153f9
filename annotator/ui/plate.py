"""The rounded plate that a row of a list stands on: on accentbg when it is chosen, on chrome under the mouse."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
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
    return plate, chosen
