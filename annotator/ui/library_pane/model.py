"""The articles as rows of a list."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.library import Listed
from annotator.ui import wording

Index = QModelIndex | QPersistentModelIndex
LISTED = int(Qt.ItemDataRole.UserRole)
_ROOT = QModelIndex()


class Articles(QAbstractListModel):
    """What the library lists, in its order; `LISTED` gives the row's value."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Listed] = []

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == LISTED:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.plain(row.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{wording.plain(row.title)}\n{wording.plain(row.file_name)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{wording.plain(row.title)}, {wording.left(row.annotations, row.done)}"
        return None

    def show(self, rows: list[Listed]) -> None:
        """Other articles."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def change(self, row: Listed) -> None:
        """The same article with other counts or another title."""
        at = self.row_of(row.id)
        if at >= 0:
            self.rows[at] = row
            self.dataChanged.emit(self.index(at), self.index(at))

    def row_of(self, article_id: str) -> int:
        """Where an article is; -1 where it is not."""
        return next((i for i, row in enumerate(self.rows) if row.id == article_id), -1)
