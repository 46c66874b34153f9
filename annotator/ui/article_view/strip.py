"""The strip in the scroll bar's place: the whole article at one look, a tick for each mark, a plate for what is seen.

Its heights are those that a scroll bar would go by. Where guesses about unseen paragraphs are put right while one
scrolls, the ticks follow when that has come to rest: it is a pixel or two.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui import patterns, sizes
from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.painted_layout import PaintedLayout
from annotator.ui.article_view.reading_view import ReadingView
from annotator.ui.article_view.tick_picture import TALL, TickPicture, paint_ticks
from annotator.ui.article_view.ticks import Rows, Ticks

_END = 2
"""Pixels above the first and below the last row: so far the handle of a scroll bar keeps from its ends."""

_CHOSEN = (4, 18)
_HIT = (2, 6)
"""From where to where ticks go, across the strip: of what is selected, of what was found."""

_PLATE, _PLATE_LEAST = (2, 18), 12
"""Where the plate is, across the strip, and how high it is at least."""

_REST = 150
"""Milliseconds after which ticks follow heights that were put right."""

_FEW = 32
"""Changed marks up to which their rows are painted anew one by one."""


class Strip(QWidget):
    """Maps what a view shows. A press goes there; the plate goes with the mouse that holds it."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__()
        self._view, self._page = view, view.page
        self._ticks: Ticks | None = None
        self._picture: TickPicture | None = None
        self._made_for: tuple[object, ...] = ()
        self._total = 0.0
        self._chosen: Ticks | None = None
        self._held: float | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.redraw)
        self.setFixedWidth(sizes.STRIP)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Map of the story")
        view.shown.connect(self._take)
        view.shifted.connect(self.update)
        self._take(view.page)

    def sizeHint(self) -> QSize:
        """As high as there is room."""
        return QSize(sizes.STRIP, 0)

    # -- what the view shows

    def _take(self, page: PaintedLayout) -> None:
        """Another text."""
        self._page, self._ticks, self._chosen, self._held = page, None, None, None
        page.marked.connect(self._follow)
        page.altered.connect(self._alter)
        self.redraw()

    def _alter(self) -> None:
        """Other colours, or other things that stand out."""
        self._chosen = None
        self.update()

    def redraw(self) -> None:
        """Paint the ticks anew."""
        self._picture = None
        self.update()

    def _follow(self, removed: Sequence[Mark], added: Sequence[Mark]) -> None:
        """Marks went and came."""
        if self._ticks is None:
            return
        for mark in removed:
            self._ticks.remove(mark)
        for mark in added:
            self._ticks.add(mark)
        self._chosen = None
        if len(removed) + len(added) > _FEW:
            self._picture = None
        elif self._picture:
            for row in {self._picture.rows.of(mark.start) for mark in (*removed, *added)}:
                self._picture.mend(row)
        self.update()

    # -- where things are

    def _whole(self) -> float:
        """The height that the strip maps: of the document, or of the view where that is higher."""
        return max(self._page.documentSize().height(), self._view.viewport().height(), 1)

    def _scale(self) -> float:
        """Pixels of the strip for one of the document."""
        return max(1, self.height() - 2 * _END) / self._whole()

    def plate(self) -> QRectF:
        """Where what is seen is."""
        height = self._view.viewport().height() * self._scale()
        y = _END + self._view.verticalScrollBar().value() * self._scale()
        if height < _PLATE_LEAST:
            y, height = y - (_PLATE_LEAST - height) / 2, _PLATE_LEAST
            y = min(max(_END, y), self.height() - _END - height)
        return QRectF(_PLATE[0], y, _PLATE[1] - _PLATE[0], height)

    # -- painting

    def _now(self) -> TickPicture:
        """The ticks, painted anew if they would look different; for other heights alone, when those rest."""
        key = (self.size(), self.devicePixelRatioF(), self._page.theme)
        if self._picture is None or self._made_for != key:
            self._made_for, self._total = key, self._whole()
            self._ticks = self._ticks or Ticks(self._page.index)
            self._picture = self._make(self._ticks)
        elif self._whole() != self._total and not self._rest.isActive():
            self._rest.start()
        return self._picture

    def _make(self, ticks: Ticks) -> TickPicture:
        dpr, page = self.devicePixelRatioF(), self._page
        heights = (max(0, row / dpr - _END) / self._scale() for row in range(round(self.height() * dpr)))
        rows = Rows([*(page.offset_at(y) for y in heights), len(page.paragraphs.text) + 1])
        return TickPicture(QSizeF(self.size()), dpr, rows, ticks, page.inks)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._page.theme.color("panel"))
        painter.fillRect(0, 0, 1, self.height(), self._page.theme.color("line"))
        self._paint_plate(painter)
        if not self._page.bare:
            picture = self._now()
            painter.drawPixmap(0, 0, picture.pixmap)
            self._paint_chosen(painter, picture.rows)
            self._paint_hits(painter, picture.rows)

    def _paint_plate(self, painter: QPainter) -> None:
        """In high contrast, where lines are dark, only its edge is: ticks must be seen on it."""
        theme, lively = self._page.theme, self._held is not None or self.underMouse()
        edge = theme.color("line2" if lively else "line")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 1) if theme.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("tagbg") if theme.contrast else edge)
        painter.drawRoundedRect(self.plate(), sizes.RADIUS_TAG, sizes.RADIUS_TAG)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_chosen(self, painter: QPainter, rows: Rows) -> None:
        """What is selected: wider than all, and on a ground of its own."""
        if self._chosen is None:
            self._chosen = Ticks(self._page.chosen_marks())
        dpr, (left, right) = self.devicePixelRatioF(), _CHOSEN
        found = list(self._chosen.on(rows))
        for row in (row for _, on in found for row in on):
            room = QRectF(left, row / dpr, right - left, TALL).adjusted(-1, -1, 1, 1)
            painter.fillRect(room, self._page.theme.color("panel"))
        for (kind, _), on in found:
            paint_ticks(painter, kind, on, self._page.inks.lines[kind], dpr, left, right)

    def _paint_hits(self, painter: QPainter, rows: Rows) -> None:
        """What was found; the current one goes all across."""
        hits, dpr, accent = self._page.hits, self.devicePixelRatioF(), self._page.theme.color("accent")
        for row in rows.holding(hits.begins):
            painter.fillRect(QRectF(_HIT[0], row / dpr, _HIT[1] - _HIT[0], patterns.LINE), accent)
        if hits.current is not None:
            y = rows.of(hits.current[0]) / dpr
            painter.fillRect(QRectF(_PLATE[0], y, _PLATE[1] - _PLATE[0], patterns.LINE), accent)

    # -- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the plate; beside it, go there first: what was pressed comes to the middle of the view."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        y, plate = event.position().y(), self.plate()
        self._held = y - plate.top() if plate.top() <= y <= plate.bottom() else plate.height() / 2
        if y < plate.top() or y > plate.bottom():
            self._go(y)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The plate goes with the mouse."""
        if self._held is not None:
            self._go(event.position().y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let it go."""
        self._held = None
        self.update()

    def _go(self, y: float) -> None:
        """Scroll so that the plate is held where it was at this height."""
        held = self._held or 0.0
        # A plate that is higher than what it stands for is held by its middle.
        seen, shown = self._view.viewport().height() * self._scale(), self.plate().height()
        top = y - held + (shown - seen) / 2
        self._view.verticalScrollBar().setValue(round((top - _END) / self._scale()))

    def enterEvent(self, event: QEnterEvent) -> None:
        """The plate shows that it can be taken."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """It is quiet again."""
        super().leaveEvent(event)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel is the view's."""
        QApplication.sendEvent(self._view.viewport(), event)
