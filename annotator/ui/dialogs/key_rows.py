"""The list of keys as rows: menu by menu, and parted into columns. On the screen and on paper it is the same."""

from itertools import count

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
    """At most so many columns, as short as can be; a menu that goes on in the next one is named there again."""
    return next(columns for height in count(2) if len(columns := _filled(rows, height)) <= most)


def _filled(rows: Rows, height: int) -> list[Rows]:
    """Columns of so many rows; a heading is never the last of one."""
    columns: list[Rows] = [[]]
    menu = ""
    for words, keys in rows:
        menu = menu if keys else words
        if len(columns[-1]) + (not keys) >= height:
            columns.append([(menu, "")] if keys else [])
        columns[-1].append((words, keys))
    return columns
