"""What the role of a paragraph paints beside its words: a bullet, the line along a quotation, that below a row."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout

from annotator.model.words import Role
from annotator.ui.article_view.lazy_layout import LaidOut
from annotator.ui.article_view.stacking import Span
from annotator.ui.theme import Theme

_BULLET, _BULLET_AWAY, _BULLET_RISE = 0.3, 0.55, 0.45
"""A bullet's width, how far it is from the words and its top above the baseline, in heights of the letters."""

_HAIRLINE = 1

Box = Callable[[float, float, float, float], QRectF]
"""Left, right, top and height as a rectangle whose edges lie between device pixels."""


def paint_ornaments(
    painter: QPainter, laid: LaidOut, theme: Theme, box: Box, *, width: float, below: float, more: bool
) -> None:
    """Paint at a painter whose origin is the paragraph's, in a column so wide, with a gap `below`.

    `more` is whether the next paragraph has the same role: the line along a quotation then bridges the gap.
    """
    height, rtl = len(laid.lines) * laid.style.line, laid.nature.rtl
    if laid.setting.bullet:
        _paint_bullet(painter, laid, theme, width)
    elif laid.nature.role is Role.QUOTATION:
        left = width - _HAIRLINE if rtl else 0
        painter.fillRect(box(left, left + _HAIRLINE, 0, height + (below if more else 0)), theme.color("control"))
    elif laid.nature.role is Role.TABLE_ROW:
        top = height + below // (2 if more else 4)
        painter.fillRect(box(0, width, top, _HAIRLINE), theme.color("line2"))


def quieter(span: Span, theme: Theme) -> QTextLayout.FormatRange:
    """Signs that are no words, in the ink of hints."""
    look = QTextCharFormat()
    look.setForeground(theme.color("ink3"))
    result = QTextLayout.FormatRange()
    result.start, result.length, result.format = span[0], span[1] - span[0], look
    return result


def _paint_bullet(painter: QPainter, laid: LaidOut, theme: Theme, width: float) -> None:
    letters = laid.style.font.pixelSize()
    size, away = max(4, round(_BULLET * letters)), laid.setting.first - round(_BULLET_AWAY * letters)
    left = width - away if laid.nature.rtl else away - size
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ink2"))
    painter.drawEllipse(QRectF(left, laid.style.baseline - round(_BULLET_RISE * letters), size, size))
    painter.restore()
