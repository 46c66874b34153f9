"""Ten thousand cards against two hundred: opened, scrolled, selected, each to the painted frame.

CPU time, medians of ratios of neighbours within one run, in a process of its own, offscreen.
`python tests/bench/run.py cards` prints a JSON line a row.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

from harness import Row, compared, pairs, row  # noqa: E402 - found by the line above

FEW, MANY = 200, 10_000
# To open is 0.00012 ms a card (its place in the order, its kind counted) on a frame of 4 ms; the goal is 1.2.
STEPS = {"open": 1.4, "scroll step": 1.2, "select step": 1.2}


def rows(quick: bool) -> Iterator[Row]:  # the face that run.py asks every module for
    """A row for each step."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, __file__, "--measure", str(15 if quick else 40)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    for step, found in json.loads(done.stdout).items():
        yield row(f"cards: {step} of {MANY:,} : {FEW}", found.pop("ratio"), STEPS[step], **found)


class Bench:
    """Two panes, one with few cards and one with many, each on an article of one library."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from annotator.library import Library
        from annotator.ui.look import Look

        self.app = QApplication([])
        self.look = Look(self.app, "light")
        self.library = Library(folder / "library.db", annotator="checker")
        self.few, self.many = self.pane(FEW, folder), self.pane(MANY, folder)

    def pane(self, count: int, folder: Path) -> Any:
        """A pane of cards on the screen, with an article that has so many annotations."""
        from annotator.ui.cards import CardsPane
        from annotator.ui.session import Session

        session = Session(self.library)
        session.open(self.article(count, folder))
        made = CardsPane(session, self.look)
        made.resize(360, 760)
        made.show()
        self.app.processEvents()
        return made

    def article(self, count: int, folder: Path) -> str:
        """The id of an article with so many annotations."""
        import corpus

        from annotator import editing, importing, reading
        from annotator.ids import new_id
        from annotator.model.edits import Verb

        path = folder / f"{count}.txt"
        path.write_text(corpus.story(100 * count), encoding="utf-8")
        article, adding = importing.adding(self.library, reading.read(path))
        self.library.apply(adding)
        version = self.library.listed(article).version
        text = self.library.text(version)
        edits = [editing.annotate(text, version, m.kind, [(m.start, m.end)], new_id) for m in corpus.marks(count, text)]
        self.library.apply(editing.together(Verb.ANNOTATE, edits))
        return article

    def measured(self, rounds: int) -> dict[str, Row]:
        """Each step of the few and of the many, in turn."""
        steps: dict[str, Callable[[Any], Callable[[], None]]] = {
            "open": self.opening,
            "scroll step": self.scrolling,
            "select step": self.selecting,
        }
        return {name: dict(compared(pairs(step(self.few), step(self.many), rounds))) for name, step in steps.items()}

    def opening(self, pane: Any) -> Callable[[], None]:
        """Show the cards of an article that the library has told of."""
        opened = pane._session.current

        def act() -> None:
            pane._session.opened.emit(opened)
            pane.panel.viewport().repaint()

        return act

    def scrolling(self, pane: Any) -> Callable[[], None]:
        """One step down, and paint."""
        bar = pane.panel.verticalScrollBar()

        def act() -> None:
            bar.setValue(bar.value() + 60)
            pane.panel.viewport().repaint()

        return act

    def selecting(self, pane: Any) -> Callable[[], None]:
        """The next card, with its editor, and paint."""
        ids = [card.id for card in pane.panel.shown]
        chosen = iter(ids)

        def act() -> None:
            pane._session.select([next(chosen)])
            self.app.processEvents()
            pane.panel.viewport().repaint()

        return act


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print(json.dumps(Bench(Path(name)).measured(int(sys.argv[2]))))
