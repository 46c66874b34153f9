"""The style sheet: resources/themes/style.qss with a theme's colours and the sizes put in."""

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from annotator.assets import asset
from annotator.ui import sizes
from annotator.ui.fonts import grown, scaled
from annotator.ui.theme import DISABLED, Theme, mix


def style_sheet(theme: Theme) -> str:
    """What Fusion is told beyond the palette: edges, radii, padding, and the states of what can be pressed."""
    sheet = Template(asset("themes/style.qss").read_text(encoding="utf-8"))
    drawings = asset("themes").as_posix()
    return sheet.substitute(_colors(theme), **_sizes(), theme=theme.name, drawings=drawings)


def dress(widget: QWidget, *names: str) -> None:
    """Say what a widget is, in the words of the style sheet, such as "primary" and "large"."""
    widget.setProperty("dress", list(names))
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _colors(theme: Theme) -> dict[str, str]:
    color, chrome = theme.color, theme.color("chrome")
    derived = {
        "hover": mix(color("line"), chrome, 0.5),
        "pressed": mix(color("line2"), chrome, 0.6),
        "off": mix(color("ink2"), chrome, DISABLED),
        "accent_hover": mix(color("accent"), color("ink"), 0.88),
        "accent_pressed": mix(color("accent"), color("ink"), 0.76),
        "accent_off": mix(color("accent"), chrome, DISABLED),
        "ring_on_accent": color("ink"),
    }
    return {name: QColor.name(value) for name, value in {**theme.colors, **derived}.items()}


def _sizes() -> dict[str, int]:
    return {
        "radius_tag": sizes.RADIUS_TAG,
        "radius_button": sizes.RADIUS_BUTTON,
        "radius_card": sizes.RADIUS_CARD,
        "radius_chip": sizes.CHIP // 2,
        "small": scaled(sizes.SMALL),
        "tag": scaled(sizes.TAG),
        "sheet_title": scaled(sizes.SHEET_TITLE),
        "large": scaled(sizes.TEXT + 1),
        "line_height": scaled(sizes.TEXT_LINE),
        "row": scaled(sizes.ROW),
        "head": grown(sizes.PANE_HEAD) - 1,
        "status_bar": grown(sizes.STATUS_BAR, sizes.SMALL_LINE) - 1,
    }
