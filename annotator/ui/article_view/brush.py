"""The sticky brush: while it is held, every sweep of the mouse marks at once."""

from PySide6.QtCore import QObject, Signal

from annotator.model.words import Kind
from annotator.ui import wording


class Brush(QObject):
    """The kind that sweeps mark, if they do.

    changed(words): how to go on with it; "" when it was put away
    """

    changed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.kind: Kind | None = None

    def take(self, kind: Kind) -> None:
        """Sweeps mark this kind from now on."""
        self.kind = kind
        self.changed.emit(f"{wording.KIND[kind]} brush: sweep words; Esc puts it away")

    def put_away(self, *_news: object) -> None:
        """Sweeps select words, as they do without it."""
        if self.kind:
            self.kind = None
            self.changed.emit("")
