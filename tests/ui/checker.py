"""Somebody who does anything at all in the window, by keys and mouse, and never tires; each act is one of a user's."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator import text as texts
from annotator.model.edits import Verb
from annotator.ui.app import Desktop

NONE, SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton
WIDTHS, HEIGHTS = (760, 900, 1100, 1440, 1900), (420, 620, 900)
NOTES = ("Ask the ministry", "=1+1", "“Ja”, said\tshe", "وزارة", "再问一次 👩‍👩‍👧", " ")
TAGS = ("budget", "=cmd", "السعر", "two words, and another", "预算")


class Checker:
    """Acts on a window at random. `open_again` closes it and opens the same library in another."""

    def __init__(self, desktop: Desktop, open_again: Callable[[Desktop], Desktop], seed: int) -> None:
        self.desktop, self._open_again, self.chance = desktop, open_again, Random(seed)
        self.trail: list[str] = []
        self._stories = len(desktop.library.articles())
        self._acts = self._weighted()

    def act(self) -> str:
        """Do something; what it was."""
        name = self.chance.choices(list(self._acts), list(self._acts.values()))[0]
        self.trail.append(name)
        getattr(self, name)()
        QApplication.processEvents()
        return name

    @staticmethod
    def _weighted() -> dict[str, int]:
        """Each act, and how often it is done among the others."""
        usual = ("mark_words", "sweep_and_mark", "mend_by_keys", "mend_by_mouse", "add_part", "undo", "redo")
        seldom = ("open_again", "undo_to", "remove_story", "filter_cards", "change_theme", "select_all_and_mark")
        often = dict.fromkeys(usual, 6) | dict.fromkeys(seldom, 1)
        return often | dict.fromkeys(_OTHERS, 3)

    # -- hands

    @property
    def view(self):
        return self.desktop.window.article_pane.view

    @property
    def text(self) -> str:
        return self.desktop.session.current.text if self.desktop.session.current else ""

    def press(self, *keys, modifier=NONE) -> None:
        for key in keys:
            QTest.keyClick(self.view, key, modifier)

    def command(self, action_id: str) -> None:
        """As from a menu: only what can be chosen there."""
        action = self.desktop.window.commands[action_id]
        if action.isEnabled():
            action.trigger()

    def place(self) -> int:
        return self.chance.randrange(len(self.text) + 1)

    def words(self) -> tuple[int, int]:
        """Some words at a place that is often the same, so that marks lie on, beside and across each other."""
        start = self.place() if self.chance.random() < 0.4 else self.chance.randrange(min(len(self.text), 900))
        found = list(texts.words(self.text, start, min(len(self.text), start + self.chance.randint(20, 220))))
        if not found:
            return start, min(len(self.text), start + 40)
        first = self.chance.randrange(len(found))
        last = min(len(found) - 1, first + self.chance.randrange(12))
        return found[first][0], found[last][1]

    def sweep(self, start: int, end: int, modifier=NONE) -> None:
        self.view.reveal(start, end)
        QApplication.processEvents()
        first, last = self.view.rect_of(start, start + 1), self.view.rect_of(end - 1, end)
        places = [QPoint(round(box.center().x()), round(box.center().y())) for box in (first, last)]
        if self.chance.random() < 0.3:
            places.reverse()
        pane = self.view.viewport()
        QTest.mousePress(pane, LEFT, NONE, places[0])
        QTest.mouseMove(pane, (places[0] + places[1]) / 2)
        QTest.mouseMove(pane, places[1])
        QTest.mouseRelease(pane, LEFT, modifier, places[1])

    def ids(self) -> list[str]:
        return [card.id for card in self.desktop.window.cards_pane.panel.shown]

    def choose(self, most: int = 1) -> bool:
        """Select up to so many annotations; whether there are any."""
        ids = self.ids()
        count = min(len(ids), self.chance.randint(1, most))
        self.desktop.session.select(self.chance.sample(ids, count))
        return bool(count)

    def kind_key(self) -> str:
        return self.chance.choice("123cqs")

    # -- marking

    def mark_words(self) -> None:
        self.view.select_range(*self.words())
        self.press(self.kind_key())

    def mark_anything(self) -> None:
        """Any range: half a word, a paragraph's end, white space, half a family of emoji."""
        start = self.place()
        self.view.select_range(start, min(len(self.text), start + self.chance.randint(0, 400)))
        self.press(self.kind_key())

    def mark_sentence(self) -> None:
        self.view.place_caret(self.place())
        self.press(*(self.kind_key() * self.chance.randint(1, 3)))

    def sweep_and_mark(self) -> None:
        if self.text:
            self.sweep(*self.words())
            self.press(self.kind_key())

    def brush(self) -> None:
        if self.text:
            self.press(self.chance.choice("123"), modifier=ALT)
            for _ in range(self.chance.randint(0, 3)):
                self.sweep(*self.words())
            self.press(Qt.Key.Key_Escape)

    def select_all_and_mark(self) -> None:
        self.press("a", modifier=CONTROL)
        self.press(self.kind_key())

    def relabel(self) -> None:
        if self.choose():
            self.view.place_caret(self.desktop.session.selection[0].start)
            self.press(self.kind_key())

    # -- mending

    def mend_by_keys(self) -> None:
        """Move an edge; keep it, restore it, or go away in the middle of it."""
        if self.choose():
            self.press(self.chance.choice("[]"))
            for _ in range(self.chance.randint(0, 6)):
                key = self.chance.choice((Qt.Key.Key_Left, Qt.Key.Key_Right, "[", "]"))
                self.press(key, modifier=NONE if isinstance(key, str) else self.chance.choice((NONE, SHIFT)))
            if (
                last := self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Escape, None))
            ) is not None:
                self.press(last)

    def mend_by_mouse(self) -> None:
        if not self.choose():
            return
        one = self.desktop.session.selection[-1]
        self.view.reveal(one.start, one.end)
        QApplication.processEvents()
        edge = self.view.rect_of(one.end - 1, one.end)
        at, to = edge.bottomRight().toPoint(), self.view.rect_of(*self.words()).center().toPoint()
        pane = self.view.viewport()
        QTest.mousePress(pane, LEFT, NONE, at)
        QTest.mouseMove(pane, (at + to) / 2)
        QTest.mouseMove(pane, to)
        QTest.mouseRelease(pane, LEFT, NONE, to)

    def add_part(self) -> None:
        if self.choose():
            kind = self.desktop.session.selection[-1].kind
            self.view.select_range(*self.words())
            if self.chance.random() < 0.5:
                self.press("+")
            else:
                self.press({"claim": "1", "quote": "2", "source": "3"}[kind], modifier=SHIFT)

    def drop_part(self) -> None:
        if self.choose():
            one = self.desktop.session.selection[-1]
            self.view.place_caret(self.chance.choice(one.ranges)[self.chance.randrange(2)])
            self.press("-")

    def split(self) -> None:
        if self.choose():
            one = self.desktop.session.selection[-1]
            self.view.place_caret(self.chance.randint(one.start, one.end))
            self.press("/")

    def join(self) -> None:
        if self.choose(self.chance.choice((1, 3))):
            self.press("m")

    def identical(self) -> None:
        if self.choose():
            self.press("a")

    # -- several

    def bulk_status(self) -> None:
        if self.choose(5):
            self.press(self.chance.choice("12345"), modifier=CONTROL)

    def bulk_relabel(self) -> None:
        if self.choose(5):
            self.view.place_caret(self.view.caret())
            self.press(self.kind_key())

    def bulk_tag(self) -> None:
        if self.choose(5):
            self.press("t", modifier=CONTROL)
            pane = self.desktop.window.cards_pane
            field = (pane.several if len(self.desktop.session.selection) > 1 else pane.editor).findChild(QLineEdit)
            field.setText(self.chance.choice(TAGS))
            QTest.keyClick(field, Qt.Key.Key_Return)

    def bulk_remove(self) -> None:
        if self.choose(3):
            self.press(Qt.Key.Key_Delete)

    def pick_cards(self) -> None:
        """By clicks on cards, with Ctrl or Shift for the second."""
        panel = self.desktop.window.cards_pane.panel
        for modifier in (NONE, self.chance.choice((NONE, CONTROL, SHIFT))):
            if near := panel.placed:
                middle = panel.card_rect(self.chance.choice(near)).center()
                QTest.mouseClick(panel.viewport(), LEFT, modifier, middle)

    def write_note(self) -> None:
        """Leave it by Esc, or in the middle of a word."""
        if self.choose():
            field = self.desktop.window.cards_pane.editor.note_field
            self.press(Qt.Key.Key_Return)
            field.setPlainText(self.chance.choice(NOTES))
            if self.chance.random() < 0.5:
                QTest.keyClick(field, Qt.Key.Key_Escape)

    # -- going about

    def click(self) -> None:
        size = self.view.viewport().size()
        at = QPoint(self.chance.randrange(size.width()), self.chance.randrange(size.height()))
        QTest.mouseClick(self.view.viewport(), LEFT, self.chance.choice((NONE, NONE, SHIFT)), at)

    def double_click(self) -> None:
        size = self.view.viewport().size()
        at = QPoint(self.chance.randrange(size.width()), self.chance.randrange(size.height()))
        QTest.mouseDClick(self.view.viewport(), LEFT, NONE, at)

    def walk(self) -> None:
        self.press(*self.chance.choices("nnppjkju", k=self.chance.randint(1, 4)))

    def scroll(self) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(self.chance.randint(0, max(1, bar.maximum())))

    def find(self) -> None:
        if self.text:
            start, end = self.words()
            self.command("find")
            field = self.desktop.window.article_pane.find_bar.findChild(QLineEdit)
            field.setText(self.text[start:end][:20])
            self.command("next_hit")
            QTest.keyClick(field, Qt.Key.Key_Escape)

    def zoom(self) -> None:
        self.command(self.chance.choice(("zoom_in", "zoom_out", "zoom_reset")))

    def resize(self) -> None:
        self.desktop.window.resize(self.chance.choice(WIDTHS), self.chance.choice(HEIGHTS))

    def change_theme(self) -> None:
        self.command("theme")

    def filter_cards(self) -> None:
        filters = self.desktop.window.cards_pane.filters
        if filters.on:
            filters.clear()
        else:
            self.chance.choice(list(filters.kinds.values())).click()

    def switch_story(self) -> None:
        self.command(self.chance.choice(("next_article", "previous_article")))

    def remove_story(self) -> None:
        """Nobody means it: it comes back."""
        self.command("remove_article")
        QApplication.processEvents()
        self.undo()

    def open_again(self) -> None:
        self.desktop = self._open_again(self.desktop)

    # -- the past

    def undo(self) -> None:
        for _ in range(self.chance.randint(1, 4)):
            if (entry := self.desktop.library.undoable()) and entry.verb is not Verb.ADD_ARTICLE:
                self.command("undo")

    def redo(self) -> None:
        for _ in range(self.chance.randint(1, 4)):
            self.command("redo")

    def undo_to(self) -> None:
        """By the pane of the history; stories that went as well come back."""
        place = self.desktop.window.furnish().left
        place.toggle()
        pane = place.pane
        if pane and pane.isVisible():
            row = self.chance.randrange(min(pane.list.model().rowCount(), 6) or 1)
            pane.list.setCurrentIndex(pane.list.model().index(row, 0))
            if self.chance.random() < 0.5:
                pane.back.click()
        while len(self.desktop.library.articles()) < self._stories and self.desktop.library.redoable():
            self.command("redo")


def stories(folder: Path, words: list[str]) -> list[Path]:
    """Files with these stories."""
    made = []
    for number, story in enumerate(words):
        made.append(folder / f"story-{number}.txt")
        made[-1].write_text(story, encoding="utf-8")
    return made


_OTHERS = (
    *("mark_anything", "mark_sentence", "brush", "relabel", "drop_part", "split", "join", "identical"),
    *("bulk_status", "bulk_relabel", "bulk_tag", "bulk_remove", "pick_cards", "write_note"),
    *("click", "double_click", "walk", "scroll", "find", "zoom", "resize", "switch_story"),
)
