"""Icons: line drawings in any colour, the swatches of the kinds, the glyphs of the statuses.

The `paint_` functions draw for the very device pixels of their painter. A QIcon holds a pixmap for the scale of
each screen, and one for 2; a QIconEngine would draw on demand, but its clone() crashes in PySide6 6.11.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from annotator.assets import asset
from annotator.model.words import Kind, Status
from annotator.ui import sizes
from annotator.ui.patterns import SMALL_DASH, paint_line, snap
from annotator.ui.theme import DISABLED, Theme

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

STATUS_COLOR = {
    Status.UNCHECKED: "ink2",
    Status.IN_PROGRESS: "ink2",
    Status.WAITING: "warn",
    Status.CHECKED: "ok",
    Status.DROPPED: "ink2",
}
"""The theme's colour for the glyph of a status, and for the word beside it."""

_SWATCH_BAND = 9
_SWATCH_LINE = 10
"""In a swatch of 13: the height of the band, and the top of the line under it."""

_APP_SIZES = (16, 24, 32, 48, 64, 128, 256)
_SMALL_APP_SIZE = 32
"""Up to here a drawing with two lines instead of three stays legible."""


def icon(name: str, color: QColor, size: int = sizes.ICON) -> QIcon:
    """The drawing resources/icons/<name>.svg in this colour; at 40 % where what it stands on is disabled."""
    return _icon(name, color.rgba(), size)


@cache
def swatch(kind: Kind, theme: Theme) -> QIcon:
    """A kind's band and line on a square of 16, for buttons, chips and menus."""
    return _from(partial(paint_swatch, kind=kind, theme=theme), sizes.ICON)


def status_icon(status: Status, theme: Theme) -> QIcon:
    """The glyph of a status in its own colour, for menus and lists."""
    return icon(status.value, theme.color(STATUS_COLOR[status]))


@cache
def app_icon() -> QIcon:
    """The icon of the program, in every size that a desktop asks for; it has its own colours."""
    result = QIcon()
    for size in _APP_SIZES:
        name = "annotator-small" if size <= _SMALL_APP_SIZE else "annotator"
        result.addPixmap(_pixmap(partial(paint_icon, name=name, color=QColor()), size, 1.0))
    return result


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: QColor) -> None:
    """Draw an icon into a square of the painter."""
    _renderer(name, color.rgba()).render(painter, _on_device(painter, rect))


def paint_status(painter: QPainter, rect: QRectF, status: Status, theme: Theme) -> None:
    """Draw the glyph of a status into a square: ring, half disc, clock, tick, slash."""
    paint_icon(painter, rect, status.value, theme.color(STATUS_COLOR[status]))


def paint_swatch(painter: QPainter, rect: QRectF, kind: Kind, theme: Theme) -> None:
    """Draw a kind's swatch, 16 x 13, in the middle of a rectangle."""
    place = QRectF(0, 0, sizes.SWATCH_WIDTH, sizes.SWATCH_HEIGHT)
    place.moveCenter(rect.center())
    place = _on_device(painter, place)
    band = QRectF(place.topLeft(), place.topRight())
    band.setHeight(_SWATCH_BAND)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(f"{kind}sel"))
    painter.drawRoundedRect(band, 1, 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    top = place.top() + _SWATCH_LINE
    paint_line(painter, kind, place.left(), place.right(), top, theme.color(kind), dash=SMALL_DASH)
    painter.restore()


def _on_device(painter: QPainter, rect: QRectF) -> QRectF:
    """The rectangle with its top left corner on a device pixel."""
    grid = painter.deviceTransform()
    moved = QRectF(rect)
    moved.moveTo(snap(rect.x(), grid.m11(), grid.dx()), snap(rect.y(), grid.m22(), grid.dy()))
    return moved


@cache
def _renderer(name: str, rgba: int) -> "QSvgRenderer":
    from PySide6.QtSvg import QSvgRenderer  # 1.6 ms that the command line never needs

    drawing = asset(f"icons/{name}.svg").read_text(encoding="utf-8")
    color = QColor.fromRgba(rgba)
    return QSvgRenderer(drawing.replace("currentColor", color.name()).encode())


@cache
def _icon(name: str, rgba: int, size: int) -> QIcon:
    return _from(partial(paint_icon, name=name, color=QColor.fromRgba(rgba)), size)


def _from(draw: Callable[[QPainter, QRectF], None], size: int) -> QIcon:
    result = QIcon()
    for dpr in {2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}:
        pixmap = _pixmap(draw, size, dpr)
        result.addPixmap(pixmap)
        result.addPixmap(_faded(pixmap), QIcon.Mode.Disabled)
    return result


def _pixmap(draw: Callable[[QPainter, QRectF], None], size: int, dpr: float) -> QPixmap:
    pixmap = _blank(round(size * dpr), dpr)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _faded(pixmap: QPixmap) -> QPixmap:
    result = _blank(pixmap.width(), pixmap.devicePixelRatio())
    painter = QPainter(result)
    painter.setOpacity(DISABLED)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return result


def _blank(pixels: int, dpr: float) -> QPixmap:
    result = QPixmap(pixels, pixels)
    result.fill(Qt.GlobalColor.transparent)
    result.setDevicePixelRatio(dpr)
    return result
