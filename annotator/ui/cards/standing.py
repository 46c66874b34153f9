"""Where the cards near the text that is seen stand."""

from annotator.ui import sizes
from annotator.ui.cards import card
from annotator.ui.cards.beside import Text
from annotator.ui.cards.level import tops, whole
from annotator.ui.cards.rows import Rows


def first_line(height: int) -> int:
    """From the top of a card of this height to the middle of its first line, which is level with the text's."""
    folded = height == card.folded_height()
    return height // 2 if folded else card.PADDING_TOP + card.head_height() // 2


def head(row: int) -> int:
    """Where the view begins for a card: below “n more above”, unless it is the very first one."""
    return sizes.CHIP if row else 0


def level_tops(text: Text, rows: Rows, near: range, chosen: int, view: tuple[int, int]) -> list[float]:
    """The tops of the rows `near` in a view (its top on the screen, its height), the `chosen` one seen whole."""
    origin, view_height = view
    heights = [rows.height(row) for row in near]
    lines = list(map(first_line, heights))
    wanted = [text.middle(rows[row].start) - origin - line for row, line in zip(near, lines, strict=True)]
    first = next((nth for nth, (want, line) in enumerate(zip(wanted, lines, strict=True)) if want + line >= 0), None)
    least = None if first is None else (first, head(near[first]))
    if chosen not in near:
        return tops(wanted, heights, sizes.GAP, None, least)
    nth = near.index(chosen)
    room = head(chosen), view_height - sizes.CHIP
    wanted[nth] = whole(wanted[nth], heights[nth], lines[nth], room)
    return tops(wanted, heights, sizes.GAP, nth, least)
