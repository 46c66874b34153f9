"""Where the editor sits: over the lower part of the selected card. In one that is too high for the view, it scrolls."""

from typing import cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from annotator.ui import sizes
from annotator.ui.cards import card


class Seat(QScrollArea):
    """Shows one widget over a card, as much of it as the card has room for; what has the focus in it is seen."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.setAccessibleName("The selected annotation")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.hide()
        self._app = cast(QApplication, QApplication.instance())
        self._app.focusChanged.connect(self._show_focus)
        self.verticalScrollBar().rangeChanged.connect(self._show_focus)

    def wanted(self) -> int:
        """How high the editor would like to be, in device-independent pixels; 0 where there is none."""
        editor = self.widget()
        return editor.sizeHint().height() if editor else 0

    def lie_over(self, rect: QRect, height: int) -> None:
        """Lie over the lower end of a card, so high."""
        top = rect.bottom() + 1 - card.PADDING_BOTTOM - height
        width = rect.width() - 2 * card.PADDING_X
        self.setGeometry(rect.left() + card.PADDING_X, top, width, height)
        self.setVisible(self.widget() is not None)

    def _show_focus(self, *_news: object) -> None:
        now = self._app.focusWidget()
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, sizes.GAP_WIDE)  # around the caret
