"""The two faces of the window: the system's for the interface, a serif for reading, in every script we can name."""

import sys
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from annotator.ui import sizes

_USUAL_POINTS = {"win32": (9.0, 9.0), "darwin": (13.0, 13.0)}
_USUAL_ELSEWHERE = (9.0, 11.0)
"""What desktops set when nobody asked for larger or smaller letters (GNOME 11, KDE 10, bare Qt 9)."""

# Latin first, then what draws Arabic, Hebrew and Chinese, Japanese, Korean; Qt takes each letter from the first
# family that has it. No New York on macOS: it is a download, and Georgia is always there.
_READING = {
    "win32": ("Georgia", "Segoe UI", "Times New Roman", "SimSun", "Yu Mincho", "Batang", "Microsoft YaHei"),
    "darwin": ("Georgia", "Geeza Pro", "Arial Hebrew", "Songti SC", "Hiragino Mincho ProN", "AppleMyungjo"),
}
_READING_ELSEWHERE = (
    "Noto Serif",
    "Noto Naskh Arabic",
    "Noto Serif Hebrew",
    "Noto Serif CJK SC",
    "Source Serif 4",
    "DejaVu Serif",
    "Liberation Serif",
)


# What story texts are read well in, on one system or another: serifs, then faces without.
_FOR_READING = (
    *("Georgia", "Charter", "Iowan Old Style", "Palatino", "Palatino Linotype", "Cambria", "Constantia", "Literata"),
    *("Noto Serif", "Source Serif 4", "Merriweather", "Times New Roman", "Liberation Serif", "DejaVu Serif"),
    *("Atkinson Hyperlegible", "Segoe UI", "Helvetica Neue", "Verdana", "Arial", "Inter", "Noto Sans", "Source Sans 3"),
    *("Liberation Sans", "DejaVu Sans", "OpenDyslexic"),
)

_PROSE = "the council had never refused to say what it would cost, and when they asked"


def ui_font(size: int = sizes.TEXT, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The system's face, `size` pixels high (sizes.TEXT, SMALL, TAG or SHEET_TITLE), scaled as the user set it."""
    font = QFont(_system_font())
    font.setPixelSize(scaled(size))
    font.setWeight(weight)
    return font


def reading_font(size: int = sizes.READING, weight: QFont.Weight = QFont.Weight.Normal, *, family: str = "") -> QFont:
    """The serif, `size` pixels high (sizes.READING, HEADLINE, CARD ...); the view's zoom scales it, not the system.

    A `family` that is named comes first, and those of the serif behind it for what it cannot write.
    """
    font = QFont()
    font.setFamilies([family, *_reading_families()] if family else list(_reading_families()))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


def families_for_reading() -> list[str]:
    """The faces to offer for the story, of those that this computer has."""
    return [family for family in _FOR_READING if QFontDatabase.hasFamily(family)]


@cache
def letter_width(family: str) -> float:
    """How wide a letter of English prose is on average, in heights of the letters."""
    size = 100
    return QFontMetricsF(reading_font(size, family=family)).horizontalAdvance(_PROSE) / len(_PROSE) / size


def scaled(size: int) -> int:
    """A size of the interface in pixels, larger or smaller where the user's system font is."""
    points = _system_font().pointSizeF()
    if points <= 0:
        return size
    least, most = _USUAL_POINTS.get(sys.platform, _USUAL_ELSEWHERE)
    return round(size * points / min(max(points, least), most))


def grown(size: int, line: int = sizes.TEXT_LINE) -> int:
    """The height of a bar that holds one line of letters: as much more than `size` as that line has grown."""
    return size + max(0, scaled(line) - line)


def _system_font() -> QFont:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


@cache
def _reading_families() -> tuple[str, ...]:
    """Those that this computer has: a missing name costs macOS a search for its aliases, and a warning."""
    ladder = _READING.get(sys.platform, _READING_ELSEWHERE)
    return (*(family for family in ladder if QFontDatabase.hasFamily(family)), "serif")
