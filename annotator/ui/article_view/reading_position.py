"""What the reader has before his eyes, kept in place while lines are broken anew."""

from typing import NamedTuple

from annotator.ui.article_view.lazy_layout import LazyLayout


class ReadingPosition(NamedTuple):
    """A line of the text, by a position in it, and how many pixels below the top of the view it begins."""

    position: int
    below: int


def at_top(layout: LazyLayout, y: int) -> ReadingPosition:
    """The line at `y`, the top of the view; in a gap, the one after it."""
    number = layout.at(y)
    laid = layout.laid_out(number)
    line = max(0, (y - layout.top(number)) // laid.style.line)
    block = layout.document().findBlockByNumber(number)
    if line >= len(laid.lines):
        block, line = (block.next(), 0) if block.next().isValid() else (block, len(laid.lines) - 1)
    position = block.position() + block.layout().lineAt(line).textStart()
    return ReadingPosition(position, layout.line_top(position) - y)


def scroll_value(layout: LazyLayout, reading: ReadingPosition) -> int:
    """Where the top of the view must be for the line to be where it was, or at least not above it."""
    below = max(reading.below, 1 - layout.line_height(reading.position))
    return layout.line_top(reading.position) - below
