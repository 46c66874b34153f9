"""A theme: every colour of the window by its name, and the palette that Qt's own widgets take from it.

The colours stand in resources/themes/*.toml, those of high contrast in files that name what differs; `style` makes the
style sheet of them, `look` puts them on.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtGui import QColor, QPalette

from annotator.assets import asset

DISABLED = 0.4
"""How much of a colour is left in what cannot be used now."""

DONE = 0.6
"""How much of a band's colour is left in the paper when its annotation is checked or dropped."""


@dataclass(frozen=True, eq=False, slots=True)
class Theme:
    """Colours by name (claim, claimbg, claimsel, ink, paper ...). Compared by identity, so it may key a cache."""

    name: str
    dark: bool
    colors: Mapping[str, QColor]
    contrast: bool = False

    def color(self, name: str) -> QColor:
        """The colour of this name; KeyError if no theme has it. Shared: copy it before changing it."""
        return self.colors[name]


def load_theme(name: str, *, contrast: bool = False) -> Theme:
    """The theme in resources/themes/<name>.toml: "light" or "dark"; <name>-contrast over it for high contrast."""
    return _load(name, contrast)


@cache
def _load(name: str, contrast: bool) -> Theme:
    table = _table(name)
    named = table["colors"] | (_table(f"{name}-contrast")["colors"] if contrast else {})
    return Theme(name, table["dark"], {token: QColor(value) for token, value in named.items()}, contrast)


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(asset(f"themes/{name}.toml").read_text(encoding="utf-8"))


def mix(a: QColor, b: QColor, share: float) -> QColor:
    """So much (0 to 1) of `a`, the rest `b`; in sRGB, as CSS color-mix does, and opaque."""
    return QColor.fromRgbF(
        *(share * x + (1 - share) * y for x, y in zip(_channels(a), _channels(b), strict=True)),
    )


def _channels(color: QColor) -> tuple[float, float, float]:
    return color.redF(), color.greenF(), color.blueF()


_ROLES = {
    QPalette.ColorRole.Window: "chrome",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "onaccent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Highlight: "accentbg",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    # Fusion draws its edges with these
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "line2",
    QPalette.ColorRole.Shadow: "control",
}

_WORDS = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.PlaceholderText,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
    QPalette.ColorRole.Link,
)


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's own widgets want it; words of disabled ones are mixed into the chrome."""
    result = QPalette()
    for role, name in _ROLES.items():
        result.setColor(role, theme.color(name))
    for role in _WORDS:
        faded = mix(theme.color(_ROLES[role]), theme.color("chrome"), DISABLED)
        result.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return result
