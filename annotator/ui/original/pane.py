"""The pane beside the cards: the page that the caret is on, and on it the words of the selected annotation."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.errors import AnnotatorError
from annotator.library.queries import Layout
from annotator.reading.pages import Page, Wanted, wanted
from annotator.text import paragraph_at
from annotator.ui import sizes, wording
from annotator.ui.article_view.view import ArticleView
from annotator.ui.fonts import grown
from annotator.ui.jobs import Job, Jobs
from annotator.ui.original.picture import PagePicture
from annotator.ui.session import Session
from annotator.ui.style import dress
from annotator.ui.theme import load_theme

if TYPE_CHECKING:
    from annotator.progress import Report

_WAIT = 60
"""Milliseconds after which a caret that moves on is followed."""

_KEPT = 8
"""Pages that are kept drawn: some two megabytes each."""


def _draw(asked: Wanted, data: bytes, report: "Report") -> Page:
    """In the worker."""
    from annotator.reading.child import draw_apart

    return draw_apart(asked, data, report)


class OriginalPane(QWidget):
    """Follows the caret and the selection while it is seen. One page is drawn at a time, the newest wish next."""

    def __init__(self, session: Session, view: ArticleView, jobs: Jobs) -> None:
        super().__init__()
        self._session, self._view, self._jobs = session, view, jobs
        self.title, self.picture, self.area = QLabel("Original"), PagePicture(), QScrollArea()
        self._data = b""
        self._layout: Layout | None = None
        self._drawn: dict[Wanted, Page] = {}
        self._job: Job | None = None
        self._shown: Wanted | None = None
        self._turn = QTimer(self, singleShot=True, interval=_WAIT)
        self._turn.timeout.connect(self._follow)
        self._build()
        session.opened.connect(self._take)
        session.selected.connect(self._wait)
        view.moved.connect(self._wait)

    def _build(self) -> None:
        dress(self, "panel")
        self.setAccessibleName("Original")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dress(self.title, "strong")
        self.title.setFixedHeight(grown(sizes.PANE_HEAD))
        self.title.setContentsMargins(sizes.MARGIN, 0, sizes.GAP, 0)
        self.area.setWidget(self.picture)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setAccessibleName("Page of the original")
        self.area.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.area, 1)

    # -- what is to be seen

    @Slot(object)
    def _take(self, _opened: object) -> None:
        """Another story: nothing of the one before is kept."""
        self._data, self._layout, self._shown = b"", None, None
        self._drawn.clear()
        self.picture.show_page(None)
        self._wait()

    @Slot()
    def _wait(self, *_news: object) -> None:
        if self.isVisible():
            self._turn.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wait()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wait()

    def eventFilter(self, _viewport: QObject, event: QEvent) -> bool:
        """The picture is as wide as there is room."""
        if event.type() is QEvent.Type.Resize:
            self.picture.fit(self.area.viewport().width())
        return False

    def _wish(self) -> Wanted | None:
        """The page at the selected annotation, else at the caret; of a story that has pages."""
        current = self._session.current
        if current is None or not self._load(current.version.id):
            return None
        assert self._layout
        spans = [(span.start, span.end) for one in self._session.selection[-1:] for span in one.spans]
        caret = spans[0][0] if spans else self._view.caret()
        around = paragraph_at(current.text, caret)
        width = round(self.area.viewport().width() * self.devicePixelRatioF())
        return wanted(current.text, self._layout.places, caret, width, spans or [around] if around else [])

    def _load(self, version: str) -> bool:
        """Have the bytes of the original; whether it has pages."""
        if self._layout is None:
            try:
                self._data, self._layout = (
                    self._session.library.original(version),
                    self._session.library.layout(version),
                )
            except AnnotatorError as error:
                self.title.setText(str(error))
                return False
        return any(place.kind == "page" for place in self._layout.places)

    # -- drawing

    @Slot()
    def _follow(self) -> None:
        wish = self._wish() if self._job is None else None
        if wish is None or wish == self._shown:
            return
        if page := self._drawn.get(wish):
            self._show(wish, page)
            return
        self._job = self._jobs.run(partial(_draw, wish, self._data))
        self._job.finished.connect(partial(self._keep, wish, self._data))
        self._job.failed.connect(self._refuse)
        self._job.cancelled.connect(self._end)

    def _keep(self, wish: Wanted, data: bytes, page: Page) -> None:
        if data is self._data:
            while len(self._drawn) >= _KEPT:
                del self._drawn[next(iter(self._drawn))]
            self._drawn[wish] = page
            self._show(wish, page)
        self._end()

    def _end(self) -> None:
        """Go on with what was wished meanwhile."""
        self._job = None
        self._wait()

    def _refuse(self, _error: Exception) -> None:
        self.picture.show_page(None)
        self.title.setText("This page cannot be drawn")
        self._shown, self._job = None, None

    def _show(self, wish: Wanted, page: Page) -> None:
        self._shown = wish
        self.title.setText(f"Page {wording.cut(wording.plain(wish.label), 20)} of the original")
        self.picture.show_page(page, self._tint())
        marked = self.picture.marked.toRect()
        if not marked.isEmpty():
            edge = self.area.viewport().height() // 4
            self.area.ensureVisible(0, marked.bottom(), 0, edge)
            self.area.ensureVisible(0, marked.top(), 0, edge)

    def _tint(self) -> QColor:
        """The marker's colour: of the annotation's kind; on white paper those of the light theme alone can be read."""
        selection = self._session.selection
        return load_theme("light").color(f"{selection[-1].kind}sel" if selection else "accentbg")
