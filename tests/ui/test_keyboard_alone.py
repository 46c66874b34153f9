"""The whole job without a mouse: a story opened, marked, mended, noted, found in, exported, and left."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator.model.words import Kind, Status
from annotator.ui.dialogs.export import ExportSheet

NONE, SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
STORY = "Budget grows\n\nThe fee is 6 crowns. “We knew,” she said at noon.\n\nNo more.\n"
LATER = "Another day\n\nNothing happened.\n"


class Hands:
    """Ten fingers: keys go to whatever has the focus."""

    def __init__(self, desktop, qtbot) -> None:
        self._desktop, self._qtbot = desktop, qtbot

    def press(self, *keys, held=NONE, times=1) -> None:
        for key in keys * times:
            self._qtbot.keyClick(self._focus(), getattr(Qt.Key, f"Key_{key}", key), held)

    def type(self, words: str) -> None:
        self._qtbot.keyClicks(self._focus(), words)

    def _focus(self):
        return QApplication.focusWidget() or self._desktop.window.focusWidget()

    def open(self, *paths) -> None:
        before = len(self._desktop.library.articles())
        self.press("O", held=CONTROL)
        self.wait_for(QFileDialog)
        self.type(" ".join(f'"{path}"' for path in paths))
        self.press("Return")
        self._qtbot.waitUntil(lambda: len(self._desktop.library.articles()) == before + len(paths))
        self._desktop.window.activateWindow()  # as a window manager would when the dialog has gone
        self._qtbot.waitUntil(self._desktop.window.article_pane.view.hasFocus)

    def wait_for(self, kind) -> None:
        """Until a dialog of this kind has the keys."""
        dialog = self._desktop.window.findChild(kind)
        self._qtbot.waitUntil(lambda: dialog.isAncestorOf(self._focus()))

    def tab_to(self, widget) -> None:
        for _ in range(60):
            if self._focus() is widget:
                return
            self.press("Tab")
        raise AssertionError(f"Tab never leads to {widget}")


@pytest.fixture
def hands(desktop, qtbot):
    desktop.window.furnish()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    return Hands(desktop, qtbot)


@pytest.fixture
def opened(desktop, hands, tmp_path):
    """Two stories opened by the dialog, the first one on the desk; the window."""
    paths = [tmp_path / "budget.txt", tmp_path / "later.txt"]
    for path, words in zip(paths, (STORY, LATER), strict=True):
        path.write_text(words, encoding="utf-8")
    hands.open(*paths)
    return desktop.window


@pytest.fixture
def annotations(desktop):
    """What is marked in the story on the desk."""
    return lambda: list(desktop.library.annotations(desktop.session.current.version.id))


def mark_all(hands) -> None:
    """A claim by its sentence, a quote by its quotation, a source by selected words."""
    hands.press("J", "1")
    hands.press("J", "2")
    hands.press("Right", held=CONTROL, times=3)
    hands.press("Right", held=CONTROL | SHIFT)
    hands.press("3")


def test_stories_are_opened(desktop, opened):
    assert desktop.session.current.version.file_name == "budget.txt"


def test_words_are_marked(opened, hands, annotations):
    mark_all(hands)

    assert [(a.kind, a.words) for a in annotations()] == [
        (Kind.CLAIM, "The fee is 6 crowns."),
        (Kind.QUOTE, "“We knew,”"),
        (Kind.SOURCE, "she"),
    ]


def test_a_quote_gets_a_hole(opened, hands, annotations):
    mark_all(hands)
    hands.press("P")
    hands.press("Right", held=CONTROL, times=4)
    hands.press("Right", held=CONTROL | SHIFT, times=2)
    hands.press("+")

    assert [a.words for a in annotations() if a.kind is Kind.QUOTE] == ["“We knew,” […] said at"]


def test_an_edge_is_mended(opened, hands, annotations):
    mark_all(hands)
    hands.press("P", "P", "BracketRight")
    hands.press("Left", "Left")
    hands.press("Return")

    assert annotations()[0].words == "The fee is 6"


def test_a_note_tags_and_a_status_are_given(opened, hands, annotations):
    mark_all(hands)
    hands.press("Return")
    hands.type("asked the office")
    hands.press("Escape")
    hands.press("T", held=CONTROL)
    hands.type("money, town")
    hands.press("Return")
    hands.press("4", held=CONTROL)
    made = next(a for a in annotations() if a.kind is Kind.SOURCE)

    assert (made.note, made.tags, made.status) == ("asked the office", ("money", "town"), Status.CHECKED)
    assert opened.article_pane.view.hasFocus()


def test_cards_are_filtered(opened, hands):
    mark_all(hands)
    hands.press("Escape")
    hands.tab_to(opened.cards_pane.filters.kinds[Kind.QUOTE])
    hands.press("Space")
    hands.press("Escape")

    assert [card.kind for card in opened.cards_pane.panel.shown] == [Kind.QUOTE]
    assert opened.article_pane.view.hasFocus()


def test_words_are_found_and_marked(opened, hands, annotations):
    hands.press("F", held=CONTROL)
    hands.type("noon")
    hands.press("Escape", "1")

    assert [a.words for a in annotations()] == ["noon"]


def test_the_palette_does_an_action_and_gives_the_keys_back(desktop, opened, hands):
    hands.press("K", held=CONTROL)
    hands.type("larger text")
    hands.press("Return")

    assert (desktop.settings.zoom > 100, opened.article_pane.view.hasFocus()) == (True, True)


def test_all_is_undone_and_redone(opened, hands, annotations):
    mark_all(hands)
    hands.press("Z", held=CONTROL, times=3)
    undone = len(annotations())
    hands.press("Z", held=CONTROL | SHIFT, times=3)

    assert (undone, len(annotations())) == (0, 3)


def test_rows_are_exported(opened, hands, qtbot, tmp_path):
    mark_all(hands)
    target = tmp_path / "rows.csv"
    hands.press("E", held=CONTROL)
    hands.wait_for(ExportSheet)
    hands.press("A", held=CONTROL)
    hands.type(str(target))
    hands.press("Return")
    qtbot.waitUntil(target.is_file)

    assert len(list(csv.DictReader(target.read_text(encoding="utf-8-sig").splitlines()))) == 3


def test_another_story_comes_and_the_window_closes(desktop, opened, hands):
    hands.press("Up", held=ALT)
    name = desktop.session.current.version.file_name
    hands.press("Q", held=CONTROL)

    assert (name, opened.isVisible()) == ("later.txt", False)
