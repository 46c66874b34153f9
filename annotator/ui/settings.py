"""What the window remembers between two starts; losing it costs comfort, never work."""

from dataclasses import asdict
from pathlib import Path
from typing import cast
from zlib import crc32

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QFontDatabase

from annotator.places import settings_folder
from annotator.ui import bindings, bookmarks
from annotator.ui.bookmarks import Place
from annotator.ui.look import Choice, Wish
from annotator.ui.typography import CHARACTERS, LINE_HEIGHT, SIZE, ZOOM_STEPS, Typography

_RECENT = 10


class Settings:
    """Theme, type, zoom, keys, the window's shape, recent files and actions, the story last open and where in it."""

    def __init__(self) -> None:
        self._kept = QSettings(str(settings_folder() / "settings.ini"), QSettings.Format.IniFormat)

    @property
    def theme(self) -> Choice:
        """The chosen theme."""
        value = str(self._kept.value("theme", "system"))
        return cast(Choice, value) if value in ("light", "dark") else "system"

    @theme.setter
    def theme(self, choice: Choice) -> None:
        self._kept.setValue("theme", choice)

    @property
    def less_motion(self) -> Wish:
        """Whether nothing is to move: "on", "off", or as the desktop asks."""
        return self._wish("less_motion")

    @less_motion.setter
    def less_motion(self, wish: Wish) -> None:
        self._kept.setValue("less_motion", wish)

    @property
    def contrast(self) -> Wish:
        """Whether lines, edges and words are stronger: "on", "off", or as the desktop asks."""
        return self._wish("contrast")

    @contrast.setter
    def contrast(self, wish: Wish) -> None:
        self._kept.setValue("contrast", wish)

    def _wish(self, name: str) -> Wish:
        value = str(self._kept.value(name, "system"))
        return cast(Wish, value) if value in ("on", "off") else "system"

    @property
    def zoom(self) -> int:
        """The text's size in percent."""
        return round(self._number("zoom", 100, ZOOM_STEPS[0], ZOOM_STEPS[-1]))

    @zoom.setter
    def zoom(self, percent: int) -> None:
        self._kept.setValue("zoom", percent)

    @property
    def typography(self) -> Typography:
        """How the story is set; a face that this computer has no more is left out."""
        usual = Typography()
        family = str(self._kept.value("text/family", ""))
        return Typography(
            family if family and QFontDatabase.hasFamily(family) else usual.family,
            round(self._number("text/size", usual.size, SIZE[0], SIZE[-1])),
            self._number("text/line_height", usual.line_height, *LINE_HEIGHT),
            round(self._number("text/characters", usual.characters, CHARACTERS[0], CHARACTERS[-1])),
        )

    @typography.setter
    def typography(self, typography: Typography) -> None:
        for name, value in asdict(typography).items():
            self._kept.setValue(f"text/{name}", value)

    @property
    def keys(self) -> bindings.Changes:
        """What was changed of the keys; what a file says that cannot be is left out."""
        self._kept.beginGroup("keys")
        texts = {name: str(self._kept.value(name, "")) for name in self._kept.childKeys()}
        self._kept.endGroup()
        return bindings.read(texts)

    @keys.setter
    def keys(self, changes: bindings.Changes) -> None:
        self._kept.remove("keys")
        for name, keys in changes.items():
            self._kept.setValue(f"keys/{name}", " ".join(keys))

    @property
    def recent(self) -> list[Path]:
        """Files opened lately, the last one first."""
        value = self._kept.value("recent", [])
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(name) for name in map(str, names) if name and "\0" not in name]

    def remember(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        kept = [path.absolute(), *(one for one in self.recent if one != path.absolute())]
        self._kept.setValue("recent", [str(one) for one in kept[:_RECENT]])

    @property
    def recent_actions(self) -> list[str]:
        """Ids of the actions that were found in the palette lately, the last one first; some may be no more."""
        return [name for name in str(self._kept.value("actions", "")).split() if name]

    def remember_action(self, action_id: str) -> None:
        """Put an action first among the recent ones."""
        kept = [action_id, *(one for one in self.recent_actions if one != action_id)]
        self._kept.setValue("actions", " ".join(kept[:_RECENT]))

    @property
    def cards(self) -> list[str]:
        """Which cards are shown, and in which order, as `Filters.names` has it."""
        return str(self._kept.value("cards", "")).split()

    @cards.setter
    def cards(self, names: list[str]) -> None:
        self._kept.setValue("cards", " ".join(names))

    @property
    def history(self) -> bool:
        """Whether the history is open."""
        return str(self._kept.value("history", "no")) == "yes"

    @history.setter
    def history(self, opened: bool) -> None:
        self._kept.setValue("history", "yes" if opened else "no")

    @property
    def original(self) -> bool:
        """Whether the original's pages are shown beside a story that has them."""
        return str(self._kept.value("original", "no")) == "yes"

    @original.setter
    def original(self, shown: bool) -> None:
        self._kept.setValue("original", "yes" if shown else "no")

    @property
    def margins(self) -> bool:
        """Whether lanes and the strip are shown."""
        return str(self._kept.value("margins", "yes")) != "no"

    @margins.setter
    def margins(self, shown: bool) -> None:
        self._kept.setValue("margins", "yes" if shown else "no")

    def article(self, library: Path) -> str:
        """The article last open in a library."""
        return str(self._kept.value(f"article/{_key(library)}", ""))

    def remember_article(self, library: Path, article: str) -> None:
        """The next start opens this one."""
        self._kept.setValue(f"article/{_key(library)}", article)

    def _number(self, name: str, usual: float, least: float, most: float) -> float:
        """What the file has, or the usual where that is no number between these."""
        try:
            number = float(str(self._kept.value(name, usual)))
        except ValueError:
            return usual
        return number if least <= number <= most else usual

    def place(self, version: str) -> Place | None:
        """Where a version of a story was left; None if nobody knows."""
        return bookmarks.read(self._bookmarks()).get(version)

    def remember_place(self, version: str, place: Place) -> None:
        """Open this version here the next time."""
        self._kept.setValue("places", bookmarks.put(self._bookmarks(), version, place))

    def _bookmarks(self) -> list[object]:
        kept = self._kept.value("places", [])
        return kept if isinstance(kept, list) else [kept]

    def shape(self, name: str) -> QByteArray | None:
        """The geometry of the window, or the widths of its panes."""
        value = self._kept.value(f"shape/{name}")
        return value if isinstance(value, QByteArray) else None

    def remember_shape(self, name: str, shape: QByteArray) -> None:
        """Keep it for the next start."""
        self._kept.setValue(f"shape/{name}", shape)


def _key(library: Path) -> str:
    """A name for a path that an INI file takes; two libraries that share one would only share a preference."""
    return f"{crc32(str(library.absolute()).encode('utf-8', 'surrogateescape')):08x}"
