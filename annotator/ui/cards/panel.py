"""All cards as one painted, virtual panel.

Heights and their sums, the visible slice drawn, one editor laid over the selected card. Measured against a widget for
each card: 350 times cheaper at 10,000.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, KeysView
from itertools import accumulate

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from annotator.ui import sizes
from annotator.ui.cards import card as cards
from annotator.ui.cards.beside import Text
from annotator.ui.cards.card import Card, order
from annotator.ui.cards.level import tops
from annotator.ui.cards.more import More
from annotator.ui.look import Look

_ESTIMATE = cards.PADDING_TOP + cards.HEAD + cards.GAP_TO_WORDS + 2 * sizes.CARD_LINE + cards.PADDING_BOTTOM
_GAP = sizes.GAP
_SIDE = sizes.GAP_WIDE
_FAR = 1_000_000


def _first_line(height: int) -> int:
    """From the top of a card to the middle of its first line, which is level with the text's."""
    return height // 2 if height == cards.FOLDED else cards.PADDING_TOP + cards.HEAD // 2


def _start(card: Card) -> int:
    return card.start


class CardsPanel(QAbstractScrollArea):
    """Cards in the order of the text, level with it where there is a text beside them.

    picked(ids): what is to be selected, the last one reached last; by clicks and arrow keys, with Ctrl and Shift too
    hovered(id): the card under the mouse, or nothing
    """

    picked = Signal(object)
    hovered = Signal(str)
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
        self._chosen: list[str] = []
        self._hovered = ""
        self._editor: QWidget | None = None
        self._beside: Text | None = None
        self._first = 0
        self._level: list[float] = []
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Annotations")
        self.verticalScrollBar().setSingleStep(sizes.CARD_LINE)
        self._more = More(self.viewport())
        self._more.asked.connect(self._go)
        look.changed.connect(self.viewport().update)

    # -- what is shown

    def set_editor(self, editor: QWidget) -> None:
        """The one widget that lies over the selected card."""
        editor.setParent(self.viewport())
        editor.hide()
        self._editor = editor

    def set_beside(self, text: Text | None) -> None:
        """Stand level with this text from now on; a list that scrolls by itself where there is none."""
        self._beside = text
        always = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if text else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(always)
        self._arrange(0)

    def show_cards(self, text: str, shown: list[Card]) -> None:
        """Other cards, of another text."""
        self._text = text
        self._cards = sorted(shown, key=order)
        self._by_id = {card.id: card for card in shown}
        self._heights = [cards.FOLDED if card.status.done else _ESTIMATE for card in self._cards]
        self._measured = bytearray(len(shown))
        self._selected = self._hovered = ""
        self._chosen = []
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
        self._chosen = [card_id for card_id in self._chosen if card_id in self._by_id]
        if self._selected not in self._by_id:
            self._selected = ""
        self._arrange(first)

    def select(self, ids: Iterable[str]) -> None:
        """Show these cards as selected, the last one in view; one alone has the editor in it."""
        before = self._selected
        self._chosen = [card_id for card_id in ids if card_id in self._by_id]
        self._selected = self._chosen[-1] if len(self._chosen) == 1 else ""
        rows = sorted(self._row(self._by_id[one]) for one in (before, self._selected) if one in self._by_id)
        for row in rows:
            self._measured[row] = 0
            self._measure(row, row + 1)
        self._arrange(rows[0] if rows else 0)
        if self._chosen:
            self._reveal(self._row(self._by_id[self._chosen[-1]]))
        self._place_editor()

    @property
    def shown(self) -> list[Card]:
        """The cards in order."""
        return self._cards

    @property
    def ids(self) -> KeysView[str]:
        """The ids of the cards."""
        return self._by_id.keys()

    def card_rect(self, card_id: str) -> QRect:
        """Where a card is in the viewport."""
        row = self._row(self._by_id[card_id])
        return QRect(_SIDE, round(self._top(row)), self._width(), self._heights[row])

    @property
    def placed(self) -> list[str]:
        """The ids of the cards that have a place near the view."""
        return [self._cards[row].id for row in self._visible()]

    def light(self, card_id: str) -> None:
        """Show this card as if the mouse were on it; none for an empty id."""
        self._hovered = card_id
        self.viewport().update()

    def refit(self) -> None:
        """The editor wants another height."""
        self.select(list(self._chosen))

    # -- geometry

    def _width(self) -> int:
        return self.viewport().width() - 2 * _SIDE

    def _row(self, card: Card) -> int:
        return bisect_left(self._cards, order(card), key=order)

    def _top(self, row: int) -> float:
        """Where a card begins in the viewport; far below it where it has no place."""
        if self._beside is None:
            return self._tops[row] - self.verticalScrollBar().value()
        nth = row - self._first
        return self._level[nth] if 0 <= nth < len(self._level) else float(_FAR)

    def follow(self) -> None:
        """The text beside has moved: stand level with it again."""
        if self._beside is None or not self.isVisible():
            return
        first, last = self._beside.seen()
        begin = bisect_left(self._cards, first, key=_start)
        end = bisect_right(self._cards, last, key=_start)
        self._measure(begin, end)
        origin = self.viewport().mapToGlobal(QPoint(0, 0)).y()
        near, heights = self._cards[begin:end], self._heights[begin:end]
        lines = map(_first_line, heights)
        wanted = [self._beside.middle(card.start) - origin - line for card, line in zip(near, lines, strict=True)]
        anchor = next((nth for nth, card in enumerate(near) if self._chosen and card.id == self._chosen[-1]), None)
        self._first, self._level = begin, tops(wanted, heights, _GAP, anchor)
        self._count_hidden()
        self._place_editor()
        self.viewport().update()

    def _count_hidden(self) -> None:
        """Say how many cards are above and below those that are seen."""
        rows = self._visible()
        height = self.viewport().height()
        above = rows.start + sum(self._top(row) + self._heights[row] <= 0 for row in rows)
        below = len(self._cards) - rows.stop + sum(self._top(row) >= height for row in rows)
        self._more.tell(above, below)

    def _go(self, step: int) -> None:
        """To the nearest card that is not seen above (-1) or below (1)."""
        above, below = self._more.counts
        self.setFocus()
        self.picked.emit((self._cards[above - 1 if step < 0 else len(self._cards) - below].id,))

    def _arrange(self, first: int) -> None:
        """Sum up the heights from a row on, and tell the scroll bar."""
        sums = accumulate((h + _GAP for h in self._heights[first:]), initial=self._tops[first] if first else _GAP)
        self._tops[first:] = sums
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        beside = self._beside is not None
        bar.setRange(0, 0 if beside else max(0, self._tops[-1] + _GAP - self.viewport().height()))
        self.follow()
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
        if first >= 0 and self._beside is None:
            self._arrange(first)
        return grown

    def _visible(self) -> range:
        if self._beside:
            return range(self._first, min(self._first + len(self._level), len(self._cards)))
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
        if self._beside:
            return  # the text does, and the cards come with it
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
        at = next((row for row in self._visible() if 0 <= point.y() - self._top(row) < self._heights[row]), None)
        return self._cards[at].id if at is not None else ""

    # -- Qt

    def sizeHint(self) -> QSize:
        return QSize(sizes.CARDS, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._beside is None:
            self._settle()
        painter = QPainter(self.viewport())
        theme = self._look.theme
        painter.fillRect(event.rect(), theme.color("panel"))
        for row in self._visible():
            card = self._cards[row]
            rect = QRectF(_SIDE, round(self._top(row)), self._width(), self._heights[row])
            if self._beside and self._chosen and card.id == self._chosen[-1]:
                painter.fillRect(
                    QRectF(0, rect.top() + _first_line(self._heights[row]) - 1, _SIDE, 2), theme.color("accent")
                )
            cards.paint(
                painter,
                rect,
                card,
                self._text,
                theme,
                selected=card.id == self._selected,
                chosen=card.id in self._chosen,
                hovered=card.id == self._hovered,
                focused=self.hasFocus(),
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._more.fit(self.viewport().size())
        self._measured = bytearray(len(self._cards))
        self._arrange(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The text and its cards scroll as one."""
        if self._beside:
            self._beside.roll(event)
        else:
            super().wheelEvent(event)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._place_editor()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        card = self.card_at(event.position().toPoint())
        if card and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(self._with(card, event.modifiers()))

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
            self.light(card)
            self.hovered.emit(card)

    def _with(self, card: str, modifiers: Qt.KeyboardModifier) -> tuple[str, ...]:
        """What is selected after a step to this card: with Ctrl one more or less, with Shift all up to it."""
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            others = tuple(one for one in self._chosen if one != card)
            return others if card in self._chosen else (*others, card)
        if modifiers & Qt.KeyboardModifier.ShiftModifier and self._chosen:
            start, end = self._row(self._by_id[self._chosen[0]]), self._row(self._by_id[card])
            step = 1 if start <= end else -1
            return tuple(self._cards[row].id for row in range(start, end + step, step))
        return (card,)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.picked.emit(tuple(card.id for card in self._cards))
        elif step is None or not self._cards:
            super().keyPressEvent(event)
        else:
            row = self._row(self._by_id[self._chosen[-1]]) + step if self._chosen else 0
            card = self._cards[min(max(row, 0), len(self._cards) - 1)].id
            self.picked.emit(self._with(card, event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
