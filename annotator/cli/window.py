"""The way to the window, and what to say where it cannot be shown: a bare system lacks what Qt builds on."""

import gc
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from annotator.errors import AnnotatorError
from annotator.ui import display

_PACKAGES = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
}
"""The package that has a library, on Debian and Ubuntu, and on Fedora."""

_WITHOUT_QT = (
    "annotator.library",
    "annotator.people",
    "annotator.places",
    "annotator.ui.actions",
    "annotator.ui.heights",
    "annotator.ui.article_view.index",
    "annotator.ui.article_view.picking",
    "annotator.ui.offsets",
    "annotator.ui.sizes",
    "annotator.ui.typography",
    "annotator.ui.wording",
)
"""What knows no Qt is imported before it: from then on PySide reads the source of every module that is imported."""

_XCB = "libxcb-cursor.so.0"
"""Without it Qt's plugin for X11 aborts the process (since Qt 6.5), and most systems do not bring it."""


class NoWindow(AnnotatorError):
    """The window cannot be shown on this system."""


def show(files: Sequence[Path], library: Path | None) -> int:
    """Show the window, and these files in it, until it is closed; the exit code. Raises NoWindow."""
    check_screen()
    gc.disable()  # nothing is garbage before the first paint, and looking for it takes a tenth of the start
    for name in _WITHOUT_QT:
        import_module(name)
    code: int = load("annotator.ui.app").run(files, library)
    return code


def load(name: str) -> ModuleType:
    """A module that needs Qt. Raises NoWindow where Qt, or a library of the system that it needs, is missing."""
    try:
        return import_module(name)
    except ImportError as error:
        if explained := _explained(error):
            raise explained from error
        raise


def _explained(error: ImportError) -> NoWindow | None:
    if (error.name or "").partition(".")[0] in ("PySide6", "shiboken6") and isinstance(error, ModuleNotFoundError):
        return NoWindow("The window needs PySide6, which is not installed: pip install PySide6-Essentials.")
    lost = re.match(r"(\S+): cannot open shared object file", str(error))
    return _lacking(lost[1]) if lost else None


def _lacking(library: str) -> NoWindow:
    if library not in _PACKAGES:
        return NoWindow(f"The window needs the system library {library}; install the package that has it.")
    debian, fedora = _PACKAGES[library]
    return NoWindow(
        f"The window needs the system library {library}; install it by “apt install {debian}” (Debian, Ubuntu) "
        f"or “dnf install {fedora}” (Fedora)."
    )


def check_screen() -> None:
    """What Qt would abort the process for. Raises NoWindow."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if sys.platform in ("win32", "darwin") or platform.partition(":")[0] in ("offscreen", "minimal"):
        return
    if not display.is_there():
        named = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
        raise NoWindow(
            (f"The screen “{named}” does not answer" if named else "There is no screen to show the window on")
            + "; the commands work without (annotator --help), and “annotator tour” shows that all is well."
        )
    if os.environ.get("WAYLAND_DISPLAY") and not platform:
        return
    from ctypes import CDLL

    try:
        CDLL(_XCB)
    except OSError as error:
        raise _lacking(_XCB) from error
