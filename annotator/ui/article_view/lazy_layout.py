"""A document layout that lays out only what is seen.

QTextEdit's own lays out all of the text at once: 0.7 s at 5 MB, again at every change of width, and 257 MB.
QPlainTextEdit's is lazy, but knows no line height and no gap between paragraphs. This one keeps a height for every
paragraph, guessed until it is laid out, and lays out one screen above and below what is seen: 21 MB at 5 MB, and 6 ms
for a change of width. Where guesses above the reader are put right, `remeasured` says by how much, and the view scrolls
by that: without it 136 of 450 steps through Chinese jumped, by up to 310 px.
"""

from collections.abc import Iterator, Sequence
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QPainterPath,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from annotator.model.words import Role
from annotator.ui import sizes
from annotator.ui.article_view.lines import Lines, is_mixed
from annotator.ui.article_view.paragraphs import Nature, Paragraphs, first_strong
from annotator.ui.article_view.pictures import Picture
from annotator.ui.article_view.roles import Setting, column_widths, setting
from annotator.ui.article_view.styles import Style, Styles
from annotator.ui.heights import Heights

TOP_MARGIN = sizes.MARGIN_WIDE
BOTTOM_MARGIN = 2 * sizes.MARGIN_WIDE
"""Pixels above the first and below the last paragraph."""

_SCREEN = 900
"""Pixels laid out on both sides of a paragraph that is asked for from afar: what a jump to it will show."""

_KEPT = 600
"""Paragraphs that stay laid out; beyond, those far from what is seen are forgotten, all but their heights."""

_BROKEN = 1.04
"""How much longer words run than their letters, because lines are broken between words."""


class LaidOut:
    """A paragraph that is laid out."""

    __slots__ = ("lines", "nature", "picture", "setting", "style")

    def __init__(self, lines: Lines, nature: Nature, style: Style, set_so: Setting) -> None:
        self.lines = lines
        self.nature = nature
        self.style = style
        self.setting = set_so
        self.picture: Picture | None = None
        """Its marks, once they were painted; None again when they change."""


class LazyLayout(QAbstractTextDocumentLayout):
    """The words of a document in one column. Points and rectangles are pixels of the document.

    remeasured(pixels): the document has another height, and so much was added above the paragraph told to `hold`.
    """

    remeasured = Signal(int)

    def __init__(self, document: QTextDocument, paragraphs: Paragraphs, styles: Styles) -> None:
        super().__init__(document)
        self.paragraphs = paragraphs
        self.styles = styles
        self.left = 0
        self.width = styles.column
        self._options = {(rtl, row): _option(rtl=rtl, row=row) for rtl in (False, True) for row in (False, True)}
        self._held = 0
        self._grown_above = 0
        self._grown = False
        self._laid: dict[int, LaidOut] = {}
        self._forget_all()

    def set_column(self, left: int, width: int, styles: Styles) -> None:
        """Where the column stands, how wide it is and how it is set; all is laid out anew if lines may change."""
        anew = width != self.width or styles is not self.styles
        self.left, self.width, self.styles = left, width, styles
        if anew:
            self._forget_all()

    def top(self, number: int) -> int:
        """Where a paragraph begins."""
        return TOP_MARGIN + self._heights.top(number)

    def at(self, y: float) -> int:
        """The paragraph at this height, or the nearest."""
        return self._heights.at(y - TOP_MARGIN)

    def offset_at(self, y: float) -> int:
        """The offset of what is at this height, lines laid out or guessed: as far into its paragraph as `y` is."""
        number = self.at(y)
        start, end = self.paragraphs.offsets.starts[number], self.paragraphs.offsets.ends[number]
        share = (y - self.top(number)) / max(1, self._heights[number])
        return start + ceil((end - start) * min(max(0.0, share), 1.0))

    def hold(self, y: float) -> None:
        """The paragraph at this height is the one that must keep still."""
        self._held = self.at(y)

    def settle(self, y: float, height: float) -> None:
        """Lay out what is seen from `y` on, and one screen above and below it."""
        number = self.at(y)
        self._lay_out_around(number, height, 2 * height + y - self.top(number))
        if len(self._laid) > _KEPT:
            self._forget_far(number)
        self._tell()

    def laid_out(self, number: int) -> LaidOut:
        """A paragraph with its lines, which are laid out now if they are not."""
        if number not in self._laid:
            self._lay_out_around(number, _SCREEN, _SCREEN)
            self._tell()
        return self._laid[number]

    def line_top(self, position: int) -> int:
        """Where the line that holds this position begins."""
        number, within = self.place(position)
        laid = self.laid_out(number)
        return self.top(number) + laid.lines.line_of(within) * laid.style.line

    def line_height(self, position: int) -> int:
        """How high the line is that holds this position."""
        return self.laid_out(self.place(position)[0]).style.line

    def bounds(self, start: int, end: int) -> QRectF:
        """The smallest rectangle around a range of positions, full lines high; where a caret stands if it is empty."""
        number, within = self.place(start)
        laid, last = self.laid_out(number), max(start, end - 1)
        top = self.top(number) + laid.lines.line_of(within) * laid.style.line
        bottom = self.line_top(last) if last > start else top
        if top != bottom:
            return QRectF(self.left, top, self.width, bottom + self.line_height(last) - top)
        left, right = laid.lines.extent(within, within + end - start)
        return QRectF(self.left + left, top, right - left, laid.style.line)

    def place(self, position: int) -> tuple[int, int]:
        """The paragraph that holds a position of the document, and the position in it."""
        block = self.document().findBlock(position)
        return block.blockNumber(), position - block.position()

    # Measuring

    def _forget_all(self) -> None:
        self.document().setDefaultFont(self.styles.style(Role.PARAGRAPH).font)
        self._laid.clear()
        self._tables: dict[int, list[float]] = {}
        self._heights = Heights(self._guesses())

    def _guesses(self) -> list[int]:
        """A height for each paragraph, by how wide samples of the text run."""
        sample = self.paragraphs.sample()
        style = self.styles.style(Role.PARAGRAPH, arabic=first_strong(sample) == "AL")
        letter = QFontMetricsF(style.font).horizontalAdvance(sample) * _BROKEN / max(1, len(sample))
        in_ten_lines = max(10, int(10 * self.width / max(1.0, letter)))
        offsets, line, gap = self.paragraphs.offsets, style.line, self.styles.gap
        heights = [
            max(1, -(-10 * (end - start) // in_ten_lines)) * line + gap
            for start, end in zip(offsets.starts, offsets.ends, strict=True)
        ]
        for number in self.paragraphs.going_on:
            heights[number - 1] -= gap
        return heights

    def _lay_out_around(self, number: int, above: float, below: float) -> None:
        """Lay out a paragraph, those before it up to `above` pixels from its top, and those after it."""
        here = self.document().findBlockByNumber(number)
        block, n, room = here, number, below
        while block.isValid() and (room > 0 or n == number):
            room -= self._lay_out(n, block)
            block, n = block.next(), n + 1
        block, n, room = here.previous(), number - 1, above
        while block.isValid() and room > 0:
            room -= self._lay_out(n, block)
            block, n = block.previous(), n - 1

    def _lay_out(self, number: int, block: QTextBlock) -> int:
        """Lay out one paragraph unless it is; its height."""
        if number not in self._laid:
            nature = self.paragraphs.nature(number)
            style = self.styles.style(nature.role, headline=nature.headline, arabic=nature.arabic)
            set_so = self._setting(number, nature, style)
            self._break_lines(block, nature, style, set_so)
            mixed = is_mixed(self.paragraphs.words(number), rtl=nature.rtl)
            lines = Lines(block, rtl=nature.rtl, mixed=mixed)
            self._laid[number] = LaidOut(lines, nature, style, set_so)
            self._measured(number, len(lines) * style.line + self.paragraphs.gap(number, self.styles.gap))
        return self._heights[number]

    def _setting(self, number: int, nature: Nature, style: Style) -> Setting:
        if nature.role is Role.PARAGRAPH:
            return Setting()
        columns = self._columns(number, style) if nature.role is Role.TABLE_ROW else ()
        goes_on = self.paragraphs.goes_on(number)
        return setting(self.paragraphs.words(number), nature.role, style, goes_on=goes_on, columns=columns)

    def _columns(self, number: int, style: Style) -> Sequence[float]:
        """How wide the cells are of the table that a row is in; measured once."""
        first = self.paragraphs.table(number)
        if first not in self._tables:
            self._tables[first] = column_widths(self.paragraphs.rows(first), style, self.width)
        return self._tables[first]

    def _break_lines(self, block: QTextBlock, nature: Nature, style: Style, set_so: Setting) -> None:
        """Lines of exactly the style's height, whatever fonts are mixed in them.

        The shaped glyphs are kept, which makes a repaint a third cheaper (0.44 ms, not 0.67); `_forget` lets them go.
        """
        layout = block.layout()
        layout.setCacheEnabled(True)
        layout.setTextOption(self._options[nature.rtl, nature.role is Role.TABLE_ROW])
        if set_so.spread or style.font != self.document().defaultFont():
            layout.setFormats([_font(style, 0, block.length()), *(_font(style, at, 1, by) for at, by in set_so.spread)])
        layout.beginLayout()
        for number, line in enumerate(_lines_of(layout)):
            indent = set_so.rest if number else set_so.first
            line.setLineWidth(max(1, self.width - indent))
            line.setPosition(QPointF(0 if nature.rtl else indent, number * style.line + style.baseline - line.ascent()))
        layout.endLayout()

    def _measured(self, number: int, height: int) -> None:
        grown = height - self._heights[number]
        if grown:
            self._heights[number] = height
            self._grown = True
            if number < self._held:
                self._grown_above += grown

    def _tell(self) -> None:
        if self._grown:
            above, self._grown_above, self._grown = self._grown_above, 0, False
            self.remeasured.emit(above)

    def _forget_far(self, number: int) -> None:
        """Forget what is laid out far from here, so that reading to the end costs no more than the beginning."""
        near = range(number - _KEPT // 4, number + _KEPT // 4)
        for far in [n for n in self._laid if n not in near]:
            del self._laid[far]
            layout = self.document().findBlockByNumber(far).layout()
            layout.setCacheEnabled(False)
            layout.beginLayout()
            layout.endLayout()

    # What Qt asks. Its own names for arguments.

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Nothing: the text never changes, and what its look depends on is set by `set_column`."""

    def documentSize(self) -> QSizeF:
        """The column with its margins."""
        return QSizeF(self.left + self.width, TOP_MARGIN + self._heights.total + BOTTOM_MARGIN)

    def pageCount(self) -> int:
        """One: it is not for print."""
        return 1

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        """All of it."""
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where a paragraph is. It is laid out: the caret's way up and down relies on that."""
        number = block.blockNumber()
        if not 0 <= number < len(self._heights):
            return QRectF()
        self.laid_out(number)
        return QRectF(self.left, self.top(number), self.width, self._heights[number])

    def hitTest(self, point: QPointF | QPoint | QPainterPath.Element, accuracy: Qt.HitTestAccuracy) -> int:
        """The position nearest to a point; if it is to be exact, that of the character under it, or -1."""
        assert not isinstance(point, QPainterPath.Element)  # allowed by the stub, never given by Qt
        number = self.at(point.y())
        laid = self.laid_out(number)
        start = self.document().findBlockByNumber(number).position()
        line, x = int((point.y() - self.top(number)) // laid.style.line), point.x() - self.left
        if accuracy == Qt.HitTestAccuracy.FuzzyHit:
            return start + laid.lines.nearest(min(max(0, line), len(laid.lines) - 1), x)
        within = laid.lines.character(line, x) if 0 <= line < len(laid.lines) else -1
        return start + within if within >= 0 else -1


def _option(*, rtl: bool, row: bool) -> QTextOption:
    """How lines run; in the row of a table, whose cells have their room already, a tab takes none."""
    option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if row:
        option.setTabStopDistance(1)
    return option


def _font(style: Style, start: int, length: int, spread: float = 0) -> QTextLayout.FormatRange:
    """The font of a style for a range: a layout that belongs to a document ignores `setFont`. It may be `spread`."""
    font = QFont(style.font)
    if spread:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spread)
    look = QTextCharFormat()
    look.setFont(font)
    result = QTextLayout.FormatRange()
    result.start, result.length, result.format = start, length, look
    return result


def _lines_of(layout: QTextLayout) -> Iterator[QTextLine]:
    """Lines as they are made; each must be given its width before the next."""
    while (line := layout.createLine()).isValid():
        yield line
