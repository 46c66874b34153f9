"""Lanes in the margin: beside each paragraph, a line for each annotation, as high as the lines that it is on.

Where an annotation has a hole, its parts are joined by dots.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPen

from annotator.model.words import Kind
from annotator.ui import patterns
from annotator.ui.article_view.packing import Bar, Part
from annotator.ui.article_view.pictures import Inks, Lifted
from annotator.ui.article_view.stacking import Span, union
from annotator.ui.article_view.styles import Style

FROM_TEXT, APART = 20, 8
"""Pixels from the words to the first lane, and from one lane to the next; so wide can each be taken by the mouse."""

_DOTS = (1.0, 2.0)
"""The dots of a hole."""


class Margin(NamedTuple):
    """Where lanes stand: x of the words' edge, whether outward is to the right, how many lanes there is room for."""

    edge: float
    rightward: bool
    lanes: int

    def left(self, lane: int, width: int) -> float:
        """The left edge of a line of this width in the middle of a lane."""
        away = FROM_TEXT + APART * lane - (width - patterns.LANE) // 2
        return self.edge + away if self.rightward else self.edge - away - width

    def lane_at(self, x: float) -> int:
        """The lane that a press at `x` means, or -1."""
        away = x - self.edge if self.rightward else self.edge - x
        lane = int((away - FROM_TEXT - patterns.LANE / 2 + APART / 2) // APART)
        return lane if 0 <= lane < self.lanes else -1


class Stroke(NamedTuple):
    """What is drawn alike."""

    kind: Kind
    done: bool
    chosen: bool


def strokes(
    bars: Iterable[Bar], margin: Margin, style: Style, height: int, inks: Inks, lifted: Lifted, dpr: float
) -> Iterator[tuple[QPen, list[QLineF]]]:
    """What to draw beside a paragraph of this height, its gap in it; those alike in one lane run together."""
    solid: dict[Stroke, dict[int, set[Span]]] = defaultdict(lambda: defaultdict(set))
    dotted: dict[Stroke, dict[int, set[Span]]] = defaultdict(lambda: defaultdict(set))
    for bar in bars:
        look = Stroke(bar.extent.kind, bar.extent.done, bar.extent.id in lifted.chosen)
        parts = [_height(part, style, height) for part in bar.parts]
        solid[look][bar.lane].update(parts)
        if holes := set(_holes(bar, parts, height)):
            dotted[look][bar.lane] |= holes
    for look, by_lane in dotted.items():
        yield _dots(inks.lanes[look.kind, look.done and not look.chosen], dpr), _joins(by_lane, margin, dpr)
    for look, by_lane in sorted(solid.items(), key=lambda item: item[0].chosen):
        width = patterns.LANE_SELECTED if look.chosen else patterns.LANE
        segments: list[QLineF] = []
        for lane, spans in by_lane.items():
            for top, bottom in union(spans):
                segments += patterns.lane_segments(look.kind, margin.left(lane, width), top, bottom, dpr, width=width)
        yield patterns.pen(look.kind, inks.lanes[look.kind, look.done and not look.chosen], dpr, width), segments


def _height(part: Part, style: Style, height: int) -> Span:
    """From where to where a part goes: over the gap too, if it goes on in the next paragraph."""
    top = 0 if part.above else part.first * style.line + style.band_top
    return top, height if part.below else (part.after - 1) * style.line + style.band_top + style.band_height


def _holes(bar: Bar, parts: Sequence[Span], height: int) -> Iterator[Span]:
    """What lies between the parts, and between them and the paragraphs before and after."""
    at = 0 if bar.above else parts[0][0] if parts else 0
    for top, bottom in parts:
        if top > at:
            yield at, top
        at = max(at, bottom)
    if bar.below and at < height:
        yield at, height


def _joins(by_lane: dict[int, set[Span]], margin: Margin, dpr: float) -> list[QLineF]:
    middle = patterns.whole(1, dpr) / dpr / 2
    return [
        QLineF(x, top, x, bottom)
        for lane, spans in by_lane.items()
        for x in [patterns.snap(margin.left(lane, 1), dpr) + middle]
        for top, bottom in union(spans)
    ]


def _dots(ink: QColor, dpr: float) -> QPen:
    result = QPen(ink, patterns.whole(1, dpr), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    result.setCosmetic(True)
    result.setDashPattern(list(_DOTS))
    return result
