"""What a click or a key selects among the cards."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from annotator.ui.cards.rows import Rows


def target(key: Qt.Key, now: int, page: int, count: int) -> int | None:
    """The row that a key goes to from row `now` (-1: none): one, a page, or all the way up or down; None for others."""
    steps = {
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_PageUp: -page,
        Qt.Key.Key_PageDown: page,
        Qt.Key.Key_Home: -count,
        Qt.Key.Key_End: count,
    }
    return min(max(now + steps[key], 0), count - 1) if count and key in steps else None


def selection(rows: Rows, chosen: Sequence[str], card: str, modifiers: Qt.KeyboardModifier) -> tuple[str, ...]:
    """What is selected after a step to this card: with Ctrl one more or less, with Shift all up to it."""
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        others = tuple(one for one in chosen if one != card)
        return others if card in chosen else (*others, card)
    if modifiers & Qt.KeyboardModifier.ShiftModifier and chosen:
        start, end = rows.number(chosen[0]), rows.number(card)
        step = 1 if start <= end else -1
        return tuple(rows[row].id for row in range(start, end + step, step))
    return (card,)
