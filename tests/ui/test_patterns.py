"""A claim's line is solid, a quote's dashed, a source's double, to the pixel, at every scale."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from annotator.model.words import Kind
from annotator.ui import patterns

INK = QColor("#102030")


def drawn(paint, dpr=1.0, origin=0.0):
    """The pixels of INK, as strings of '#' and '.', of a square of 24 whose 0 is `origin` device pixels down."""
    image = QImage(round(24 * dpr), round(24 * dpr), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    image.setDevicePixelRatio(dpr)
    painter = QPainter(image)
    painter.translate(0, origin / dpr)
    paint(painter)
    painter.end()
    names = {INK.name(): "#", "#ffffff": "."}
    return [
        "".join(names.get(image.pixelColor(x, y).name(), "?") for x in range(image.width()))
        for y in range(image.height())
    ]


def lines(rows):
    """The rows that have ink, with their place."""
    return {y: row for y, row in enumerate(rows) if "#" in row or "?" in row}


def underline(kind, dpr=1.0, *, x1=2, x2=22, y=5.0, origin=0.0):
    return lines(drawn(lambda painter: patterns.paint_line(painter, kind, x1, x2, y, INK), dpr, origin))


def test_a_claim_is_two_solid_pixels():
    assert underline(Kind.CLAIM) == dict.fromkeys((5, 6), ".." + 20 * "#" + "..")


def test_a_quote_is_dashed_six_on_three_off():
    assert underline(Kind.QUOTE) == dict.fromkeys((5, 6), "..######...######...##..")


def test_a_quote_read_from_the_right_starts_at_the_right():
    assert underline(Kind.QUOTE, x1=22, x2=2) == dict.fromkeys((5, 6), "..##...######...######..")


def test_a_source_is_two_lines_one_apart():
    assert underline(Kind.SOURCE) == dict.fromkeys((5, 7), ".." + 20 * "#" + "..")


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("y", [5.0, 5.3, 5.5, 5.9])
@pytest.mark.parametrize("origin", [0.0, 0.4])
@pytest.mark.parametrize("dpr", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_a_line_is_crisp_wherever_it_lies(kind, dpr, y, origin):
    rows = underline(kind, dpr, y=y, origin=origin)

    assert "?" not in "".join(rows.values())


@pytest.mark.parametrize(("dpr", "high"), [(1.0, 2), (1.25, 3), (1.5, 3), (2.0, 4)])
def test_a_line_is_a_whole_number_of_device_pixels_high(dpr, high):
    assert len(underline(Kind.CLAIM, dpr)) == high


@pytest.mark.parametrize("dpr", [1.0, 1.25, 1.5, 2.0])
def test_the_lines_of_a_source_never_touch(dpr):
    first, *_, last = underline(Kind.SOURCE, dpr)

    assert len(underline(Kind.SOURCE, dpr)) < last - first + 1


def lane(kind, width):
    """The pixels of a lane from 2 to 22 whose left edge is at 5."""

    def paint(painter):
        painter.setPen(patterns.pen(kind, INK, 1.0, width))
        painter.drawLines(patterns.lane_segments(kind, 5, 2, 22, 1.0, width=width))

    return drawn(paint)


@pytest.mark.parametrize("kind", Kind)
def test_a_lane_is_an_underline_turned(kind):
    across = drawn(lambda painter: patterns.paint_line(painter, kind, 2, 22, 5, INK))
    down = lane(kind, patterns.LINE)

    assert down == ["".join(column) for column in zip(*across, strict=True)]


def test_the_lane_of_the_selected_is_five_wide():
    rows = lane(Kind.CLAIM, patterns.LANE_SELECTED)

    assert rows[10] == "....." + 5 * "#" + 14 * "."


@pytest.mark.parametrize("kind", Kind)
def test_the_pen_of_the_painter_is_left_as_it_was(kind):
    pens = []

    def paint(painter):
        painter.setPen(QColor("red"))
        patterns.paint_line(painter, kind, 2, 22, 5, INK)
        pens.append(painter.pen().color())

    drawn(paint)

    assert pens == [QColor("red")]
