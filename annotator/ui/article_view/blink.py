"""The blinking of a caret. Qt's own blinks only where text can be changed."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

_CHANGES = 20
"""After so many changes without a move the caret stays: a window that only waits should let the computer sleep."""


class Blink(QObject):
    """Whether a caret shows now.

    toggled(): `shown` is another
    """

    toggled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown = True
        self._left = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._toggle)

    def start(self) -> None:
        """Show the caret, then blink as fast as the system says, or not at all if it says so."""
        self.stay()
        self._left = _CHANGES
        if (cycle := QGuiApplication.styleHints().cursorFlashTime()) > 1:
            self._timer.start(cycle // 2)

    def stay(self) -> None:
        """Show the caret, without blinking."""
        self.shown = True
        self._timer.stop()

    def _toggle(self) -> None:
        self.shown = not self.shown
        self._left -= 1
        if self._left <= 0:
            self.stay()
        self.toggled.emit()
