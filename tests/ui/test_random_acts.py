"""Anything at all, in any order: afterwards text, cards, file and export still say the same.

`--walks 200` takes so many walks, for an evening; a walk that fails is named by its seed.
"""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions

from annotator.library import Library
from annotator.ui.app import Desktop
from annotator.ui.settings import Settings
from tests.bench.corpus import story
from tests.ui.agreement import check, pictures
from tests.ui.checker import Checker, stories

ACTS = 40
PICTURE_EVERY = 8
SCRIPTS = ("latin", "arabic", "hebrew", "chinese", "mixed")
REAL = ("gum-news-iodine.txt", "pud-ar.txt", "pud-he.txt", "pud-zh.txt", "russia-backs-chinas-peace-plan.txt")


def pytest_generate_tests(metafunc):
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(metafunc.config.getoption("walks")))


@pytest.fixture
def refused():
    """What the windows refused."""
    return []


@pytest.fixture
def make(qapp, tmp_path, qtbot, refused):
    """A window on the library, the same one at each call; those before are closed."""
    made = []

    def make() -> Desktop:
        if made:
            close(made.pop())
        made.append(Desktop(qapp, Library(tmp_path / "library.db", annotator="checker"), Settings()))
        made[-1].session.failed.connect(refused.append)
        made[-1].window.show()
        qtbot.waitUntil(made[-1].window.isVisible)
        made[-1].window.furnish()
        return made[-1]

    def close(desktop: Desktop) -> None:
        desktop.close()
        desktop.window.deleteLater()
        desktop.deleteLater()

    yield make
    made[-1].look.choose("light")
    close(made[-1])


@pytest.fixture
def checker(make, qtbot, still):
    """Somebody at a window with these stories open."""

    def checker(paths, seed) -> Checker:
        desktop = make()
        desktop.opener.open(paths)
        qtbot.waitUntil(lambda: not desktop.opener.busy)
        return Checker(desktop, lambda _: make(), seed)

    return checker


@pytest.fixture
def still(qapp):
    """A caret that does not blink, so that two pictures of the same are the same."""
    usual = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(usual)


def settle(desktop) -> None:
    """Nothing is half-done: what is typed is saved, an edge that is being moved goes back."""
    desktop.window.cards_pane.flush()
    desktop.window.article_pane.mending.restore()
    QApplication.processEvents()


def walk(checker, refused) -> None:
    for number in range(ACTS):
        try:
            with capture_exceptions() as raised:
                checker.act()
            assert raised == []
            settle(checker.desktop)
            assert refused == []
            check(checker.desktop)
            if number % PICTURE_EVERY == 0:
                seen, fresh = pictures(checker.desktop)
                assert seen == fresh
        except BaseException as error:
            error.add_note(" > ".join(checker.trail))
            raise


def test_text_cards_file_and_export_agree_after_every_act(seed, checker, refused, tmp_path):
    one = checker(stories(tmp_path, [story(1500, SCRIPTS[seed % 5], seed), story(700, "mixed", seed)]), seed)

    walk(one, refused)


def test_they_agree_on_real_articles(seed, articles, checker, refused):
    one = checker([articles / REAL[seed % len(REAL)], articles / REAL[(seed + 2) % len(REAL)]], seed + 1000)

    walk(one, refused)
