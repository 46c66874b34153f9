"""The window: layout, menus, tool bar. It wires; it does not think."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QToolBar, QWidget

from annotator.errors import AnnotatorError
from annotator.library import Applied
from annotator.model.annotations import Annotation
from annotator.ui import sizes, wording
from annotator.ui.actions import MENUS
from annotator.ui.article_view.pane import ArticlePane
from annotator.ui.fonts import grown, scaled
from annotator.ui.jobs import Jobs
from annotator.ui.look import Look
from annotator.ui.opener import Opener
from annotator.ui.session import Opened, Session
from annotator.ui.settings import Settings
from annotator.ui.status_bar import StatusBar
from annotator.ui.style import dress

if TYPE_CHECKING:
    from annotator.importing import Arrivals
    from annotator.ui.cards import CardsPane
    from annotator.ui.commands import Commands
    from annotator.ui.furniture import Furniture
    from annotator.ui.library_pane import LibraryPane
    from annotator.ui.reading_bar import ReadingBar

_SIZE = QSize(1440, 900)


class MainWindow(QMainWindow):
    """Library on the left, article in the middle, cards on the right.

    The article is there at once; the rest comes behind the first paint, or when it is first asked for.

    seen(): it was painted for the first time, and is all there
    """

    seen = Signal()

    def __init__(self, session: Session, opener: Opener, settings: Settings, look: Look, jobs: Jobs) -> None:
        super().__init__()
        self.session, self._opener, self._settings, self._look, self._jobs = session, opener, settings, look, jobs
        self.resize(_SIZE)
        self.setAcceptDrops(True)
        self.article_pane = ArticlePane(session, look, settings)
        self._panes, self._pages, self._tools = QSplitter(), QStackedWidget(), QToolBar("Tools")
        self._start: QWidget | None = None
        self._furniture: Furniture | None = None
        self._reading: ReadingBar | None = None
        self._seen = False
        self.status = StatusBar(look, session.library.annotator)
        self._build()
        self._connect()
        self._show(session.current)
        self.article_pane.set_zoom(settings.zoom)
        self.article_pane.view.set_typography(settings.typography)
        self.article_pane.show_margins(shown=settings.margins)

    # -- building

    def _build(self) -> None:
        bar = self._tools
        bar.setMovable(False)
        bar.toggleViewAction().setVisible(False)
        bar.setFixedHeight(grown(sizes.TOOL_BAR))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(bar)
        self._menus = {name: self.menuBar().addMenu(f"&{name}") for name in MENUS}
        self.menuBar().setAccessibleName("Menus")
        for name, menu in self._menus.items():
            menu.setAccessibleName(name)
        left, right = QWidget(), QWidget()
        for side in (left, right):
            dress(side, "panel")
        for pane, stretch in ((left, 0), (self.article_pane, 1), (right, 0)):
            self._panes.addWidget(pane)
            self._panes.setStretchFactor(self._panes.count() - 1, stretch)
        library, cards = (min(scaled(width), width * 3 // 2) for width in (sizes.LIBRARY, sizes.CARDS))
        self._panes.setSizes([library, _SIZE.width() - library - cards, cards])
        self._arrange()
        self.article_pane.setMinimumWidth(360)
        self._pages.addWidget(self._panes)
        self.setCentralWidget(self._pages)
        self.setStatusBar(self.status)

    def _arrange(self) -> None:
        self._panes.setHandleWidth(1)
        self._panes.setChildrenCollapsible(False)

    def furnish(self) -> "Furniture":
        """All the rest of the window, made when it is first asked for."""
        if self._furniture is None:
            from annotator.ui.furniture import Furniture

            self._furniture = Furniture(
                self,
                self.article_pane,
                session=self.session,
                opener=self._opener,
                settings=self._settings,
                look=self._look,
                jobs=self._jobs,
            )
            self._furniture.fill(self._menus, self._tools, self._panes, self._look)
            self._furniture.cards.typing.connect(self._show_typing)
            self._furniture.cards.leave.connect(self._back_to_text)
            self._furniture.desk.told.connect(self.status.tell)
        return self._furniture

    @property
    def commands(self) -> "Commands":
        """The actions."""
        return self.furnish().commands

    @property
    def library_pane(self) -> "LibraryPane":
        """The pane on the left."""
        return self.furnish().library

    @property
    def cards_pane(self) -> "CardsPane":
        """The pane on the right."""
        return self.furnish().cards

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._show)
        session.edited.connect(self._follow)
        session.selected.connect(self._show_selection)
        session.failed.connect(self._refuse)
        session.signed.connect(self.status.show_checker)
        self.article_pane.told.connect(self.status.tell)
        self.article_pane.brush.changed.connect(self.status.show_brush)
        self.article_pane.mending.mode_changed.connect(self.status.show_mode)
        self.article_pane.zoomed.connect(self.status.show_zoom)
        self._opener.progressed.connect(self._show_reading)
        self._opener.ended.connect(self._end_reading)

    # -- what the session says

    def _show(self, opened: Opened | None) -> None:
        """The article on the desk, or the page of an empty library."""
        if opened is None and not self.session.library.articles():
            self._pages.setCurrentWidget(self._start_page())
            self._start_page().setFocus()
        else:
            self._pages.setCurrentWidget(self._panes)
            if not (self._furniture and self._furniture.library.isAncestorOf(self.focusWidget() or self)):
                self.article_pane.view.setFocus()
        if opened:
            self._settings.remember_article(self.session.library.path, opened.article.id)
        self._show_title()
        if not self.session.library.writable:
            self.status.saving.read_only()
        elif not self.status.saving.text():
            self.status.saving.ready()
        self._show_counts()

    def _show_title(self) -> None:
        current = self.session.current
        title = f"{wording.cut(wording.plain(current.article.title), 80)} – " if current else ""
        self.setWindowTitle(f"{title}Annotator")

    def _start_page(self) -> QWidget:
        if self._start is None:
            from annotator.reading import READERS
            from annotator.ui.start_page import StartPage

            formats = ", ".join(wording.within(reader.name) for reader in READERS)
            self._start = StartPage(self._look, self.commands["open"], self.commands["sample"], formats)
            self._pages.addWidget(self._start)
        return self._start

    def _follow(self, applied: Applied, _initiator: object) -> None:
        self.status.saving.saved()
        self.status.tell("")
        if applied.edit.of_articles:
            self._show_title()
        self._show_counts()

    def _show_counts(self) -> None:
        current = self.session.current
        if current is None:
            self.status.show_hint("Your work stays on this computer")
            return
        listed = self.session.library.listed(current.article.id)
        self.status.show_left(listed.annotations, listed.done)

    def _show_selection(self, selection: tuple[Annotation, ...]) -> None:
        self.status.show_selection(selection)

    def _refuse(self, error: AnnotatorError) -> None:
        from annotator.ui.trouble import show_error

        if self.session.library.writable:
            self.status.saving.failed(str(error))
        else:
            self.status.saving.read_only()
        show_error(self, str(error))

    # -- what the user does

    def _show_typing(self, typing: bool) -> None:
        if typing:
            self.status.saving.saving()
        else:
            self.status.saving.saved()

    def _back_to_text(self) -> None:
        selection = self.session.selection
        self.article_pane.view.setFocus()
        if selection:
            self.article_pane.view.place_caret(selection[-1].end)

    def _show_reading(self, done: int, total: int, name: str) -> None:
        if self._reading is None:
            from annotator.ui.reading_bar import ReadingBar

            self._reading = ReadingBar()
            self._reading.stopped.connect(self._opener.cancel)
            self.status.addWidget(self._reading)
        self._reading.show_progress(done, total, name)

    def _end_reading(self, arrivals: "Arrivals") -> None:
        if self._reading:
            self._reading.end()
        refused, skipped = len(arrivals.refused), len(arrivals.skipped)
        if (refused, skipped) == (1, 0):
            from annotator.ui.trouble import show_error

            show_error(self, str(arrivals.refused[0]))
        elif refused or skipped:
            from annotator.ui.dialogs.arrivals import ArrivalsSheet

            ArrivalsSheet(self, arrivals).open()
        if arrivals.added + arrivals.known > 1:
            self.status.tell(f"{arrivals}")

    def open_files(self, paths: list[Path]) -> None:
        """Open these files, and come to the front: a second start asks for it."""
        self._opener.open(paths)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self._follow_first_paint)

    def _follow_first_paint(self) -> None:
        self.furnish()
        self.seen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody wanted leads back to the text, from wherever the keys are."""
        if event.key() == Qt.Key.Key_Escape and self._panes.isVisible():
            self._back_to_text()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._opener.open([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self._furniture and not self.isActiveWindow():
            self._furniture.cards.flush()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.cards_pane.flush()
        if self.cards_pane.editor.waiting and not self._lose_note():
            event.ignore()
            return
        self._opener.cancel()
        self.article_pane.remember_place()
        self._settings.remember_shape("window", self.saveGeometry())
        self._settings.remember_shape("panes", self._panes.saveState())
        super().closeEvent(event)

    def restore_shape(self) -> None:
        """As it was when it was closed."""
        if window := self._settings.shape("window"):
            self.restoreGeometry(window)
        if panes := self._settings.shape("panes"):
            self._panes.restoreState(panes)
            self._panes.setOrientation(Qt.Orientation.Horizontal)  # it brings these as well, whatever they were
            self._arrange()

    def _lose_note(self) -> bool:
        from PySide6.QtWidgets import QMessageBox

        answer = QMessageBox.question(
            self, "Annotator", "The note could not be saved. Close all the same, and lose what was typed last?"
        )
        return answer is QMessageBox.StandardButton.Yes
