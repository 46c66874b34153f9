"""A view on the screen, what is painted in it, and the real articles."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.model.documents import Block
from annotator.ui.article_view.view import ArticleView
from annotator.ui.theme import load_theme

SHARED = Path(__file__).resolve().parents[4] / "shared"


class Shown:
    """A view in a window, and ways to act on it and to look at it."""

    def __init__(self, view: ArticleView, qapp) -> None:
        self.view, self._qapp = view, qapp

    def text(self, text: str, marks=(), blocks=()) -> ArticleView:
        self.view.show_text(text, blocks, marks)
        self.settle()
        return self.view

    def settle(self) -> None:
        self._qapp.processEvents()

    def press(self, key: str, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view, getattr(Qt.Key, f"Key_{key}"), modifier)

    def point(self, offset: int) -> QPoint:
        """A point of the viewport on the character at an offset."""
        return self.view.rect_of(offset, offset + 1).center().toPoint()

    def click(self, offset: int) -> None:
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=self.point(offset))

    def picture(self):
        self.settle()
        return self.view.viewport().grab().toImage()

    def column(self, offset: int) -> list[str]:
        """The colours from top to bottom through the middle of a character."""
        image, box = self.picture(), self.view.rect_of(offset, offset + 1)
        x = round(box.center().x())
        return [image.pixelColor(x, y).name() for y in range(round(box.top()), round(box.bottom()))]

    def row(self, start: int, end: int, below: int) -> list[str]:
        """The colours along a range of one line, so many pixels below the top of the line."""
        image, box = self.picture(), self.view.rect_of(start, end)
        y = round(box.top()) + below
        return [image.pixelColor(x, y).name() for x in range(round(box.left()), round(box.right()))]


@pytest.fixture
def light():
    return load_theme("light")


@pytest.fixture
def still_caret(qapp):
    """A caret that does not blink, so that two pictures of the same are the same."""
    usual = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(usual)


@pytest.fixture
def shown(qtbot, qapp, light, still_caret):
    view = ArticleView(light)
    qtbot.addWidget(view)
    view.resize(804, 760)
    view.show()
    qtbot.waitExposed(view)
    return Shown(view, qapp)


@pytest.fixture
def articles() -> Path:
    folder = Path(os.environ.get("ANNOTATOR_ARTICLES", SHARED / "articles"))
    if not folder.is_dir():
        pytest.skip(f"no real articles in {folder} (ANNOTATOR_ARTICLES names another folder)")
    return folder


@pytest.fixture
def lines_as_blocks():
    """A block for each line that is not blank, as a reader of plain text makes them."""

    def make(text: str) -> list[Block]:
        blocks, at = [], 0
        for line in text.split("\n"):
            if line.strip():
                blocks.append(Block(start=at, end=at + len(line)))
            at += len(line) + 1
        return blocks

    return make
