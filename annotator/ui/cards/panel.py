"""All cards as one painted, virtual panel.

Heights and their sums, the visible slice drawn, one editor laid over the selected card. Measured against a widget for
each card: 350 times cheaper at 10,000.
"""

from collections.abc import Callable, Iterable

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

from annotator.library.queries import Marked
from annotator.model.annotations import Annotation
from annotator.ui import sizes
from annotator.ui.cards import around, escape, steps
from annotator.ui.cards import card as cards
from annotator.ui.cards.beside import Text
from annotator.ui.cards.facts import Facts
from annotator.ui.cards.more import More
from annotator.ui.cards.moving import Moving
from annotator.ui.cards.rows import Rows
from annotator.ui.cards.seat import Seat
from annotator.ui.cards.standing import Standing, first_line
from annotator.ui.look import Look

_GAP = sizes.GAP
_SIDE = sizes.GAP_WIDE


class CardsPanel(QAbstractScrollArea):
    """Cards in the order of the text, level with it where there is a text beside them.

    picked(ids): what is to be selected, the last one reached last; by clicks and arrow keys, with Ctrl and Shift too
    hovered(id): the card under the mouse, or nothing; escaped: Esc, which is not to deselect while the cards have focus
    """

    picked = Signal(object)
    hovered = Signal(str)
    edit_asked = Signal()
    escaped = Signal()

    def __init__(self, look: Look, ask: Callable[[str], Annotation]) -> None:
        """`ask` tells what a card shows; asked when it is first seen, and again after a change."""
        super().__init__()
        self._look = look
        self.rows = Rows(cards.GUESS, _GAP)
        self._newest = False
        self._facts = Facts(ask)
        self._selected = ""
        self._chosen: list[str] = []
        self._hovered = ""
        self._text: Text | None = None
        self._standing = Standing(self.rows)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Annotations")
        self.verticalScrollBar().setSingleStep(sizes.CARD_LINE)
        self._seat = Seat(self.viewport())
        self._more = More(self.viewport())
        self._more.asked.connect(self._go)
        self._moving = Moving(look, self)
        self._moving.moved.connect(self._show_moved)
        look.changed.connect(self.viewport().update)

    # -- what is shown

    def set_editor(self, editor: QWidget) -> None:
        """The one widget that lies over the selected card."""
        self._seat.setWidget(editor)

    def set_beside(self, text: Text | None) -> None:
        """Stand level with this text from now on; a list that scrolls by itself where there is none."""
        self._text = text
        self._stand()

    def _stand(self) -> None:
        """Level with the text, or a list: the newest first have no text to be level with."""
        self._standing.text = None if self._newest else self._text
        always = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self._beside else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(always)
        self._more.tell(0, 0)
        self._arrange()

    def show_cards(self, shown: Iterable[Marked], *, newest: bool = False) -> None:
        """Other cards: in the order of the text and level with it, or the newest first."""
        self.rows.show(shown, newest=newest)
        self._facts.clear()
        self._selected = self._hovered = ""
        self._chosen = []
        self.verticalScrollBar().setValue(0)
        self._newest = newest
        self._moving.stop()
        self._stand()

    def change(self, gone: Iterable[str], come: Iterable[Marked]) -> None:
        """Some cards less, some more; a card that changes is both."""
        gone, before = set(gone), self._painted()
        for card_id in gone:
            self._facts.pop(card_id, None)
        self.rows.change(gone, come)
        self._chosen = [card_id for card_id in self._chosen if card_id in self.rows]
        if self._selected not in self.rows:
            self._selected = ""
        self._arrange()
        self._moving.start(before, self._places())

    def select(self, ids: Iterable[str]) -> None:
        """Show these cards as selected, the last one in view; one alone has the editor in it."""
        before, painted = self._selected, self._painted()
        self._chosen = [card_id for card_id in ids if card_id in self.rows]
        self._selected = self._chosen[-1] if len(self._chosen) == 1 else ""
        for row in map(self.rows.number, {before, self._selected}):
            if row >= 0:
                self._measure_one(row)
        self._arrange()
        if self._chosen:
            self._reveal(self.rows.number(self._chosen[-1]))
        if self._beside:
            self._moving.start(painted, self._places())
        self._place_editor()

    @property
    def shown(self) -> list[Marked]:
        """The cards in order."""
        return self.rows.all

    def card_rect(self, card_id: str) -> QRect:
        """Where a card is in the viewport."""
        row = self.rows.number(card_id)
        return QRect(_SIDE, round(self._standing.top(row)), self._width(), self.rows.height(row))

    @property
    def placed(self) -> list[str]:
        """The ids of the cards that have a place near the view."""
        return [self.rows[row].id for row in self._visible()]

    def light(self, card_id: str) -> None:
        """Show this card as if the mouse were on it; none for an empty id."""
        self._hovered = card_id
        self.viewport().update()

    def refit(self) -> None:
        """The editor wants another height."""
        self.select(list(self._chosen))

    # -- geometry

    def _origin(self) -> int:
        """Where the viewport begins on the screen."""
        return self.viewport().mapToGlobal(QPoint(0, 0)).y()

    @property
    def _beside(self) -> Text | None:
        return self._standing.text

    @property
    def _last(self) -> int:
        """The row of what was selected last; -1 where nothing is."""
        return self.rows.number(self._chosen[-1]) if self._chosen else -1

    def _width(self) -> int:
        return self.viewport().width() - 2 * _SIDE

    def _places(self) -> dict[str, float]:
        """Where the cards that are placed belong."""
        return {self.rows[row].id: self._standing.top(row) for row in self._visible()}

    def _painted(self) -> dict[str, float]:
        """Where they are seen now, perhaps on their way."""
        return {one: place + self._moving.way(one) for one, place in self._places().items()}

    def _show_moved(self) -> None:
        self._place_editor()
        self.viewport().update()

    def follow(self) -> None:
        """The text beside has moved: stand level with it again."""
        if self._beside is None or not self.isVisible():
            return
        rows = self.rows.between(*self._beside.seen())
        self._measure(rows)
        view = self._origin(), self.viewport().height()
        self._standing.follow(rows, self._last, view)
        self._more.tell(*self._standing.hidden(self.viewport().height(), self._last))
        self._place_editor()
        self.viewport().update()

    def _go(self, step: int) -> None:
        """To the nearest card that is not seen above (-1) or below (1)."""
        above, below = self._more.counts
        self.setFocus()
        self.picked.emit((self.rows[above - 1 if step < 0 else len(self.rows) - below].id,))

    def _arrange(self) -> None:
        """Stand where the heights say, and tell the scroll bar."""
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, 0 if self._beside else max(0, self.rows.top(len(self.rows)) - self.viewport().height()))
        self.follow()
        self._place_editor()
        self.viewport().update()

    def _measure_one(self, row: int) -> int:
        """Measure a row as it is now; how much it grew."""
        selected = self.rows[row].id == self._selected
        height = self._height(row, selected=selected, editor=self._seat.wanted() if selected else 0)
        return self.rows.measure(row, min(height, self._room()) if selected else height)

    def _height(self, row: int, *, selected: bool, editor: int) -> int:
        return cards.height(self._facts[self.rows[row].id], self._width(), selected=selected, editor=editor)

    def _room(self) -> int:
        """How high the selected card can be: between “n more above” and “n more below”."""
        return max(self.viewport().height() - 2 * sizes.CHIP - _GAP, cards.GUESS)

    def _measure(self, rows: range) -> int:
        """Measure rows that are about to be seen; how much those above the view grew."""
        grown = changed = 0
        for row in rows:
            if self.rows.measured(row):
                continue
            above = not self._beside and self.rows.top(row + 1) <= self.verticalScrollBar().value()
            more = self._measure_one(row)
            grown += more if above else 0
            changed |= more
        if changed and self._beside is None:
            self._arrange()
        return grown

    def _visible(self) -> range:
        return self._standing.seen(self.viewport().height())

    def _settle(self) -> None:
        """Measure what is in view; what grew above is scrolled past, so that nothing jumps."""
        for _ in range(3):
            rows = self._visible()
            if all(map(self.rows.measured, rows)):
                return
            grown = self._measure(rows)
            if grown:
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() + grown)

    def _reveal(self, row: int) -> None:
        if self._beside:
            return  # the text does, and the cards come with it
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = self.rows.top(row) - _GAP, self.rows.top(row + 1)
        if top < bar.value() or bottom - top > height:
            bar.setValue(top)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def _place_editor(self) -> None:
        if not self._selected:
            self._seat.hide()
            return
        rect = self.card_rect(self._selected).translated(0, round(self._moving.way(self._selected)))
        words = self._height(self.rows.number(self._selected), selected=True, editor=0)
        self._seat.lie_over(rect, rect.height() - words)

    def card_at(self, point: QPoint) -> str:
        """The id of the card under a point of the viewport, or nothing."""
        row = self._standing.at(point.y(), self.viewport().height(), self._last)
        return self.rows[row].id if row >= 0 else ""

    def sizeHint(self) -> QSize:
        return QSize(sizes.CARDS, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._beside is None:
            self._settle()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.theme.color("panel"))
        last = self._last
        shown = (row for row in self._visible() if not self._standing.above(row, last))
        for row in sorted(shown, key=last.__eq__):  # what moves goes behind the selected one
            self._paint_card(painter, row)
        self._paint_around(painter)

    def _paint_around(self, painter: QPainter) -> None:
        size, theme, last = self.viewport().size(), self._look.theme, self._last
        if self._beside and last in self._visible():
            words = self._beside.middle(self.rows[last].start) - self._origin()
            line = self._painted_rect(last).top() + first_line(self.rows.height(last))
            around.join(painter, _SIDE, words, line, theme)
        if self._more.counts[1]:
            around.fade(painter, size, theme)
        if last < 0 and self.hasFocus():
            around.ring(painter, size, theme)

    def _paint_card(self, painter: QPainter, row: int) -> None:
        card = self._facts[self.rows[row].id]
        cards.paint(
            painter,
            self._painted_rect(row),
            card,
            self._look.theme,
            selected=card.id == self._selected,
            chosen=card.id in self._chosen,
            hovered=card.id == self._hovered,
            focused=self.hasFocus(),
        )

    def _painted_rect(self, row: int) -> QRectF:
        top = round(self._standing.top(row) + self._moving.way(self.rows[row].id))
        return QRectF(_SIDE, top, self._width(), self.rows.height(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._more.fit(self.viewport().size())
        self.rows.forget()
        self._arrange()

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
        self._standing.scrolled = self.verticalScrollBar().value()
        self._place_editor()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        card = self.card_at(event.position().toPoint())
        if card and event.button() == Qt.MouseButton.LeftButton:
            self._pick(card, event.modifiers())

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

    def event(self, event: QEvent) -> bool:
        """Esc is a key of the cards before it is one of the window."""
        return escape.claimed(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = max(1, len(self._visible()) - 1)
        target = steps.target(Qt.Key(event.key()), self._last, page, len(self.rows))
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.picked.emit(tuple(card.id for card in self.rows.all))
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif target is None:
            super().keyPressEvent(event)
        else:
            self._pick(self.rows[target].id, event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def _pick(self, card: str, modifiers: Qt.KeyboardModifier) -> None:
        self.picked.emit(steps.selection(self.rows, self._chosen, card, modifiers))
