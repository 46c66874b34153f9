"""The handles of the selected annotation: a stem at each edge with a knob to hold, above all marks.

The knob of a start is above its line, that of an end below; those at the inner ends of a hole are hollow. Points are
pixels of the document.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from annotator.ui import sizes
from annotator.ui.article_view.lazy_layout import LazyLayout
from annotator.ui.offsets import Offsets
from annotator.ui.theme import Theme


class Grip(NamedTuple):
    """The handle of one edge, by the positions around the character that it is on; `inner` is it beside a hole."""

    first: int
    last: int
    starts: bool
    inner: bool

    @property
    def position(self) -> int:
        """Where the edge is."""
        return self.first if self.starts else self.last

    def stem(self, layout: LazyLayout) -> QRectF:
        """Where it stands, as high as a band; its paragraph is laid out if it is not."""
        laid = layout.laid_out(layout.place(self.first)[0])
        box = layout.bounds(self.first, self.last)
        x = box.left() if self.starts != laid.nature.rtl else box.right()
        top = box.top() + laid.style.band_top
        return QRectF(x - sizes.GRIP_STEM / 2, top, sizes.GRIP_STEM, laid.style.band_height)

    def knob(self, stem: QRectF) -> QRectF:
        """The round part of a stem."""
        size = sizes.GRIP_INNER if self.inner else sizes.GRIP_KNOB
        y = stem.top() - size / 2 if self.starts else stem.bottom() + size / 2
        return _square(QPointF(stem.center().x(), y), size)

    def room(self, layout: LazyLayout) -> QRectF:
        """All that is painted of it."""
        stem = self.stem(layout)
        return stem.united(self.knob(stem)).adjusted(-2, -2, 2, 2)

    def holds(self, layout: LazyLayout, point: QPointF, *, on_word: bool) -> bool:
        """Whether a press takes it: near its knob, but `on_word`s beyond the edge only on the knob itself."""
        stem = self.stem(layout)
        knob = self.knob(stem)
        rtl = layout.laid_out(layout.place(self.first)[0]).nature.rtl
        beyond = (point.x() < stem.center().x()) == (self.starts != rtl)
        return (knob if on_word and beyond else _square(knob.center(), sizes.GRIP_REACH)).contains(point)


def grips_of(ranges: tuple[tuple[int, int], ...], offsets: Offsets) -> tuple[Grip, ...]:
    """A handle for each edge, in the order of the text."""
    last, at = 2 * len(ranges) - 1, offsets.position
    return tuple(
        Grip(at(offset - side), at(offset - side + 1), side == 0, 2 * number + side not in (0, last))
        for number, span in enumerate(ranges)
        for side, offset in enumerate(span)
    )


def paint_grips(
    painter: QPainter, layout: LazyLayout, grips: tuple[Grip, ...], theme: Theme, *, clip: QRectF, caret: int
) -> None:
    """Paint those that may show in the clip; the caret, where it stands, is the stem."""
    seen = range(layout.at(clip.top()) - 1, layout.at(clip.bottom()) + 2)
    accent = theme.color("accent")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for grip in grips:
        if layout.place(grip.first)[0] in seen:
            stem = grip.stem(layout)
            if grip.position != caret:
                painter.fillRect(stem, accent)
            painter.setPen(QPen(accent, sizes.GRIP_STEM) if grip.inner else QPen(accent))
            painter.setBrush(theme.color("paper") if grip.inner else accent)
            painter.drawEllipse(grip.knob(stem).adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def _square(center: QPointF, size: float) -> QRectF:
    return QRectF(center.x() - size / 2, center.y() - size / 2, size, size)
