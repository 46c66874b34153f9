"""Where the caret goes by the keys that lead up and down: to the same column of another line.

QTextCursor asks QTextLine for the column, which is wrong in right-to-left text (see `lines`).
"""

from annotator.ui.article_view.lazy_layout import LazyLayout


def column(layout: LazyLayout, position: int) -> float:
    """How far to the right a caret stands, in pixels of the paragraph."""
    number, within = layout.place(position)
    return layout.laid_out(number).lines.x_of(within)


def beyond(layout: LazyLayout, position: int, x: float, step: int) -> int:
    """The position nearest to `x` on the next line (step 1) or the one before (-1); where it is, if there is none."""
    number, within = layout.place(position)
    lines = layout.laid_out(number).lines
    line = lines.line_of(within) + step
    if not 0 <= line < len(lines):
        number += step
        if not 0 <= number < len(layout.paragraphs):
            return position
        lines = layout.laid_out(number).lines
        line = 0 if step > 0 else len(lines) - 1
    return layout.document().findBlockByNumber(number).position() + lines.nearest(line, x)


def page_beyond(layout: LazyLayout, position: int, x: float, step: int, pixels: int) -> int:
    """The same, as many lines on as fit into `pixels`, and at least one."""
    begin = layout.line_top(position)
    here = beyond(layout, position, x, step)
    while (there := beyond(layout, here, x, step)) != here and abs(layout.line_top(there) - begin) <= pixels:
        here = there
    return here
