"""What the window's tests stand on: a real library on disk, the sample in it, a session, a look."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from annotator import editing, importing, reading
from annotator.assets import asset
from annotator.ids import new_id
from annotator.library import Library
from annotator.model.words import Kind
from annotator.ui.app import Desktop
from annotator.ui.look import Look
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from tests import leaks

SAMPLE = asset("samples/harbour-tunnel.txt")


@pytest.fixture(autouse=True)
def nothing_is_left(home):
    """Fails a test that leaves a thread, a window or a running timer behind."""
    before = leaks.alive()
    yield
    leaks.empty_clipboard()
    assert leaks.left_since(before) == []


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.db", annotator="checker") as opened:
        yield opened


@pytest.fixture
def session(qapp, library):
    return Session(library)


@pytest.fixture
def look(qapp):
    look = Look(qapp, "light")
    yield look
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    qapp.setStyleSheet("")
    look.deleteLater()


@pytest.fixture
def add(session):
    """Add a file to the library and put it on the desk; its version's id."""

    def add(path: Path = SAMPLE) -> str:
        article, edit = importing.adding(session.library, reading.read(path))
        session.do(edit)
        session.open(article)
        return session.current.version.id

    return add


@pytest.fixture
def mark(session):
    """Mark words of the open article; the annotation."""

    def mark(words: str, kind: Kind = Kind.CLAIM):
        text, start = session.current.text, session.current.text.index(words)
        edit = editing.annotate(text, session.current.version.id, kind, [(start, start + len(words))], new_id)
        session.do(edit)
        return edit.changes[0].after

    return mark


@pytest.fixture
def desktop(qapp, tmp_path, qtbot):
    """The whole window on a library of its own, with nothing in it yet."""
    made = Desktop(qapp, Library(tmp_path / "library.db", annotator="checker"), Settings())
    made.window.show()
    qtbot.waitUntil(made.window.isVisible)
    yield made
    made.close()
    made.look.choose("light")
    made.window.deleteLater()
    made.deleteLater()


@pytest.fixture
def put(desktop, tmp_path, qtbot):
    """Open a story with these words in the window."""

    def put(words: str) -> None:
        path = tmp_path / "story.txt"
        path.write_text(words, encoding="utf-8")
        desktop.opener.open([path])
        qtbot.waitUntil(lambda: desktop.session.current is not None)

    return put


@pytest.fixture
def story(desktop, put):
    """A short story on the desk; its text."""
    put("Budget grows\n\nThe fee is 6 crowns. “We knew,” she said.\n\nNo more.\n")
    desktop.window.article_pane.view.setFocus()
    return desktop.session.current.text
