"""How each kind of paragraph is set: its letters, the line they stand on, where bands and underlines go."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from annotator.model.words import Role
from annotator.ui import sizes
from annotator.ui.fonts import letter_width, reading_font
from annotator.ui.typography import USUAL_CHARACTERS, Typography

_BAND_RISE = 1.03
"""From the baseline up to the top of a band, in heights of the letters: with the drop below it, 20 of 28 pixels."""

_INDENT = {Role.QUOTATION: 24, Role.LIST_ITEM: 24}
_SUBHEADING, _SUBHEADING_LINE = 20, 28
_CAPTION, _CAPTION_LINE = 15, 24


class Style(NamedTuple):
    """One way to set a paragraph. Pixels, downward from the top of a line; whole, so that lines fall on pixels."""

    font: QFont
    line: int
    baseline: int
    band_top: int
    band_height: int
    underline: int
    underline_step: int
    indent: int
    ink: str
    """The name of its colour in the theme."""


class Styles:
    """The styles of one zoom and typography, each made when first asked for."""

    def __init__(self, zoom: int = 100, typography: Typography | None = None) -> None:
        """`zoom` in per cent."""
        self.zoom = zoom
        self.typography = typography or Typography()
        self.column = self.scaled(_column(self.typography))
        self.gap = self.scaled(sizes.PARAGRAPH_GAP)
        self._made: dict[tuple[Role, bool, bool], Style] = {}

    def scaled(self, size: float) -> int:
        """A size at this zoom, in whole pixels and at least one."""
        return max(1, round(size * self.zoom / 100))

    def style(self, role: Role, *, headline: bool = False, arabic: bool = False) -> Style:
        """How to set a paragraph; `headline` for the first heading of an article."""
        key = (role, headline, arabic)
        if key not in self._made:
            self._made[key] = self._make(role, headline=headline, arabic=arabic)
        return self._made[key]

    def _make(self, role: Role, *, headline: bool, arabic: bool) -> Style:
        size, line = _HEADLINE if headline else _SIZES.get(role, (sizes.READING, sizes.READING_LINE))
        if arabic:
            size = round(size * sizes.ARABIC / sizes.READING)
            line = round(line * sizes.ARABIC_LINE / sizes.READING_LINE)
        weight = QFont.Weight.DemiBold if role is Role.HEADING else QFont.Weight.Normal
        set_so = self.typography
        font = reading_font(self.scaled(size * set_so.size / sizes.READING), weight, family=set_so.family)
        return self._placed(font, self.scaled(line * set_so.size * set_so.line_height / sizes.READING_LINE), role)

    def _placed(self, font: QFont, line: int, role: Role) -> Style:
        metrics = QFontMetricsF(font)
        baseline = (line - metrics.height()) / 2 + metrics.ascent()
        band_top = round(baseline - _BAND_RISE * font.pixelSize())
        underline = round(baseline + sizes.UNDERLINE_DROP * self.zoom / 100)
        return Style(
            font=font,
            line=line,
            baseline=round(baseline),
            band_top=band_top,
            band_height=underline - 1 - band_top,
            underline=underline,
            underline_step=self.scaled(sizes.UNDERLINE_STEP),
            indent=self.scaled(_INDENT[role]) if role in _INDENT else 0,
            ink="ink2" if role is Role.CAPTION else "ink",
        )


def _column(set_so: Typography) -> float:
    """How wide lines get, in pixels: so that about as many letters as are wanted stand in the widest."""
    usual = sizes.COLUMN * set_so.size / sizes.READING * set_so.characters / USUAL_CHARACTERS
    return usual * letter_width(set_so.family) / letter_width("") if set_so.family else usual


_HEADLINE = (sizes.HEADLINE, sizes.HEADLINE_LINE)
_SIZES: Mapping[Role, tuple[int, int]] = {
    Role.HEADING: (_SUBHEADING, _SUBHEADING_LINE),
    Role.CAPTION: (_CAPTION, _CAPTION_LINE),
}
