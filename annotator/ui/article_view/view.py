"""The article view: a text with its marks to read, and the mouse, wheel and keys that act on it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.article_view.lighting import Lighting
from annotator.ui.article_view.marked_view import MarkedView
from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.picking import Picker
from annotator.ui.article_view.pull import Pull
from annotator.ui.article_view.snapping import Sweep, paragraph_around, sweep_from, sweep_from_word, word_beyond
from annotator.ui.theme import Theme

_KEY = QKeySequence.StandardKey
_BY_WORD = {
    _KEY.MoveToNextWord: (1, False),
    _KEY.MoveToPreviousWord: (-1, False),
    _KEY.SelectNextWord: (1, True),
    _KEY.SelectPreviousWord: (-1, True),
}

_EXACT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""Held while sweeping, either gives characters: many window managers keep Alt with the mouse to themselves."""


class ArticleView(MarkedView):
    """Shows one article.

    clicked_at(offset): a plain click, on the character there, or -1 beside the words
    lane_clicked(annotation): a click on the lane of this one, by its id; the next click there means the next one
    swept(): a sweep of the mouse has selected words, and is over
    escaped(): Esc was pressed, and no action was there for it
    gripped(edge): the handle of the edge of this number is taken
    dragged(offset, exact): the handle that is taken goes there; by characters if exact
    dropped(): it is let go
    menu_asked(offset, point): for a menu at a place of the text, and of the screen
    zoom_asked(steps): by the wheel
    hovered(annotation): the smallest under the mouse is now this one, by its id; "" for none
    """

    clicked_at = Signal(int)
    lane_clicked = Signal(str)
    swept = Signal()
    escaped = Signal()
    gripped = Signal(int)
    dragged = Signal(int, bool)
    dropped = Signal()
    menu_asked = Signal(int, QPoint)
    zoom_asked = Signal(int)
    hovered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._picker = Picker()
        self._pointer = QCursor(Qt.CursorShape.IBeamCursor)
        self._pressed_at: QPointF | None = None
        self._gripping = False
        self._twice_at: tuple[int, QPointF] | None = None
        self._sweep: Sweep | None = None
        self._swept_to: tuple[QPointF, Qt.KeyboardModifier] | None = None
        self._pull = Pull(self)
        self._pull.pulled.connect(self._sweep_on)
        self._lighting = Lighting(self, self._under, self._at_caret)
        self._lighting.changed.connect(self.light_marks)
        self._lighting.hovered.connect(self.hovered)
        self.shown.connect(self._let_go)

    def _let_go(self) -> None:
        """Another text: nothing of the one before is under the mouse or held."""
        self._picker.forget()
        self._pull.stop()
        self._gripping = False
        self._sweep = self._swept_to = self._pressed_at = self._twice_at = None
        self._lighting.forget()
        self._lighting.look()

    # What is lit

    def change_marks(self, removed: Iterable[Mark], added: Iterable[Mark]) -> None:
        """As before; what is under the mouse and at the caret may be another now."""
        super().change_marks(removed, added)
        self._lighting.look()

    def light_mark(self, annotation: str) -> None:
        """Show the whole extent of this annotation in a band one step deeper; "" lights none."""
        self._lighting.light(annotation)

    def _under(self, point: QPointF) -> str:
        return _smallest(self.marks_under(point))

    def _at_caret(self) -> str:
        return _smallest(self.marks_at(self.caret()))

    # The mouse

    def set_pointer(self, shape: QCursor) -> None:
        """What the mouse looks like over the words from now on."""
        self._pointer = shape
        self.viewport().setCursor(shape)

    def pick_at(self, offset: int) -> Mark | None:
        """The mark that a click there means: the smallest, at the next click on the same ones the next under it."""
        return self._picker.pick(self.marks_at(offset))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may become a click, or a sweep: also within a selection, whose words Qt would drag away.

        With Shift it extends what is selected; the third of three quick ones selects the paragraph.
        """
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        point = event.position()
        if (edge := self.grip_at(point)) >= 0:
            self._gripping = True
            self.gripped.emit(edge)
        elif lane := self._lanes_at(point):
            self._press_lane(lane)
        elif self._is_third(event):
            self.select_still(*paragraph_around(self._text, self.offset_at(point)))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            anchor = self._offsets.offset(self.textCursor().anchor())
            self._sweep = sweep_from(self._text, anchor, -1)
            self._sweep_to(point, event.modifiers())
        else:
            self._press(point, click=not event.modifiers())
        self._twice_at = None

    def _press_lane(self, marks: Sequence[Mark]) -> None:
        self._pressed_at = self._sweep = None
        if picked := self._picker.pick(marks):
            self.lane_clicked.emit(picked.id)

    def _lanes_at(self, point: QPointF) -> list[Mark]:
        return self.marks_under(point) if self.character_at(point) < 0 else []

    def _press(self, point: QPointF, *, click: bool) -> None:
        offset = self.offset_at(point)
        self._pressed_at = point if click else None
        self.select_still(offset, offset)
        self._sweep = sweep_from(self._text, offset, self.character_at(point))

    def _is_third(self, event: QMouseEvent) -> bool:
        if self._twice_at is None:
            return False
        time, point = self._twice_at
        near = (event.position() - point).manhattanLength() < QApplication.startDragDistance()
        return near and event.timestamp() - time < QApplication.doubleClickInterval()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second of two quick clicks selects a word, and is no click; on several marks it is one, for the next."""
        point = event.position()
        if self.grip_at(point) >= 0 or len(self.marks_at(self.character_at(point))) > 1 or self._lanes_at(point):
            self.mousePressEvent(event)
            return
        self._pressed_at = None
        self._twice_at = event.timestamp(), point
        self._sweep = sweep_from_word(self._text, self.offset_at(point), self.character_at(point))
        self.select_still(*self._sweep.word)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select by whole words while sweeping; with Ctrl or Alt held by characters."""
        sweeping = self._gripping or self._sweep is not None
        if not (sweeping and event.buttons() & Qt.MouseButton.LeftButton):
            gripping = self.grip_at(event.position()) >= 0
            super().mouseMoveEvent(event)
            self.viewport().setCursor(QCursor(Qt.CursorShape.SizeHorCursor) if gripping else self._pointer)
            return
        self._sweep_to(event.position(), event.modifiers())
        self._pull.follow(event.position().y())

    def _sweep_to(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        exact = bool(modifiers & _EXACT)
        self._swept_to = point, modifiers
        if self._gripping:
            self.dragged.emit(self.offset_at(point), exact)
        elif self._sweep:
            self.select_still(*self._sweep.to(self.offset_at(point), exact=exact))

    def _sweep_on(self) -> None:
        """The words came by under a pointer that waits beyond the edge."""
        if self._swept_to:
            self._sweep_to(*self._swept_to)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press let go where it was, that selected nothing, was a click."""
        super().mouseReleaseEvent(event)
        self._pull.stop()
        swept = self._sweep is not None and self._swept_to is not None
        self._sweep = self._swept_to = None
        if swept and self.textCursor().hasSelection():
            self._pressed_at = None
            self.swept.emit()
            return
        if self._gripping:
            self._gripping = False
            self.dropped.emit()
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None or self.textCursor().hasSelection():
            return
        if (event.position() - pressed).manhattanLength() < QApplication.startDragDistance():
            self.clicked_at.emit(self.character_at(pressed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """By words as they are marked; Esc is nobody's here unless an action has it."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        for key, (step, selecting) in _BY_WORD.items():
            if event.matches(key):
                self._walk_word(step, selecting=selecting)
                return
        super().keyPressEvent(event)

    def _walk_word(self, step: int, *, selecting: bool) -> None:
        """To the next word, as the arrow points: in words from right to left on is to the left."""
        caret = self.caret()
        there = word_beyond(self._text, caret, -step if self.runs_left(caret) else step)
        self.select_range(self._offsets.offset(self.textCursor().anchor()) if selecting else there, there)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Whoever uses the view makes the menu."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.menu_asked.emit(self.offset_at(QPointF(event.pos())), event.globalPos())
        else:
            below = self.cursorRect().bottomLeft()
            self.menu_asked.emit(self.caret(), self.viewport().mapToGlobal(below))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel ask for another zoom; QTextEdit would only change its font."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit((event.angleDelta().y() > 0) - (event.angleDelta().y() < 0))
        else:
            super().wheelEvent(event)


def _smallest(marks: Sequence[Mark]) -> str:
    return marks[0].id if marks else ""
