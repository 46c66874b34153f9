"""The theme in Qt: colours, palette, fonts, style sheet, and a change of look while the window is open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QLineEdit, QPushButton

from annotator.ui import display, fonts, sizes
from annotator.ui import look as looks
from annotator.ui.article_view.styles import Styles
from annotator.ui.look import system_scheme
from annotator.ui.style import dress, style_sheet
from annotator.ui.theme import load_theme, mix, palette
from annotator.ui.typography import Typography


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_theme_says_whether_it_is_dark(name):
    theme = load_theme(name)

    assert theme.dark is (theme.color("paper").lightness() < theme.color("ink").lightness())


def test_a_theme_is_read_once():
    assert load_theme("dark") is load_theme("dark")


def test_an_unknown_color_is_an_error():
    with pytest.raises(KeyError):
        load_theme("light").color("mauve")


@pytest.mark.parametrize(("share", "expected"), [(0.0, "#000000"), (0.6, "#996600"), (1.0, "#ffaa00")])
def test_mix_takes_the_share_of_the_first(share, expected):
    assert mix(QColor("#ffaa00"), QColor("#000000"), share).name() == expected


@pytest.mark.parametrize(
    ("role", "token"),
    [
        (QPalette.ColorRole.Window, "chrome"),
        (QPalette.ColorRole.Base, "raised"),
        (QPalette.ColorRole.WindowText, "ink"),
        (QPalette.ColorRole.Text, "ink"),
        (QPalette.ColorRole.PlaceholderText, "ink3"),
        (QPalette.ColorRole.Highlight, "accentbg"),
        (QPalette.ColorRole.HighlightedText, "ink"),
        (QPalette.ColorRole.Accent, "accent"),
        (QPalette.ColorRole.Link, "accent"),
    ],
)
def test_the_palette_takes_its_roles_from_the_theme(role, token):
    theme = load_theme("dark")

    assert palette(theme).color(role) == theme.color(token)


def test_words_of_disabled_widgets_fade():
    disabled = palette(load_theme("light")).color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)

    assert disabled.lightness() > palette(load_theme("light")).color(QPalette.ColorRole.Text).lightness()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_style_sheet_fills_every_name_in(qapp, name):
    assert "$" not in style_sheet(load_theme(name))


def test_letters_grow_with_the_letters_of_the_system(qapp, monkeypatch):
    font = qapp.font()
    font.setPointSizeF(22)
    monkeypatch.setattr(fonts, "_system_font", lambda: font)
    monkeypatch.setattr(fonts.sys, "platform", "linux")

    assert fonts.scaled(sizes.TEXT) == 26


@pytest.mark.parametrize("points", [9, 10, 11])
def test_letters_have_their_drawn_size_on_a_usual_system(qapp, monkeypatch, points):
    font = qapp.font()
    font.setPointSizeF(points)
    monkeypatch.setattr(fonts, "_system_font", lambda: font)
    monkeypatch.setattr(fonts.sys, "platform", "linux")

    assert fonts.scaled(sizes.TEXT) == 13


def test_reading_asks_only_for_faces_that_are_here(qapp):
    *families, generic = fonts.reading_font().families()

    assert ([family for family in families if not QFontDatabase.hasFamily(family)], generic) == ([], "serif")


def test_a_change_of_theme_is_news(look, qtbot):
    with qtbot.waitSignal(look.changed, timeout=1000):
        look.choose("dark")

    assert look.theme is load_theme("dark")


def test_choosing_the_theme_that_is_on_is_no_news(look, qtbot):
    with qtbot.assertNotEmitted(look.changed):
        look.choose("light")


def test_the_system_is_followed_where_it_is_chosen(look):
    look.choose("system")

    assert look.theme.name == system_scheme()


def test_the_system_is_not_followed_where_a_theme_is_chosen(look, qapp):
    look.choose("dark")
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Light)

    assert look.theme.name == "dark"


def test_an_open_window_is_restyled(look, qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(100, 40)
    field.show()
    before = field.grab().toImage().pixelColor(50, 20)

    look.choose("dark")

    assert (before, field.grab().toImage().pixelColor(50, 20)) == (
        load_theme("light").color("raised"),
        load_theme("dark").color("raised"),
    )


@pytest.mark.parametrize(("make", "height"), [(QPushButton, sizes.BUTTON), (QLineEdit, sizes.FIELD)])
def test_controls_have_the_height_that_is_drawn(look, qtbot, make, height):
    widget = make()
    qtbot.addWidget(widget)
    widget.ensurePolished()

    assert widget.sizeHint().height() == height


def test_what_is_dressed_after_it_was_shown_changes_at_once(look, qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    button.resize(80, 32)
    button.show()

    dress(button, "primary")

    assert button.grab().toImage().pixelColor(40, 16) == look.theme.color("accent")


def test_fusion_stays_under_the_style_sheet(qapp, look):
    look.choose("dark")
    qapp.setStyleSheet("")

    assert qapp.style().name() == "fusion"


@pytest.mark.parametrize(("less_motion", "lasts"), [("on", 0), ("off", 160)])
def test_what_the_user_says_of_motion_goes_before_what_the_system_says(look, less_motion, lasts):
    look.less_motion = less_motion

    assert look.lasting(160) == lasts


@pytest.mark.parametrize(("less", "lasts"), [(True, 0), (False, 160)])
def test_what_the_system_says_of_motion_is_followed(look, monkeypatch, less, lasts):
    monkeypatch.setattr(display, "asks_for_less_motion", lambda: less)

    assert look.lasting(160) == lasts


def test_high_contrast_is_put_on_and_taken_off_while_the_window_is_open(look, qtbot):
    with qtbot.waitSignal(look.changed, timeout=1000):
        look.strengthen("on")
    strong = look.theme
    look.choose("dark")
    dark = look.theme
    look.strengthen("off")

    assert (strong, dark, look.theme) == (
        load_theme("light", contrast=True),
        load_theme("dark", contrast=True),
        load_theme("dark"),
    )


@pytest.mark.parametrize(("wish", "strong"), [("system", True), ("off", False)])
def test_the_contrast_of_the_system_is_followed_unless_the_user_says_otherwise(look, monkeypatch, wish, strong):
    monkeypatch.setattr(looks, "_system_asks_for_contrast", lambda _hints: True)
    look.strengthen(wish)

    assert look.theme.contrast is strong


@pytest.mark.parametrize("family", ["", "DejaVu Sans", "DejaVu Serif"])
@pytest.mark.parametrize("characters", [50, 70, 90])
def test_a_line_has_about_as_many_letters_as_are_wanted_in_every_face(qapp, family, characters):
    column = Styles(typography=Typography(family=family, characters=characters)).column
    there = column / (sizes.READING * fonts.letter_width(family))

    assert there == pytest.approx(characters, rel=0.15)


def test_only_faces_that_are_there_are_offered(qapp):
    assert [family for family in fonts.families_for_reading() if not QFontDatabase.hasFamily(family)] == []
