"""The marks of one paragraph as they are painted: bands behind the words, lines under them.

A picture is made once (0.2 ms) and painted until its marks, the theme or the scale change. What overlaps is run
together by level and kind first, so a picture is as large as the text is, however many marks there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.model.words import Kind
from annotator.ui import patterns, sizes
from annotator.ui.article_view.lines import Lines
from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.stacking import Span, levels, union
from annotator.ui.article_view.styles import Style
from annotator.ui.theme import DONE, Theme, mix

_OVERHANG = 1
"""Pixels by which a band is wider than its words, on either side."""

_SELECTION = 0.25
"""How much of the accent lies over the selected words: bands and lines below are seen through it."""


class Inks:
    """The colours of marks in one theme."""

    def __init__(self, theme: Theme) -> None:
        paper = theme.color("paper")
        self.bands = {(kind, False): theme.color(f"{kind}bg") for kind in Kind}
        self.bands |= {(kind, True): mix(theme.color(f"{kind}bg"), paper, DONE) for kind in Kind}
        self.chosen = {kind: theme.color(f"{kind}sel") for kind in Kind}
        self.lines = {kind: theme.color(kind) for kind in Kind}
        self.selection = QColor(theme.color("accent"))
        self.selection.setAlphaF(_SELECTION)


class Picture(NamedTuple):
    """What to paint, the lowest first. Pixels of the paragraph."""

    bands: list[tuple[QColor, list[QRectF]]]
    lines: list[tuple[QPen, list[QLineF]]]

    def paint(self, painter: QPainter) -> None:
        """Paint it, at a painter whose origin is the paragraph's and lies on a device pixel."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for color, boxes in self.bands:
            painter.setBrush(color)
            for box in boxes:
                painter.drawRoundedRect(box, sizes.BAND_RADIUS, sizes.BAND_RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for pen, lines in self.lines:
            painter.setPen(pen)
            painter.drawLines(lines)


class Illustrator:
    """Makes pictures of paragraphs."""

    def __init__(self, inks: Inks, dpr: float) -> None:
        """`dpr` is how many device pixels make a pixel: everything is put on whole ones."""
        self.inks = inks
        self.dpr = dpr

    def picture(self, marks: Iterable[tuple[Mark, Span]], chosen: str, lines: Lines, style: Style) -> Picture:
        """Marks, each with its span in the paragraph (UTF-16 units); `chosen` is the id that lies above all."""
        spans = dict(marks)
        bands: dict[tuple[int, Kind, bool], list[Span]] = defaultdict(list)
        underlines: dict[tuple[Kind, int], list[Span]] = defaultdict(list)
        on_top: dict[Kind, list[Span]] = defaultdict(list)
        for mark, level in levels(list(spans)):
            bands[-level, mark.kind, not mark.done].append(spans[mark])
            underlines[mark.kind, min(level, sizes.UNDERLINE_LEVELS - 1)].append(spans[mark])
            if mark.id == chosen:
                on_top[mark.kind].append(spans[mark])
        painted = [(self.inks.bands[kind, not todo], bands[level, kind, todo]) for level, kind, todo in sorted(bands)]
        painted += [(self.inks.chosen[kind], on_top[kind]) for kind in on_top]
        return Picture(
            [(color, list(self._boxes(group, lines, style))) for color, group in painted],
            list(self._underlines(underlines, lines, style)),
        )

    def _boxes(self, spans: list[Span], lines: Lines, style: Style) -> Iterator[QRectF]:
        for start, end in union(spans):
            for line, left, right in lines.stretches(start, end):
                x, y = self._snap(left) - _OVERHANG, self._snap(line * style.line + style.band_top)
                bottom = self._snap(line * style.line + style.band_top + style.band_height)
                yield QRectF(x, y, self._snap(right) + _OVERHANG - x, bottom - y)

    def _underlines(
        self, groups: dict[tuple[Kind, int], list[Span]], lines: Lines, style: Style
    ) -> Iterator[tuple[QPen, list[QLineF]]]:
        """One pen a kind. On a level that they share, dashes lie over solid and double over both: all show."""
        for kind in Kind:
            drawn = [
                line
                for (of_kind, level), spans in groups.items()
                if of_kind is kind
                for line in self._segments(kind, spans, style.underline + level * style.underline_step, lines, style)
            ]
            if drawn:
                yield patterns.pen(kind, self.inks.lines[kind], self.dpr), drawn

    def _segments(self, kind: Kind, spans: list[Span], drop: int, lines: Lines, style: Style) -> Iterator[QLineF]:
        """Begun where reading begins; a pixel shorter than the words, so that neighbours stay two."""
        for start, end in union(spans):
            for line, left, right in lines.stretches(start, end):
                ends = self._snap(left), self._snap(right)
                x1, x2 = (ends[1], ends[0] + 1) if lines.rtl else (ends[0], ends[1] - 1)
                yield from patterns.segments(kind, x1, x2, line * style.line + drop, self.dpr)

    def _snap(self, place: float) -> float:
        return patterns.snap(place, self.dpr)
