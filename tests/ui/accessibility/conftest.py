"""A window with a story and two annotations in it, and ways to open what can be opened."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture
def window(desktop):
    desktop.window.furnish()
    return desktop.window


@pytest.fixture
def act(window):
    """Do an action of the window by its id."""

    def act(name: str) -> None:
        window.commands[name].trigger()
        QApplication.processEvents()

    return act


@pytest.fixture
def marked(window, story, act):
    """A claim and a quote in the story."""
    view = window.article_pane.view
    for words, kind in (("6 crowns", "claim"), ("We knew", "quote")):
        view.select_range(story.index(words), story.index(words) + len(words))
        act(kind)
    return story


@pytest.fixture
def sheet(window, act):
    """Open the sheet of an action; it is closed with the test."""
    opened = []

    def sheet(name: str):
        before = set(QApplication.topLevelWidgets())
        act(name)
        opened.extend(w for w in QApplication.topLevelWidgets() if w not in before and w.isVisible())
        return opened[-1]

    yield sheet
    for one in opened:
        one.close()
