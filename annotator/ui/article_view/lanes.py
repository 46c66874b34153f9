"""Lanes in the margin: beside each paragraph, a line for each annotation, as high as the lines that it is on.

They are packed paragraph by paragraph, so that no lane depends on what is seen.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPen

from annotator.ui import patterns
from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.pictures import Inks, Lifted
from annotator.ui.article_view.stacking import Span
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
    """What to draw for marks, each with its first and last line; the same line in the same look once."""
    drawn = set()
    for mark, (first, last), lane in packed(extents.items(), margin.lanes) if margin.lanes else ():
        chosen = mark.id == lifted.chosen
        look = (mark.kind, mark.done, chosen, first, last, lane)
        if look not in drawn:
            drawn.add(look)
            width = patterns.LANE_SELECTED if chosen else patterns.LANE
            color = inks.lanes[mark.kind, mark.done and not chosen]
            top, bottom = first * style.line + style.band_top, last * style.line + style.band_top + style.band_height
            place = margin.left(lane, width)
            pen = patterns.pen(mark.kind, color, dpr, width)
            yield pen, patterns.lane_segments(mark.kind, place, top, bottom, dpr, width=width)
