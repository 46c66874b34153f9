"""What a reader sees of the role of a paragraph: indents, bullets, hairlines, columns; the text is as it was."""

import pytest
from PySide6.QtGui import QColor

from annotator.model.documents import Block
from annotator.model.words import Kind, Role
from annotator.ui.article_view.marks import Mark

LONG = "words that go on until they need another line, " * 3
HEBREW = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"


@pytest.fixture
def roles(shown):
    """Show lines, each with its role."""

    def show(*lines: tuple[Role, str]):
        blocks, at = [], 0
        for role, words in lines:
            blocks.append(Block(start=at, end=at + len(words), role=role))
            at += len(words) + 1
        shown.text("\n".join(words for _, words in lines), blocks=blocks)
        return shown

    return show


def left(shown, offset):
    return round(shown.view.rect_of(offset, offset + 1).left())


def edge(shown):
    """Where the column begins."""
    return shown.view._layout.left


def colours(shown, x, y, width, height):
    image = shown.picture()
    return {image.pixelColor(x + dx, y + dy).name() for dx in range(width) for dy in range(height)}


def test_all_lines_of_a_list_item_begin_at_its_indent(roles):
    shown = roles((Role.LIST_ITEM, LONG))
    view = shown.view
    second = next(at for at in range(len(LONG)) if view.rect_of(at, at + 1).top() > view.rect_of(0, 1).top())

    assert (left(shown, 0), left(shown, second)) == (edge(shown) + 24, edge(shown) + 24)


@pytest.mark.parametrize("sign", ["- ", "1. ", "• ", "12) "])
def test_a_sign_of_the_writer_hangs_in_the_indent(roles, sign):
    shown = roles((Role.LIST_ITEM, sign + LONG))

    assert (left(shown, 0) < left(shown, len(sign)), left(shown, len(sign)) - edge(shown)) == (
        True,
        pytest.approx(24, abs=8),
    )


def test_an_item_without_a_sign_has_a_bullet(roles, light):
    shown = roles((Role.LIST_ITEM, "words"))
    top = round(shown.view.rect_of(0, 1).top())

    assert light.color("ink2").name() in colours(shown, edge(shown) + 4, top, 19, 28)


def test_an_item_with_a_sign_has_no_bullet_besides(roles, light):
    shown = roles((Role.LIST_ITEM, "- words"))
    top = round(shown.view.rect_of(0, 1).top())

    assert light.color("ink2").name() not in colours(shown, edge(shown), top, 24, 28)


def test_a_deeper_item_stands_further_in(roles):
    shown = roles((Role.LIST_ITEM, "- one"), (Role.LIST_ITEM, "  - two"))

    assert left(shown, 10) - left(shown, 2) == 24


def test_items_stand_nearer_to_each_other_than_paragraphs(roles):
    shown = roles((Role.LIST_ITEM, "one"), (Role.LIST_ITEM, "two"), (Role.PARAGRAPH, "three"))
    tops = [shown.view.rect_of(at, at + 1).top() for at in (0, 4, 8)]

    assert (tops[1] - tops[0], tops[2] - tops[1]) == (36, 44)


def test_a_quotation_has_a_line_at_its_leading_edge_over_its_gaps(roles, light):
    shown = roles((Role.QUOTATION, LONG), (Role.QUOTATION, "more"))
    image, box = shown.picture(), shown.view.rect_of(0, len(LONG) + 5)
    down = {image.pixelColor(edge(shown), y).name() for y in range(round(box.top()) + 2, round(box.bottom()) - 1)}

    assert (left(shown, 0) - edge(shown), down) == (24, {light.color("control").name()})


def test_the_line_of_a_right_to_left_quotation_is_on_its_right(roles, light):
    shown = roles((Role.QUOTATION, HEBREW))
    y = round(shown.view.rect_of(0, 1).center().y())
    right = edge(shown) + shown.view._layout.width - 1

    assert (
        shown.picture().pixelColor(right, y).name(),
        right + 1 - round(shown.view.rect_of(0, 1).right()),
    ) == (light.color("control").name(), 24)


@pytest.mark.parametrize(
    "rows", [["Year\tCost", "2021\t4.5", "22\t104"], ["| Year | Cost |", "|---|---|", "| 1 | 9 |"]]
)
def test_cells_of_a_table_stand_in_columns(roles, rows):
    shown = roles(*((Role.TABLE_ROW, row) for row in rows))
    sign, starts = rows[0][4] if "\t" in rows[0] else "|", []
    at = 0
    for row in rows:
        if "---" not in row:
            starts.append(left(shown, at + row.rindex(sign, 0, len(row) - 1) + 1))
        at += len(row) + 1

    assert max(starts) - min(starts) <= 1


def test_a_row_of_figures_runs_as_its_table_does(roles):
    shown = roles((Role.TABLE_ROW, f"{HEBREW}\t{HEBREW}"), (Role.TABLE_ROW, "1\t2"))
    first = len(HEBREW) * 2 + 2

    assert left(shown, first) > left(shown, first + 2)


def test_a_table_too_wide_for_columns_breaks_its_lines(roles):
    row = f"| {LONG} | {LONG} |"
    shown = roles((Role.TABLE_ROW, row))

    assert shown.view.rect_of(0, len(row)).width() <= shown.view._layout.width


def test_a_row_has_a_line_below_it(roles, light):
    shown = roles((Role.TABLE_ROW, "a\tb"), (Role.TABLE_ROW, "c\td"))
    box = shown.view.rect_of(0, 1)

    assert light.color("line2").name() in colours(shown, edge(shown) + 300, round(box.bottom()), 1, 8)


def test_signs_that_are_no_words_are_quieter(roles, light):
    shown = roles((Role.TABLE_ROW, "| words |"))
    shown.view.place_caret(4)
    top = round(shown.view.rect_of(0, 1).top())
    darkest = min(colours(shown, left(shown, 0), top, 8, 28), key=lambda name: QColor(name).lightness())

    assert QColor(darkest).lightness() >= light.color("ink3").lightness()


@pytest.mark.parametrize("role", Role)
def test_no_role_changes_what_is_selected_or_copied(roles, role):
    words = "- | one |\ttwo | > three"
    shown = roles((role, words), (role, words))
    shown.view.select_range(0, len(words))

    assert (shown.view.createMimeDataFromSelection().text(), shown.view.selected_range()) == (words, (0, len(words)))


@pytest.mark.parametrize("role", Role)
def test_a_click_in_any_role_is_on_the_character_there(roles, qtbot, role):
    words = "- | one |\ttwo | > three \U0001f600 end"
    shown = roles((role, words))
    at = words.index("three")
    with qtbot.waitSignal(shown.view.clicked_at) as clicked:
        shown.click(at)

    assert clicked.args == [at]


def test_a_band_lies_on_the_words_of_an_item_not_on_its_indent(roles, light):
    shown = roles((Role.LIST_ITEM, LONG))
    shown.view.change_marks([], [Mark(0, len(LONG) - 1, Kind.CLAIM, "m")])

    assert light.color("claimbg").name() not in colours(shown, edge(shown), 24, 22, 80)
