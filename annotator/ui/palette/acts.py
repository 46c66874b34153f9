"""Actions as lines of the palette: those that fit what was typed; before anything is, recent and likely ones."""

from collections.abc import Iterable, Iterator
from functools import partial

from annotator.text.titles import Titles
from annotator.ui.actions import ACTIONS
from annotator.ui.commands import Commands
from annotator.ui.keycap import key_name
from annotator.ui.palette.found import Found
from annotator.ui.session import Session
from annotator.ui.settings import Settings

_MOST = 8
_RECENT = 4
_MENU = {row.id: row.menu for row in ACTIONS if row.id != "palette"}
_LIKELY_ON_MARK = ("checked", "note", "tag", "remove", "next")
_LIKELY_IN_STORY = ("untouched", "next", "find", "export", "history")
_GRAVE = ("remove", "remove_article")
_MEANT = len("remove")
"""So many letters mean what they say: with fewer, what takes something away comes behind all that does not."""
_LIKELY = ("open", "sample", "search", "keys", "settings")


class Acts:
    """Actions by their words and their menu's name."""

    def __init__(self, commands: Commands, session: Session, settings: Settings) -> None:
        self._commands, self._session, self._settings = commands, session, settings
        self._titles: Titles[str] | None = None

    def forget(self) -> None:
        """Undo and redo may say something else by now."""
        self._titles = None

    def found(self, letters: str) -> Iterator[Found]:
        """Those that fit best, scattered letters only where no words begin so; what cannot be now is grey, and last."""
        if not letters.strip():
            yield from self._first()
            return
        if self._titles is None:
            self._titles = Titles(_MENU, lambda name: (self._commands[name].text(), _MENU[name]))
        fits = self._titles.best(letters, _MOST)
        hasty = len(letters.strip()) < _MEANT
        fits.sort(key=lambda fit: (not self._commands[fit[0]].isEnabled(), hasty and fit[0] in _GRAVE))
        begun = [(name, fit) for name, fit in fits if _begun(self._commands[name].text(), fit.at)]
        for name, fit in begun or fits:
            yield self._line("Actions", name, fit.at)

    def _first(self) -> Iterator[Found]:
        """What was done lately from here, then what is likely to come next."""
        recent = self._possible(self._settings.recent_actions)[:_RECENT]
        selected, current = self._session.selection, self._session.current
        likely = _LIKELY_ON_MARK if selected else _LIKELY_IN_STORY if current else _LIKELY
        yield from (self._line("Recent", name) for name in recent)
        yield from (self._line("Likely next", name) for name in self._possible(likely) if name not in recent)

    def rest(self) -> Iterator[Found]:
        """Every action that can be done now, in the order of the menus."""
        yield from (self._line("All actions", name) for name in self._possible(_MENU))

    def _possible(self, names: Iterable[str]) -> list[str]:
        return [name for name in names if name in _MENU and self._commands[name].isEnabled()]

    def _line(self, group: str, name: str, at: tuple[int, ...] = ()) -> Found:
        action = self._commands[name]
        key, act = key_name(action.shortcut()), partial(self._do, name)
        return Found(group, action.text(), at, action.icon(), act, key=key, possible=action.isEnabled())

    def _do(self, name: str) -> None:
        self._settings.remember_action(name)
        self._commands[name].trigger()


def _begun(title: str, at: tuple[int, ...]) -> bool:
    """Whether the letters stand in one piece at the start of a word."""
    whole = bool(at) and at[-1] - at[0] == len(at) - 1
    return whole and (not at[0] or not title[at[0] - 1].isalnum())
