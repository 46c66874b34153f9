"""The original beside the text: its page by key, following the caret, with the words of the selected annotation."""

import stat
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from annotator.ui.settings import Settings
from tests.unit.reading.pdfs import Words, pdf_of

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
FIRST = [Words(72, 700, "The fee is six crowns, the minister said.")]
SECOND = [Words(72, 300, "On the second page the fee is free.")]


@pytest.fixture
def story(desktop, tmp_path, qtbot):
    """A story of two pages on the desk; the bytes of its file."""
    data = pdf_of(FIRST, SECOND)
    (tmp_path / "story.pdf").write_bytes(data)
    desktop.opener.open([tmp_path / "story.pdf"])
    qtbot.waitUntil(lambda: desktop.session.current is not None, timeout=20_000)
    desktop.window.furnish()
    return data


def press(desktop, qtbot, key=Qt.Key.Key_P):
    qtbot.keyClick(desktop.window.article_pane.view, key, CTRL_SHIFT)


@pytest.fixture
def pane(story, desktop, qtbot):
    """The pane, opened by its key, with a page in it."""
    press(desktop, qtbot)
    pane = desktop.window.furnish().original.pane
    qtbot.waitUntil(lambda: pane.title.text() == "Page 1 of the original", timeout=20_000)
    return pane


def test_its_key_shows_the_page_that_the_caret_is_on(pane):
    assert (pane.isVisible(), pane.picture.height() > pane.picture.width() > 100) == (True, True)


def test_the_page_follows_the_caret(pane, desktop, qtbot):
    qtbot.keyClick(desktop.window.article_pane.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: pane.title.text() == "Page 2 of the original", timeout=20_000)


def test_the_words_of_the_selected_annotation_are_tinted_on_the_page(pane, desktop, qtbot):
    view, start = desktop.window.article_pane.view, desktop.session.current.text.index("six crowns")
    before = pane.picture.marked.width()
    view.select_range(start, start + 10)
    qtbot.keyClick(view, "1")

    qtbot.waitUntil(lambda: 0 < pane.picture.marked.width() < before / 2, timeout=20_000)


def test_the_same_key_hides_it_and_the_choice_is_remembered(pane, desktop, qtbot):
    remembered = [Settings().original]
    press(desktop, qtbot)

    assert (pane.isVisible(), [*remembered, Settings().original]) == (False, [True, False])


def test_a_story_without_pages_has_no_pane(pane, desktop, put, qtbot):
    put("Nothing but words.\n")
    qtbot.waitUntil(lambda: not pane.isVisible())

    assert not desktop.window.commands["original"].isEnabled()


def test_the_pane_is_back_with_the_story_that_has_pages(pane, desktop, put, qtbot):
    article = desktop.session.current.article.id
    put("Nothing but words.\n")
    qtbot.waitUntil(lambda: not pane.isVisible())
    desktop.session.open(article)

    assert pane.isVisible()


def test_the_keys_reach_it_as_any_pane(pane, desktop, qtbot):
    for _ in range(2):
        qtbot.keyClick(desktop.window.focusWidget(), Qt.Key.Key_F6)

    assert desktop.window.focusWidget() is pane.area


def test_a_copy_of_the_original_is_opened_that_cannot_be_changed(story, desktop, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True)
    press(desktop, qtbot, Qt.Key.Key_E)
    [copy] = opened

    assert (copy.name, copy.read_bytes()) == ("story.pdf", story)
    assert sys.platform == "win32" or stat.S_IMODE(copy.stat().st_mode) == 0o400


def test_a_text_with_the_name_of_a_program_is_not_run(desktop, tmp_path, qtbot, monkeypatch):
    (tmp_path / "story.bat").write_text("Prices rose.", encoding="utf-8")
    desktop.opener.open([tmp_path / "story.bat"])
    qtbot.waitUntil(lambda: desktop.session.current is not None)
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.fileName()) or True)
    desktop.window.furnish()
    press(desktop, qtbot, Qt.Key.Key_E)

    assert opened == ["story.bat.txt"]
