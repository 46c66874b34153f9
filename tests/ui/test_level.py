"""Cards beside their text, in the real window: level with it, several at once."""

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from annotator import editing
from annotator.ids import new_id
from annotator.model.words import Kind, Status

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LINES = 60


@pytest.fixture
def desktop(desktop, put):
    put("Fees\n\n" + "".join(f"Fee {n} is set.\n\n" for n in range(LINES)))
    return desktop


@pytest.fixture
def claims(desktop):
    """A claim on every fee; their ids in the order of the text."""
    text, version = desktop.session.current.text, desktop.session.current.version.id
    starts = [text.index(f"Fee {n} ") for n in range(LINES)]
    edits = [editing.annotate(text, version, Kind.CLAIM, [(at, at + 5)], new_id) for at in starts]
    desktop.session.do(editing.together(edits[0].verb, edits))
    desktop.session.select([])
    return [edit.changes[0].after.id for edit in edits]


@pytest.fixture
def panel(desktop):
    return desktop.window.cards_pane.panel


def click(qtbot, panel, card_id, modifier=Qt.KeyboardModifier.NoModifier):
    place = panel.card_rect(card_id).topLeft() + QPoint(60, 12)
    qtbot.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def off_level(desktop, panel, card_id):
    """How far the first line of a card is from that of its words, in pixels of the screen."""
    view = desktop.window.article_pane.view
    start = desktop.library.annotation(card_id).start
    words = view.viewport().mapToGlobal(view.rect_of(start, start + 1).center().toPoint()).y()
    card = panel.viewport().mapToGlobal(panel.card_rect(card_id).topLeft()).y() + 8 + 10
    return abs(words - card)


def selected(desktop):
    return [one.id for one in desktop.session.selection]


def test_the_selected_card_is_level_with_its_words(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[3])

    assert off_level(desktop, panel, claims[3]) <= 1


def test_the_selected_card_stays_level_while_the_text_scrolls(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[4])
    desktop.window.article_pane.view.verticalScrollBar().setValue(60)

    assert off_level(desktop, panel, claims[4]) <= 1


def test_cards_are_in_the_order_of_the_text_and_never_closer_than_eight(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[4])
    rects = [panel.card_rect(one) for one in panel.placed]

    assert all(b.top() - a.bottom() - 1 >= 7 for a, b in itertools.pairwise(rects))


def test_only_cards_near_the_view_have_a_place(panel, claims):
    assert 0 < len(panel.placed) < LINES


def test_a_click_on_a_card_whose_words_are_seen_does_not_scroll(desktop, panel, claims, qtbot):
    bar = desktop.window.article_pane.view.verticalScrollBar()
    bar.setValue(70)
    click(qtbot, panel, claims[5])

    assert bar.value() == 70


def test_what_is_below_is_counted_and_a_click_goes_there(desktop, panel, claims, qtbot):
    button = panel.findChildren(type(panel._more.buttons[1]))[1]
    hidden = panel._more.counts[1]
    assert button.text() == f"{hidden} more below"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert selected(desktop) == [claims[LINES - hidden]]


def test_ctrl_click_takes_one_more_and_one_less(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[1])
    click(qtbot, panel, claims[3], CONTROL)
    click(qtbot, panel, claims[4], CONTROL)
    click(qtbot, panel, claims[3], CONTROL)

    assert selected(desktop) == [claims[1], claims[4]]


def test_shift_click_takes_all_up_to_it(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[1])
    click(qtbot, panel, claims[4], SHIFT)

    assert selected(desktop) == claims[1:5]


def test_shift_and_down_takes_the_next_one_too(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[1])
    qtbot.keyClick(panel, Qt.Key.Key_Down, SHIFT)

    assert selected(desktop) == claims[1:3]


def test_ctrl_a_takes_all(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[1])
    qtbot.keyClick(panel, Qt.Key.Key_A, CONTROL)

    assert selected(desktop) == claims


def test_no_editor_for_several(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[1])
    click(qtbot, panel, claims[2], CONTROL)

    assert not desktop.window.cards_pane.editor.isVisible()


def test_a_status_for_several_is_one_act(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[1])
    click(qtbot, panel, claims[4], SHIFT)
    qtbot.keyClick(panel, Qt.Key.Key_4, CONTROL)
    done = [desktop.library.annotation(one).status for one in claims]
    assert done.count(Status.CHECKED) == 4
    desktop.session.undo()

    assert {desktop.library.annotation(one).status for one in claims} == {Status.UNCHECKED}


def test_delete_takes_all_the_selected_away_as_one_act(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[1])
    click(qtbot, panel, claims[4], SHIFT)
    qtbot.keyClick(panel, Qt.Key.Key_Delete)
    assert len(panel.shown) == LINES - 4
    desktop.session.undo()

    assert len(panel.shown) == LINES


def test_the_key_of_a_kind_relabels_all_the_selected_as_one_act(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[1])
    click(qtbot, panel, claims[4], SHIFT)
    qtbot.keyClick(panel, Qt.Key.Key_2)
    kinds = [desktop.library.annotation(one).kind for one in claims]
    assert kinds.count(Kind.QUOTE) == 4
    desktop.session.undo()

    assert {desktop.library.annotation(one).kind for one in claims} == {Kind.CLAIM}


def test_the_bar_gives_all_the_selected_another_kind(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[1])
    click(qtbot, panel, claims[4], SHIFT)
    qtbot.mouseClick(desktop.window.cards_pane.several.kinds[Kind.SOURCE], Qt.MouseButton.LeftButton)

    assert [desktop.library.annotation(one).kind for one in claims].count(Kind.SOURCE) == 4


def test_the_bar_is_there_for_several_only(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[1])
    alone = desktop.window.cards_pane.several.isVisible()
    click(qtbot, panel, claims[4], CONTROL)

    assert (alone, desktop.window.cards_pane.several.isVisible()) == (False, True)


def test_a_chip_shows_its_kind_only_and_again_shows_all(desktop, panel, claims, qtbot):
    desktop.session.do(editing.relabel([desktop.library.annotation(claims[0])], Kind.QUOTE))
    desktop.session.select([])
    chip = desktop.window.cards_pane.filters.kinds[Kind.QUOTE]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert [card.id for card in panel.shown] == claims[:1]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert len(panel.shown) == LINES


def test_a_status_of_the_menu_shows_what_has_it(desktop, panel, claims):
    desktop.session.do(editing.set_status([desktop.library.annotation(claims[2])], Status.WAITING))
    desktop.session.select([])
    menu = desktop.window.cards_pane.filters.statuses.menu()
    next(entry for entry in menu.actions() if entry.text() == "Waiting").trigger()

    assert [card.id for card in panel.shown] == [claims[2]]


def test_what_is_selected_has_a_card_whatever_the_filter(desktop, panel, claims, qtbot):
    qtbot.mouseClick(desktop.window.cards_pane.filters.kinds[Kind.QUOTE], Qt.MouseButton.LeftButton)
    desktop.session.select([claims[7]])
    assert [card.id for card in panel.shown] == [claims[7]]
    desktop.session.select([])

    assert panel.shown == []


def test_tags_are_written_on_the_card(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[1])
    qtbot.keyClick(panel, Qt.Key.Key_T, CONTROL)
    field = desktop.window.cards_pane.editor.tags_field.line
    qtbot.keyClicks(field, "money, town hall")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert desktop.library.annotation(claims[1]).tags == ("money", "town hall")


def test_tags_are_kept_when_another_card_is_chosen(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[1])
    qtbot.keyClicks(desktop.window.cards_pane.editor.tags_field.line, "money")
    click(qtbot, panel, claims[4])
    kept = desktop.library.annotation(claims[1]).tags

    assert (kept, desktop.window.cards_pane.editor.tags_field.line.text()) == (("money",), "")


def test_a_tag_for_several_is_one_act(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[1])
    click(qtbot, panel, claims[4], SHIFT)
    qtbot.keyClick(panel, Qt.Key.Key_T, CONTROL)
    field = desktop.window.cards_pane.several.tag_field
    qtbot.keyClicks(field, "money")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [desktop.library.annotation(one).tags for one in claims].count(("money",)) == 4
    desktop.session.undo()

    assert {desktop.library.annotation(one).tags for one in claims} == {()}


def test_all_the_selected_are_lifted_in_the_text(desktop, panel, claims, qtbot):
    click(qtbot, panel, claims[1])
    click(qtbot, panel, claims[3], SHIFT)

    assert desktop.window.article_pane.view._layout._lifted.chosen == set(claims[1:4])


def test_a_button_that_is_not_seen_cannot_be_pressed_from_outside_either(desktop, put):
    put("No annotation here.")
    buttons = desktop.window.cards_pane.panel.viewport().findChildren(QPushButton)

    assert [button.isEnabled() for button in buttons] == [False, False]


def test_known_tags_are_offered_in_the_bar_when_it_is_clicked(desktop, panel, claims, qtbot):
    desktop.session.do(editing.set_tags([desktop.library.annotation(claims[0])], ["money"]))
    click(qtbot, panel, claims[1])
    click(qtbot, panel, claims[3], CONTROL)
    field = desktop.window.cards_pane.several.tag_field
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field, "mo")

    assert field.completer().currentCompletion() == "money"


def test_in_a_narrow_pane_the_bar_says_the_number_alone(desktop, panel, claims, qtbot):
    pane = desktop.window.cards_pane
    desktop.session.select(claims[:3])
    said = []
    for width in (600, 300):
        pane.several.resize(width, 40)
        said.append(pane.several._count.text())

    assert said == ["3 selected", "3"]
