"""A document that is read: it keeps still while lines change, its caret is always seen, and keys walk through it.

Nothing here knows of marks or of offsets: it speaks of positions in the document and of pixels.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.ui.article_view import walking
from annotator.ui.article_view.blink import Blink
from annotator.ui.article_view.painted_layout import CARET, PaintedLayout
from annotator.ui.article_view.reading_position import ReadingPosition, at_top, scroll_value
from annotator.ui.article_view.styles import Styles

_SIDE = 56
"""Pixels on each side of the column in a window wide enough: room for four lanes."""

_SIDE_SHARE = 8
"""In a narrower window, each side is this part of it."""

_KEY = QKeySequence.StandardKey
_MOVE, _SELECT = QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor
_WAYS = {
    _KEY.MoveToNextLine: (1, False, _MOVE),
    _KEY.MoveToPreviousLine: (-1, False, _MOVE),
    _KEY.SelectNextLine: (1, False, _SELECT),
    _KEY.SelectPreviousLine: (-1, False, _SELECT),
    _KEY.MoveToNextPage: (1, True, _MOVE),
    _KEY.MoveToPreviousPage: (-1, True, _MOVE),
    _KEY.SelectNextPage: (1, True, _SELECT),
    _KEY.SelectPreviousPage: (-1, True, _SELECT),
}


class ReadingView(QTextEdit):
    """Shows the document of one layout.

    shown(layout): another text, by the layout of its document
    moved(): the caret or the selection is elsewhere
    shifted(): words stand elsewhere in the view, by scrolling, resizing, zooming or another text
    attended(): the focus has come or gone
    pointed(point): the mouse, no button held, is at this point of the viewport; None when it has left
    """

    shown = Signal(object)
    moved = Signal()
    shifted = Signal()
    attended = Signal()
    pointed = Signal(object)

    _layout: PaintedLayout

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._styles = Styles()
        self._document: QTextDocument | None = None
        self._quiet = False
        self._reading: ReadingPosition | None = None
        self._ends = (0, 0)
        self._column = (-1, 0.0)
        self._blink = Blink(self)
        self._blink.toggled.connect(self._show_caret)
        self._dress()
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
        self.setViewport(_viewport())
        self.setAcceptDrops(False)

    def _show(self, layout: PaintedLayout) -> None:
        """Show another document, from its top."""
        before, self._document = self._document, layout.document()
        self._layout, self._reading = layout, None
        with self._quietly():
            self.setDocument(self._document)
            self.setCursorWidth(CARET)
            self.verticalScrollBar().setValue(0)
        layout.remeasured.connect(self._keep_still)
        layout.touched.connect(self._repaint)
        if before:
            before.deleteLater()
        self.shown.emit(layout)
        self._fit()
        self._follow_caret()

    @property
    def page(self) -> PaintedLayout:
        """The layout of what is shown."""
        return self._layout

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

    def _fit_to(self, reading: ReadingPosition) -> None:
        """Begin to read at this line."""
        self._reading = reading
        self._fit(reading)

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

    def showEvent(self, event: QShowEvent) -> None:
        """Keep still: when first shown, Qt would scroll to the caret."""
        reading = self._reading_now()
        with self._quietly():
            super().showEvent(event)
            self.verticalScrollBar().setValue(scroll_value(self._layout, reading))

    # The caret

    def _follow_caret(self) -> None:
        """Show the caret where it is now; tell that it moved, once for each move."""
        cursor = self.textCursor()
        ends = cursor.anchor(), cursor.position()
        moved, self._ends = ends != self._ends, ends
        self._repaint(self._layout.caret_box())
        self._layout.caret = cursor.position()
        self._light_caret()
        if moved:
            self.moved.emit()

    def _light_caret(self) -> None:
        """It blinks while keys act here and nothing is selected; without the focus it is faint."""
        focused = self.hasFocus()
        self._layout.caret_ink = "ink" if focused else "control"
        if focused and not self.textCursor().hasSelection():
            self._blink.start()
        else:
            self._blink.stay()
        self._show_caret()

    def _show_caret(self) -> None:
        self._layout.caret_shown = self._blink.shown
        self._repaint(self._layout.caret_box())

    def _repaint(self, box: QRectF) -> None:
        self.viewport().update(box.translated(0, -self.verticalScrollBar().value()).toAlignedRect())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The caret blinks; whoever comes by the keyboard sees it."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.ensureCursorVisible()
        self._light_caret()
        self.attended.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The caret stays, faint and steady."""
        super().focusOutEvent(event)
        self._light_caret()
        self.attended.emit()

    # The mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where it is, unless it is selecting."""
        super().mouseMoveEvent(event)
        if event.buttons() is Qt.MouseButton.NoButton:
            self.pointed.emit(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that it is elsewhere."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down by our own lines; all else is Qt's."""
        for key, (step, page, mode) in _WAYS.items():
            if event.matches(key):
                self._walk(step, mode, page=page)
                return
        super().keyPressEvent(event)

    def _walk(self, step: int, mode: QTextCursor.MoveMode, *, page: bool) -> None:
        """The column is kept from where the walk began, over shorter lines and gaps."""
        cursor = self.textCursor()
        at = cursor.position()
        x = self._column[1] if self._column[0] == at else walking.column(self._layout, at)
        if page:
            there = walking.page_beyond(self._layout, at, x, step, self.viewport().height() - 2 * self._styles.gap)
            by = self._layout.line_top(there) - self._layout.line_top(at)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by)
        else:
            there = walking.beyond(self._layout, at, x, step)
        cursor.setPosition(there, mode)
        self._column = there, x
        self.setTextCursor(cursor)


def _viewport() -> QWidget:
    """The widget that the words are painted on, as QTextEdit makes its own.

    Asked for its own, PySide would go through every kind of widget there is to find out which one this is, and make
    Python classes of them all: 10 ms of the start. The layout paints the paper, so nothing fills it before: under a
    style sheet a palette of our own is lost when the theme changes.
    """
    viewport = QWidget()
    viewport.setMouseTracking(True)
    viewport.setCursor(Qt.CursorShape.IBeamCursor)
    viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    return viewport
