"""Pictures of everything that the window can look like: `python tests/pictures.py OUT [--scale 2] [--only WORD]`.

One process a scale; each state in light and dark, in a wide and a narrow window, in English and where it matters in
Arabic, Hebrew and Chinese. Look at them beside the design's.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]
SIZES = {"wide": (1440, 900), "narrow": (900, 700)}
STORIES = {"en": "", "ar": "pud-ar.txt", "he": "pud-he.txt", "zh": "pud-zh.txt"}


class Photographer:
    """A window, brought into one state after another."""

    def __init__(self, folder: Path, articles: Path) -> None:
        from annotator.library import Library
        from annotator.ui.app import Application, Desktop
        from annotator.ui.settings import Settings

        self.app = Application(sys.argv[:1])
        self.articles, self.folder = articles, folder
        library = Library(Path(tempfile.mkdtemp()) / "library.db", annotator="Jana Novak")
        settings = Settings()
        settings.less_motion = "on"
        self.desktop = Desktop(self.app, library, settings)
        self.window = self.desktop.window
        self.window.show()
        self.window.furnish()
        self.settle()

    def settle(self, turns: int = 6) -> None:
        for _ in range(turns):
            self.app.processEvents()

    def open(self, language: str) -> None:
        from annotator.assets import asset
        from annotator.ui.intake import SAMPLE

        self.desktop.opener.open([self.articles / STORIES[language] if STORIES[language] else asset(SAMPLE)])
        while self.desktop.opener.busy:
            self.settle()
        self.window.article_pane.view.setFocus()
        self.mark()

    def mark(self) -> None:
        """Sentences, quotations and words within them, once for each story."""
        from annotator import text
        from annotator.model.words import Kind, Status

        current = self.desktop.session.current
        assert current is not None
        if list(self.desktop.library.annotations(current.version.id)):
            return
        words, sentences = list(text.words(current.text, 0, 2600)), list(text.sentences(current.text, 0, 2600))
        kinds, statuses = list(Kind), list(Status)
        for number, (start, end) in enumerate(sentences[1:12]):
            ranges = [(start, end)]
            if number == 3:
                ranges = [(start, start + (end - start) // 3), (end - (end - start) // 4, end)]
            self.put(kinds[number % 3], ranges, statuses[number % 5])
        for first in range(20, 90, 13):
            self.put(kinds[first % 3], [(words[first][0], words[first + 4][1])], statuses[first % 5])
        self.desktop.session.select(())
        self.window.article_pane.view.place_caret(0)

    def put(self, kind, ranges, status) -> None:
        from annotator import editing
        from annotator.ids import new_id

        current = self.desktop.session.current
        edit = editing.annotate(current.text, current.version.id, kind, ranges, new_id, status=status)
        self.desktop.session.do(edit)

    def ids(self) -> list[str]:
        current = self.desktop.session.current
        return [a.id for a in self.desktop.library.annotations(current.version.id)]

    def command(self, name: str) -> None:
        self.window.commands[name].trigger()
        self.settle()

    def take(self, name: str) -> None:
        from PySide6.QtGui import QPainter
        from PySide6.QtWidgets import QApplication

        self.settle()
        picture = self.window.grab()
        painter = QPainter(picture)
        for other in QApplication.topLevelWidgets():
            if other.isVisible() and other is not self.window:
                painter.drawPixmap(other.pos() - self.window.pos(), other.grab())
        painter.end()
        picture.save(str(self.folder / f"{name}.png"))

    def close_others(self) -> None:
        from PySide6.QtWidgets import QApplication

        for other in QApplication.topLevelWidgets():
            if other.isVisible() and other is not self.window:
                other.close()
        self.settle()


def states() -> dict[str, Callable[[Photographer], None]]:
    """What is done before each picture, and taken back by `rest`."""
    return {
        "selection": lambda p: p.window.article_pane.view.select_range(40, 160),
        "selected": lambda p: p.desktop.session.select(p.ids()[1:2]),
        "hole": lambda p: p.desktop.session.select(
            [a.id for a in p.desktop.library.annotations(p.desktop.session.current.version.id) if len(a.spans) > 1]
        ),
        "edge": lambda p: (p.desktop.session.select(p.ids()[2:3]), p.command("end_edge")),
        "brush": lambda p: p.command("quote_brush"),
        "several": lambda p: p.desktop.session.select(p.ids()[1:4]),
        "find": _find,
        "palette": lambda p: p.command("palette"),
        "search": lambda p: p.command("search"),
        "history": lambda p: p.command("history"),
        "filter": lambda p: p.window.cards_pane.filters.findChild(_chip()).click(),
        "note": lambda p: (p.desktop.session.select(p.ids()[1:2]), p.command("note")),
        "settings": lambda p: p.command("settings"),
        "export": lambda p: p.command("export"),
        "keys": lambda p: p.command("keys"),
        "about": lambda p: p.command("about"),
        "zoomed": lambda p: [p.command("zoom_in") for _ in range(4)],
    }


def _chip():
    from PySide6.QtWidgets import QToolButton

    return QToolButton


def _find(p: Photographer) -> None:
    from PySide6.QtWidgets import QLineEdit

    text = p.desktop.session.current.text
    p.command("find")
    p.window.article_pane.find_bar.findChild(QLineEdit).setText(text[60:64].strip())


def rest(p: Photographer, name: str) -> None:
    """Back to an article with its marks and nothing else."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from annotator.ui.palette import Palette

    for palette in p.window.findChildren(Palette):
        palette.hide()
    p.close_others()
    view = p.window.article_pane.view
    if name == "find":
        from PySide6.QtWidgets import QLineEdit

        QTest.keyClick(p.window.article_pane.find_bar.findChild(QLineEdit), Qt.Key.Key_Escape)
    if name == "filter":
        p.window.cards_pane.filters.clear()
    if name == "history":
        p.command("history")
    if name == "zoomed":
        p.command("zoom_reset")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    p.desktop.session.select(())
    view.place_caret(0)
    p.settle()


def main() -> None:
    """Take them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--only", default="")
    parser.add_argument("--articles", type=Path, default=ROOT.parent / "shared" / "articles")
    asked = parser.parse_args()
    os.environ |= {"QT_SCALE_FACTOR": asked.scale, "ANNOTATOR_SETTINGS": tempfile.mkdtemp()}
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    asked.out.mkdir(parents=True, exist_ok=True)
    p = Photographer(asked.out, asked.articles)
    for theme in ("light", "dark"):
        p.desktop.settings.theme = theme
        p.desktop.look.choose(theme)
        for size, (width, height) in SIZES.items():
            p.window.resize(width, height)
            p.settle()
            if theme == "light" and size == "wide":
                p.take(f"{theme}-{size}-empty")
            for language in STORIES:
                p.open(language)
                for name, bring in states().items():
                    if language != "en" and name in {"settings", "export", "keys", "about", "palette"}:
                        continue
                    title = f"{language}-{theme}-{size}-{name}"
                    if asked.only and asked.only not in title:
                        continue
                    bring(p)
                    p.take(title)
                    rest(p, name)
    p.desktop.close()


if __name__ == "__main__":
    main()
