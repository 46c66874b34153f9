"""One act of the list, painted: what it was and when, and the story it was in."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui import sizes, wording
from annotator.ui.eliding import cut_at_word
from annotator.ui.fonts import scaled, ui_font
from annotator.ui.history_pane import words
from annotator.ui.history_pane.model import ACT, Index
from annotator.ui.look import Look
from annotator.ui.plate import paint_plate


class ActRow(QStyledItemDelegate):
    """Two lines in a rounded plate; what was undone is grey and says so."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, scaled(sizes.TEXT_LINE) + scaled(sizes.SMALL_LINE) + 2 * sizes.GAP_HAIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, act = self._look.theme, index.data(ACT)
        painter.save()
        plate, _ = paint_plate(painter, option, theme)
        inner = plate.adjusted(sizes.GAP, sizes.GAP_HAIR, -sizes.GAP, -sizes.GAP_HAIR)
        first = QRect(inner.left(), inner.top(), inner.width(), scaled(sizes.TEXT_LINE))
        second = QRect(inner.left(), first.bottom() + 1, inner.width(), scaled(sizes.SMALL_LINE))
        painter.setFont(ui_font())
        painter.setPen(theme.color("ink" if act.in_force else "ink3"))
        painter.drawText(first, _LEFT, cut_at_word(words.name(act), ui_font(), first.width()))
        small = ui_font(sizes.SMALL)
        when = words.time(act.entry.at) if act.in_force else f"Undone · {words.time(act.entry.at)}"
        painter.setFont(small)
        painter.setPen(theme.color("ink3"))
        painter.drawText(second, _RIGHT, when)
        second.setWidth(second.width() - QFontMetrics(small).horizontalAdvance(when) - sizes.GAP)
        painter.drawText(second, _LEFT, cut_at_word(wording.plain(act.title), small, second.width()))
        painter.restore()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
