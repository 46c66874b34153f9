"""What is painted around the cards: the line to the words, the fade above “n more below”, the ring of the keyboard."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from annotator.ui import sizes
from annotator.ui.plate import paint_ring
from annotator.ui.theme import Theme

_FADE = sizes.MARGIN


def join(painter: QPainter, width: int, words: float, card: float, theme: Theme) -> None:
    """A line from the edge to a card, so far away; with a bend where the card had to leave the height of its words."""
    start, end = QPointF(0, words), QPointF(width, card)
    middle = width // 2
    bend = [start, QPointF(middle, words), QPointF(middle, card), end]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.drawPolyline(bend if abs(words - card) > 1 else [QPointF(0, card), end])


def fade(painter: QPainter, size: QSize, theme: Theme) -> None:
    """A card that goes on below “n more below” fades away, and is not cut in the middle of a line."""
    ground = theme.color("panel")
    clear = QColor(ground)
    clear.setAlpha(0)
    lower = size.height() - sizes.CHIP
    veil = QLinearGradient(0, lower - _FADE, 0, lower)
    veil.setStops([(0, clear), (1, ground)])
    painter.fillRect(QRectF(0, lower - _FADE, size.width(), sizes.CHIP + _FADE), veil)


def ring(painter: QPainter, size: QSize, theme: Theme) -> None:
    """The keyboard is here, though no card is selected."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_ring(painter, QRectF(0, 0, size.width(), size.height()), theme)
