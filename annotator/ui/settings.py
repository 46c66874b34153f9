"""What the window remembers between two starts; losing it costs comfort, never work."""

from pathlib import Path
from typing import cast
from zlib import crc32

from PySide6.QtCore import QByteArray, QSettings

from annotator.places import settings_folder
from annotator.ui import bindings, bookmarks
from annotator.ui.bookmarks import Place
from annotator.ui.look import Choice, LessMotion

_RECENT = 10


class Settings:
    """Theme, zoom, changed keys, the window's shape, recent files, the article last open in each library, places."""

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
    def less_motion(self) -> LessMotion:
        """Whether nothing is to move: "on", "off", or as the desktop asks."""
        value = str(self._kept.value("less_motion", "system"))
        return cast(LessMotion, value) if value in ("on", "off") else "system"

    @less_motion.setter
    def less_motion(self, choice: LessMotion) -> None:
        self._kept.setValue("less_motion", choice)

    @property
    def zoom(self) -> int:
        """The text's size in percent."""
        value = str(self._kept.value("zoom", "100"))
        return int(value) if value.isdecimal() else 100

    @zoom.setter
    def zoom(self, percent: int) -> None:
        self._kept.setValue("zoom", percent)

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
        return [Path(str(name)) for name in names]

    def remember(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        kept = [path.absolute(), *(one for one in self.recent if one != path.absolute())]
        self._kept.setValue("recent", [str(one) for one in kept[:_RECENT]])

    @property
    def history(self) -> bool:
        """Whether the history is open."""
        return str(self._kept.value("history", "no")) == "yes"

    @history.setter
    def history(self, opened: bool) -> None:
        self._kept.setValue("history", "yes" if opened else "no")

    def article(self, library: Path) -> str:
        """The article last open in a library."""
        return str(self._kept.value(f"article/{_key(library)}", ""))

    def remember_article(self, library: Path, article: str) -> None:
        """The next start opens this one."""
        self._kept.setValue(f"article/{_key(library)}", article)

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
