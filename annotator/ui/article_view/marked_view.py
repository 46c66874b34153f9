"""A text with its marks: what is shown, where things are, and moving there.

QTextEdit gives the caret, selection, clipboard and what screen readers ask; the layout is our own, the marks are
painted, and the text is never changed. Whoever uses the view speaks of offsets (code points of the text), never of
positions in the document, which may hold less than the text (see `ui.offsets`).
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from annotator.model.documents import Block
from annotator.ui.article_view.grips import grips_of
from annotator.ui.article_view.hits import Hits
from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.painted_layout import PaintedLayout
from annotator.ui.article_view.paragraphs import Paragraphs
from annotator.ui.article_view.reading_position import ReadingPosition, scroll_value
from annotator.ui.article_view.reading_view import ReadingView
from annotator.ui.article_view.stacking import Span
from annotator.ui.article_view.styles import Styles
from annotator.ui.bookmarks import Place
from annotator.ui.offsets import Offsets
from annotator.ui.theme import Theme
from annotator.ui.typography import Typography

_CONTEXT = 4
"""What is revealed begins at this part of the view's height, so that what leads to it is seen too."""


class MarkedView(ReadingView):
    """Shows one article with its marks."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._with_lanes = True
        self._texts = QObject(self)  # no child of a view may go while Qt shows its children
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
        layout.show_lanes(shown=self._with_lanes)
        # First the layout, which does nothing while the words go in.
        document.setDocumentLayout(layout)
        document.setPlainText(offsets.shown())
        self._text, self._offsets = text, offsets
        self._show(layout)

    def clear_text(self) -> None:
        """Show nothing."""
        self.show_text("", (), ())

    def change_marks(self, removed: Iterable[Mark], added: Iterable[Mark]) -> None:
        """Take marks away and put others there: O(what is touched), and nothing else is painted anew."""
        self._layout.change_marks(removed, added)

    def select_marks(self, annotations: Iterable[str]) -> None:
        """Lift the marks of these annotations above all others, in a deeper colour; none of none."""
        self._layout.choose(annotations)

    def show_hits(self, spans: Sequence[Span], current: int = -1) -> None:
        """Wash over what was found, the current one stronger; with none, over nothing."""
        self._layout.show_hits(Hits(spans, current))
        self.viewport().update()

    def hide_marks(self, *, hidden: bool) -> None:
        """Show the bare words, without marks, lanes, handles and hits, or all again."""
        self._layout.hide_marks(hidden=hidden)
        self.viewport().update()

    def show_lanes(self, *, shown: bool) -> None:
        """Whether each annotation has a line in the margin."""
        self._with_lanes = shown
        self._layout.show_lanes(shown=shown)
        self.viewport().update()

    def set_grips(self, ranges: tuple[tuple[int, int], ...]) -> None:
        """Put handles at the edges of these ranges, and nowhere else."""
        self._layout.set_grips(grips_of(ranges, self._offsets))

    def light_marks(self, annotations: frozenset[str]) -> None:
        """Show the whole extent of these annotations, and of no others, in a band one step deeper."""
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

    def marks_under(self, point: QPointF) -> list[Mark]:
        """The marks over the character at a point of the viewport, else those whose lane is there; smallest first."""
        offset = self.character_at(point)
        return self.marks_at(offset) if offset >= 0 else self._layout.beside(self._to_document(point))

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

    # The clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words as the text has them, and nothing but words: what is copied is what would be marked."""
        data = QMimeData()
        if selected := self.selected_range():
            data.setText(self._text[slice(*selected)])
        return data

    def _to_document(self, point: QPointF) -> QPointF:
        return point + QPointF(0, self.verticalScrollBar().value())
