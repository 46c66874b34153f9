"""The keys, as a table made from the actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from annotator.ui import sizes
from annotator.ui.actions import ACTIONS, MENUS
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.keycap import key_name
from annotator.ui.style import dress

_COLUMNS = 2


class KeysSheet(Sheet):
    """Every action that has a key, menu by menu, in two columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Keys")
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.MARGIN_WIDE)
        grid.setVerticalSpacing(sizes.GAP_HAIR)
        rows = self._rows()
        half = -(-len(rows) // _COLUMNS)
        for at, (words, keys) in enumerate(rows):
            column, row = divmod(at, half)
            name, cap = QLabel(words), QLabel(keys)
            dress(name, *(("strong",) if not keys else ()))
            dress(cap, "hint")
            cap.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(name, row, 2 * column)
            grid.addWidget(cap, row, 2 * column + 1)
        self.column.addLayout(grid)
        close = QPushButton("Close")
        close.clicked.connect(self.accept)
        self.add_buttons(close)

    def _rows(self) -> list[tuple[str, str]]:
        rows: list[tuple[str, str]] = []
        for menu in MENUS:
            keyed = [action for action in ACTIONS if action.menu == menu and action.keys]
            if keyed:
                rows.append((menu, ""))
                rows += [
                    (a.text.removesuffix("…"), "  or  ".join(key_name(QKeySequence(key)) for key in a.keys))
                    for a in keyed
                ]
        return rows
