"""The sticky brush: while it is held, every sweep of the mouse marks at once."""

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QPainter, QPixmap

from annotator.model.words import Kind
from annotator.ui import sizes, wording
from annotator.ui.icons import paint_swatch
from annotator.ui.theme import Theme

_SIDE, _STEM = 32, 18
"""A square that every system takes for a pointer, and the height of the stem in it, in pixels."""


class Brush(QObject):
    """The kind that sweeps mark, if they do.

    changed(words): how to go on with it; "" when it was put away
    """

    changed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.kind: Kind | None = None

    def take(self, kind: Kind) -> None:
        """Sweeps mark this kind from now on."""
        self.kind = kind
        self.changed.emit(f"{wording.KIND[kind]} brush: sweep words; Esc puts it away")

    def put_away(self, *_news: object) -> None:
        """Sweeps select words, as they do without it."""
        if self.kind:
            self.kind = None
            self.changed.emit("")


def pointer(kind: Kind, theme: Theme, dpr: float) -> QCursor:
    """The stem of a text pointer with the swatch of a kind beside its foot."""
    drawing = QPixmap(round(_SIDE * dpr), round(_SIDE * dpr))
    drawing.setDevicePixelRatio(dpr)
    drawing.fill(Qt.GlobalColor.transparent)
    painter, middle = QPainter(drawing), _SIDE // 2
    stem = QRectF(middle - 1, middle - _STEM // 2, 2, _STEM)
    painter.fillRect(stem.adjusted(-1, -1, 1, 1), theme.color("paper"))
    painter.fillRect(stem, theme.color(kind))
    swatch = QRectF(middle + 2, stem.bottom() - sizes.SWATCH_HEIGHT, _SIDE - middle - 2, sizes.SWATCH_HEIGHT)
    paint_swatch(painter, swatch, kind, theme)
    painter.end()
    return QCursor(drawing, middle, middle)
