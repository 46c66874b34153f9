"""Scrolling while something is dragged beyond the upper or lower edge of a view, faster the further it is beyond."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea

_MS = 30
_SHARE = 4
"""Each time, the view scrolls by this part of the distance."""


class Pull(QObject):
    """Scrolls a view as long as the pointer waits beyond its edge.

    pulled(): it has scrolled
    """

    pulled = Signal()

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._beyond = 0.0
        self._timer: QTimer | None = None

    def follow(self, y: float) -> None:
        """The pointer is at this height of the viewport."""
        bottom = self._view.viewport().height()
        self._beyond = min(0.0, y) + max(0.0, y - bottom)
        if not self._beyond:
            self.stop()
        elif self._timer is None:
            self._timer = QTimer(self, interval=_MS)
            self._timer.timeout.connect(self._scroll)
            self._timer.start()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """The pointer is let go, or is within again."""
        if self._timer:
            self._timer.stop()

    def _scroll(self) -> None:
        bar = self._view.verticalScrollBar()
        step = int(self._beyond / _SHARE) or (1 if self._beyond > 0 else -1)
        bar.setValue(bar.value() + step)
        self.pulled.emit()
