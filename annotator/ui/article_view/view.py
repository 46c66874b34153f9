"""The article view: a text to read, to walk through and to select in, with its marks.

QTextEdit gives the caret, selection, keys, mouse, clipboard and what screen readers ask; the layout is our own, the
marks are painted, and the text is never changed. Whoever uses the view speaks of offsets (code points of the text),
never of positions in the document, which may hold less than the text (see `ui.offsets`).
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model.documents import Block
from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.painted_layout import PaintedLayout
from annotator.ui.article_view.paragraphs import Paragraphs
from annotator.ui.article_view.picking import Picker
from annotator.ui.article_view.reading_position import scroll_value
from annotator.ui.article_view.reading_view import ReadingView
from annotator.ui.article_view.styles import Styles, Typography
from annotator.ui.offsets import Offsets
from annotator.ui.theme import Theme

_CONTEXT = 4
"""What is revealed begins at this part of the view's height, so that what leads to it is seen too."""


class ArticleView(ReadingView):
    """Shows one article.

    clicked_at(offset): a plain click, on the character there, or -1 beside the words
    menu_asked(offset, point): for a menu at a place of the text, and of the screen
    zoom_asked(steps): by the wheel
    hovered(annotation): the smallest under the mouse is now this one, by its id; "" for none
    """

    clicked_at = Signal(int)
    menu_asked = Signal(int, QPoint)
    zoom_asked = Signal(int)
    hovered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picker = Picker()
        self._pressed_at: QPointF | None = None
        self._under_mouse = ""
        self.clear_text()
        self.set_look(theme)
        self.pointed.connect(self._follow_mouse)

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
        document.setPlainText(offsets.shown())
        self._text, self._offsets = text, offsets
        self._picker.forget()
        self._show(layout)
        self._hover(-1)

    def clear_text(self) -> None:
        """Show nothing."""
        self.show_text("", (), ())

    def change_marks(self, removed: Iterable[Mark], added: Iterable[Mark]) -> None:
        """Take marks away and put others there: O(what is touched), and nothing else is painted anew."""
        self._layout.change_marks(removed, added)

    def select_mark(self, annotation: str | None) -> None:
        """Lift the marks of this annotation above all others, in a deeper colour; None lifts none."""
        self._layout.choose(annotation or "")

    def light_mark(self, annotation: str) -> None:
        """Show the whole extent of this annotation in a band one step deeper; "" lights none."""
        self._layout.light(annotation)

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

    # Mouse, wheel and clipboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A plain press may become a click, or a sweep: also within a selection, whose words Qt would drag away."""
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed_at = event.position() if plain else None
        if plain and self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        super().mousePressEvent(event)

    def _follow_mouse(self, point: QPointF | None) -> None:
        self._hover(-1 if point is None else self.character_at(point))

    def _hover(self, offset: int) -> None:
        """Light the smallest mark at an offset, and tell of it once."""
        marks = self.marks_at(offset)
        before, self._under_mouse = self._under_mouse, marks[0].id if marks else ""
        if self._under_mouse != before:
            self.light_mark(self._under_mouse)
            self.hovered.emit(self._under_mouse)

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
