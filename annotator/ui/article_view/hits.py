"""What was found, washed over the words of the paragraphs that are seen."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QColor, QPainter

from annotator.ui import sizes
from annotator.ui.article_view.lines import Lines
from annotator.ui.article_view.stacking import Span
from annotator.ui.article_view.styles import Style
from annotator.ui.offsets import Offsets
from annotator.ui.theme import Theme

_WASH, _STRONG = 0.16, 0.42
"""How much of the accent lies over a hit, and over the current one: marks and words below are seen through it."""


class Hits:
    """Ascending spans (code points), and which of them is the current one; -1 for none."""

    def __init__(self, spans: Sequence[Span] = (), current: int = -1) -> None:
        self._spans, self._current = spans, current
        self.begins = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    @property
    def current(self) -> Span | None:
        """The current one."""
        return self._spans[self._current] if self._current >= 0 else None

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """Those that touch a range, cut to it; True for the current one."""
        for number in range(bisect_right(self._ends, start), bisect_left(self.begins, end)):
            first, last = self._spans[number]
            yield max(first, start), min(last, end), number == self._current

    def paint(self, painter: QPainter, offsets: Offsets, number: int, lines: Lines, style: Style, theme: Theme) -> None:
        """Wash over those of a paragraph, at a painter whose origin is the paragraph's."""
        if not self._spans:
            return
        start, end = offsets.starts[number], offsets.ends[number]
        for first, last, current in self.within(start, end):
            wash = QColor(theme.color("accent"))
            wash.setAlphaF(_STRONG if current else _WASH)
            for line, left, right in lines.stretches(offsets.units(start, first), offsets.units(start, last)):
                top = round(line * style.line + style.band_top)
                width = max(sizes.FOCUS_RING, round(right) - round(left))
                painter.fillRect(round(left), top, width, round(style.band_height), wash)
