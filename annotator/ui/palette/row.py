"""A row of the palette, painted: a heading, or icon, words with the typed letters in accent, and a key or a hint."""

import re
from itertools import groupby
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui import sizes
from annotator.ui.eliding import cut_at_word
from annotator.ui.fonts import reading_font, scaled, ui_font
from annotator.ui.keycap import key_size, paint_key
from annotator.ui.look import Look
from annotator.ui.offsets import units_before
from annotator.ui.palette.found import Found
from annotator.ui.palette.model import FOUND, Index
from annotator.ui.plate import paint_ring
from annotator.ui.theme import DISABLED

_JOINED = re.compile("[\u0590-\u08ff\u0900-\u0dff\u0e00-\u109f\ufb1d-\ufdff\ufe70-\ufeff]")
"""Scripts whose letters lean on their neighbours: cut into two weights they would fall apart."""

_MOST_OF_HINT = 0.45
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def row_height() -> int:
    """Of a line; headings are as high, so that the list scrolls by whole rows."""
    return scaled(sizes.ROW) + sizes.GAP_HAIR


class Row(QStyledItemDelegate):
    """Paints headings and lines; a line that is not possible now at 40 %."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, found = self._look.theme, index.data(FOUND)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        inner = area.adjusted(sizes.GAP_WIDE, 0, -sizes.GAP_WIDE, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if found is None:
            painter.setPen(theme.color("ink3"))
            painter.setFont(ui_font(sizes.SMALL))
            painter.drawText(inner.adjusted(0, sizes.GAP, 0, 0), _LEFT, index.data())
        else:
            if state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("accentbg"))
                painter.drawRoundedRect(area, sizes.RADIUS_BUTTON, sizes.RADIUS_BUTTON)
                if theme.contrast:
                    paint_ring(painter, QRectF(area), theme)
            painter.setOpacity(1.0 if found.possible else DISABLED)
            self._paint_line(painter, inner, found)
        painter.restore()

    def _paint_line(self, painter: QPainter, area: QRect, found: Found) -> None:
        found.icon.paint(painter, area.left(), area.top(), sizes.ICON, area.height())
        room = area.adjusted(sizes.ICON + sizes.GAP_WIDE - 2, 0, 0, 0)
        if found.key:
            room.setRight(self._paint_key(painter, area, found.key))
        elif found.hint:
            room.setRight(self._paint_hint(painter, area, found.hint))
        self._paint_words(painter, room, found)

    def _paint_key(self, painter: QPainter, area: QRect, key: str) -> int:
        """At the right end; where the room for words ends."""
        size = key_size(key)
        box = QRect(area.right() - size.width(), area.center().y() - size.height() // 2, size.width(), size.height())
        paint_key(painter, QRectF(box), key, self._look.theme)
        return box.left() - sizes.GAP

    def _paint_hint(self, painter: QPainter, area: QRect, hint: str) -> int:
        font = ui_font(sizes.SMALL)
        words = cut_at_word(hint, font, int(area.width() * _MOST_OF_HINT))
        painter.setFont(font)
        painter.setPen(self._look.theme.color("ink3"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        return area.right() - QFontMetrics(font).horizontalAdvance(words) - sizes.GAP_WIDE

    def _paint_words(self, painter: QPainter, room: QRect, found: Found) -> None:
        font = reading_font(scaled(sizes.CARD)) if found.quoted else ui_font()
        words = cut_at_word(found.words, font, room.width())
        kept = len(words) - 1 if words != found.words else len(words)
        typed = [stretch for stretch in _stretches(found.at) if stretch[1] <= kept]
        joined = _JOINED.search(words) is not None
        layout = QTextLayout(words, font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute))
        if typed and not joined:
            layout.setFormats([_typed(words, *stretch, self._look) for stretch in typed])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(room.width() + 1_000)
        layout.endLayout()
        place = QPointF(room.left(), room.top() + round((room.height() - line.height()) / 2))
        painter.setPen(self._look.theme.color("ink"))
        layout.draw(painter, place)
        if joined:
            for stretch in typed:
                self._paint_over(painter, layout, line, place, [units_before(words, at) for at in stretch])

    def _paint_over(
        self, painter: QPainter, layout: QTextLayout, line: QTextLine, place: QPointF, stretch: list[int]
    ) -> None:
        """The same letters in accent, seen where they were typed: their shapes stay whole."""
        ends = [_x(line, unit) for unit in stretch]
        painter.save()
        painter.setClipRect(QRectF(place.x() + min(ends), place.y(), max(ends) - min(ends), line.height()))
        painter.setPen(self._look.theme.color("accent"))
        layout.draw(painter, place)
        painter.restore()


def _x(line: QTextLine, unit: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(unit))[0]


def _stretches(at: tuple[int, ...]) -> list[tuple[int, int]]:
    """Single letters as stretches of letters that stand side by side: start and end."""
    groups = (list(group) for _, group in groupby(enumerate(at), lambda pair: pair[1] - pair[0]))
    return [(group[0][1], group[-1][1] + 1) for group in groups]


def _typed(words: str, start: int, end: int, look: Look) -> QTextLayout.FormatRange:
    """How letters stand out that were typed."""
    format_ = QTextCharFormat()
    format_.setForeground(look.theme.color("accent"))
    format_.setFontWeight(QFont.Weight.DemiBold)
    stretch = QTextLayout.FormatRange()
    stretch.start = units_before(words, start)
    stretch.length = units_before(words, end) - stretch.start
    stretch.format = format_
    return stretch
