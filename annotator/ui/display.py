"""Whether there is a screen to show a window on, and what it asks for. No Qt in here: Qt aborts where there is none."""

import os
import sys
from pathlib import Path

_CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION: “Show animations in Windows”."""


def is_there() -> bool:
    """Whether a window would be seen. Windows and macOS always have a screen; elsewhere a server must answer."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform.partition(":")[0] not in ("offscreen", "minimal") and (platform != "xcb" or _x11_answers())
    return sys.platform in ("win32", "darwin") or _wayland_answers() or _x11_answers()


def do_without() -> None:
    """Paint into memory, and keep Qt from saying what that cannot do: must be called before there is a QApplication."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")


def asks_for_less_motion() -> bool:
    """Whether the user told the system that nothing should move, where Qt does not say so itself: on Windows."""
    if sys.platform == "win32":
        from ctypes import byref, c_int, windll

        moving = c_int(1)
        windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, byref(moving), 0)
        return not moving.value
    return False


def _wayland_answers() -> bool:
    """Whether the socket is there that WAYLAND_DISPLAY names."""
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name).is_socket()


def _x11_answers() -> bool:
    """Whether the X server that DISPLAY names takes connections; true where its library is missing, as Qt will say."""
    if not os.environ.get("DISPLAY"):
        return False
    from ctypes import CDLL, c_void_p

    try:
        xcb = CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = c_void_p
    connection = c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused
