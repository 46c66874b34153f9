"""The composition root: everything is made here once and handed to whoever needs it."""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from annotator import __version__
from annotator.errors import AnnotatorError
from annotator.library import Library, LibraryInUse
from annotator.people import user_name
from annotator.places import library_path, remember_library
from annotator.ui.jobs import Jobs
from annotator.ui.look import FUSION, Look
from annotator.ui.opener import Opener
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.window import MainWindow

_LEAVE = "ANNOTATOR_EXIT_AFTER_PAINT"
"""Set by the benchmark of the start: the program leaves as soon as the article is painted."""


_AT_THE_LATEST_MS = 1000
"""A window that is minimized from the start is never seen, but hears of files and signals all the same."""


class Application(QApplication):
    """QApplication that hears of double-clicked files on macOS, where they come as events and not as arguments."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__([*arguments, "-style", FUSION])
        self.setProperty("style", FUSION)
        self.setApplicationName("Annotator")
        self.setApplicationVersion(__version__)
        self.setDesktopFileName("annotator")
        self.asked: list[Path] = []
        self.window: MainWindow | None = None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            path = Path(event.file())
            if self.window:
                self.window.open_files([path])
            else:
                self.asked.append(path)
            return True
        return super().event(event)


class Desktop(QObject):
    """One library in one window, and all that serves them; made for the program, the tour and the screenshots alike."""

    def __init__(self, app: QApplication, library: Library, settings: Settings) -> None:
        super().__init__(app)
        self.library, self.settings = library, settings
        self.look = Look(app, settings.theme, settings.less_motion, settings.contrast)
        self.session = Session(library)
        self.jobs = Jobs()
        self.opener = Opener(self.session, self.jobs, settings)
        self.session.open(self._last_article())
        self.window = MainWindow(self.session, self.opener, settings, self.look, self.jobs)

    def _last_article(self) -> str | None:
        """The article that was open last, or the newest one."""
        articles = [article.id for article in self.library.articles()]
        last = self.settings.article(self.library.path)
        return last if last in articles else next(iter(articles), None)

    def close(self) -> None:
        """Stop the work, save, let go of the library."""
        self.window.close()
        self.jobs.close()
        self.library.close()


def run(files: Sequence[Path], library: Path | None = None) -> int:
    """Show the window on a library, add these files to it, and stay until it is closed; the exit code."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)  # until `Signals` hears them: Python's own handlers wait for Qt's loop
    app = Application(sys.argv[:1])
    path = library_path(library)
    try:
        opened = _open(path, files)
    except AnnotatorError as error:
        sys.stderr.write(f"annotator: {error}\n")
        from annotator.ui.trouble import show_last_error

        Look(app, Settings().theme)
        show_last_error(str(error))
        return error.exit_code
    if opened is None:
        return 0
    desktop = Desktop(app, opened, Settings())
    app.window = desktop.window
    desktop.window.restore_shape()
    desktop.window.show()
    settling = _Settling(app, desktop, path, files)
    desktop.window.seen.connect(settling.settle)
    QTimer.singleShot(_AT_THE_LATEST_MS, settling.settle)
    if os.environ.get(_LEAVE):
        desktop.window.article_pane.view.viewport().installEventFilter(_Leaver(desktop))
    code = app.exec()
    desktop.close()
    return code


def _open(path: Path, files: Sequence[Path]) -> Library | None:
    """The library, or None where another window has it and took the files."""
    try:
        return Library(path, annotator=user_name(), wait=0.1)
    except LibraryInUse:
        from annotator.ui.handover import hand_over

        return None if hand_over(path, files) else Library(path, annotator=user_name())


class _Settling(QObject):
    """What can wait until the window is seen; 16 ms."""

    def __init__(self, app: Application, desktop: Desktop, path: Path, files: Sequence[Path]) -> None:
        super().__init__(desktop)
        self._app, self._desktop, self._path, self._files = app, desktop, path, files
        self._settled = False

    def settle(self) -> None:
        """Do it, once."""
        if self._settled:
            return
        self._settled = True
        self._listen()
        gc.enable()
        gc.freeze()
        remember_library(self._path)
        asked = [*self._files, *self._app.asked]
        if asked:
            self._desktop.opener.open(asked)

    def _listen(self) -> None:
        """Hear of errors, of signals, and of the files of a second start."""
        from annotator.ui import trouble
        from annotator.ui.handover import Receiver
        from annotator.ui.signals import Signals

        Signals(self._desktop, self._desktop.window.close)
        trouble.install()
        receiver = Receiver(self._path, self._desktop)
        receiver.received.connect(self._desktop.window.open_files)
        self._app.aboutToQuit.connect(receiver.close)


class _Leaver(QObject):
    """Ends the process behind the first paint of the article."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Paint:
            return super().eventFilter(watched, event)
        watched.removeEventFilter(self)
        watched.event(event)
        os._exit(0)
