"""Lanes in the margin: beside each paragraph, a line for each annotation, as high as the lines that it is on.

They are packed paragraph by paragraph, so that no lane depends on what is seen.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPen

from annotator.model.words import Kind
from annotator.ui import patterns
from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.pictures import Inks, Lifted
from annotator.ui.article_view.stacking import Span, union
from annotator.ui.article_view.styles import Style

FROM_TEXT, APART = 20, 8
"""Pixels from the words to the first lane, and from one lane to the next."""


class Margin(NamedTuple):
    """Where lanes stand: x of the words' edge, whether outward is to the right, how many lanes there is room for."""

    edge: float
    rightward: bool
    lanes: int

    def left(self, lane: int, width: int) -> float:
        """The left edge of a lane."""
        away = FROM_TEXT + APART * lane
        return self.edge + away if self.rightward else self.edge - away - width


def packed(extents: Iterable[tuple[Mark, Span]], room: int) -> Iterator[tuple[Mark, Span, int]]:
    """Each mark with its lines and the first lane that is free there; those beyond the room share the last."""
    ends = [-1] * room
    for mark, lines in sorted(extents, key=lambda extent: (extent[1][0], -extent[1][1], extent[0])):
        lane = next((n for n, end in enumerate(ends) if end < lines[0]), room - 1)
        ends[lane] = max(ends[lane], lines[1])
        yield mark, lines, lane


def strokes(
    extents: Mapping[Mark, Span], margin: Margin, style: Style, inks: Inks, lifted: Lifted, dpr: float
) -> Iterator[tuple[QPen, list[QLineF]]]:
    """What to draw for marks, each with its first and last line; those alike in one lane run together."""
    looks: dict[tuple[Kind, bool, bool], dict[int, set[Span]]] = defaultdict(lambda: defaultdict(set))
    for mark, (first, last), lane in packed(extents.items(), margin.lanes) if margin.lanes else ():
        looks[mark.kind, mark.done, mark.id in lifted.chosen][lane].add((first, last + 1))
    for (kind, done, chosen), by_lane in sorted(looks.items(), key=lambda look: look[0][2]):
        width = patterns.LANE_SELECTED if chosen else patterns.LANE
        segments: list[QLineF] = []
        for lane, spans in by_lane.items():
            for first, after in union(spans):
                top, bottom = first * style.line + style.band_top, (after - 1) * style.line + style.band_top
                place, end = margin.left(lane, width), bottom + style.band_height
                segments += patterns.lane_segments(kind, place, top, end, dpr, width=width)
        yield patterns.pen(kind, inks.lanes[kind, done and not chosen], dpr, width), segments
