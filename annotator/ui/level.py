"""The article as its cards ask for it: what is seen, where a line is. It keeps the two panes level."""

from PySide6.QtCore import QObject, QPoint, QPointF
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from annotator.ui.article_view.view import ArticleView
from annotator.ui.cards.panel import CardsPanel

_NEAR = 200
"""Device-independent pixels beyond the view in which text still has a card: one may reach in from there."""


class Level(QObject):
    """Tells a panel of cards where the words are in the view, again whenever they move."""

    def __init__(self, view: ArticleView, panel: CardsPanel) -> None:
        super().__init__(panel)
        self._view = view
        panel.set_beside(self)
        view.shifted.connect(panel.follow)

    def seen(self) -> tuple[int, int]:
        """The offsets between which the text is seen, or nearly."""
        view, width = self._view, self._view.viewport().width()
        top, bottom = -_NEAR, view.viewport().height() + _NEAR
        return view.offset_at(QPointF(0, top)), view.offset_at(QPointF(width, bottom))

    def middle(self, offset: int) -> float:
        """Where the middle of a line is on the screen."""
        origin = self._view.viewport().mapToGlobal(QPoint(0, 0)).y()
        return origin + self._view.rect_of(offset, offset).center().y()

    def roll(self, event: QWheelEvent) -> None:
        """Scroll the text by the wheel over its cards."""
        QApplication.sendEvent(self._view.viewport(), event)
