"""What each action does: the table's ids to the methods of panes and session. The window builds; the desk answers."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model.words import Kind, Status
from annotator.ui.article_view.pane import ArticlePane
from annotator.ui.article_view.verbs import Verbs
from annotator.ui.bindings import bound
from annotator.ui.cards import CardsPane
from annotator.ui.jobs import Jobs
from annotator.ui.library_pane import LibraryPane
from annotator.ui.look import Look
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.typography import ZOOM_STEPS


class Desk(QObject):
    """Carries out actions. Before each, what is being typed is saved, so that no act overtakes a note."""

    told = Signal(str)
    palette_asked = Signal(bool)

    rebound = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        settings: Settings,
        look: Look,
        jobs: Jobs,
        *,
        panes: tuple[LibraryPane, ArticlePane, CardsPane],
        more: Mapping[str, Callable[[], object]],
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._look, self._jobs = look, jobs
        self._library, self._article, self._cards = panes
        self._verbs = Verbs(session, self._article, look, self)
        self._verbs.told.connect(self.told)
        self._acts = self._table() | self._verbs.acts() | dict(more)

    def act(self, action_id: str) -> None:
        """Do what the table says."""
        self._cards.flush()
        self._article.mending.make_way(action_id)
        self._acts[action_id]()

    def _table(self) -> dict[str, Callable[[], object]]:
        table: dict[str, Callable[[], object]] = {
            "export": self._export,
            "quit": self._window.close,
            "undo": self._session.undo,
            "redo": self._session.redo,
            "copy": self._copy,
            "find": self._article.look_for,
            "palette": partial(self.palette_asked.emit, False),
            "search": partial(self.palette_asked.emit, True),
            "next_hit": partial(self._article.step_hit, forward=True),
            "previous_hit": partial(self._article.step_hit, forward=False),
            "deselect": self._article.deselect,
            "remove": self._article.remove,
            "note": partial(self._write, self._cards.editor.focus_note),
            "near_duplicates": self._show_near_duplicates,
            "tag": partial(self._write, self._cards.focus_tags),
            "next": partial(self._article.step, forward=True),
            "previous": partial(self._article.step, forward=False),
            "next_article": partial(self._library.step, 1),
            "previous_article": partial(self._library.step, -1),
            "details": self._show_details,
            "remove_article": self._remove_article,
            "zoom_in": partial(self.zoom, 1),
            "zoom_out": partial(self.zoom, -1),
            "zoom_reset": partial(self.zoom, 0),
            "theme": self._turn_theme,
            "system_theme": self._follow_system,
            "contrast": self._turn_contrast,
            "settings": self._show_settings,
            "order_cards": self._cards.filters.turn_order,
            "all_cards": self._cards.filters.clear,
            "keys": self._show_keys,
            "about": self._show_about,
        }
        table |= self._article.mending.acts()
        table |= {kind.value: partial(self._press, kind) for kind in Kind}
        table |= {f"{kind}_brush": partial(self._article.brush_with, kind) for kind in Kind}
        return table | {status.value: partial(self._set_status, status) for status in Status}

    def _export(self) -> None:
        from annotator.ui.dialogs.export import ExportSheet

        sheet = ExportSheet(self._window, self._session, self._jobs)
        sheet.accepted.connect(lambda: self.told.emit(sheet.exported))
        sheet.open()

    def _copy(self) -> None:
        """The selected words; without a selection those of the selected annotation."""
        current, selected = self._session.current, self._article.view.selected_range()
        if current and selected:
            QApplication.clipboard().setText(current.text[slice(*selected)])
        elif self._session.selection:
            QApplication.clipboard().setText(self._session.selection[-1].words)

    def _press(self, kind: Kind) -> None:
        """The key of a kind: for several annotations at once, or for the words at the caret."""
        from annotator import editing

        if len(self._session.selection) > 1 and not self._article.view.selected_range():
            self._session.do(editing.relabel(self._session.selection, kind))
        else:
            self._article.press(kind)

    def _write(self, enter: Callable[[], None]) -> None:
        """Into a field of the selected annotation; without one, what is at the caret is selected first."""
        if self._session.selection:
            enter()
        else:
            self._verbs.pick()

    def _show_near_duplicates(self) -> None:
        from annotator import mending
        from annotator.ui.dialogs.near import NearSheet

        if current := self._session.current:
            groups = mending.near_duplicates(self._session.library.annotations(current.version.id), current.text)
            if groups:
                NearSheet(self._window, self._session, current.text, groups, self._look.theme).open()
            else:
                self.told.emit("No two annotations are nearly the same")

    def _show_details(self) -> None:
        from annotator.ui.dialogs.story import StorySheet

        if current := self._session.current:
            StorySheet(self._window, self._session, self._session.library.article(current.article.id)).open()

    def _set_status(self, status: Status) -> None:
        from annotator import editing

        self._session.do(editing.set_status(self._session.selection, status))

    def _remove_article(self) -> None:
        from annotator import editing

        if current := self._session.current:
            library = self._session.library
            versions = library.versions(current.article.id)
            annotations = [a for version in versions for a in library.annotations(version.id)]
            article = library.article(current.article.id)
            self._session.do(editing.remove_article(article, versions, annotations))

    def zoom(self, by: int) -> None:
        """Larger or smaller letters by a step; 0 for 100 %."""
        now = self._settings.zoom
        larger, smaller = (s for s in ZOOM_STEPS if s > now), (s for s in reversed(ZOOM_STEPS) if s < now)
        percent = 100 if by == 0 else next(larger if by > 0 else smaller, now)
        self._settings.zoom = percent
        self._article.set_zoom(percent)

    def _turn_theme(self) -> None:
        self._settings.theme = "light" if self._look.theme.dark else "dark"
        self._look.choose(self._settings.theme)

    def _follow_system(self) -> None:
        self._settings.theme, self._settings.contrast = "system", "system"
        self._look.choose("system")
        self._look.strengthen("system")

    def _turn_contrast(self) -> None:
        self._settings.contrast = "off" if self._look.theme.contrast else "on"
        self._look.strengthen(self._settings.contrast)

    def _show_keys(self) -> None:
        from annotator.ui.dialogs.keys import KeysSheet

        KeysSheet(self._window, bound(self._settings.keys)).open()

    def _show_settings(self) -> None:
        from annotator.ui.dialogs.settings import SettingsSheet

        sheet = SettingsSheet(self._window, self._settings, self._look)
        sheet.rebound.connect(self.rebound)
        sheet.set_anew.connect(self._article.view.set_typography)
        sheet.signed.connect(self._session.sign)
        sheet.open()

    def _show_about(self) -> None:
        from annotator.ui.dialogs.about import AboutSheet

        AboutSheet(self._window, self._session.library).open()
