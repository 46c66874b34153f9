"""Every control of the window has a name that says what it does, wherever one gets in it."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from annotator.ui.actions import MENUS
from tests.ui.accessibility.tree import ROLE, faults, find, nodes


def test_an_empty_library_has_a_name_for_everything(window):
    found = nodes(window)

    assert faults(found) == []


def test_a_story_with_annotations_has_a_name_for_everything(window, marked):
    assert faults(nodes(window)) == []


def test_several_selected_annotations_have(desktop, window, marked, act):
    desktop.session.select([a.id for a in desktop.library.annotations(desktop.session.current.version.id)])

    assert faults(nodes(window)) == []


@pytest.mark.parametrize("name", ["history", "find", "palette", "search"])
def test_what_opens_in_the_window_has(window, marked, act, name):
    act(name)

    assert faults(nodes(window)) == []


@pytest.mark.parametrize("name", ["settings", "keys", "about", "export"])
def test_every_sheet_has(marked, sheet, name):
    assert faults(nodes(sheet(name))) == []


def test_the_sheet_of_near_duplicates_has(window, story, act, sheet):
    view = window.article_pane.view
    for words in ("The fee is 6 crowns", "The fee is 6 crowns."):
        view.select_range(story.index(words), story.index(words) + len(words))
        act("claim")

    assert faults(nodes(sheet("near_duplicates"))) == []


@pytest.mark.parametrize("name", MENUS)
def test_every_menu_has(window, marked, name):
    menu = next(entry.menu() for entry in window.menuBar().actions() if entry.text() == f"&{name}")
    menu.popup(window.pos())
    QApplication.processEvents()

    found = faults(nodes(menu))

    menu.close()
    assert found == []


def test_the_menu_of_the_words_has(window, marked):
    window.article_pane.view.menu_asked.emit(0, window.pos())
    menu = QApplication.activePopupWidget()

    found = faults(nodes(menu))

    menu.close()
    assert found == []


def test_a_button_is_called_what_it_does_and_its_key_is_said_beside(window, story):
    claim = find(window, ROLE.Button, "Claim")

    assert (claim.name, claim.description) == ("Claim", "Claim (1 or C)")


def test_the_button_of_a_status_says_which_it_is(window, marked, act):
    act("checked")

    assert find(window.cards_pane, ROLE.ButtonMenu, "Status: ").name == "Status: Checked"


def test_the_page_of_keys_has(marked, sheet):
    opened = sheet("settings")
    opened.tabs.setCurrentIndex(1)

    assert faults(nodes(opened)) == []


def test_an_action_without_a_key_says_so(marked, sheet):
    opened = sheet("settings")
    opened.tabs.setCurrentIndex(1)
    page = opened.page
    page.choose("system_theme")
    names = [node.name for node in nodes(page) if node.role == ROLE.TreeItem]

    assert "No key" in names


def test_a_row_of_choices_is_called_what_is_chosen(marked, sheet):
    groups = [node.name for node in nodes(sheet("export")) if node.kind == "Choice"]

    assert groups == ["Which", "Separator"]


def test_the_chosen_one_of_a_row_is_checked(marked, sheet):
    comma = find(sheet("export"), ROLE.CheckBox, "Comma")

    assert comma.state.checked


def test_a_story_in_the_library_says_how_much_is_left(window, marked):
    assert find(window.library_pane, ROLE.ListItem).name == "Budget grows, 2 left"


def test_a_heading_of_the_palette_is_no_choice(window, marked, act):
    act("palette")
    heading = find(window, ROLE.ListItem, "All actions")

    assert not heading.state.selectable


def test_a_line_of_the_palette_says_its_group_and_its_key(window, marked, act):
    act("palette")
    names = [node.name for node in nodes(window) if node.role == ROLE.ListItem]

    assert "Open…, Ctrl O" in names


def test_panes_are_called_what_is_in_them(window, marked):
    panes = {node.kind: node.name for node in nodes(window) if node.kind.endswith(("Pane", "Header", "Filters"))}

    assert panes == {
        "LibraryPane": "Library",
        "ArticlePane": "Story",
        "ArticleHeader": "About this story",
        "CardsPane": "Annotations",
        "Filters": "Which annotations are shown",
    }


def test_names_are_there_without_assistive_technology():
    assert not QAccessible.isActive()


def test_menus_and_scroll_bars_have(window, marked):
    bars = window.article_pane.view.verticalScrollBar(), window.cards_pane.panel.verticalScrollBar()
    found = [QAccessible.queryAccessibleInterface(one) for one in (window.menuBar(), *bars)]

    assert [one.text(QAccessible.Text.Name) for one in found] == ["Menus", "Scroll the story", "Scroll the cards"]
