"""The keys, as a table made from the actions."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from annotator.ui import sizes
from annotator.ui.actions import ACTIONS, MENUS
from annotator.ui.bindings import Keys
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.keycap import key_name
from annotator.ui.style import dress

Rows = list[tuple[str, str]]

_COLUMNS = 3
"""So many, or the sheet is higher than a laptop’s screen."""


class KeysSheet(Sheet):
    """Every action that has a key, menu by menu, in columns."""

    def __init__(self, parent: QWidget, keys: Keys) -> None:
        super().__init__(parent, "Keys")
        columns = QHBoxLayout()
        columns.setSpacing(2 * sizes.MARGIN_WIDE)
        for rows in _split(_rows(keys)):
            columns.addLayout(_grid(rows))
        self.column.addLayout(columns)
        close = QPushButton("Close")
        close.clicked.connect(self.accept)
        self.add_buttons(close)


def _rows(keys: Keys) -> Rows:
    rows: Rows = []
    for menu in MENUS:
        keyed = [action for action in ACTIONS if action.menu == menu and keys[action.id]]
        if keyed:
            rows.append((menu, ""))
            rows += [
                (a.text.removesuffix("…"), "  or  ".join(key_name(QKeySequence(key)) for key in keys[a.id]))
                for a in keyed
            ]
    return rows


def _grid(rows: Rows) -> QGridLayout:
    """Headings, and below each its actions with their keys at the right."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(sizes.MARGIN_WIDE)
    grid.setVerticalSpacing(sizes.GAP_HAIR)
    for row, (words, keys) in enumerate(rows):
        name, cap = QLabel(words), QLabel(keys)
        dress(name, *(("strong",) if not keys else ()))
        dress(cap, "hint")
        if not keys and row:
            name.setContentsMargins(0, sizes.GAP, 0, 0)
        grid.addWidget(name, row, 0)
        grid.addWidget(cap, row, 1, Qt.AlignmentFlag.AlignRight)
    grid.setRowStretch(len(rows), 1)
    return grid


def _split(rows: Rows) -> list[Rows]:
    """Columns that begin with a heading, the longest of them as short as can be."""
    headings = [at for at, (_, keys) in enumerate(rows) if not keys and at]
    several = combinations(headings, min(_COLUMNS - 1, len(headings)))
    return min((_parted(rows, cuts) for cuts in several), key=lambda columns: max(map(len, columns)))


def _parted(rows: Rows, cuts: Sequence[int]) -> list[Rows]:
    return [rows[start:end] for start, end in pairwise((0, *cuts, len(rows)))]
