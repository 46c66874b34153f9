"""The keys, as a table made from the actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from annotator.ui import sizes
from annotator.ui.actions import ACTIONS, MENUS
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.keycap import key_name
from annotator.ui.style import dress

Rows = list[tuple[str, str]]


class KeysSheet(Sheet):
    """Every action that has a key, menu by menu, in two columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Keys")
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.MARGIN_WIDE)
        grid.setVerticalSpacing(sizes.GAP_HAIR)
        for column, menus in enumerate(_split(self._rows())):
            for row, (words, keys) in enumerate(menus):
                name, cap = QLabel(words), QLabel(keys)
                dress(name, *(("strong",) if not keys else ()))
                dress(cap, "hint")
                cap.setAlignment(Qt.AlignmentFlag.AlignRight)
                if not keys and row:
                    name.setContentsMargins(0, sizes.GAP, 0, 0)
                grid.addWidget(name, row, 2 * column)
                grid.addWidget(cap, row, 2 * column + 1)
        self.column.addLayout(grid)
        close = QPushButton("Close")
        close.clicked.connect(self.accept)
        self.add_buttons(close)

    def _rows(self) -> Rows:
        rows: Rows = []
        for menu in MENUS:
            keyed = [action for action in ACTIONS if action.menu == menu and action.keys]
            if keyed:
                rows.append((menu, ""))
                rows += [
                    (a.text.removesuffix("…"), "  or  ".join(key_name(QKeySequence(key)) for key in a.keys))
                    for a in keyed
                ]
        return rows


def _split(rows: Rows) -> tuple[Rows, Rows]:
    """Two columns, parted before the heading that is nearest to the middle."""
    headings = [at for at, (_, keys) in enumerate(rows) if not keys and at]
    middle = min(headings, key=lambda at: abs(at - len(rows) / 2))
    return rows[:middle], rows[middle:]
