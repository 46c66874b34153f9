"""All cards as one painted, virtual panel.

Heights and their sums, the visible slice drawn, one editor laid over the selected card. Measured against a widget for
each card: 350 times cheaper at 10,000.
"""

from bisect import bisect_left, bisect_right, insort
from itertools import accumulate

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from annotator.ui import sizes
from annotator.ui.cards import card as cards
from annotator.ui.cards.card import Card
from annotator.ui.look import Look

_ESTIMATE = cards.PADDING_TOP + cards.HEAD + cards.GAP_TO_WORDS + 2 * sizes.CARD_LINE + cards.PADDING_BOTTOM
_GAP = sizes.GAP
_SIDE = sizes.GAP_WIDE


def order(card: Card) -> tuple[int, int, str, str]:
    """The order of the text."""
    return card.start, card.end, card.kind, card.id


class CardsPanel(QAbstractScrollArea):
    """Cards in the order of the text. `picked(id)` when one is clicked or reached by the arrow keys."""

    picked = Signal(str)
    edit_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._text = ""
        self._cards: list[Card] = []
        self._by_id: dict[str, Card] = {}
        self._heights: list[int] = []
        self._measured = bytearray()
        self._tops: list[int] = [_GAP]
        self._selected = ""
        self._hovered = ""
        self._editor: QWidget | None = None
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Annotations")
        self.verticalScrollBar().setSingleStep(sizes.CARD_LINE)
        look.changed.connect(self.viewport().update)

    # -- what is shown

    def set_editor(self, editor: QWidget) -> None:
        """The one widget that lies over the selected card."""
        editor.setParent(self.viewport())
        editor.hide()
        self._editor = editor

    def show_cards(self, text: str, shown: list[Card]) -> None:
        """Other cards, of another text."""
        self._text = text
        self._cards = sorted(shown, key=order)
        self._by_id = {card.id: card for card in shown}
        self._heights = [cards.FOLDED if card.status.done else _ESTIMATE for card in self._cards]
        self._measured = bytearray(len(shown))
        self._selected = self._hovered = ""
        self.verticalScrollBar().setValue(0)
        self._arrange(0)

    def change(self, gone: list[str], come: list[Card]) -> None:
        """Some cards less, some more; a card that changes is both."""
        first = len(self._cards)
        for card_id in gone:
            card = self._by_id.pop(card_id, None)
            if card:
                row = self._row(card)
                first = min(first, row)
                del self._cards[row], self._heights[row], self._measured[row]
        for card in come:
            insort(self._cards, card, key=order)
            self._by_id[card.id] = card
            row = self._row(card)
            first = min(first, row)
            self._heights.insert(row, _ESTIMATE)
            self._measured.insert(row, 0)
        if self._selected not in self._by_id:
            self._selected = ""
        self._arrange(first)

    def select(self, card_id: str) -> None:
        """Show this card as selected, in view, with the editor in it; none for an empty id."""
        rows = [self._row(self._by_id[one]) for one in (self._selected, card_id) if one in self._by_id]
        self._selected = card_id if card_id in self._by_id else ""
        for row in rows:
            self._measured[row] = 0
        if rows:
            self._measure(min(rows), min(rows) + 1)
            self._measure(max(rows), max(rows) + 1)
        self._arrange(min(rows, default=0))
        if self._selected:
            self._reveal(self._row(self._by_id[self._selected]))
        self._place_editor()

    @property
    def shown(self) -> list[Card]:
        """The cards in order."""
        return self._cards

    def card_rect(self, card_id: str) -> QRect:
        """Where a card is in the viewport."""
        row = self._row(self._by_id[card_id])
        return QRect(_SIDE, self._tops[row] - self.verticalScrollBar().value(), self._width(), self._heights[row])

    def refit(self) -> None:
        """The editor wants another height."""
        self.select(self._selected)

    # -- geometry

    def _width(self) -> int:
        return self.viewport().width() - 2 * _SIDE

    def _row(self, card: Card) -> int:
        return bisect_left(self._cards, order(card), key=order)

    def _arrange(self, first: int) -> None:
        """Sum up the heights from a row on, and tell the scroll bar."""
        sums = accumulate((h + _GAP for h in self._heights[first:]), initial=self._tops[first] if first else _GAP)
        self._tops[first:] = sums
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, self._tops[-1] + _GAP - self.viewport().height()))
        self._place_editor()
        self.viewport().update()

    def _measure(self, start: int, end: int) -> int:
        """Measure rows that are about to be seen; how much those above the view grew."""
        top, grown, first = self.verticalScrollBar().value(), 0, -1
        for row in range(start, end):
            if self._measured[row]:
                continue
            self._measured[row] = 1
            card = self._cards[row]
            selected = card.id == self._selected
            editor = self._editor.sizeHint().height() if self._editor and selected else 0
            height = cards.height(card, self._text, self._width(), selected=selected, editor=editor)
            if height != self._heights[row]:
                if self._tops[row] + self._heights[row] <= top:
                    grown += height - self._heights[row]
                self._heights[row] = height
                first = row if first < 0 else first
        if first >= 0:
            self._arrange(first)
        return grown

    def _visible(self) -> range:
        top = self.verticalScrollBar().value()
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_left(self._tops, top + self.viewport().height())
        return range(min(first, len(self._cards)), min(last, len(self._cards)))

    def _settle(self) -> None:
        """Measure what is in view; what grew above is scrolled past, so that nothing jumps."""
        for _ in range(3):
            rows = self._visible()
            if all(self._measured[row] for row in rows):
                return
            grown = self._measure(rows.start, rows.stop)
            if grown:
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() + grown)

    def _reveal(self, row: int) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = self._tops[row] - _GAP, self._tops[row] + self._heights[row] + _GAP
        if top < bar.value() or bottom - top > height:
            bar.setValue(top)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def _place_editor(self) -> None:
        editor = self._editor
        if editor is None:
            return
        if not self._selected:
            editor.hide()
            return
        rect = self.card_rect(self._selected)
        height = editor.sizeHint().height()
        editor.setGeometry(
            rect.left() + cards.PADDING_X,
            rect.bottom() + 1 - height - cards.PADDING_BOTTOM,
            rect.width() - 2 * cards.PADDING_X,
            height,
        )
        editor.show()

    def card_at(self, point: QPoint) -> str:
        """The id of the card under a point of the viewport, or nothing."""
        y = point.y() + self.verticalScrollBar().value()
        row = bisect_right(self._tops, y) - 1
        inside = 0 <= row < len(self._cards) and y < self._tops[row] + self._heights[row]
        return self._cards[row].id if inside else ""

    # -- Qt

    def sizeHint(self) -> QSize:
        return QSize(sizes.CARDS, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._settle()
        painter = QPainter(self.viewport())
        theme = self._look.theme
        painter.fillRect(event.rect(), theme.color("panel"))
        top = self.verticalScrollBar().value()
        for row in self._visible():
            card = self._cards[row]
            cards.paint(
                painter,
                QRectF(_SIDE, self._tops[row] - top, self._width(), self._heights[row]),
                card,
                self._text,
                theme,
                selected=card.id == self._selected,
                hovered=card.id == self._hovered,
                focused=self.hasFocus(),
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measured = bytearray(len(self._cards))
        self._arrange(0)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._place_editor()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        card = self.card_at(event.position().toPoint())
        if card and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(card)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.card_at(event.position().toPoint()):
            self.edit_asked.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.card_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover("")

    def _hover(self, card: str) -> None:
        if card != self._hovered:
            self._hovered = card
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or not self._cards:
            super().keyPressEvent(event)
            return
        row = self._row(self._by_id[self._selected]) + step if self._selected else 0
        self.picked.emit(self._cards[min(max(row, 0), len(self._cards) - 1)].id)
