"""Whether there is a screen to show a window on. No Qt in here: Qt aborts the process where there is none."""

import os
import sys


def is_there() -> bool:
    """Whether a window would be seen. Windows and macOS always have a screen; elsewhere a server must be named."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform.partition(":")[0] not in ("offscreen", "minimal")
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def do_without() -> None:
    """Paint into memory: must be called before there is a QApplication."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
