"""The palette in the real window, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from annotator.ui.palette import Palette
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
