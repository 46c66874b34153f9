"""SIGTERM and SIGINT close the window as its user would, saving what is typed; Qt's loop alone never hears them."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class Signals(QObject):
    """Calls `close` when the system or a Ctrl+C in the terminal asks the program to end.

    Python's handlers run only between two steps of Python; the byte that arrives at the socket makes Qt take one.
    """

    def __init__(self, parent: QObject, close: Callable[[], object]) -> None:
        super().__init__(parent)
        self._close = close
        self._here, self._there = socket.socketpair()
        self._there.setblocking(False)
        self._here.setblocking(False)
        signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._hear)
        notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._wake)

    def _wake(self) -> None:
        self._here.recv(64)

    def _hear(self, _number: int, _frame: object) -> None:
        self._close()
