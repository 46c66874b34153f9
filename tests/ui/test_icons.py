"""Icons, swatches and statuses are drawn, in the colour that was asked for, crisply."""

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter

from annotator.assets import asset
from annotator.model.words import Kind, Status
from annotator.ui import icons
from annotator.ui.theme import load_theme

NAMES = sorted(path.stem for path in asset("icons").glob("*.svg") if not path.stem.startswith("annotator"))
SCALES = [1.0, 1.25, 2.0]
RED = QColor("#FF0000")


def pixels(icon, dpr=1.0, mode=QIcon.Mode.Normal):
    return icon.pixmap(QSize(16, 16), dpr, mode).toImage().convertToFormat(QImage.Format.Format_ARGB32)


def painted(paint, dpr=1.0):
    """What `paint(painter, rect)` leaves on a square of 16, clear elsewhere."""
    image = QImage(round(16 * dpr), round(16 * dpr), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(dpr)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QRectF(0, 0, 16, 16))
    painter.end()
    return image


def grays(image):
    return bits(image.convertToFormat(QImage.Format.Format_Grayscale8))


def bits(image):
    """A copy of what the image holds, which must be held while it is read."""
    return bytes(image.constBits())


def rows_of(image, color):
    """Which pixels of each row have exactly this colour."""
    return [[image.pixelColor(x, y) == color for x in range(image.width())] for y in range(image.height())]


def alphas(image):
    return [image.pixelColor(x, y).alpha() for y in range(image.height()) for x in range(image.width())]


@pytest.mark.parametrize("dpr", SCALES)
@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_for_the_pixels_it_is_shown_on(qapp, name, dpr):
    image = pixels(icons.icon(name, RED), dpr)

    assert (image.width(), max(alphas(image)) > 200) == (round(16 * dpr), True)


def test_an_icon_is_as_crisp_as_what_is_painted_on_the_screen(qapp):
    dpr = qapp.primaryScreen().devicePixelRatio()
    direct = painted(lambda painter, rect: icons.paint_icon(painter, rect, "export", RED), dpr)

    assert alphas(pixels(icons.icon("export", RED), dpr)) == alphas(direct)


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_has_the_color_that_was_asked_for(qapp, name):
    image = pixels(icons.icon(name, RED), 2.0)
    solid = {
        image.pixelColor(x, y).name()
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).alpha() == 255
    }

    assert solid == {"#ff0000"}


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_stays_inside_its_square(qapp, name):
    image = pixels(icons.icon(name, RED), 2.0)
    last = image.width() - 1
    edge = [image.pixelColor(x, y).alpha() for x in range(last + 1) for y in (0, last)]
    edge += [image.pixelColor(x, y).alpha() for y in range(last + 1) for x in (0, last)]

    assert max(edge) == 0


def test_no_two_icons_look_the_same(qapp):
    pictures = {bits(pixels(icons.icon(name, RED), 2.0)) for name in NAMES}

    assert len(pictures) == len(NAMES)


def test_a_disabled_icon_keeps_two_fifths(qapp):
    icon = icons.icon("plus", RED)

    assert max(alphas(pixels(icon, mode=QIcon.Mode.Disabled))) == pytest.approx(0.4 * max(alphas(pixels(icon))), abs=2)


def test_an_icon_is_made_once(qapp):
    assert icons.icon("open", RED).cacheKey() == icons.icon("open", QColor(RED)).cacheKey()


def test_two_colors_are_two_icons(qapp):
    assert icons.icon("open", RED).cacheKey() != icons.icon("open", QColor("#00FF00")).cacheKey()


@pytest.mark.parametrize("status", Status)
def test_every_status_has_a_glyph_in_its_color(qapp, status):
    theme = load_theme("light")
    image = painted(lambda painter, rect: icons.paint_status(painter, rect, status, theme), 2.0)

    assert any(any(row) for row in rows_of(image, theme.color(icons.STATUS_COLOR[status])))


def test_statuses_differ_in_shape_alone(qapp):
    shapes = {
        tuple(alphas(painted(lambda painter, rect, status=status: icons.paint_icon(painter, rect, status, RED), 2.0)))
        for status in Status
    }

    assert len(shapes) == len(Status)


@pytest.mark.parametrize("dpr", SCALES)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_swatches_differ_without_their_colors(qapp, name, dpr):
    theme = load_theme(name)
    lines = {
        kind: rows_of(
            painted(lambda painter, rect, kind=kind: icons.paint_swatch(painter, rect, kind, theme), dpr),
            theme.color(kind),
        )
        for kind in Kind
    }

    assert all(lines[one] != lines[other] for one in Kind for other in Kind if one is not other)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_swatches_differ_in_gray(qapp, name):
    theme = load_theme(name)

    assert len({grays(pixels(icons.swatch(kind, theme))) for kind in Kind}) == len(Kind)


def test_the_app_icon_is_there_in_every_size(qapp):
    assert [size.width() for size in icons.app_icon().availableSizes()] == [16, 24, 32, 48, 64, 128, 256]
