"""The layout with all that is painted on it: paper, marks, the selection, words and the caret."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QTextBlock, QTextDocument

from annotator.model.words import Role
from annotator.ui import patterns
from annotator.ui.article_view import lanes, packing
from annotator.ui.article_view.grips import Grip, paint_grips
from annotator.ui.article_view.hits import Hits
from annotator.ui.article_view.index import MarkIndex
from annotator.ui.article_view.lazy_layout import LaidOut, LazyLayout
from annotator.ui.article_view.marks import Mark, shortest_first
from annotator.ui.article_view.ornaments import paint_ornaments, quieter
from annotator.ui.article_view.packing import Crossers
from annotator.ui.article_view.paragraphs import Paragraphs
from annotator.ui.article_view.pictures import Illustrator, Inks, Lifted, Picture, changed
from annotator.ui.article_view.stacking import Span
from annotator.ui.article_view.styles import Styles
from annotator.ui.theme import Theme

_OVERHANG = 10
"""Pixels that the underlines of a last line may reach below it, at 100 %; where a gap follows, they are in it."""

_FEW = 4
"""Paragraphs whose pictures are made anew at once, to know what of them has changed."""

_LANES = 5
"""Lanes at most: beyond them, 66 pixels from the words, is another's place."""

CARET = 2
"""The width of the caret."""


class PaintedLayout(LazyLayout):
    """Words with their marks.

    touched(rectangle): so much of the document is to be painted anew.
    marked(removed, added): marks went and came
    altered(): other colours, or another thing is selected, was found or is hidden

    `caret` is the position of the caret, whose colour in the theme is `caret_ink`. It is ours to paint: Qt hides its
    own while words are selected and without the focus, but a reader must always see where the next key will act.
    """

    touched = Signal(QRectF)
    marked = Signal(object, object)
    altered = Signal()

    def __init__(
        self, document: QTextDocument, paragraphs: Paragraphs, styles: Styles, marks: Iterable[Mark], theme: Theme
    ) -> None:
        super().__init__(document, paragraphs, styles)
        self.index = MarkIndex(paragraphs.offsets.starts, marks)
        self._crossers = Crossers(self.index, paragraphs.offsets.starts)
        self.theme = theme
        self.hits = Hits()
        self._lifted = Lifted()
        self.caret = 0
        self.grips: tuple[Grip, ...] = ()
        self.caret_ink = "ink"
        self.caret_shown = True
        self.bare = False
        """Whether marks, handles and hits are hidden."""
        self._with_lanes = True
        self._illustrator = Illustrator(Inks(theme), 1.0)

    def set_column(self, left: int, width: int, styles: Styles) -> None:
        """As before; another room for lanes needs other pictures."""
        room = self._room()
        super().set_column(left, width, styles)
        if self._room() != room:
            self._begin_anew(self._illustrator)

    def _room(self) -> int:
        """How many lanes fit beside the words."""
        return min(_LANES, max(0, (self.left - lanes.FROM_TEXT) // lanes.APART)) if self._with_lanes else 0

    def show_lanes(self, *, shown: bool) -> None:
        """Whether there are lanes at all."""
        if shown != self._with_lanes:
            self._with_lanes = shown
            self._begin_anew(self._illustrator)

    def hide_marks(self, *, hidden: bool) -> None:
        """Paint the bare words from now on, or all again."""
        self.bare = hidden
        self.altered.emit()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self.theme = theme
        self._begin_anew(Illustrator(Inks(theme), self._illustrator.dpr))
        self.altered.emit()

    @property
    def inks(self) -> Inks:
        """The colours of marks."""
        return self._illustrator.inks

    def change_marks(self, removed: Iterable[Mark], added: Iterable[Mark]) -> None:
        """Take marks away and put others there; only their paragraphs are painted anew."""
        removed, added = tuple(removed), tuple(added)
        touched = {number for mark in removed for number in self.index.remove(mark)}
        touched |= {number for mark in added for number in self.index.add(mark)}
        crossing = self._crossers.change(removed, added)
        self._touch(touched)
        if crossing:
            self._begin_anew(self._illustrator)  # others may have to give way, far from here
            self.touched.emit(self.frameBoundingRect(self.document().rootFrame()))
        self.marked.emit(removed, added)

    def show_hits(self, hits: Hits) -> None:
        """Wash over what was found."""
        self.hits = hits
        self.altered.emit()

    def chosen_marks(self) -> list[Mark]:
        """The marks of what is selected."""
        return self.index.of_annotations(self._lifted.chosen) if self._lifted.chosen else []

    def choose(self, annotations: Iterable[str]) -> None:
        """Lift the marks of these annotations above all others; none of none."""
        self._lift(self._lifted._replace(chosen=frozenset(annotations)))

    def light(self, annotations: frozenset[str]) -> None:
        """Show the marks of these annotations in a band one step deeper, and of no others."""
        self._lift(self._lifted._replace(lit=annotations))

    def _lift(self, lifted: Lifted) -> None:
        """Only what begins or ends to stand out is painted anew."""
        before, self._lifted = self._lifted, lifted
        others = (before.chosen ^ lifted.chosen) | (before.lit ^ lifted.lit)
        marks = self.index.of_annotations(others) if others else ()
        self._touch({number for mark in marks for number in self.index.paragraphs(mark.start, mark.end)})
        if before.chosen != lifted.chosen:
            self.altered.emit()

    def set_grips(self, grips: tuple[Grip, ...]) -> None:
        """Paint these handles and no others; only those that come or go are painted anew."""
        before, self.grips = self.grips, grips
        for grip in set(before) ^ set(grips):
            if self.place(grip.first)[0] in self._laid:
                self.touched.emit(grip.room(self))

    def caret_box(self) -> QRectF:
        """Where the caret is painted; nowhere if it is far from what is seen."""
        if self.place(self.caret)[0] not in self._laid:
            return QRectF()
        return self.bounds(self.caret, self.caret).adjusted(-CARET, 0, 2 * CARET, 0)

    def _touch(self, numbers: set[int]) -> None:
        """What is laid out of these paragraphs is painted anew: of a few, no more than what looks different."""
        for number in numbers & self._laid.keys():
            laid, within = self._laid[number], None
            before, laid.picture = laid.picture, None
            if before and len(numbers) <= _FEW:
                laid.picture = self._picture(number, laid)
                within = changed(before, laid.picture)
            room = self._room_of(number) if within is None else within.translated(self.left, self.top(number))
            self.touched.emit(room)

    def _room_of(self, number: int) -> QRectF:
        """All that is painted of a paragraph."""
        top, bottom = self.top(number), self.top(number + 1)
        if self.paragraphs.goes_on(number + 1):
            bottom += self.styles.scaled(_OVERHANG)
        return QRectF(0, top, self.left + self.width + self.left, bottom - top)

    def _begin_anew(self, illustrator: Illustrator) -> None:
        self._illustrator = illustrator
        for laid in self._laid.values():
            laid.picture = None

    # Painting

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint what is in the clip, the paper too. Each paragraph begins on a device pixel, so lines are crisp."""
        clip = context.clip if not context.clip.isNull() else self.frameBoundingRect(self.document().rootFrame())
        grid = painter.deviceTransform()
        if grid.m11() != self._illustrator.dpr:
            self._begin_anew(Illustrator(self._illustrator.inks, grid.m11()))
        painter.fillRect(clip, self.theme.color("paper"))
        selected = _selected(context)
        left = patterns.snap(self.left, grid.m11(), grid.dx())
        for number, block in self._seen(clip):
            top = patterns.snap(self.top(number), grid.m22(), grid.dy())
            painter.translate(left, top)
            self._draw_paragraph(painter, number, block, selected, clip.translated(-left, -top))
            within = self.caret - block.position()
            if self.caret_shown and 0 <= within < block.length():
                self._draw_caret(painter, self.laid_out(number), within)
            painter.translate(-left, -top)
        if not self.bare:
            paint_grips(painter, self, self.grips, self.theme, clip=clip, caret=self.caret)

    def _seen(self, clip: QRectF) -> Iterator[tuple[int, QTextBlock]]:
        """The paragraphs that show in the clip, with one whose underlines may hang into it."""
        first, last = self.at(clip.top()), self.at(clip.bottom() - 1)
        if self.paragraphs.goes_on(first):
            first -= 1
        block = self.document().findBlockByNumber(first)
        for number in range(first, last + 1):
            yield number, block
            block = block.next()

    def _draw_paragraph(self, painter: QPainter, number: int, block: QTextBlock, selected: Span, clip: QRectF) -> None:
        laid = self.laid_out(number)
        if laid.picture is None:
            laid.picture = self._picture(number, laid)
        if laid.nature.role is not Role.PARAGRAPH:
            self._adorn(painter, number, laid)
        if not self.bare:
            laid.picture.paint(painter, clip)
            self.hits.paint(painter, self.paragraphs.offsets, number, laid.lines, laid.style, self.theme)
        start, end = (min(max(0, at - block.position()), block.length()) for at in selected)
        for line, left, right in laid.lines.stretches(start, end) if start < end else ():
            box = self._illustrator.box(left, right, line * laid.style.line, laid.style.line)
            painter.fillRect(box, self._illustrator.inks.selection)
        painter.setPen(self.theme.color(laid.style.ink))
        quiet = [quieter(span, self.theme) for span in laid.setting.markup]
        # At the origin: Qt places glyphs in 1/64 of a pixel in 32 bits, which ends at 33 million pixels of document.
        block.layout().draw(painter, QPointF(0, 0), quiet, clip)

    def _adorn(self, painter: QPainter, number: int, laid: LaidOut) -> None:
        """What its role paints beside a paragraph."""
        below = self._heights[number] - len(laid.lines) * laid.style.line
        more, box = self.paragraphs.more(number), self._illustrator.box
        paint_ornaments(painter, laid, self.theme, box, width=self.width, below=below, more=more)

    def _draw_caret(self, painter: QPainter, laid: LaidOut, position: int) -> None:
        x, line = laid.lines.x_of(position), laid.lines.line_of(position)
        top = line * laid.style.line + laid.style.band_top
        box = self._illustrator.box(x, x + CARET, top, laid.style.band_height)
        painter.fillRect(box, self.theme.color(self.caret_ink))

    def _picture(self, number: int, laid: LaidOut) -> Picture:
        offsets = self.paragraphs.offsets
        start, end = offsets.starts[number], offsets.ends[number]
        spans = {
            mark: (offsets.units(start, max(mark.start, start)), offsets.units(start, min(mark.end, end)))
            for mark in self.index.of_paragraph(number)
        }
        picture = self._illustrator.picture(spans, self._lifted, laid.lines, laid.style)
        margin = self._margin(laid)
        if not margin.lanes:
            return picture
        lines = {m: (laid.lines.line_of(s), laid.lines.line_of(max(s, e - 1))) for m, (s, e) in spans.items()}
        over = self._crossers.over(number, margin.lanes)
        bars = packing.bars(lines, over, room=margin.lanes, count=len(laid.lines), start=start, end=end)
        look = laid.style, self._heights[number], self._illustrator.inks, self._lifted, self._illustrator.dpr
        return picture._replace(lines=[*picture.lines, *lanes.strokes(bars, margin, *look)], bars=bars)

    def _margin(self, laid: LaidOut) -> lanes.Margin:
        return lanes.Margin(self.width if laid.lines.rtl else 0, laid.lines.rtl, self._room())

    def bars(self, number: int) -> Sequence[packing.Bar]:
        """What stands beside a paragraph."""
        laid = self.laid_out(number)
        laid.picture = laid.picture or self._picture(number, laid)
        return laid.picture.bars

    def beside(self, point: QPointF) -> list[Mark]:
        """The annotations whose lane is at a point of the document, as marks over their extents, the smallest first."""
        number = self.at(point.y())
        laid = self.laid_out(number)
        lane = self._margin(laid).lane_at(point.x() - self.left)
        if lane < 0 or self.bare:
            return []
        line = (point.y() - self.top(number)) // laid.style.line
        here = (bar for bar in self.bars(number) if bar.lane == lane and bar.lines[0] <= line < bar.lines[1])
        return sorted((bar.extent for bar in here), key=shortest_first)


def _selected(context: QAbstractTextDocumentLayout.PaintContext) -> Span:
    """The selected positions. The list must be held while it is read: PySide lends its cursors from it."""
    held = context.selections
    for selection in held:
        if selection.cursor.hasSelection():
            return selection.cursor.selectionStart(), selection.cursor.selectionEnd()
    return 0, 0
