"""`annotator tour`: the main job on the sample story, in the real window, by real key and mouse events.

It is the smoke test of every installer: what it does, a user could do, and what it prints has happened.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from annotator.assets import asset
from annotator.errors import AnnotatorError
from annotator.library import Library
from annotator.people import user_name
from annotator.ui import display, trouble
from annotator.ui.app import Application, Desktop
from annotator.ui.intake import SAMPLE
from annotator.ui.settings import Settings
from annotator.ui.shooting import save

_PACE_SEEN, _PACE_UNSEEN = 350, 10
"""Milliseconds between two steps: slow enough to follow where somebody looks."""

_PATIENCE = 1000
"""Steps to wait for what a step has started before the tour is called broken."""

CLAIM = "The four-lane road runs 3.4 kilometres from the Old Customs House to the Saltern Estate on the north shore."
QUOTE = "“This is the day our grandparents were promised,”"
SOURCE = "Mayor Ilse Marden"
OVER = "the day our grandparents"
NOTE = "Ask the transport office for the survey."


class TourError(AnnotatorError):
    """A step of the tour did not do what it says."""


def tour(out: Path | None = None, *, close: bool = False) -> int:
    """Do the main job and leave annotations.csv, window.png and library.db in `out`; the exit code.

    On a screen the window stays open until the user closes it (or `close`); without one it ends by itself.
    """
    folder = _folder(out)
    seen = display.is_there()
    if not seen:
        display.do_without()
    app = Application(sys.argv[:1])
    trouble.install()
    library = Library(_fresh(folder / "library.db"), annotator=user_name())
    desktop = Desktop(app, library, Settings())
    guide = Guide(desktop, folder, stay=seen and not close)
    desktop.window.show()
    guide.start(_PACE_SEEN if seen else _PACE_UNSEEN)
    app.exec()
    desktop.close()
    return guide.code


def _folder(out: Path | None) -> Path:
    if out is None:
        return Path(tempfile.mkdtemp(prefix="annotator-tour-"))
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TourError(f"The folder “{out}” cannot be made ({error.strerror}); name another one.") from error
    return out


def _fresh(path: Path) -> Path:
    """A library that is not there yet: one from an earlier tour, or anybody's, is moved aside and not lost."""
    number = 1
    while path.exists() and (aside := path.with_name(f"{path.stem}-{number}{path.suffix}")):
        if not aside.exists():
            path.rename(aside)
        number += 1
    return path


class Guide(QObject):
    """Takes one step after another, each on a turn of the event loop."""

    def __init__(self, desktop: Desktop, folder: Path, *, stay: bool) -> None:
        super().__init__(desktop)
        self._desktop, self._folder, self._stay = desktop, folder, stay
        self._steps = self._walk()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)
        self.code = 1

    def start(self, pace: int) -> None:
        """Begin; a step every `pace` milliseconds."""
        self._timer.start(pace)

    def _next(self) -> None:
        try:
            step = next(self._steps)
        except StopIteration:
            self._end()
        except AnnotatorError as error:
            sys.stderr.write(f"annotator: the tour stopped: {error}\n")
            self._timer.stop()
            QApplication.exit(self.code)
        else:
            if step:
                sys.stdout.write(f"{step}\n")
                sys.stdout.flush()

    def _end(self) -> None:
        self._timer.stop()
        if not self._stay:
            QApplication.quit()

    # -- the walk: what is yielded is what was done; nothing is said while it waits

    def _walk(self) -> Iterator[str]:
        window, session = self._desktop.window, self._desktop.session
        view = window.article_pane.view
        self._desktop.opener.open([asset(SAMPLE)])
        yield from self._until(lambda: session.current is not None, "the sample is open")
        yield f"Opened the sample story: {session.library.articles()[0].title}"
        for key, words in (("1", CLAIM), ("2", QUOTE), ("3", SOURCE), ("1", OVER)):
            yield from self._sweep(words)
            QTest.keyClicks(view, key)
            yield from self._until(partial(self._marked, words), f"“{words}” is marked")
            yield f"Marked a {session.selection[-1].kind}: {words}"
        QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        yield from self._until(lambda: self._count() == 3, "undo took one away")  # noqa: PLR2004  of the four above
        yield "Undid the last one"
        QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        yield from self._until(lambda: self._marked(OVER), "redo brought it back")
        yield "Redid it"
        yield from self._write_note()
        yield from self._export()
        yield from self._leave_files()
        self.code = 0
        if self._stay:
            yield "The window stays open; close it when you have looked around."

    def _sweep(self, words: str) -> Iterator[str]:
        """Select words as a user does: press at their beginning, move, release at their end."""
        current, view = self._desktop.session.current, self._desktop.window.article_pane.view
        assert current is not None
        start = current.text.index(words)
        view.reveal(start, start + len(words))
        yield ""
        letter = view.rect_of(start, start + 1)
        first = QPoint(round(letter.left()), round(letter.center().y()))
        letter = view.rect_of(start + len(words) - 1, start + len(words))
        last = QPoint(round(letter.right()), round(letter.center().y()))
        button, viewport = Qt.MouseButton.LeftButton, view.viewport()
        QTest.mousePress(viewport, button, Qt.KeyboardModifier.NoModifier, first)
        QTest.mouseMove(viewport, QPoint((first.x() + last.x()) // 2, (first.y() + last.y()) // 2))
        QTest.mouseMove(viewport, last)
        QTest.mouseRelease(viewport, button, Qt.KeyboardModifier.NoModifier, last)
        yield ""
        if view.selected_range() != (start, start + len(words)):
            raise TourError(f"the mouse did not select “{words}”.")

    def _write_note(self) -> Iterator[str]:
        session, window = self._desktop.session, self._desktop.window
        claim = next(a for a in session.library.annotations(self._version()) if a.words == CLAIM)
        rect = window.cards_pane.panel.card_rect(claim.id)
        QTest.mouseClick(
            window.cards_pane.panel.viewport(),
            Qt.MouseButton.LeftButton,
            pos=QPoint(rect.center().x(), rect.top() + 12),
        )
        yield from self._until(lambda: [a.id for a in session.selection] == [claim.id], "the claim's card is selected")
        QTest.keyClick(window.cards_pane.panel, Qt.Key.Key_Return)
        yield ""
        field = QApplication.focusWidget() or window.cards_pane.editor.note_field
        QTest.keyClicks(field, NOTE)
        yield from self._until(lambda: session.library.annotation(claim.id).note == NOTE, "the note is saved")
        QTest.keyClick(field, Qt.Key.Key_Escape)
        yield f"Wrote a note: {NOTE}"

    def _export(self) -> Iterator[str]:
        window, target = self._desktop.window, self._folder / "annotations.csv"
        target.unlink(missing_ok=True)
        QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        yield from self._until(lambda: self._sheet() is not None, "the export sheet is open")
        sheet = self._sheet()
        assert sheet is not None
        field = sheet.findChild(QLineEdit, "path")
        assert field is not None
        yield from self._until(field.hasFocus, "the sheet has the keyboard")
        field.selectAll()
        QTest.keyClicks(field, str(target))
        yield ""
        QTest.keyClick(field, Qt.Key.Key_Return)
        yield from self._until(lambda: target.exists() and self._sheet() is None, "the file is written")
        yield f"Exported {self._count()} annotations: {target}"

    def _sheet(self) -> QWidget | None:
        return QApplication.activeModalWidget()

    def _leave_files(self) -> Iterator[str]:
        window, picture = self._desktop.window, self._folder / "window.png"
        window.article_pane.view.setFocus()
        yield ""
        save(window, picture)
        yield f"Took a picture: {picture}"
        self._desktop.library.gather()
        yield f"Saved the library: {self._desktop.library.path}"

    def _version(self) -> str:
        current = self._desktop.session.current
        assert current is not None
        return current.version.id

    def _count(self) -> int:
        return len(self._desktop.library.marks(self._version()))

    def _marked(self, words: str) -> bool:
        return any(a.words == words for a in self._desktop.library.annotations(self._version()))

    def _until(self, holds: Callable[[], bool], what: str) -> Iterator[str]:
        """Wait until something holds. Raises TourError when it never does."""
        for _ in range(_PATIENCE):
            if holds():
                return
            yield ""
        raise TourError(f"{what}: this never came true.")
