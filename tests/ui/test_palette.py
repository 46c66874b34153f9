"""The palette in the real window, by keys alone."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QListView

from annotator import editing
from annotator.ui.palette import Palette
from annotator.ui.settings import Settings
from tests.ui.test_finding import CTRL, TEXT, desktop, view  # noqa: F401  fixtures


@pytest.fixture
def ask(desktop, qtbot, view):  # noqa: F811  the fixtures
    """Open it by its key, type, press Enter."""

    def ask(letters: str, last=Qt.Key.Key_Return) -> None:
        qtbot.keyClick(view, Qt.Key.Key_K, CTRL)
        field = desktop.window.findChild(Palette).findChild(QLineEdit)
        qtbot.keyClicks(field, letters)
        qtbot.keyClick(field, last)

    return ask


def test_an_action_is_found_and_done(desktop, ask):  # noqa: F811
    ask("dark or")

    assert desktop.look.theme.dark


def test_an_annotation_is_found_and_selected(desktop, view, ask, qtbot):  # noqa: F811
    view.select_range(TEXT.index("6 crowns"), TEXT.index("6 crowns") + 8)
    qtbot.keyClick(view, "1")
    desktop.session.select([])
    ask("6 crow")

    assert [a.words for a in desktop.session.selection] == ["6 crowns"]


def test_esc_brings_the_focus_back(view, ask):  # noqa: F811
    ask("any", Qt.Key.Key_Escape)

    assert view.hasFocus()


def test_words_of_another_story_are_found_and_selected_there(desktop, view, qtbot, tmp_path):  # noqa: F811
    path = tmp_path / "other.txt"
    path.write_text("Other\n\nNothing of the kind.\n", encoding="utf-8")
    first = desktop.session.current.article.id
    desktop.opener.open([path])
    qtbot.waitUntil(lambda: desktop.session.current.article.id != first)
    qtbot.keyClick(view, Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.ShiftModifier)
    field = desktop.window.findChild(Palette).findChild(QLineEdit)
    qtbot.keyClicks(field, "crowns")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    start = TEXT.index("crowns")

    assert (desktop.session.current.article.id, view.selected_range()) == (first, (start, start + 6))


def lines(desktop):  # noqa: F811
    """What the palette shows: the words of each row, headings too."""
    model = desktop.window.findChild(Palette).findChild(QListView).model()
    return [model.index(row).data() for row in range(model.rowCount())]


@pytest.fixture
def noted(desktop, view, qtbot):  # noqa: F811
    """An annotation with a note and a tag, on the words “The fee is”."""
    view.select_range(TEXT.index("The fee"), TEXT.index("The fee") + 10)
    qtbot.keyClick(view, "1")
    desktop.session.do(editing.set_note(desktop.session.selection[0], "Ask the zookeeper"))
    desktop.session.do(editing.set_tags(desktop.session.selection, ["urgent"]))
    desktop.session.select([])
    return desktop


@pytest.mark.parametrize("letters", ["zookeep", "urgent"])
def test_an_annotation_is_found_by_note_and_tag(noted, ask, letters):
    ask(letters)

    assert [a.words for a in noted.session.selection] == ["The fee is"]


def test_a_story_is_found_by_the_name_of_its_file(desktop, ask):  # noqa: F811
    ask("story.tx", Qt.Key.Key_Shift)

    assert lines(desktop) == ["Stories", "Budget grows"]


def test_what_was_done_from_here_comes_first_the_next_time(desktop, ask):  # noqa: F811
    ask("dark or")
    ask("", Qt.Key.Key_Shift)

    assert (lines(desktop)[:2], Settings().recent_actions) == (["Recent", "Dark or light theme"], ["theme"])


def test_what_cannot_be_done_now_is_there_and_does_nothing(desktop, ask):  # noqa: F811
    ask("redo")

    assert (lines(desktop)[-1], desktop.window.findChild(Palette).isVisible()) == ("Redo", True)


def test_a_click_beside_it_closes_it(desktop, ask, view, qtbot):  # noqa: F811
    ask("redo")
    qtbot.mouseClick(desktop.window.findChild(Palette), Qt.MouseButton.LeftButton)

    assert view.hasFocus()


def test_it_follows_the_window(desktop, ask):  # noqa: F811
    ask("redo", Qt.Key.Key_Shift)
    desktop.window.resize(800, 600)

    assert desktop.window.findChild(Palette).size() == desktop.window.size()


class Paints(QObject):
    """Hears what of a widget is painted."""

    def __init__(self):
        super().__init__()
        self.areas = []

    def eventFilter(self, _watched, event):
        if event.type() is QEvent.Type.Paint:
            self.areas.append(event.region().boundingRect())
        return False


def test_no_shadow_of_a_higher_palette_stays_below_a_lower_one(desktop, ask, qtbot):  # noqa: F811
    ask("", Qt.Key.Key_Shift)
    palette, paints = desktop.window.findChild(Palette), Paints()
    palette.installEventFilter(paints)
    qtbot.keyClicks(palette.findChild(QLineEdit), "redo")
    qtbot.waitUntil(lambda: paints.areas != [])

    assert palette.rect() in paints.areas


def test_a_story_is_not_removed_by_two_letters(desktop, ask):  # noqa: F811
    ask("re")

    assert desktop.session.current


def test_a_story_is_removed_by_the_word(desktop, ask):  # noqa: F811
    ask("remove this")

    assert desktop.session.current is None


@pytest.mark.parametrize(("wish", "outlined"), [("on", True), ("off", False)])
def test_the_chosen_line_is_outlined_in_high_contrast(desktop, ask, wish, outlined):  # noqa: F811
    desktop.look.strengthen(wish)
    ask("find", Qt.Key.Key_Down)
    shown = desktop.window.findChild(Palette).findChild(QListView)
    row = shown.visualRect(shown.currentIndex())
    edge = shown.viewport().grab().toImage().pixelColor(row.center().x(), row.top() + 1)

    assert (edge == desktop.look.theme.color("accent")) is outlined
