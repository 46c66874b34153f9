"""What a reader sees: bands, lines and the caret, looked up pixel by pixel in the light theme."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.model.documents import Block
from annotator.model.words import Kind, Role
from annotator.ui.article_view.marks import Mark
from annotator.ui.theme import load_theme, mix
from annotator.ui.typography import Typography

TEXT = "aaaa aaaa bbbb bbbb cccc cccc dddd dddd"
WORDS = (5, 24)
TOP_LEVEL, SECOND_LEVEL, THIRD_LEVEL = 24, 28, 32
"""Where the three underlines begin, in pixels below the top of a line."""


def mark(kind, start=WORDS[0], end=WORDS[1], name="m", *, done=False):
    return Mark(start, end, kind, name, done)


def name(theme, token):
    return theme.color(token).name()


def runs(colours, wanted):
    """The lengths of the stretches of one colour in a row."""
    lengths, before = [], ""
    for colour in colours:
        if colour == wanted:
            if before == wanted:
                lengths[-1] += 1
            else:
                lengths.append(1)
        before = colour
    return lengths


def test_a_claim_has_one_solid_line(shown, light):
    shown.text(TEXT, [mark(Kind.CLAIM)])
    drawn = runs(shown.row(*WORDS, TOP_LEVEL), name(light, "claim"))

    assert drawn == [pytest.approx(shown.view.rect_of(*WORDS).width(), abs=2)]


def test_a_quote_has_a_dashed_line(shown, light):
    shown.text(TEXT, [mark(Kind.QUOTE)])
    drawn = runs(shown.row(*WORDS, TOP_LEVEL), name(light, "quote"))

    assert set(drawn[:-1]) == {6}


def test_a_source_has_a_double_line(shown, light):
    shown.text(TEXT, [mark(Kind.SOURCE)])
    drawn = shown.column(10)[TOP_LEVEL - 1 : TOP_LEVEL + 4]

    assert [colour == name(light, "source") for colour in drawn] == [False, True, False, True, False]


def test_a_line_is_two_pixels_high_below_a_band_of_twenty(shown, light):
    shown.text(TEXT, [mark(Kind.CLAIM)])
    drawn = shown.column(9)  # a space: nothing but what is painted

    assert (drawn.count(name(light, "claimbg")), drawn.count(name(light, "claim"))) == (20, 2)


def test_kinds_on_the_very_same_words_are_all_seen(shown, light):
    shown.text(TEXT, [mark(kind, name=kind) for kind in Kind])
    column = shown.column(7)
    image_rows = [shown.row(*WORDS, below) for below in (TOP_LEVEL, SECOND_LEVEL, THIRD_LEVEL)]

    assert name(light, "claim") in column
    assert [
        name(light, kind) in set(row) for kind, row in zip(("claim", "quote", "source"), image_rows, strict=True)
    ] == [True] * 3


def test_deeper_marks_share_the_last_line_and_still_show(shown, light):
    nested = [mark(Kind.CLAIM, 5, 9), mark(Kind.CLAIM, 5, 14, "b"), mark(Kind.QUOTE, 5, 19, "c")]
    shown.text(TEXT, [*nested, mark(Kind.SOURCE, 5, 24, "d")])
    last = {colour for below in range(3) for colour in shown.row(5, 9, THIRD_LEVEL + below)}

    assert {name(light, "quote"), name(light, "source")} <= last


def test_the_smallest_band_lies_on_top(shown, light):
    shown.text(TEXT, [mark(Kind.CLAIM, 0, 39, "long"), mark(Kind.SOURCE, 5, 14, "short")])
    shown.view.clearFocus()

    assert shown.column(9)[10] == name(light, "sourcebg")


def test_around_a_smaller_band_the_larger_one_shows(shown, light):
    shown.text(TEXT, [mark(Kind.CLAIM, 0, 39, "long"), mark(Kind.SOURCE, 5, 14, "short")])
    shown.view.clearFocus()

    assert shown.column(19)[10] == name(light, "claimbg")


def test_of_two_that_cross_the_shorter_lies_on_top(shown, light):
    shown.text(TEXT, [mark(Kind.CLAIM, 0, 15, "long"), mark(Kind.SOURCE, 9, 20, "short"), mark(Kind.QUOTE, 0, 4, "a")])

    assert shown.column(9)[10] == name(light, "sourcebg")


def test_the_chosen_band_is_deeper_and_above_all(shown, light):
    shown.text(TEXT, [mark(Kind.CLAIM, 0, 39, "long"), mark(Kind.SOURCE, 5, 14, "short")])
    shown.view.select_marks(["long"])

    assert shown.column(9)[10] == name(light, "claimsel")


def test_every_part_of_a_chosen_annotation_is_lifted(shown, light):
    shown.text(TEXT, [mark(Kind.QUOTE, 0, 12), mark(Kind.QUOTE, 25, 39)])
    shown.view.select_marks(["m"])

    assert [shown.column(at)[10] for at in (9, 29)] == [name(light, "quotesel")] * 2


def test_what_is_no_longer_chosen_sinks_again(shown):
    shown.text(TEXT, [mark(Kind.CLAIM, 0, 39, "long"), mark(Kind.SOURCE, 5, 14, "short")])
    before = shown.picture()
    shown.view.select_marks(["long"])
    shown.view.select_marks([])

    assert shown.picture() == before


def test_what_is_done_is_paler(shown, light):
    shown.text(TEXT, [mark(Kind.CLAIM, done=True)])

    assert shown.column(9)[10] == mix(light.color("claimbg"), light.color("paper"), 0.6).name()


def test_what_is_done_keeps_its_line(shown, light):
    shown.text(TEXT, [mark(Kind.CLAIM, done=True)])

    assert shown.column(9)[TOP_LEVEL] == name(light, "claim")


def test_a_mark_that_is_added_is_painted(shown, light):
    view = shown.text(TEXT)
    view.change_marks([], [mark(Kind.CLAIM)])

    assert name(light, "claim") in shown.column(9)


@pytest.mark.parametrize("kind", Kind)
def test_nothing_is_left_of_a_mark_that_is_removed(shown, kind):
    others = [mark(Kind.CLAIM, 0, 39, "long"), mark(Kind.QUOTE, 10, 14, "short")]
    view = shown.text(f"{TEXT}\n\n{TEXT}", others)
    before = shown.picture()
    view.change_marks([], [mark(kind, 5, 60)])
    shown.settle()
    view.change_marks([mark(kind, 5, 60)], [])

    assert shown.picture() == before


def test_only_the_touched_paragraph_is_painted_anew(shown, qtbot):
    view = shown.text("\n\n".join([TEXT] * 9))
    painted = []
    view.viewport().update()
    shown.settle()
    draw = view._layout._draw_paragraph
    view._layout._draw_paragraph = lambda painter, number, *rest: (painted.append(number), draw(painter, number, *rest))
    view.change_marks([], [mark(Kind.CLAIM, 2 * 41 + 5, 2 * 41 + 24)])
    shown.settle()

    assert painted == [2]


def test_neighbours_are_told_apart(shown, light):
    shown.text(TEXT, [mark(Kind.CLAIM, 5, 14, "a"), mark(Kind.CLAIM, 14, 24, "b")])

    assert len(runs(shown.row(5, 24, TOP_LEVEL), name(light, "claim"))) == 2


def test_white_space_at_the_end_of_a_line_has_no_band(shown, light):
    text = "word " * 60
    shown.text(text.rstrip(), [mark(Kind.CLAIM, 0, len(text) - 1)])
    shown.view.clearFocus()
    image, view = shown.picture(), shown.view
    right = round(view.rect_of(0, len(text) - 1).right())
    widest = max(
        x for x in range(image.width()) for y in (40, 70) if image.pixelColor(x, y).name() == name(light, "claimbg")
    )

    assert widest <= right


def test_a_selection_shows_over_a_band(shown, light):
    view = shown.text(TEXT, [mark(Kind.CLAIM)])
    view.select_range(5, 14)
    colours = shown.column(9)

    assert colours[10] not in (name(light, "claimbg"), name(light, "accentbg"), name(light, "paper"))


def test_a_band_shows_through_a_selection(shown):
    view = shown.text(TEXT, [mark(Kind.CLAIM, 5, 14)])
    view.select_range(0, 24)
    marked, bare = shown.column(9)[10], shown.column(19)[10]

    assert marked != bare


def test_the_caret_is_seen_without_the_focus(shown, light):
    view = shown.text(TEXT)
    view.clearFocus()
    view.place_caret(9)
    x = round(view.rect_of(9, 9).left())

    assert shown.picture().pixelColor(x, TOP_LEVEL + 10).name() == name(light, "control")


def test_the_caret_blinks_where_keys_act(shown, qapp, qtbot, light):
    view = shown.text(TEXT)
    view.setFocus()
    qapp.setCursorFlashTime(40)
    view.place_caret(9)
    x = round(view.rect_of(9, 9).left())
    seen = set()
    with qtbot.waitSignals([view._blink.toggled] * 4):
        view._blink.toggled.connect(lambda: seen.add(shown.picture().pixelColor(x, TOP_LEVEL + 10).name()))

    assert seen == {name(light, "ink"), name(light, "paper")}


def test_a_caret_that_waits_stops_blinking_and_stays(shown, qapp, qtbot):
    view = shown.text(TEXT)
    view.setFocus()
    qapp.setCursorFlashTime(4)
    view.place_caret(9)
    qtbot.waitUntil(lambda: not view._blink._timer.isActive())

    assert view._layout.caret_shown


def test_the_caret_is_seen_at_the_end_of_a_selection(shown, light):
    view = shown.text(TEXT)
    view.setFocus()
    view.select_range(0, 9)
    x = round(view.rect_of(9, 9).left())

    assert shown.picture().pixelColor(x, TOP_LEVEL + 10).name() == name(light, "ink")


def test_the_first_heading_is_the_headline(shown):
    blocks = [Block(start=0, end=5, role=Role.HEADING), Block(start=7, end=12, role=Role.HEADING)]
    view = shown.text("Title\n\nUnder\n\nwords", blocks=blocks)

    assert [view.rect_of(at, at + 1).height() for at in (0, 7, 14)] == [36, 28, 28]


def test_lines_are_exactly_as_high_as_designed_whatever_is_in_them(shown):
    view = shown.text("Latin, العربية, עברית, 中文, 😀, Z" + "\u0301" * 20)

    assert view.rect_of(0, 1).height() == 28


def test_arabic_stands_on_higher_lines(shown):
    view = shown.text("قال الرئيس يوم الأربعاء")

    assert view.rect_of(0, 1).height() == 34


def test_paragraphs_are_parted_by_one_gap_however_many_lines_are_blank(shown):
    view = shown.text("one\n\n \n\n\ntwo\nthree")
    tops = [view.rect_of(at, at + 1).top() for at in (0, 9, 13)]

    assert [below - above for above, below in pairwise(tops)] == [44, 44]


def test_lines_of_one_block_have_no_gap(shown):
    view = shown.text("one\ntwo\n\nthree", blocks=[Block(start=0, end=7), Block(start=9, end=14)])
    tops = [view.rect_of(at, at + 1).top() for at in (0, 4, 9)]

    assert [below - above for above, below in pairwise(tops)] == [28, 44]


def test_the_column_stands_in_the_middle(shown):
    view = shown.text("word " * 200)
    box = view.rect_of(0, 900)

    assert (
        box.width(),
        abs(box.center().x() - (view.width() - view.verticalScrollBar().sizeHint().width()) / 2) <= 1,
    ) == (608, True)


def test_a_narrow_window_shrinks_the_column(shown):
    view = shown.text("word " * 200)
    view.resize(400, 700)

    assert (view.rect_of(0, 900).width() < 360, view.horizontalScrollBar().maximum()) == (True, 0)


def test_another_theme_paints_all_anew(shown):
    view = shown.text(TEXT, [mark(Kind.CLAIM)])
    dark = load_theme("dark")
    view.set_look(dark)

    assert (shown.column(9)[10], shown.column(30)[1], shown.picture().pixelColor(5, 700).name()) == (
        name(dark, "claimbg"),
        name(dark, "paper"),
        name(dark, "paper"),
    )


def test_under_a_style_sheet_another_theme_has_its_paper(shown, qapp):
    dark = load_theme("dark")
    view = shown.text(TEXT)
    qapp.setStyleSheet("QLabel { color: red; }")
    view.set_look(dark)
    paper = shown.picture().pixelColor(5, 700).name()
    qapp.setStyleSheet("")

    assert paper == name(dark, "paper")


def hover(shown, offset):
    """Move the mouse there, no button held: QTest's own move holds what an earlier test may have left pressed."""
    viewport, point = shown.view.viewport(), QPointF(shown.point(offset))
    none = Qt.MouseButton.NoButton
    place = viewport.mapToGlobal(point)
    move = QMouseEvent(QEvent.Type.MouseMove, point, place, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, move)
    shown.settle()


def test_the_whole_extent_of_what_is_under_the_mouse_is_lit(shown, light):
    shown.text(TEXT, [mark(Kind.QUOTE, 0, 12), mark(Kind.QUOTE, 25, 39)])
    hover(shown, 2)
    deeper = mix(light.color("quotebg"), light.color("quotesel"), 0.5).name()

    assert [shown.column(at)[10] for at in (9, 29)] == [deeper] * 2


def test_what_is_under_the_mouse_is_told_once_and_when_it_is_left(shown):
    shown.text(TEXT, [mark(Kind.CLAIM, 0, 19, "long"), mark(Kind.SOURCE, 5, 9, "short")])
    told = []
    shown.view.hovered.connect(told.append)
    for at in (2, 3, 6, 7, 30):
        hover(shown, at)

    assert told == ["long", "short", ""]


def test_a_mark_can_be_lit_from_elsewhere_and_let_go(shown):
    shown.text(TEXT, [mark(Kind.CLAIM)])
    before = shown.picture()
    shown.view.light_mark("m")
    lit = shown.picture()
    shown.view.light_mark("")

    assert (lit == before, shown.picture() == before) == (False, True)


def beside(shown, offset, away):
    """The colour so many pixels before the words of a line."""
    image, box = shown.picture(), shown.view.rect_of(offset, offset + 1)
    return image.pixelColor(round(box.left()) - away, round(box.center().y())).name()


def test_a_mark_has_a_lane_twenty_pixels_from_the_words(shown, light):
    shown.text(TEXT, [mark(Kind.CLAIM)])

    assert [beside(shown, 0, away) == name(light, "claim") for away in (20, 21, 23, 24)] == [False, True, True, False]


def test_marks_on_one_line_have_a_lane_each(shown, light):
    shown.text(TEXT, [mark(Kind.CLAIM, 0, 39, "a"), mark(Kind.CLAIM, 5, 14, "b")])

    assert [beside(shown, 0, away) for away in (22, 30)] == [name(light, "claim")] * 2


def test_the_lane_of_a_right_to_left_paragraph_is_on_its_right(shown, light):
    view = shown.text("\u05d0\u05d1\u05d2 \u05d3\u05d4", [mark(Kind.CLAIM, 0, 3)])

    assert beside(shown, 0, -view.rect_of(0, 1).width() - 21) == name(light, "claim")


def test_lanes_that_found_no_room_come_back_with_it(shown, light):
    view = shown.text(TEXT, [mark(Kind.CLAIM, 0, 4)])
    view.set_typography(Typography(characters=7))
    view.resize(100, 760)
    shown.picture()
    view.resize(804, 760)

    assert beside(shown, 0, 22) == name(light, "claim")


def test_with_high_contrast_bands_have_an_edge(shown):
    strong = load_theme("light", contrast=True)
    shown.view.set_look(strong)
    shown.text("one two three", [Mark(4, 7, Kind.CLAIM, "a")])
    band, line = strong.color("claimbg").name(), strong.color("claim").name()
    column = [color for color in shown.column(5) if color in (band, line)]

    assert column[:2] == [line, band]


def test_in_a_crowd_every_band_is_still_painted(shown, light):
    text = "aa " * 300
    shown.text(text.rstrip(), [mark(Kind.CLAIM, at, at + 2, str(at)) for at in range(30, 840, 3)])
    shown.view.clearFocus()

    assert [shown.column(at)[6] for at in (30, 300, 837)] == [name(light, "claimbg")] * 3
