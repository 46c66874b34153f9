"""The colours, without Qt: what stands in resources/themes is complete and can be read by everyone."""

import re

import pytest

from annotator.assets import asset
from annotator.model.words import Kind
from tests.contrast import PLAIN, STRONG, THEMES, colors, contrast, written

TEXT, PART = 4.5, 3.0
STRONG_TEXT, STRONG_PART, STRONG_EDGE = 7.0, 4.5, 3.0

TEXTS = [
    ("ink", "paper"),
    ("ink2", "chrome"),
    ("ink2", "tagbg"),
    *(("ink3", surface) for surface in ("paper", "chrome", "panel", "raised", "accentbg")),
    *(("ink", f"{kind}{band}") for kind in Kind for band in ("bg", "sel")),
    ("onaccent", "accent"),
    ("accent", "raised"),
    ("accent", "accentbg"),
    *((tag, f"{tag}bg") for tag in ("ok", "warn", "bad")),
    ("ok", "chrome"),
    ("warn", "chrome"),
    ("bad", "chrome"),
]
PARTS = [
    *((kind.value, surface) for kind in Kind for surface in ("paper", "panel", f"{kind}bg", f"{kind}sel")),
    ("accent", "paper"),
    ("control", "paper"),
    ("control", "raised"),
    ("warn", "paper"),
    ("v-true", "raised"),
    ("v-mostly-true", "raised"),
    ("v-half", "raised"),
    ("v-mostly-false", "raised"),
    ("v-false", "raised"),
    ("v-misleading", "raised"),
    ("v-unproven", "raised"),
    ("v-none", "raised"),
]


def test_contrast_is_that_of_the_standard():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("words", "surface"), TEXTS)
def test_words_can_be_read(theme, words, surface):
    table = colors(theme)

    assert contrast(table[words], table[surface]) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("part", "surface"), PARTS)
def test_parts_of_the_interface_can_be_seen(theme, part, surface):
    table = colors(theme)

    assert contrast(table[part], table[surface]) >= PART


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_line_and_two_bands(theme, kind):
    assert {kind.value, f"{kind}bg", f"{kind}sel"} <= colors(theme).keys()


@pytest.mark.parametrize("theme", STRONG)
@pytest.mark.parametrize(("words", "surface"), TEXTS)
def test_words_stand_out_with_high_contrast(theme, words, surface):
    table = colors(theme)

    assert contrast(table[words], table[surface]) >= STRONG_TEXT


@pytest.mark.parametrize("theme", STRONG)
@pytest.mark.parametrize(("part", "surface"), PARTS)
def test_parts_of_the_interface_stand_out_with_high_contrast(theme, part, surface):
    table = colors(theme)

    assert contrast(table[part], table[surface]) >= STRONG_PART


@pytest.mark.parametrize("theme", STRONG)
@pytest.mark.parametrize("edge", ["line", "line2"])
@pytest.mark.parametrize("surface", ["paper", "chrome", "panel", "raised"])
def test_lines_and_edges_are_seen_with_high_contrast(theme, edge, surface):
    table = colors(theme)

    assert contrast(table[edge], table[surface]) >= STRONG_EDGE


@pytest.mark.parametrize("theme", STRONG)
def test_a_theme_with_high_contrast_names_what_differs_alone(theme):
    plain, own = colors(theme.partition("-")[0]), written(theme)

    assert [name for name, color in own.items() if plain.get(name) in (None, color)] == []


def test_both_themes_name_the_same_colors_in_the_same_order():
    assert list(colors("light")) == list(colors("dark"))


@pytest.mark.parametrize("theme", THEMES)
def test_every_color_is_written_in_full(theme):
    assert [color for color in colors(theme).values() if not re.fullmatch("#[0-9A-F]{6}", color)] == []


@pytest.mark.parametrize("theme", PLAIN)
@pytest.mark.parametrize(("drawing", "color"), [("arrow", "ink3"), ("tick", "onaccent")])
def test_a_drawing_of_the_style_sheet_has_a_color_of_its_theme(theme, drawing, color):
    text = asset(f"themes/{drawing}-{theme}.svg").read_text(encoding="utf-8")

    assert re.findall("#[0-9A-F]{6}", text) == [colors(theme)[color]]
