"""The list of keys as rows: menu by menu, and parted into columns. On the screen and on paper it is the same."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from PySide6.QtGui import QKeySequence

from annotator.ui.actions import ACTIONS, MENUS
from annotator.ui.bindings import Keys
from annotator.ui.keycap import key_name

Rows = list[tuple[str, str]]
"""What it does, and its keys; a menu's name, and no keys."""


def key_rows(keys: Keys) -> Rows:
    """Every action that has a key, below the name of its menu."""
    rows: Rows = []
    for menu in MENUS:
        keyed = [action for action in ACTIONS if action.menu == menu and keys[action.id]]
        if keyed:
            rows.append((menu, ""))
            rows += [(a.text.removesuffix("…"), "  or  ".join(map(_name, keys[a.id]))) for a in keyed]
    return rows


def _name(key: str) -> str:
    return key_name(QKeySequence(key))


def split(rows: Rows, most: int) -> list[Rows]:
    """At most so many columns that begin with a heading, the longest of them as short as can be."""
    headings = [at for at, (_, keys) in enumerate(rows) if not keys and at]
    several = combinations(headings, min(most - 1, len(headings)))
    return min((_parted(rows, cuts) for cuts in several), key=lambda columns: max(map(len, columns)))


def _parted(rows: Rows, cuts: Sequence[int]) -> list[Rows]:
    return [rows[start:end] for start, end in pairwise((0, *cuts, len(rows)))]
