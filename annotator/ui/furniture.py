"""All of the window that can wait until the words are painted: the side panes, the tools, what is in the menus.

A start shows the article first. This is made on the next turn of the event loop, before any key is heard: building it
(with the classes of Qt that only it needs) takes as long as everything before the first paint beside Qt's own loading.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QSplitter, QToolBar, QWidget

from annotator.model.words import Kind
from annotator.ui import sizes, wording
from annotator.ui.aloud import Aloud
from annotator.ui.article_view.margins import Margins
from annotator.ui.article_view.pane import ArticlePane
from annotator.ui.bar_button import BarButton
from annotator.ui.bindings import bound
from annotator.ui.cards import CardsPane
from annotator.ui.commands import Commands
from annotator.ui.desk import Desk
from annotator.ui.history_pane import HistoryPlace
from annotator.ui.icons import app_icon
from annotator.ui.intake import Intake
from annotator.ui.jobs import Jobs
from annotator.ui.level import Level
from annotator.ui.library_pane import LibraryPane
from annotator.ui.look import Look
from annotator.ui.opener import Opener
from annotator.ui.panes import Pane, Panes, tab_through
from annotator.ui.reading_again import ReadingAgain
from annotator.ui.session import Session
from annotator.ui.settings import Settings

if TYPE_CHECKING:
    from annotator.ui.palette import Palette

_TOOLS = ("open", "export", "", "undo", "redo", "", "claim", "quote", "source")
_MENU = ("claim", "quote", "source", "", "add_part", "split", "join", "identical", "", "note", "remove", "", "copy")
_BARE = ("undo", "redo")


class Furniture(QObject):
    """Made once for a window, and put into the places that it has kept."""

    def __init__(
        self,
        window: QMainWindow,
        article: ArticlePane,
        *,
        session: Session,
        opener: Opener,
        settings: Settings,
        look: Look,
        jobs: Jobs,
    ) -> None:
        super().__init__(window)
        self._opener, self._settings, self._article = opener, settings, article
        self.library = LibraryPane(session, look)
        self.cards = CardsPane(session, look)
        self.cards.filters.choose(settings.cards)
        self.cards.filters.changed.connect(self._remember_cards)
        self.level = Level(article.view, self.cards.panel)
        self.aloud = Aloud(session, article.view, self.cards.panel)
        article.told.connect(self.aloud.tell)

        self.left = HistoryPlace(self.library, session, look, settings, jobs)
        panes = (self.library, article, self.cards)
        self.margins, self._rounds = Margins(article, settings), Panes(window, self._panes, article)
        self.intake, again = Intake(window, opener), ReadingAgain(window, article.header, session, jobs)
        more = self.left.acts() | self.margins.acts() | self._rounds.acts() | self.intake.acts() | again.acts()
        self.desk = Desk(window, session, settings, look, jobs, panes=panes, more=more)
        self.desk.told.connect(self.aloud.tell)
        for piece in (self.left, self.margins, self.intake, again):
            piece.told.connect(self.desk.told)
        self.commands = Commands(window, (article.view, self.cards.panel), self.desk.act, session, look)
        self.commands.show_reading(opener.busy)
        opener.working.connect(self.commands.show_reading)
        self._add = BarButton(self.commands["add"], look, bare=True)
        self.library.head.addWidget(self._add)
        article.hovered.connect(self.cards.panel.light)
        article.brush.changed.connect(self._show_brush)
        self.cards.panel.hovered.connect(article.view.light_mark)
        self.commands.start()
        if settings.keys:
            self._rebind()
        self.desk.rebound.connect(self._rebind)
        article.view.menu_asked.connect(self._show_menu)
        article.view.zoom_asked.connect(self.desk.zoom)
        self.margins.check(self.commands["margins"])
        self._palette: Palette | None = None
        self._parts = (window, self.commands, session, look, article.go_to, settings)
        self.desk.palette_asked.connect(self._show_palette)
        window.setWindowIcon(app_icon())

    def fill(self, menus: Mapping[str, QMenu], tools: QToolBar, panes: QSplitter, look: Look) -> None:
        """Put everything in its place."""
        self.commands.fill(menus, self._fill_recent)
        for place, pane, least in ((0, self.left, 152), (2, self.cards, 236)):
            pane.setMinimumWidth(least)
            if empty := panes.replaceWidget(place, pane):
                empty.deleteLater()
            panes.setStretchFactor(place, 0)
        tools.setIconSize(QSize(sizes.ICON, sizes.ICON))
        buttons = []
        for name in _TOOLS:
            if not name:
                tools.addSeparator()
                continue
            kind = name in set(Kind)
            buttons.append(BarButton(self.commands[name], look, bare=name in _BARE, edged=kind, keyed=kind))
            tools.addWidget(buttons[-1])
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        tools.addWidget(room)
        buttons.append(BarButton(self.commands["palette"], look, edged=True, keyed=True))
        tools.addWidget(buttons[-1])
        edge = QWidget()
        edge.setFixedWidth(sizes.GAP)
        tools.addWidget(edge)
        tab_through((*buttons, self._add, self.library.list))

    def _panes(self) -> Iterator[Pane]:
        """Those that the keys go through; the history is there once it was asked for."""
        yield self.library, self.library.list
        yield self._article, self._article.view
        yield self.cards, self.cards.first
        if self.left.pane:
            yield self.left.pane, self.left.pane.list

    def _show_palette(self, far: bool) -> None:
        if self._palette is None:
            from annotator.ui.palette import Palette

            self._palette = Palette(*self._parts)
        self._palette.open_palette(far=far)

    def _show_brush(self, _words: str) -> None:
        """The button of the kind that sweeps mark is down."""
        for kind in Kind:
            held = self._article.brush.kind is kind
            self.commands[kind].setCheckable(held)
            self.commands[kind].setChecked(held)

    def _remember_cards(self) -> None:
        self._settings.cards = self.cards.filters.names

    def _rebind(self) -> None:
        self.commands.bind(bound(self._settings.keys))

    def _show_menu(self, _offset: int, place: QPoint) -> None:
        """The menu of the words under the mouse or the caret."""
        menu = QMenu(self._article)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("At these words")
        for name in _MENU:
            if name:
                menu.addAction(self.commands[name])
            else:
                menu.addSeparator()
        menu.popup(place)

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self._settings.recent:
            action = menu.addAction(wording.cut(wording.plain(path.name), 60).replace("&", "&&"))
            action.setToolTip(wording.plain(str(path)))
            action.triggered.connect(partial(self._opener.open, [path]))
        if menu.isEmpty():
            menu.addAction("No files yet").setEnabled(False)
