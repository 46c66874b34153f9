"""Cards on their way: where one is painted while it moves to its place. What scrolls with the text does not move."""

from collections.abc import Mapping

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from annotator.ui import sizes
from annotator.ui.look import Look


class Moving(QObject):
    """How far each card still is from its place, in device-independent pixels. `moved` at each frame."""

    moved = Signal()

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._ways: dict[str, float] = {}
        self._clock = QVariantAnimation(self, startValue=1.0, endValue=0.0)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self.moved)
        self._clock.finished.connect(self.stop)

    def start(self, before: Mapping[str, float], after: Mapping[str, float]) -> None:
        """Cards were painted here before and have their place there now; those that are new are there at once."""
        ways = {one: before[one] - place for one, place in after.items() if abs(before.get(one, place) - place) >= 1}
        self.stop()
        time = self._look.lasting(sizes.MOVE_MS) if ways else 0
        if time:
            self._ways = ways
            self._clock.setDuration(time)
            self._clock.start()

    def stop(self) -> None:
        """Everything is in its place."""
        self._ways = {}
        self._clock.stop()

    def way(self, card_id: str) -> float:
        """How far below its place a card is painted now."""
        way = self._ways.get(card_id, 0.0)
        return way * float(self._clock.currentValue()) if way else 0.0
