"""The place where one reads is kept: through every act, for each story, and over a second start."""

import pytest
from PySide6.QtCore import Qt

from annotator.library import Library
from annotator.ui.app import Desktop
from annotator.ui.settings import Settings

STORY = "\n\n".join(
    f"Paragraph {n} says what it says, and then goes on to say it once more at length." for n in range(200)
)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(desktop, put):
    put(STORY)
    desktop.window.activateWindow()
    desktop.window.article_pane.view.setFocus()
    return desktop.window.article_pane.view


def top(view):
    """The line at the top, and how far below the edge it begins."""
    return view.place()[1:]


def read_on(view):
    """Scroll to the middle; the caret stands in what is seen then."""
    view.verticalScrollBar().setValue(3_000)
    at = STORY.index("says", view.place().top + 300)
    view.place_caret(at, reveal=False)
    return at


def act(window, qtbot, name):
    window.commands[name].trigger()


@pytest.mark.parametrize(
    "acts",
    [
        ("claim",),
        ("claim", "undo"),
        ("claim", "undo", "redo"),
        ("claim", "quote"),
        ("claim", "remove"),
        ("theme",),
        ("zoom_in",),
        ("zoom_in", "zoom_out", "zoom_reset"),
    ],
)
def test_the_line_at_the_top_stays_through_every_act(desktop, view, qtbot, acts):
    read_on(view)
    before = top(view)[0]
    for name in acts:
        act(desktop.window, qtbot, name)

    assert top(view)[0] == before


def test_the_line_at_the_top_stays_when_the_window_changes_its_size(desktop, view):
    read_on(view)
    before = top(view)[0]
    for width in (1_100, 900, 1_440):
        desktop.window.resize(width, 800)

    assert top(view)[0] == before


def test_each_story_is_shown_where_it_was_left(desktop, view, qtbot, tmp_path):
    first, caret = desktop.session.current.article.id, read_on(view)
    before = top(view)
    other = tmp_path / "other.txt"
    other.write_text("Another story.", encoding="utf-8")
    desktop.window.open_files([other])
    qtbot.waitUntil(lambda: not desktop.opener.busy)
    desktop.session.open(first)

    assert (top(view), view.caret()) == (before, caret)


@pytest.mark.parametrize("away", [None, 0, 5_000])
def test_a_second_start_shows_the_story_where_it_was_left(qapp, desktop, view, qtbot, away):
    """Wherever the caret is: in what is seen, before it or behind it."""
    seen = read_on(view)
    caret = seen if away is None else away
    view.place_caret(caret, reveal=False)
    before, path = top(view), desktop.library.path
    size = desktop.window.size()
    desktop.close()
    again = Desktop(qapp, Library(path, annotator="checker"), Settings())
    again.window.resize(size)
    again.window.show()
    qtbot.waitUntil(lambda: again.window.article_pane.view.verticalScrollBar().value() > 0)
    qapp.processEvents()
    shown = again.window.article_pane.view
    after = top(shown), shown.caret()
    again.close()
    again.window.deleteLater()
    again.deleteLater()

    assert after == (before, caret)


@pytest.mark.parametrize("line", ["{}:99999999:99999999:9999", "{}:0:0:-9999", "{}:x:y:z", "\x00"])
def test_a_hostile_place_in_the_settings_opens_the_story_all_the_same(desktop, view, line):
    settings, current = Settings(), desktop.session.current
    settings._kept.setValue("places", [line.format(current.version.id), 7, None])
    desktop.window.article_pane._shown = ""
    desktop.session.open(current.article.id)

    assert 0 <= view.verticalScrollBar().value() <= view.verticalScrollBar().maximum()
