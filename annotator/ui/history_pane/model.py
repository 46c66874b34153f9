"""Acts as rows of a list, read by the page as it is scrolled."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.library import Act, Library
from annotator.ui import wording
from annotator.ui.history_pane import words

Index = QModelIndex | QPersistentModelIndex
ACT = int(Qt.ItemDataRole.UserRole)
_PAGE = 200
_ROOT = QModelIndex()


class Acts(QAbstractListModel):
    """The newest act first; `ACT` gives the row's value."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self.rows: list[Act] = []
        self._more = False

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        act = self.rows[index.row()]
        if role == ACT:
            return act
        if role == Qt.ItemDataRole.DisplayRole:
            return words.name(act)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{words.name(act)}\n{wording.plain(act.title)}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{words.name(act)}, {words.time(act.entry.at)}{'' if act.in_force else ', undone'}"
        return None

    def canFetchMore(self, _parent: Index) -> bool:
        return self._more

    def fetchMore(self, _parent: Index) -> None:
        page = self._library.acts(_PAGE, self.rows[-1].entry.n)
        self._more = len(page) == _PAGE
        if page:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(page) - 1)
            self.rows += page
            self.endInsertRows()

    def refresh(self) -> None:
        """Read the first page anew."""
        self.beginResetModel()
        self.rows = self._library.acts(_PAGE)
        self._more = len(self.rows) == _PAGE
        self.endResetModel()

    def row_of(self, n: int) -> int:
        """Where act number `n` is; -1 where it is not, or not read yet."""
        return next((row for row, act in enumerate(self.rows) if act.entry.n == n), -1)
