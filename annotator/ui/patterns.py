"""The line of each kind, the one place for it: claim solid, quote dashed, source double.

Colour is never the only sign of a kind, so text, lanes, swatches and chips all draw their lines here. Lines are
cosmetic pens whose width is a whole number of device pixels and whose edges lie on device pixels, so that they are
crisp at 100 to 200 %. To draw many at once, collect `segments` of one kind and draw them with one `pen`.
"""

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.model.words import Kind

LINE = 2
"""The height of an underline of any kind but SOURCE, whose two lines and gap take 3."""

LANE = 3
LANE_SELECTED = 5
"""The width of a lane, and that of the selected annotation."""

DASH = (6.0, 3.0)
SMALL_DASH = (4.0, 2.0)
"""A quote's dash and gap; the small one is for a swatch's 16 pixels, which it fills to both ends."""

_THIN = 1
_APART = 2
"""A source's two lines: their width, and from the top of one to the top of the other."""

_QUICK = 1.001
"""A pen of exactly 1 is drawn pixel by pixel; one a hair wider as a rectangle: the same pixels in an eighth of the
time."""


def whole(length: float, dpr: float) -> int:
    """A length in device pixels: a whole number, at least 1; halves go up."""
    return max(1, int(length * dpr + 0.5))


def snap(place: float, dpr: float, origin: float = 0.0) -> float:
    """The nearest edge between device pixels, where `origin` is the device place of 0."""
    return (round(place * dpr + origin) - origin) / dpr


def pen(kind: Kind, color: QColor, dpr: float, width: float = LINE, dash: tuple[float, float] = DASH) -> QPen:
    """What draws `segments` of this kind. Dashes begin anew at the start of each line."""
    thickness = whole(_THIN if kind is Kind.SOURCE else width, dpr)
    result = QPen(color, max(thickness, _QUICK), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    result.setCosmetic(True)
    if kind is Kind.QUOTE:
        result.setDashPattern([length * dpr / thickness for length in dash])
    return result


def segments(
    kind: Kind, x1: float, x2: float, y: float, dpr: float, *, width: float = LINE, origin: float = 0.0
) -> list[QLineF]:
    """The lines of an underline whose top is at `y`, from `x1` to `x2` (right to left where x2 is the smaller).

    `origin` is the device row of y = 0, for a painter that does not start on a device pixel.
    """
    return [QLineF(x1, middle, x2, middle) for middle in _middles(kind, y, width, dpr, origin)]


def lane_segments(
    kind: Kind, x: float, y1: float, y2: float, dpr: float, *, width: float = LANE, origin: float = 0.0
) -> list[QLineF]:
    """The same for a lane in the margin: its left edge at `x`, from `y1` down to `y2`."""
    return [QLineF(middle, y1, middle, y2) for middle in _middles(kind, x, width, dpr, origin)]


def _middles(kind: Kind, place: float, width: float, dpr: float, origin: float) -> list[float]:
    first = snap(place, dpr, origin)
    if kind is not Kind.SOURCE:
        return [first + whole(width, dpr) / dpr / 2]
    half = whole(_THIN, dpr) / dpr / 2
    return [first + half, first + whole(_APART, dpr) / dpr + half]


def paint_line(
    painter: QPainter,
    kind: Kind,
    x1: float,
    x2: float,
    y: float,
    color: QColor,
    *,
    dash: tuple[float, float] = DASH,
) -> None:
    """Draw one underline whose top is at `y`; the painter's pen is left as it was."""
    grid = painter.deviceTransform()
    before = painter.pen()
    painter.setPen(pen(kind, color, grid.m22(), dash=dash))
    painter.drawLines(segments(kind, x1, x2, y, grid.m22(), origin=grid.dy()))
    painter.setPen(before)
