"""The article view: a text to read, to walk through and to select in, with its marks.

QTextEdit gives the caret, selection, keys, mouse, clipboard and what screen readers ask; the layout is our own, the
marks are painted, and the text is never changed. Whoever uses the view speaks of offsets (code points of the text),
never of positions in the document, which may hold less than the text (see `ui.offsets`).
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from annotator.model.documents import Block
from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.painted_layout import CARET, PaintedLayout
from annotator.ui.article_view.paragraphs import Paragraphs
from annotator.ui.article_view.picking import Picker
from annotator.ui.article_view.reading_position import ReadingPosition, at_top, scroll_value
from annotator.ui.article_view.styles import Styles
from annotator.ui.offsets import Offsets
from annotator.ui.theme import Theme

_SIDE = 56
"""Pixels on each side of the column in a window wide enough: room for four lanes."""

_SIDE_SHARE = 8
"""In a narrower window, each side is this part of it."""

_CONTEXT = 4
"""What is revealed begins at this part of the view's height, so that what leads to it is seen too."""


class ArticleView(QTextEdit):
    """Shows one article.

    clicked_at(offset): a plain click, on the character there, or -1 beside the words
    moved(): the caret or the selection is elsewhere
    shifted(): words stand elsewhere in the view, by scrolling, resizing, zooming or another text
    menu_asked(offset, point): for a menu at a place of the text, and of the screen
    zoom_asked(steps): by the wheel
    """

    clicked_at = Signal(int)
    moved = Signal()
    shifted = Signal()
    menu_asked = Signal(int, QPoint)
    zoom_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._styles = Styles()
        self._picker = Picker()
        self._document: QTextDocument | None = None
        self._quiet = False
        self._pressed_at: QPointF | None = None
        self._reading: ReadingPosition | None = None
        self._ends = (0, 0)
        self._dress()
        self.clear_text()
        self.set_look(theme)
        self.cursorPositionChanged.connect(self._follow_caret)
        self.selectionChanged.connect(self._follow_caret)

    def _dress(self) -> None:
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)

    # What is shown

    def show_text(self, text: str, blocks: Sequence[Block], marks: Iterable[Mark]) -> None:
        """Show another text, from its top."""
        offsets = Offsets(text)
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        paragraphs = Paragraphs(text, offsets, blocks)
        layout = PaintedLayout(document, paragraphs, self._styles, marks, self._theme)
        # First the layout, which does nothing while the words go in.
        document.setDocumentLayout(layout)
        document.setPlainText(offsets.shown)
        self._text, self._offsets, self._layout = text, offsets, layout
        self._reading = None
        self._picker.forget()
        with self._quietly():
            self.setDocument(document)
            self.setCursorWidth(CARET)
            self.verticalScrollBar().setValue(0)
        layout.remeasured.connect(self._keep_still)
        layout.touched.connect(self._repaint)
        layout.focused = self.hasFocus()
        if self._document:
            self._document.deleteLater()
        self._document = document
        self._fit()
        self._follow_caret()

    def clear_text(self) -> None:
        """Show nothing."""
        self.show_text("", (), ())

    def change_marks(self, removed: Iterable[Mark], added: Iterable[Mark]) -> None:
        """Take marks away and put others there: O(what is touched), and nothing else is painted anew."""
        self._layout.change_marks(removed, added)

    def select_mark(self, annotation: str | None) -> None:
        """Lift the marks of this annotation above all others, in a deeper colour; None lifts none."""
        self._layout.choose(annotation or "")

    def set_look(self, theme: Theme) -> None:
        """Put on the colours of a theme."""
        self._theme = theme
        look = self.palette()
        look.setColor(QPalette.ColorRole.Base, theme.color("paper"))
        look.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        self.setPalette(look)
        self._layout.set_theme(theme)
        self.viewport().update()

    def set_zoom(self, percent: int) -> None:
        """Set letters, lines and the column at this size; the line at the top keeps its place."""
        if percent != self._styles.zoom:
            reading = self._reading_now()
            self._styles = Styles(percent)
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

    def caret(self) -> int:
        """The offset of the caret."""
        return self._offsets.offset(self.textCursor().position())

    def selected_range(self) -> tuple[int, int] | None:
        """The offsets of the selection, end exclusive; None if nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._offsets.offset(cursor.selectionStart()), self._offsets.offset(cursor.selectionEnd())

    # Moving

    def place_caret(self, offset: int, *, reveal: bool = True) -> None:
        """Put the caret there, and nothing is selected; the view keeps still unless it is to `reveal` it."""
        self._set_cursor(offset, offset, reveal=reveal)

    def select_range(self, start: int, end: int, *, reveal: bool = True) -> None:
        """Select these words, the caret at `end`."""
        self._set_cursor(start, end, reveal=reveal)

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

    # Keeping still

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Scroll values change here, what is seen does not."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def _keep_still(self, above: int) -> None:
        """Guesses were put right, `above` pixels of them above the reader: scroll by as much."""
        bar = self.verticalScrollBar()
        value = bar.value() + above
        with self._quietly():
            self._layout.documentSizeChanged.emit(self._layout.documentSize())
            bar.setValue(value)
        if bar.value() != value:
            self.viewport().update()

    def _reading_now(self) -> ReadingPosition:
        """The line at the top of the view; the same one as before until the reader scrolls, so that it never creeps."""
        if self._reading is None:
            self._reading = at_top(self._layout, self.verticalScrollBar().value())
        return self._reading

    def _fit(self, reading: ReadingPosition | None = None) -> None:
        """Put the column in the middle and lay out what is seen, the line of `reading` where it was.

        The scroll bar has its room whether it shows or not: else it would change the width that it depends on.
        """
        bar = self.verticalScrollBar()
        room = self.width() - bar.sizeHint().width()
        side = min(_SIDE, room // _SIDE_SHARE)
        width = max(1, min(self._styles.column, room - 2 * side))
        with self._quietly():
            self._layout.set_column((room - width) // 2, width, self._styles)
            self._layout.documentSizeChanged.emit(self._layout.documentSize())
            if reading:
                bar.setValue(scroll_value(self._layout, reading))
            self._settle()
            if reading:
                bar.setValue(scroll_value(self._layout, reading))
        self.viewport().update()
        self.shifted.emit()

    def _settle(self) -> None:
        value = self.verticalScrollBar().value()
        self._layout.hold(value)
        self._layout.settle(value, self.viewport().height())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Lay out what will be seen, then scroll: what that adds above moves nothing on the screen."""
        if self._quiet:
            return
        self._reading = None
        self._settle()
        super().scrollContentsBy(dx, dy)
        self.shifted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line at the top in place."""
        reading = self._reading_now()
        with self._quietly():
            super().resizeEvent(event)
        self._fit(reading)

    # The caret

    def _follow_caret(self) -> None:
        """Tell that it moved, once for each move; show it where Qt does not."""
        cursor = self.textCursor()
        ends = cursor.anchor(), cursor.position()
        moved, self._ends = ends != self._ends, ends
        self._steady()
        if moved:
            self.moved.emit()

    def _steady(self) -> None:
        """A caret that does not blink, where words are selected or the focus is elsewhere."""
        cursor = self.textCursor()
        at = cursor.position() if cursor.hasSelection() or not self.hasFocus() else -1
        if at != self._layout.steady_caret or self._layout.focused != self.hasFocus():
            self._repaint_caret(self._layout.steady_caret)
            self._layout.steady_caret, self._layout.focused = at, self.hasFocus()
            self._repaint_caret(at)

    def _repaint_caret(self, position: int) -> None:
        if position >= 0:
            self._repaint(self._layout.bounds(position, position).adjusted(-CARET, 0, 2 * CARET, 0))

    def _repaint(self, box: QRectF) -> None:
        self.viewport().update(box.translated(0, -self.verticalScrollBar().value()).toAlignedRect())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The caret blinks."""
        super().focusInEvent(event)
        self._steady()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The caret stays, faint and steady."""
        super().focusOutEvent(event)
        self._steady()

    # Mouse, wheel and clipboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A plain press may become a click."""
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed_at = event.position() if plain else None
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second of two quick clicks selects a word, and is no click."""
        self._pressed_at = None
        super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press let go where it was, that selected nothing, was a click."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None or self.textCursor().hasSelection():
            return
        if (event.position() - pressed).manhattanLength() < QApplication.startDragDistance():
            self.clicked_at.emit(self.character_at(pressed))

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
