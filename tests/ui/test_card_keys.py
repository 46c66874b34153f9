"""Cards by keys and by filters, in the real window."""

import pytest
from PySide6.QtCore import QPoint, Qt

from annotator import editing
from annotator.ids import new_id
from annotator.model.words import Kind
from annotator.ui.settings import Settings

LINES = 40


@pytest.fixture
def desktop(desktop, put):
    put("Fees\n\n" + "".join(f"Fee {n} is set.\n\n" for n in range(LINES)))
    return desktop


@pytest.fixture
def claims(desktop):
    """A mark on every fee, the last one made first; their ids in the order of the text."""
    text, version = desktop.session.current.text, desktop.session.current.version.id
    made = []
    for n in reversed(range(LINES)):
        at = text.index(f"Fee {n} ")
        edit = editing.annotate(text, version, (Kind.CLAIM, Kind.QUOTE)[n % 2], [(at, at + 5)], new_id)
        desktop.session.do(edit)
        made.append(edit.changes[0].after.id)
    desktop.session.select([])
    return made[::-1]


@pytest.fixture
def pane(desktop, claims):
    return desktop.window.cards_pane


def click(qtbot, panel, card_id):
    place = panel.card_rect(card_id).topLeft() + QPoint(60, 12)
    qtbot.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, pos=place)
    panel.setFocus()


def selected(desktop):
    return [one.id for one in desktop.session.selection]


@pytest.mark.parametrize(("key", "number"), [(Qt.Key.Key_End, -1), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Up, 1)])
def test_a_key_goes_from_card_to_card(desktop, pane, claims, qtbot, key, number):
    click(qtbot, pane.panel, claims[2])
    qtbot.keyClick(pane.panel, key)

    assert selected(desktop) == [claims[number]]


def test_a_page_down_and_a_page_up_come_back(desktop, pane, claims, qtbot):
    click(qtbot, pane.panel, claims[2])
    qtbot.keyClick(pane.panel, Qt.Key.Key_PageDown)
    far = claims.index(selected(desktop)[0])

    assert far > 4


def test_shift_and_end_take_all_to_the_last(desktop, pane, claims, qtbot):
    click(qtbot, pane.panel, claims[2])
    qtbot.keyClick(pane.panel, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)

    assert selected(desktop) == claims[2:]


def test_esc_goes_back_to_the_text_with_the_caret_at_the_end_of_the_words(desktop, pane, claims, qtbot):
    click(qtbot, pane.panel, claims[2])
    qtbot.keyClick(pane.panel, Qt.Key.Key_Escape)
    view = desktop.window.article_pane.view

    assert (view.caret(), selected(desktop)) == (desktop.library.annotation(claims[2]).end, [claims[2]])


def test_esc_clears_a_filter_first(desktop, pane, claims, qtbot):
    qtbot.mouseClick(pane.filters.kinds[Kind.QUOTE], Qt.MouseButton.LeftButton)
    assert [card.id for card in pane.panel.shown] == claims[1::2]
    pane.panel.setFocus()
    qtbot.keyClick(pane.panel, Qt.Key.Key_Escape)

    assert [card.id for card in pane.panel.shown] == claims


def test_by_time_the_newest_is_the_first_of_a_list(desktop, pane, claims, qtbot):
    desktop.window.commands["order_cards"].trigger()
    tops = [pane.panel.card_rect(card.id).top() for card in pane.panel.shown[:4]]

    assert (pane.panel.shown[0].id, tops == sorted(tops), tops[0]) == (claims[0], True, 8)


def test_a_list_by_time_has_the_selected_one_in_view(desktop, pane, claims, qtbot):
    desktop.window.commands["order_cards"].trigger()
    desktop.session.select([claims[-1]])
    view = pane.panel.viewport().rect()

    assert view.contains(pane.panel.card_rect(claims[-1]))


def test_filter_and_order_are_remembered(desktop, pane, qtbot):
    qtbot.mouseClick(pane.filters.kinds[Kind.QUOTE], Qt.MouseButton.LeftButton)
    pane.filters.turn_order()

    assert Settings().cards == ["quote", "newest"]


def test_a_filter_that_hides_all_is_explained_and_cleared(desktop, pane, claims, qtbot):
    qtbot.mouseClick(pane.filters.kinds[Kind.SOURCE], Qt.MouseButton.LeftButton)
    assert not pane.panel.isVisible()
    qtbot.mouseClick(pane.clear_button, Qt.MouseButton.LeftButton)

    assert [card.id for card in pane.panel.shown] == claims


def test_the_card_of_the_last_words_seen_is_seen_whole(desktop, pane, claims, qtbot):
    view = desktop.window.article_pane.view
    low = [n for n in range(LINES) if view.viewport().rect().contains(view.rect_of(*span(desktop, claims[n])).toRect())]
    desktop.session.select([claims[low[-1]]])
    rect = pane.panel.viewport().rect()

    assert rect.contains(pane.panel.card_rect(claims[low[-1]]))


def span(desktop, annotation_id):
    annotation = desktop.library.annotation(annotation_id)
    return annotation.start, annotation.end


@pytest.mark.parametrize(("less", "moves"), [("off", True), ("on", False)])
def test_cards_move_to_make_room_unless_less_motion_is_asked_for(desktop, pane, claims, qtbot, less, moves):
    desktop.look.less_motion = less
    desktop.session.select([claims[2]])
    moving = pane.panel._moving
    moved = bool(moving.way(claims[3]))
    qtbot.waitUntil(lambda: not moving.way(claims[3]))

    assert moved is moves


def colors(panel, points):
    """What is painted at these points of the cards."""
    picture = panel.viewport().grab().toImage()
    return {picture.pixelColor(x, y).name() for x, y in points}


def test_cards_on_their_way_go_behind_the_selected_one(desktop, pane, claims):
    desktop.look.less_motion = "off"
    desktop.session.select([claims[2]])
    panel, way = pane.panel, pane.panel._moving.way
    rect = panel.card_rect(claims[2]).translated(0, round(way(claims[2])))
    assert panel.card_rect(claims[3]).top() + way(claims[3]) < rect.bottom()

    edge = [(rect.left() + 1, y) for y in range(rect.top() + 12, rect.bottom() - 12)]
    assert colors(panel, edge) == {desktop.look.theme.color("accent").name()}


def test_a_card_that_goes_on_below_fades_away(desktop, pane):
    panel, theme = pane.panel, desktop.look.theme
    y = panel.viewport().height() - panel._more.buttons[1].height() - 1

    assert colors(panel, [(x, y) for x in range(0, 200, 7)]) == {theme.color("panel").name()}


def test_a_card_that_gave_way_is_joined_to_its_words_by_a_bent_line(desktop, pane, claims):
    desktop.look.less_motion = "on"
    panel, view = pane.panel, desktop.window.article_pane.view
    bar = view.verticalScrollBar()
    desktop.session.select([claims[20]])
    words = view.rect_of(*span(desktop, claims[20])).center().y()
    bar.setValue(round(bar.value() + words - view.viewport().height() + 60))
    at = panel._beside.middle(span(desktop, claims[20])[0]) - panel.viewport().mapToGlobal(QPoint(0, 0)).y()
    card = panel.card_rect(claims[20]).top() + 18
    assert at - card > 20

    assert colors(panel, [(6, card + 10), (6, round(at) - 4)]) == {desktop.look.theme.color("accent").name()}


def test_the_cards_show_that_they_have_the_keys_though_none_is_selected(desktop, pane):
    desktop.window.activateWindow()
    pane.panel.setFocus()

    assert colors(pane.panel, [(1, 200)]) == {desktop.look.theme.color("accent").name()}


def test_no_card_lies_under_the_words_that_there_are_more_above(desktop, pane, claims, qtbot):
    desktop.look.less_motion = "on"
    desktop.window.article_pane.view.verticalScrollBar().setValue(211)
    panel = pane.panel
    above = panel._more.counts[0]
    tops = [panel.card_rect(one).top() for one in claims[above : above + 3]]

    assert (above > 0, min(tops) >= panel._more.buttons[-1].height()) == (True, True)


def test_a_list_by_time_scrolls_and_says_nothing_of_more(desktop, pane, claims, qtbot):
    assert pane.panel._more.buttons[1].isVisible()
    desktop.window.commands["order_cards"].trigger()

    assert (pane.panel._more.buttons[1].isVisible(), pane.panel.verticalScrollBar().maximum() > 0) == (False, True)
