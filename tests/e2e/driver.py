"""Drives the real window in a process of its own, by key and mouse events alone, as a user's hands would.

    python driver.py LIBRARY [open FILE] [mark SPANS.json mouse|keys] [copy] [undo-all] [redo-all]

SPANS.json is a list of [start, end, kind] in code points. The acts are done in order; then the window is closed.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from annotator.library import Library
from annotator.ui.app import Application, Desktop
from annotator.ui.settings import Settings

KEYS = {"claim": "1", "quote": "2", "source": "3"}
CONTROL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
LEFT = Qt.MouseButton.LeftButton


class Hands:
    """What a user's hands can do; each method is a walk whose steps are turns of the event loop."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.window = desktop.window
        self.view = desktop.window.article_pane.view

    def open(self, path: str) -> Iterator[None]:
        self.desktop.opener.open([Path(path)])
        while self.desktop.opener.busy:
            yield

    def mark(self, spans: str, how: str) -> Iterator[None]:
        for start, end, kind in json.loads(Path(spans).read_text(encoding="utf-8")):
            select = self.sweep if how == "mouse" else self.walk
            yield from select(start, end)
            assert self.view.selected_range() == (start, end), (self.view.selected_range(), (start, end))
            QTest.keyClicks(self.view, KEYS[kind])
            yield

    def sweep(self, start: int, end: int) -> Iterator[None]:
        """Press at the first letter, move, release behind the last one."""
        self.view.reveal(start, end)
        yield
        first, last = self.view.rect_of(start, start + 1), self.view.rect_of(end - 1, end)
        begin = QPoint(round(first.left()), round(first.center().y()))
        finish = QPoint(round(last.right()), round(last.center().y()))
        pane = self.view.viewport()
        QTest.mousePress(pane, LEFT, NONE, begin)
        QTest.mouseMove(pane, QPoint((begin.x() + finish.x()) // 2, (begin.y() + finish.y()) // 2))
        QTest.mouseMove(pane, finish)
        QTest.mouseRelease(pane, LEFT, NONE, finish)
        yield

    def walk(self, start: int, end: int) -> Iterator[None]:
        """Go to the first letter with the arrow keys, then on to the end with Shift held."""
        if self.view.caret() > start:
            QTest.keyClick(self.view, Qt.Key.Key_Home, CONTROL)
        yield from self._step_to(start, NONE)
        yield from self._step_to(end, SHIFT)

    def _step_to(self, offset: int, modifier: Qt.KeyboardModifier) -> Iterator[None]:
        """In a line that runs from right to left it is the other arrow that goes on in the text."""
        key, other = Qt.Key.Key_Right, Qt.Key.Key_Left
        while (before := self.view.caret()) != offset:
            QTest.keyClick(self.view, key, modifier)
            if abs(self.view.caret() - offset) >= abs(before - offset):
                if self.view.caret() != before:
                    QTest.keyClick(self.view, other, modifier)
                key, other = other, key
                QTest.keyClick(self.view, key, modifier)
            assert self.view.caret() != before, f"no arrow key leads from {before} to {offset}"
            yield

    def copy(self) -> Iterator[None]:
        QTest.keyClick(self.view, Qt.Key.Key_End, SHIFT)
        QTest.keyClick(self.view, Qt.Key.Key_C, CONTROL)
        yield

    def undo_all(self) -> Iterator[None]:
        yield from self._while_possible("undo", NONE)

    def redo_all(self) -> Iterator[None]:
        yield from self._while_possible("redo", SHIFT)

    def _while_possible(self, name: str, modifier: Qt.KeyboardModifier) -> Iterator[None]:
        while self.window.commands[name].isEnabled():
            QTest.keyClick(self.window, Qt.Key.Key_Z, CONTROL | modifier)
            yield


def acts(hands: Hands, words: list[str]) -> Iterator[None]:
    todo = iter(words)
    for word in todo:
        if word == "open":
            yield from hands.open(next(todo))
        elif word == "mark":
            yield from hands.mark(next(todo), next(todo))
        else:
            yield from {"copy": hands.copy, "undo-all": hands.undo_all, "redo-all": hands.redo_all}[word]()


def main() -> int:
    app = Application(sys.argv[:1])
    desktop = Desktop(app, Library(Path(sys.argv[1]), annotator="checker"), Settings())
    desktop.window.show()
    walk = acts(Hands(desktop), sys.argv[2:])
    outcome = [1]

    def step() -> None:
        try:
            next(walk)
        except StopIteration:
            outcome[0] = 0
            app.quit()
        except BaseException:
            app.quit()
            raise

    timer = QTimer()
    timer.timeout.connect(step)
    timer.start(0)
    app.exec()
    timer.stop()
    desktop.close()
    return outcome[0]


if __name__ == "__main__":
    sys.exit(main())
