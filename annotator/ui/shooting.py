"""`annotator screenshot`: a picture of the real window, made by the program itself."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QWidget

from annotator.errors import AnnotatorError
from annotator.library import Library
from annotator.people import user_name
from annotator.places import library_path
from annotator.ui import display
from annotator.ui.app import Application, Desktop
from annotator.ui.look import Choice
from annotator.ui.settings import Settings

_FRAMES = 3
"""Turns of the event loop that the window gets: to lay itself out, to measure what is seen, to paint it."""


class PictureError(AnnotatorError):
    """A picture that cannot be written."""


def screenshot(
    out: Path,
    *,
    library: Path | None = None,
    theme: Choice = "light",
    scale: float = 1.0,
    size: tuple[int, int] = (1440, 900),
    article: str = "",
) -> int:
    """Write a PNG of the window on this library, `size` in device-independent pixels; the exit code.

    `article` is an id, its first characters or a file name; without it the article last open is shown. Raises
    PictureError, LibraryError.
    """
    check_target(out)
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    if sys.platform not in ("win32", "darwin"):
        display.do_without()
    app = Application(sys.argv[:1])
    with Library(library_path(library), annotator=user_name()) as opened:
        settings = Settings()
        desktop = Desktop(app, opened, settings)
        desktop.look.choose(theme)
        if article:
            desktop.session.open(opened.find(article).id)
        window = desktop.window
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(QSize(*size))
        window.furnish()
        window.show()
        after_frames(_FRAMES, app.quit)
        app.exec()
        save(window, out)
        desktop.close()
    return 0


def after_frames(frames: int, then: Callable[[], object]) -> None:
    """Do something after so many turns of the event loop."""
    if frames:
        QTimer.singleShot(0, lambda: after_frames(frames - 1, then))
    else:
        then()


def check_target(path: Path) -> None:
    """Raises PictureError where no picture can be written."""
    if not path.absolute().parent.is_dir():
        raise PictureError(f"The folder “{path.parent}” does not exist; make it, or name another one.")
    if path.is_dir():
        raise PictureError(f"“{path}” is a folder; name a file in it.")


def save(window: QWidget, path: Path) -> None:
    """Write what the window shows as a PNG, in its screen's own pixels. Raises PictureError."""
    if not window.grab().save(str(path), "PNG"):
        raise PictureError(f"The picture “{path}” cannot be written; check that the folder lets you write.")
