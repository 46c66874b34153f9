"""What stands beside the cards, as they see it."""

from typing import Protocol

from PySide6.QtGui import QWheelEvent


class Text(Protocol):
    """The article, as the cards beside it ask for it. Heights are those of the screen, in device-independent pixels."""

    def seen(self) -> tuple[int, int]:
        """The offsets between which the text is seen, or nearly."""

    def middle(self, offset: int) -> float:
        """Where the middle of a line is."""

    def roll(self, event: QWheelEvent) -> None:
        """Scroll by the wheel."""
