"""The pane below the library: what was done, what the chosen act changed, and the button back to it."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from annotator.errors import AnnotatorError
from annotator.library import Act
from annotator.ui import sizes
from annotator.ui.fonts import grown
from annotator.ui.history_pane import words
from annotator.ui.history_pane.delegate import ActRow
from annotator.ui.history_pane.model import ACT, Acts
from annotator.ui.history_pane.way_back import WayBack
from annotator.ui.jobs import Jobs
from annotator.ui.look import Look
from annotator.ui.session import Session
from annotator.ui.style import dress


class HistoryPane(QWidget):
    """Lists the acts, and follows them. A click or Return shows the annotation that an act was about."""

    def __init__(self, session: Session, look: Look, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self.way_back = WayBack(session, jobs, self)
        self._model = Acts(session.library)
        self._delegate = ActRow(look)
        self.list, self.changed, self.back = QListView(), QLabel(), QPushButton("Undo to here")
        self._build(look)
        session.edited.connect(self._follow)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.clicked.connect(self._reveal)
        self.back.clicked.connect(self.undo_to_here)
        self.way_back.progressed.connect(self._show_progress)
        self.way_back.ended.connect(self.refresh)

    def _build(self, look: Look) -> None:
        dress(self, "panel")
        self.setAccessibleName("History")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("History")
        look.changed.connect(self.list.viewport().update)
        enter = QAction(self.list)
        enter.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        enter.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        enter.triggered.connect(self._reveal_chosen)
        self.list.addAction(enter)
        title = QLabel("History")
        dress(title, "strong")
        title.setFixedHeight(grown(sizes.PANE_HEAD))
        title.setContentsMargins(sizes.MARGIN, 0, sizes.GAP, 0)
        dress(self.changed, "hint", "small")
        self.changed.setTextFormat(Qt.TextFormat.PlainText)
        self.changed.setWordWrap(True)
        self._stack(title)

    def _stack(self, title: QLabel) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, sizes.GAP_WIDE)
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(self.list, 1)
        told = QHBoxLayout()  # a label that wraps takes no margins of its own
        told.setContentsMargins(sizes.MARGIN, sizes.GAP, sizes.MARGIN, 0)
        told.addWidget(self.changed)
        column.addLayout(told)
        column.addSpacing(sizes.GAP)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)

    @property
    def chosen(self) -> Act | None:
        """The act that is chosen."""
        act: Act | None = self.list.currentIndex().data(ACT)
        return act

    def refresh(self) -> None:
        """Read the list anew; the chosen act stays chosen."""
        chosen = self.chosen
        self._model.refresh()
        row = self._model.row_of(chosen.entry.n) if chosen else -1
        if row >= 0:
            self.list.setCurrentIndex(self._model.index(row))
        self._tell()

    def _follow(self, *_news: object) -> None:
        """Unseen, it costs an edit nothing."""
        if self.isVisible() and not self.way_back.running:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def undo_to_here(self) -> None:
        """Take back all that this annotator did after the chosen act; a second time, go no further."""
        if self.way_back.running:
            self.way_back.stop()
        elif chosen := self.chosen:
            self.back.setText("Stop")
            self.way_back.go(chosen.entry.n)

    def _show_progress(self, done: int, total: int) -> None:
        self.changed.setText(f"Undoing {done:,} of {total:,}")

    def _tell(self, *_news: object) -> None:
        if self.way_back.running:
            return
        chosen, newest = self.chosen, self._session.library.undoable()
        self.changed.setText(words.told(self._session.library.steps(chosen.entry.n)) if chosen else "")
        self.back.setText("Undo to here")
        self.back.setEnabled(bool(chosen and newest and newest.n > chosen.entry.n))

    def _reveal_chosen(self) -> None:
        if self.chosen:
            self._reveal(self.list.currentIndex())

    def _reveal(self, index: QModelIndex) -> None:
        """Select the first annotation of the act, or say that it is gone."""
        act: Act = index.data(ACT)
        steps = self._session.library.steps(act.entry.n)
        if act.article and (self._session.current is None or self._session.current.article.id != act.article):
            self._session.open(act.article)
            self.list.setFocus()
        if not steps or steps[0].table != "annotation":
            return
        if self._is_there(steps[0].id):
            self._session.select((steps[0].id,))
        else:
            self.changed.setText(f"{words.told(steps)}\nNo longer in the story")

    def _is_there(self, annotation_id: str) -> bool:
        try:
            self._session.library.annotation(annotation_id)
        except AnnotatorError:
            return False
        return True
