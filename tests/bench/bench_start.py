"""From the start of the process to the first paint of an article, against a bare QWidget's first paint."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from corpus import story
from harness import Row, child, children_seconds, compared, pairs, row

from annotator.library import Library
from tests.shelf import Shelf

_BARE = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: os._exit(0))

app = QApplication([])
bare = Bare()
bare.resize(1440, 900)
bare.show()
app.exec()
"""


def rows(quick: bool) -> Iterator[Row]:
    """CPU time of whole processes, offscreen, with the library open and 3 KB of article in it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "library.db")
        with Library(path, annotator="you") as library:
            shelf = Shelf(library)
            version = shelf.add(story(3_000))
            for words in ("the president", "committee", "public schools"):
                if words in library.text(version.id):
                    shelf.mark(version, words)
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "ANNOTATOR_EXIT_AFTER_PAINT": "1",
            "ANNOTATOR_SETTINGS": folder,
            # Compiled once, as what is installed is: by the round that warms up.
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(Path(folder, "compiled")),
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        }
        ours = child([sys.executable, "-m", "annotator", "--library", str(path)], environment)
        floor = child([sys.executable, "-c", _BARE], environment)
        found = compared(pairs(floor, ours, 7 if quick else 21, children_seconds))
    # The goal is 1.7: what is over it is imports, most of them classes that Qt's modules make on first use.
    yield row("start: window with a 3 KB article : bare QWidget", at_most=2.3, **found)
