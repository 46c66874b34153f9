"""How the whole window looks now, and how that changes while it is open."""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

from annotator.ui import display
from annotator.ui.fonts import ui_font
from annotator.ui.style import style_sheet
from annotator.ui.theme import Theme, load_theme, palette

FUSION = "fusion"
"""The style that our palette and style sheet are drawn on, the same on every system."""

Choice = Literal["system", "light", "dark"]

LessMotion = Literal["system", "on", "off"]

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Look(QObject):
    """The theme that is on. Whoever paints with its colours is given this object and repaints on `changed`.

    less_motion: what the user chose; "system" does what the desktop asks for
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: Choice = "system", less_motion: LessMotion = "system") -> None:
        super().__init__(app)
        self._app = app
        self.less_motion = less_motion
        self._theme: Theme | None = None
        self.choose(choice)
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def theme(self) -> Theme:
        """The colours to paint with."""
        assert self._theme is not None
        return self._theme

    @property
    def choice(self) -> Choice:
        """What the user chose; "system" follows the desktop, also when that changes at nightfall."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Put on the theme of this name, or the system's; title bars and native dialogs are told as well."""
        self._choice = choice
        self._app.styleHints().setColorScheme(_SCHEMES[choice])
        self._put_on(system_scheme() if choice == "system" else choice)

    def lasting(self, milliseconds: int) -> int:
        """How long something may move that would take so long (sizes.MOVE_MS ...): 0, at once, with less motion.

        Asked when something is about to move, never before the first paint: Qt's style takes 5 ms to answer.
        """
        less = _system_asks_for_less_motion(self._app) if self.less_motion == "system" else self.less_motion == "on"
        return 0 if less else milliseconds

    def _follow(self) -> None:
        if self._choice == "system":
            self._put_on(system_scheme())

    def _put_on(self, name: str) -> None:
        theme = load_theme(name)
        if theme is self._theme:
            return
        self._theme = theme
        apply(self._app, theme)
        self.changed.emit()


def system_scheme() -> Literal["light", "dark"]:
    """What the desktop asks for; light where it does not say."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def _system_asks_for_less_motion(app: QApplication) -> bool:
    """Qt hears it of some desktops, and says it as a style that takes no time; of others it must be asked."""
    return not app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) or display.asks_for_less_motion()


def apply(app: QApplication, theme: Theme) -> None:
    """Give every widget, open or yet to come, this theme: Fusion, our palette, the system's font, our style sheet."""
    # Making Fusion again costs 6 ms; asking for the style makes classes of every kind of style: 5 ms.
    if app.property("style") != FUSION:
        app.setStyle(FUSION)
        app.setProperty("style", FUSION)
    app.setPalette(palette(theme))
    app.setFont(ui_font())
    app.setStyleSheet(style_sheet(theme))
