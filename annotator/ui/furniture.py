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
from annotator.ui.drafts import Drafts
from annotator.ui.fonts import grown
from annotator.ui.history_pane import HistoryPlace
from annotator.ui.icons import app_icon
from annotator.ui.intake import Intake
from annotator.ui.jobs import Jobs
from annotator.ui.level import Level
from annotator.ui.library_pane import LibraryPane
from annotator.ui.look import Look
from annotator.ui.opener import Opener
from annotator.ui.original import OriginalPlace
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
        self.intake, self.drafts = Intake(window, opener), Drafts(window, session, jobs, look, article)
        self.original = OriginalPlace(window, session, article.view, settings, jobs)
        self.again = ReadingAgain(window, article.header, session, jobs)
        places = (self.left, self.margins, self._rounds, self.intake, self.drafts, self.again, self.original)
        more = {name: act for place in places for name, act in place.acts().items()}
        self.desk = Desk(window, session, settings, look, jobs, panes=panes, more=more)
        self.commands = Commands(window, (article.view, self.cards.panel), self.desk.act, session, look)
        self._add = BarButton(self.commands["add"], look, bare=True)
        self.library.head.addWidget(self._add)
        self._palette: Palette | None = None
        self._parts = (window, self.commands, session, look, article.go_to, settings)
        self._connect()
        self.commands.start()
        if settings.keys:
            self._rebind()
        window.setWindowIcon(app_icon())

    def _connect(self) -> None:
        article, desk, view = self._article, self.desk, self._article.view
        for teller in (self.left, self.margins, self.intake, self.drafts, self.again, self.original):
            teller.told.connect(desk.told)
        desk.told.connect(self.aloud.tell)
        desk.rebound.connect(self._rebind)
        desk.palette_asked.connect(self._show_palette)
        article.hovered.connect(self.cards.panel.light)
        article.brush.changed.connect(self._show_brush)
        self.cards.panel.hovered.connect(view.light_mark)
        view.menu_asked.connect(self._show_menu)
        view.zoom_asked.connect(desk.zoom)
        self.commands.show_reading(self._opener.busy)
        self._opener.working.connect(self.commands.show_reading)
        self.original.check(self.commands["original"])
        self.margins.check(self.commands["margins"])

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
        tools.setFixedHeight(grown(sizes.TOOL_BAR))  # which Qt forgets when a bar gets its first button
        tab_through((*buttons, self._add, self.library.list))

    def _panes(self) -> Iterator[Pane]:
        """Those that the keys go through; the history is there once it was asked for."""
        yield self.library, self.library.list
        yield self._article, self._article.view
        yield self.cards, self.cards.first
        if self.original.pane:
            yield self.original.pane, self.original.pane.area
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
