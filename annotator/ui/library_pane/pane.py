"""The pane on the left: a head with the number of stories, the list, and what is left in all."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from annotator.library import Applied
from annotator.model.annotations import Annotation
from annotator.model.documents import Article, Version
from annotator.ui import sizes, wording
from annotator.ui.fonts import grown
from annotator.ui.library_pane.delegate import ArticleRow
from annotator.ui.library_pane.model import LISTED, Articles
from annotator.ui.look import Look
from annotator.ui.session import Opened, Session
from annotator.ui.style import dress


class LibraryPane(QWidget):
    """Lists the articles; a click or the arrow keys open one. `head` is where the window puts its button."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._model = Articles()
        self._list = QListView()
        self._delegate = ArticleRow(look)
        self._stories, self._left = QLabel(), QLabel()
        self.head = QHBoxLayout()
        self._build(look)
        self.refresh()
        session.opened.connect(self._show_opened)
        session.edited.connect(self._follow)
        self._list.selectionModel().currentChanged.connect(self._open)

    def _build(self, look: Look) -> None:
        dress(self, "panel")
        self.setAccessibleName("Library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setAccessibleName("Stories")
        look.changed.connect(self._list.viewport().update)
        title = QLabel("Library")
        dress(title, "strong")
        dress(self._stories, "hint")
        dress(self._left, "hint", "small")
        self.head.setContentsMargins(sizes.MARGIN, 0, sizes.GAP, 0)
        self.head.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.head.addWidget(title)
        self.head.addSpacing(sizes.GAP_HAIR)
        self.head.addWidget(self._stories)
        self.head.addStretch(1)
        bar = QWidget()
        bar.setFixedHeight(grown(sizes.PANE_HEAD))
        bar.setLayout(self.head)
        self._left.setContentsMargins(sizes.MARGIN, sizes.GAP, sizes.MARGIN, sizes.GAP_WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._list, 1)
        column.addWidget(self._left)

    @property
    def list(self) -> QListView:
        """The stories: the arrow keys open one."""
        return self._list

    def refresh(self) -> None:
        """Read the list anew."""
        self._model.show(self._session.library.articles())
        self._count()
        self._show_opened(self._session.current)

    def step(self, by: int) -> None:
        """Open the next article (or the one before)."""
        row = self._list.currentIndex().row() + by
        if 0 <= row < self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(row))

    def _count(self) -> None:
        rows = self._model.rows
        self._stories.setText(wording.count(len(rows), "story", "stories"))
        left = sum(row.annotations - row.done for row in rows)
        self._left.setText(f"{wording.count(left, 'annotation', 'annotations')} left in all" if left else "")

    def _open(self, index: QModelIndex) -> None:
        row = index.data(LISTED)
        if row and (self._session.current is None or self._session.current.article.id != row.id):
            self._session.open(row.id)

    def _show_opened(self, opened: Opened | None) -> None:
        """Choose the row of the open article, without opening it again."""
        model = self._list.selectionModel()
        row = self._model.row_of(opened.article.id) if opened else -1
        if row < 0:
            model.clear()
            return
        model.setCurrentIndex(self._model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _follow(self, applied: Applied, _initiator: QObject | None) -> None:
        """An article or a draft more or less: read anew; else only the counts of those that the edit touched."""
        records = [change.record for change in applied.edit.changes]
        if any(isinstance(record, Article | Version) for record in records):
            self.refresh()
            return
        library = self._session.library
        for version in {record.version for record in records if isinstance(record, Annotation)}:
            self._model.change(library.listed(library.version(version).article))
        self._count()
