"""The marks of one paragraph as they are painted: bands behind the words, lines under them.

A picture is made once (0.2 ms) and painted until its marks, the theme or the scale change. It is never larger than the
text: of more marks than a paragraph ever needs, those of one level and kind are run together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.model.words import Kind
from annotator.ui import patterns, sizes
from annotator.ui.article_view.lines import Lines, Stretch
from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.packing import Bar
from annotator.ui.article_view.stacking import Span, levels, uncovered, union
from annotator.ui.article_view.styles import Style
from annotator.ui.theme import DONE, Theme, mix

_HAIR = 1
"""Pixels by which a band is wider than its words on either side, and a line shorter at its end."""

_MANY = 32
"""Marks in a paragraph from which bands are run together: 5,000 marks on 3 KB repaint in 1.5 ms, not 18."""

_ROUND_AT_MOST = 48
"""Bands of a paragraph up to which their corners are round: in a crowd nobody sees corners, and they cost the most."""

_AROUND = 3
"""Pixels around the middle of a line that are its own, and around a band that round corners may touch."""

_SELECTION = 0.25
"""How much of the accent lies over the selected words: bands and lines below are seen through it."""


_STEP = 0.5
"""What is under the mouse is this much nearer to its own band than to the one of what is selected."""


_DONE_LANE = 0.5
"""How much of a lane's colour is left when its annotation is done."""


Box = tuple[float, float, float, float]


class Lifted(NamedTuple):
    """The annotations that stand out, by their ids: those selected, and those that are lit."""

    chosen: frozenset[str] = frozenset()
    lit: frozenset[str] = frozenset()


class Inks:
    """The colours of marks in one theme."""

    def __init__(self, theme: Theme) -> None:
        paper = theme.color("paper")
        self.bands = {(kind, False): theme.color(f"{kind}bg") for kind in Kind}
        self.bands |= {(kind, True): mix(theme.color(f"{kind}bg"), paper, DONE) for kind in Kind}
        self.chosen = {kind: theme.color(f"{kind}sel") for kind in Kind}
        self.lit = {look: mix(band, self.chosen[look[0]], _STEP) for look, band in self.bands.items()}
        self.lines = {kind: theme.color(kind) for kind in Kind}
        self.lanes = {(kind, False): color for kind, color in self.lines.items()}
        self.lanes |= {(kind, True): mix(color, paper, _DONE_LANE) for kind, color in self.lines.items()}
        self.outlined = theme.contrast
        self.selection = QColor(theme.color("accent"))
        self.selection.setAlphaF(_SELECTION)


class Picture(NamedTuple):
    """What to paint, the lowest first, and whose lanes these are. Pixels of the paragraph."""

    bands: list[tuple[QColor, list[QRectF]]]
    lines: list[tuple[QPen, list[QLineF]]]
    bars: Sequence[Bar] = ()

    def paint(self, painter: QPainter, clip: QRectF) -> None:
        """Paint what is in the clip, at a painter whose origin is the paragraph's and lies on a device pixel."""
        round_corners = sum(len(boxes) for _, boxes in self.bands) <= _ROUND_AT_MOST
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=round_corners)
        painter.setPen(Qt.PenStyle.NoPen)
        for color, boxes in self.bands:
            painter.setBrush(color)
            if not round_corners:
                painter.drawRects(boxes)
                continue
            for box in boxes:
                if box.intersects(clip):
                    painter.drawRoundedRect(box, sizes.BAND_RADIUS, sizes.BAND_RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for pen, lines in self.lines:
            painter.setPen(pen)
            painter.drawLines(lines)

    def pieces(self) -> list[tuple[int, Box]]:
        """Everything that is painted: its colour and its place, from left and top to right and bottom."""
        drawn = [(color.rgba(), map(QRectF.getCoords, boxes)) for color, boxes in self.bands]
        drawn += [(pen.color().rgba(), map(QLineF.toTuple, lines)) for pen, lines in self.lines]
        return [(ink, cast("Box", box)) for ink, boxes in drawn for box in boxes]


def changed(before: Picture, after: Picture) -> QRectF:
    """Where two pictures of one paragraph differ; empty if nowhere."""
    old, new = before.pieces(), after.pieces()
    if old == new:
        return QRectF()
    # Nothing but another order is as much as all.
    pieces = (Counter(old) - Counter(new)) + (Counter(new) - Counter(old)) or Counter(new)
    left, top, right, bottom = zip(*(box for _, box in pieces), strict=True)
    box = QRectF(QPointF(min(*left, *right), min(*top, *bottom)), QPointF(max(*left, *right), max(*top, *bottom)))
    return box.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)


class Illustrator:
    """Makes pictures of paragraphs."""

    def __init__(self, inks: Inks, dpr: float) -> None:
        """`dpr` is how many device pixels make a pixel: everything is put on whole ones."""
        self.inks = inks
        self.dpr = dpr
        self._hair = patterns.whole(_HAIR, dpr) / dpr

    def picture(self, marks: Mapping[Mark, Span], lifted: Lifted, lines: Lines, style: Style) -> Picture:
        """Marks, each with its span in the paragraph (UTF-16 units); what is `lifted` lies above all."""
        ranked = levels(marks)
        places = _Places(lines)
        bands = [
            (color, [box for span in spans for box in self._boxes(places[span], style)])
            for color, spans in self._bands(ranked, marks, lifted)
        ]
        underlines: dict[Kind, list[QLineF]] = defaultdict(list)
        for (kind, level), spans in _by_line(ranked, marks).items():
            drop = style.underline + level * style.underline_step
            for span in union(spans):
                underlines[kind] += self._segments(kind, places[span], drop, style, rtl=lines.rtl)
        # On a level that they share, dashes lie over solid and double over both: all show.
        pens = [(patterns.pen(kind, self.inks.lines[kind], self.dpr), underlines[kind]) for kind in Kind]
        if self.inks.outlined:
            pens += self._outlines(marks, places, style)
        return Picture(bands, [(pen, drawn) for pen, drawn in pens if drawn])

    def _outlines(
        self, marks: Mapping[Mark, Span], places: "_Places", style: Style
    ) -> Iterator[tuple[QPen, list[QLineF]]]:
        """The edges of the bands, for who cannot see their colours; of one kind those that touch have one edge."""
        for kind in Kind:
            spans = union(span for mark, span in marks.items() if mark.kind is kind)
            boxes = [box for span in spans for box in self._boxes(places[span], style)]
            pen = QPen(self.inks.lines[kind], 1)
            pen.setCosmetic(True)
            yield pen, [side for box in boxes for side in _sides(box)]

    def _bands(
        self, ranked: Sequence[tuple[Mark, int]], marks: Mapping[Mark, Span], lifted: Lifted
    ) -> Iterator[tuple[QColor, Iterable[Span]]]:
        """What lies lower comes first: the longer; of too many, only what is seen. What is lit and chosen is last."""
        if len(ranked) <= _MANY:
            for mark, _ in reversed(ranked):
                yield self.inks.bands[mark.kind, mark.done], (marks[mark],)
        else:
            for look, spans in _by_look(ranked, marks).items():
                yield self.inks.bands[look], spans
        for mark, _ in reversed(ranked):
            if mark.id in lifted.lit:
                yield self.inks.lit[mark.kind, mark.done], (marks[mark],)
        for mark, _ in reversed(ranked):
            if mark.id in lifted.chosen:
                yield self.inks.chosen[mark.kind], (marks[mark],)

    def _boxes(self, stretches: Iterable[Stretch], style: Style) -> Iterator[QRectF]:
        for line, left, right in stretches:
            top = line * style.line + style.band_top
            yield self.box(left, right, top, style.band_height).adjusted(-self._hair, 0, self._hair, 0)

    def box(self, left: float, right: float, top: float, height: float) -> QRectF:
        """A rectangle whose edges lie between device pixels."""
        x, y = self._snap(left), self._snap(top)
        return QRectF(x, y, self._snap(right) - x, self._snap(top + height) - y)

    def _segments(
        self, kind: Kind, stretches: Iterable[Stretch], drop: int, style: Style, *, rtl: bool
    ) -> Iterator[QLineF]:
        """Begun where reading begins; a hair shorter than the words, so that neighbours stay two."""
        for line, left, right in stretches:
            ends = self._snap(left), self._snap(right)
            x1, x2 = (ends[1], ends[0] + self._hair) if rtl else (ends[0], ends[1] - self._hair)
            yield from patterns.segments(kind, x1, x2, line * style.line + drop, self.dpr)

    def _snap(self, place: float) -> float:
        return patterns.snap(place, self.dpr)


class _Places(dict[Span, list[Stretch]]):
    """Where spans are in their lines; looked up once for the band and the line of a mark."""

    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self._lines = lines

    def __missing__(self, span: Span) -> list[Stretch]:
        self[span] = list(self._lines.stretches(*span))
        return self[span]


def _sides(box: QRectF) -> Iterator[QLineF]:
    yield QLineF(box.topLeft(), box.topRight())
    yield QLineF(box.topLeft(), box.bottomLeft())
    yield QLineF(box.topRight(), box.bottomRight())


def _by_look(ranked: Iterable[tuple[Mark, int]], marks: Mapping[Mark, Span]) -> dict[tuple[Kind, bool], list[Span]]:
    """The spans of one level and look run together, from the top down, each without what lies under those before.

    So no two lie over each other, and those of one look are painted in one go, whatever their level.
    """
    layers: dict[tuple[int, Kind, bool], list[Span]] = defaultdict(list)
    for mark, level in ranked:
        layers[level, mark.kind, mark.done].append(marks[mark])
    cover: list[Span] = []
    seen: dict[tuple[Kind, bool], list[Span]] = defaultdict(list)
    for level, kind, done in sorted(layers):
        spans = union(layers[level, kind, done])
        seen[kind, done] += uncovered(spans, cover)
        cover = union((*cover, *spans))
    return seen


def _by_line(ranked: Iterable[tuple[Mark, int]], marks: Mapping[Mark, Span]) -> dict[tuple[Kind, int], list[Span]]:
    """The spans that are underlined alike, on the same level."""
    groups: dict[tuple[Kind, int], list[Span]] = defaultdict(list)
    for mark, level in ranked:
        groups[mark.kind, level].append(marks[mark])
    return groups
