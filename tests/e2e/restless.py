"""A checker who never tires, at the real window in a process of its own that may be killed at any moment.

    python restless.py LIBRARY SEED [STORY...]

Tells each edit as soon as the window calls it saved: its number in the log, and the sha256 of its changes.
"""

import hashlib
import os
import sys
from pathlib import Path

from PySide6.QtTest import QTest

from annotator.library import Applied, Library, history
from annotator.ui.app import Application, Desktop
from annotator.ui.settings import Settings
from tests.ui.checker import Checker


def tell(applied: Applied, _initiator: object) -> None:
    digest = hashlib.sha256(history.logged(applied.edit).encode()).hexdigest()
    os.write(1, f"{applied.n} {digest}\n".encode())


def main() -> None:
    path, seed, *stories = sys.argv[1:]
    app = Application(sys.argv[:1])

    def make() -> Desktop:
        desktop = Desktop(app, Library(Path(path), annotator="checker"), Settings())
        desktop.session.edited.connect(tell)
        desktop.session.failed.connect(refuse)
        desktop.window.show()
        desktop.window.furnish()
        return desktop

    def again(desktop: Desktop) -> Desktop:
        desktop.close()
        desktop.window.deleteLater()
        return make()

    desktop = make()
    desktop.opener.open([Path(story) for story in stories])
    while desktop.opener.busy:
        QTest.qWait(10)
    if desktop.session.current is None:
        desktop.session.open(desktop.library.articles()[0].id)
    checker = Checker(desktop, again, int(seed))
    while True:
        checker.act()
        checker.desktop.window.article_pane.mending.restore()


def refuse(error: Exception) -> None:
    os.write(1, f"refused {error}\n".encode())


if __name__ == "__main__":
    main()
