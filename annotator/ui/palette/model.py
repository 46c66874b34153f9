"""What was found as rows of a list: a heading above each group, then its lines."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.ui.palette.found import Found

Index = QModelIndex | QPersistentModelIndex
FOUND = int(Qt.ItemDataRole.UserRole)
_ROOT = QModelIndex()


class Rows(QAbstractListModel):
    """Headings are words alone; `FOUND` gives the value of a line, None of a heading."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Found | str] = []

    def put(self, lines: Iterable[Found]) -> None:
        """Show these lines, which stand group by group."""
        self.beginResetModel()
        self.rows = []
        for group, members in groupby(lines, lambda found: found.group):
            self.rows += [group, *members]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        if role == FOUND:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.words, row.hint, row.key) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.rows[index.row()]
        possible = isinstance(row, Found) and row.possible
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled if possible else Qt.ItemFlag.NoItemFlags

    def next_line(self, row: int, by: int) -> int:
        """The next row in a direction that can be chosen; -1 where there is none."""
        while 0 <= (row := row + by) < len(self.rows):
            found = self.rows[row]
            if isinstance(found, Found) and found.possible:
                return row
        return -1
