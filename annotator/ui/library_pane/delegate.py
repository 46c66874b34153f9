"""One article of the list, painted: its title, where it is from, and what is left."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui import sizes, wording
from annotator.ui.eliding import cut_at_word
from annotator.ui.fonts import scaled, ui_font
from annotator.ui.library_pane.model import LISTED, Index
from annotator.ui.look import Look
from annotator.ui.plate import paint_plate


class ArticleRow(QStyledItemDelegate):
    """Two lines in a rounded plate; the chosen one stands on accentbg."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, scaled(sizes.TEXT_LINE) + scaled(sizes.SMALL_LINE) + 2 * sizes.GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = self._look.theme, index.data(LISTED)
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        plate, chosen = paint_plate(painter, option, theme)
        inner = plate.adjusted(sizes.GAP, sizes.GAP, -sizes.GAP, -sizes.GAP)
        title = ui_font(weight=QFont.Weight.DemiBold if chosen else QFont.Weight.Medium)
        first = QRect(inner.left(), inner.top(), inner.width(), scaled(sizes.TEXT_LINE))
        painter.setPen(theme.color("ink"))
        _line(painter, first, wording.plain(row.title), title)
        second = QRect(inner.left(), first.bottom() + 1, inner.width(), scaled(sizes.SMALL_LINE))
        left = wording.left(row.annotations, row.done)
        small = ui_font(sizes.SMALL)
        width = QFontMetrics(small).horizontalAdvance(left)
        painter.setPen(theme.color("ok" if left == "Checked" else "ink3"))
        painter.setFont(small)
        painter.drawText(second, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, left)
        painter.setPen(theme.color("ink3"))
        place = ", ".join(filter(None, (row.publisher, row.date_published))) or row.file_name
        _line(painter, second.adjusted(0, 0, -width - sizes.GAP, 0), wording.plain(place), small)
        painter.restore()


def _line(painter: QPainter, rect: QRect, words: str, font: QFont) -> None:
    """One line from the left, cut where it does not fit; the words keep their own direction."""
    painter.setFont(font)
    cut = cut_at_word(words, font, rect.width())
    painter.drawText(
        rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, cut
    )
