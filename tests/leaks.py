"""What a test of the window must not leave behind: threads, windows, timers that still run."""

import gc
import threading

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

_GRACE = 2.0
"""Seconds for a thread that was told to end."""

_OF_QT = {"QTipLabel"}
"""Windows that Qt makes once, for every tool tip to come."""


def alive() -> dict[int, str]:
    """Everything that would go on by itself, by its identity."""
    timers = [timer for timer in gc.get_objects() if issubclass(type(timer), QTimer)]
    return {
        **{id(thread): f"thread {thread.name}" for thread in threading.enumerate()},
        **{
            id(widget): f"window {type(widget).__name__} “{widget.windowTitle()}”"
            for widget in QApplication.topLevelWidgets()
            if widget.metaObject().className() not in _OF_QT
        },
        **{
            id(timer): f"timer of {timer.parent() or timer}, every {timer.interval()} ms"
            for timer in timers
            if shiboken6.isValid(timer) and timer.isActive()
        },
    }


def left_since(before: dict[int, str]) -> list[str]:
    """What is alive now and was not before, once everything that was told to go has gone."""
    _flush()
    if not _more_than(before):
        return []
    for thread in threading.enumerate():
        if id(thread) not in before:
            thread.join(_GRACE)
    gc.collect()
    _flush()
    return _more_than(before)


def empty_clipboard() -> None:
    """Let go of what was copied while Python is there to let go of it.

    Offscreen, Qt's clipboard is a static that goes behind the interpreter, and what Python has put there takes the
    process down with it (PySide6 6.11). On X11 the clipboard goes with the application, in time.
    """
    if QCoreApplication.instance():
        QGuiApplication.clipboard().clear()


def _more_than(before: dict[int, str]) -> list[str]:
    return [what for key, what in alive().items() if key not in before]


def _flush() -> None:
    if QCoreApplication.instance():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
