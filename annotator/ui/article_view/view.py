"""The article view: a text to read, to walk through and to select in, with its marks.

QTextEdit gives the caret, selection, keys, mouse, clipboard and what screen readers ask; the layout is our own, the
marks are painted, and the text is never changed. Whoever uses the view speaks of offsets (code points of the text),
never of positions in the document, which may hold less than the text (see `ui.offsets`).
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model.documents import Block
from annotator.ui.article_view.grips import grips_of
from annotator.ui.article_view.hits import Hits
from annotator.ui.article_view.lighting import Lighting
from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.painted_layout import PaintedLayout
from annotator.ui.article_view.paragraphs import Paragraphs
from annotator.ui.article_view.picking import Picker
from annotator.ui.article_view.pull import Pull
from annotator.ui.article_view.reading_position import ReadingPosition, scroll_value
from annotator.ui.article_view.reading_view import ReadingView
from annotator.ui.article_view.snapping import Sweep, paragraph_around, sweep_from
from annotator.ui.article_view.stacking import Span
from annotator.ui.article_view.styles import Styles, Typography
from annotator.ui.bookmarks import Place
from annotator.ui.offsets import Offsets
from annotator.ui.theme import Theme

_CONTEXT = 4
"""What is revealed begins at this part of the view's height, so that what leads to it is seen too."""

_EXACT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""Held while sweeping, either gives characters: many window managers keep Alt with the mouse to themselves."""


class ArticleView(ReadingView):
    """Shows one article.

    clicked_at(offset): a plain click, on the character there, or -1 beside the words
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
    swept = Signal()
    escaped = Signal()
    gripped = Signal(int)
    dragged = Signal(int, bool)
    dropped = Signal()
    menu_asked = Signal(int, QPoint)
    zoom_asked = Signal(int)
    hovered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = QObject(self)  # no child of a view may go while Qt shows its children
        self._picker = Picker()
        self._pressed_at: QPointF | None = None
        self._gripping = False
        self._twice_at: tuple[int, QPointF] | None = None
        self._sweep: Sweep | None = None
        self._swept_to: tuple[QPointF, Qt.KeyboardModifier] | None = None
        self._pull = Pull(self)
        self._pull.pulled.connect(self._sweep_on)
        self._lighting = Lighting(self, self._under, self._at_caret)
        self._lighting.changed.connect(self._light)
        self._lighting.hovered.connect(self.hovered)
        self.clear_text()
        self.set_look(theme)

    # What is shown

    def show_text(self, text: str, blocks: Sequence[Block], marks: Iterable[Mark]) -> None:
        """Show another text, from its top."""
        offsets = Offsets(text)
        document = QTextDocument(self._texts)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        paragraphs = Paragraphs(text, offsets, blocks)
        layout = PaintedLayout(document, paragraphs, self._styles, marks, self._theme)
        # First the layout, which does nothing while the words go in.
        document.setDocumentLayout(layout)
        document.setPlainText(offsets.shown())
        self._text, self._offsets = text, offsets
        self._picker.forget()
        self._pull.stop()
        self._gripping = False
        self._sweep = self._swept_to = self._pressed_at = self._twice_at = None
        self._show(layout)
        self._lighting.forget()
        self._lighting.look()

    def clear_text(self) -> None:
        """Show nothing."""
        self.show_text("", (), ())

    def change_marks(self, removed: Iterable[Mark], added: Iterable[Mark]) -> None:
        """Take marks away and put others there: O(what is touched), and nothing else is painted anew."""
        self._layout.change_marks(removed, added)
        self._lighting.look()

    def select_marks(self, annotations: Iterable[str]) -> None:
        """Lift the marks of these annotations above all others, in a deeper colour; none of none."""
        self._layout.choose(annotations)

    def show_hits(self, spans: Sequence[Span], current: int = -1) -> None:
        """Wash over what was found, the current one stronger; with none, over nothing."""
        self._layout.hits = Hits(spans, current)
        self.viewport().update()

    def set_grips(self, ranges: tuple[tuple[int, int], ...]) -> None:
        """Put handles at the edges of these ranges, and nowhere else."""
        self._layout.set_grips(grips_of(ranges, self._offsets))

    def light_mark(self, annotation: str) -> None:
        """Show the whole extent of this annotation in a band one step deeper; "" lights none."""
        self._lighting.light(annotation)

    def _light(self, annotations: frozenset[str]) -> None:
        self._layout.light(annotations)

    def set_look(self, theme: Theme) -> None:
        """Put on the colours of a theme."""
        self._theme = theme
        self._layout.set_theme(theme)
        self.viewport().update()

    def set_zoom(self, percent: int) -> None:
        """Set letters, lines and the column at this size; the line at the top keeps its place."""
        self._set_in(Styles(percent, self._styles.typography))

    def set_typography(self, typography: Typography) -> None:
        """Set the words in another face, size, line height or column; the line at the top keeps its place."""
        self._set_in(Styles(self._styles.zoom, typography))

    def _set_in(self, styles: Styles) -> None:
        if (styles.zoom, styles.typography) != (self._styles.zoom, self._styles.typography):
            reading = self._reading_now()
            self._styles = styles
            self._fit(reading)

    # Where things are

    def marks_at(self, offset: int) -> list[Mark]:
        """The marks over the character at `offset`, the smallest first; none for an offset of -1."""
        return self._layout.index.at(offset) if offset >= 0 else []

    def pick_at(self, offset: int) -> Mark | None:
        """The mark that a click there means: the smallest, at the next click on the same ones the next under it."""
        return self._picker.pick(self.marks_at(offset))

    def offset_at(self, point: QPointF) -> int:
        """The offset at which a caret would stand for a point of the viewport."""
        return self._offsets.offset(self._layout.hitTest(self._to_document(point), Qt.HitTestAccuracy.FuzzyHit))

    def character_at(self, point: QPointF) -> int:
        """The offset of the character under a point of the viewport, or -1 beside the words."""
        position = self._layout.hitTest(self._to_document(point), Qt.HitTestAccuracy.ExactHit)
        return self._offsets.offset(position) if position >= 0 else -1

    def rect_of(self, start: int, end: int) -> QRectF:
        """The smallest rectangle around a range, full lines high, in pixels of the viewport."""
        box = self._layout.bounds(self._offsets.position(start), self._offsets.position(end))
        return box.translated(0, -self.verticalScrollBar().value())

    def runs_left(self, offset: int) -> bool:
        """Whether the words of the paragraph there run from right to left."""
        return self._layout.paragraphs.nature(self._offsets.paragraph(offset)).rtl

    def caret(self) -> int:
        """The offset of the caret."""
        return self._offsets.offset(self.textCursor().position())

    def selected_range(self) -> tuple[int, int] | None:
        """The offsets of the selection, end exclusive; None if nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._offsets.offset(cursor.selectionStart()), self._offsets.offset(cursor.selectionEnd())

    def grip_at(self, point: QPointF) -> int:
        """The number of the edge whose handle a press at a point of the viewport would take, or -1."""
        if not self._layout.grips:
            return -1
        place, on_word = self._to_document(point), self.character_at(point) >= 0
        held = (n for n, grip in enumerate(self._layout.grips) if grip.holds(self._layout, place, on_word=on_word))
        return next(held, -1)

    # Moving

    def place_caret(self, offset: int, *, reveal: bool = True) -> None:
        """Put the caret there, and nothing is selected; the view keeps still unless it is to `reveal` it."""
        self._set_cursor(offset, offset, reveal=reveal)

    def select_range(self, start: int, end: int, *, reveal: bool = True) -> None:
        """Select these words, the caret at `end`."""
        self._set_cursor(start, end, reveal=reveal)

    def place(self) -> Place:
        """Where the reader is."""
        reading = self._reading_now()
        return Place(self.caret(), self._offsets.offset(reading.position), reading.below)

    def go_back(self, place: Place) -> None:
        """Show this line at the top, with the caret where it was; both as near as the text has them."""
        self.select_still(place.caret, place.caret)
        self._fit_to(ReadingPosition(self._offsets.position(place.top), place.below))

    def reveal(self, start: int, end: int) -> None:
        """Scroll to a range unless all of it is seen; its first line comes to a quarter of the view's height."""
        first, last = self._offsets.position(start), self._offsets.position(end)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        # Twice: what is laid out on the way may push the range down.
        for _ in range(2):
            top = self._layout.line_top(first)
            bottom = self._layout.line_top(last) + self._layout.line_height(last)
            if bar.value() <= top and bottom <= bar.value() + height:
                return
            bar.setValue(top - height // _CONTEXT)

    def _set_cursor(self, anchor: int, caret: int, *, reveal: bool) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.position(anchor))
        cursor.setPosition(self._offsets.position(caret), QTextCursor.MoveMode.KeepAnchor)
        if reveal:
            self.reveal(min(anchor, caret), max(anchor, caret))
            self.setTextCursor(cursor)
            return
        # Qt scrolls to every new caret: let it, unseen, and scroll back.
        reading = self._reading_now()
        with self._quietly():
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(scroll_value(self._layout, reading))
        self.viewport().update()

    # Mouse, wheel and clipboard

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
        elif self._is_third(event):
            self.select_still(*paragraph_around(self._text, self.offset_at(point)))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            anchor = self._offsets.offset(self.textCursor().anchor())
            self._sweep = sweep_from(self._text, anchor, -1)
            self._sweep_to(point, event.modifiers())
        else:
            self._press(point, click=not event.modifiers())
        self._twice_at = None

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

    def _under(self, point: QPointF) -> str:
        return _smallest(self.marks_at(self.character_at(point)))

    def _at_caret(self) -> str:
        return _smallest(self.marks_at(self.caret()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second of two quick clicks selects a word, and is no click; on several marks it is one, for the next."""
        point = event.position()
        if self.grip_at(point) >= 0 or len(self.marks_at(self.character_at(point))) > 1:
            self.mousePressEvent(event)
            return
        self._pressed_at = self._sweep = None
        self._twice_at = event.timestamp(), event.position()
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select by whole words while sweeping; with Ctrl or Alt held by characters."""
        sweeping = self._gripping or self._sweep is not None
        if not (sweeping and event.buttons() & Qt.MouseButton.LeftButton):
            shape = Qt.CursorShape.IBeamCursor if self.grip_at(event.position()) < 0 else Qt.CursorShape.SizeHorCursor
            super().mouseMoveEvent(event)
            self.viewport().setCursor(shape)
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

    def select_still(self, anchor: int, caret: int) -> None:
        """Select, and keep still: Qt would scroll to the caret."""
        cursor, bar = self.textCursor(), self.verticalScrollBar()
        ends = self._offsets.position(anchor), self._offsets.position(caret)
        if ends == (cursor.anchor(), cursor.position()):
            return
        cursor.setPosition(ends[0])
        cursor.setPosition(ends[1], QTextCursor.MoveMode.KeepAnchor)
        before = bar.value()
        with self._quietly():
            self.setTextCursor(cursor)
            moved = bar.value() != before
            bar.setValue(before)
        if moved:
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is nobody's here unless an action has it."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        super().keyPressEvent(event)

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

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words as the text has them, and nothing but words: what is copied is what would be marked."""
        data = QMimeData()
        if selected := self.selected_range():
            data.setText(self._text[slice(*selected)])
        return data

    def _to_document(self, point: QPointF) -> QPointF:
        return point + QPointF(0, self.verticalScrollBar().value())


def _smallest(marks: Sequence[Mark]) -> str:
    return marks[0].id if marks else ""
