"""The palette itself: over the window, a field, what was found, and how it is used."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from annotator.ui import sizes
from annotator.ui.commands import Commands
from annotator.ui.fonts import scaled
from annotator.ui.icons import paint_icon
from annotator.ui.keycap import key_size, paint_key
from annotator.ui.look import Look
from annotator.ui.palette.acts import Acts
from annotator.ui.palette.found import Found, GoTo
from annotator.ui.palette.marks import Marks
from annotator.ui.palette.model import FOUND, Rows
from annotator.ui.palette.row import Row, row_height
from annotator.ui.palette.stories import Stories
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.shadow import paint_shadow
from annotator.ui.style import dress

_WIDTH, _ROWS, _TOP = 584, 11, 96
_VEIL, _DARK_VEIL = 0.18, 0.4
"""How much the window is darkened below."""


class Palette(QWidget):
    """Over the whole window, as long as its field has the focus; that goes back to where it was."""

    def __init__(
        self, window: QWidget, commands: Commands, session: Session, look: Look, go_to: GoTo, settings: Settings
    ) -> None:
        super().__init__(window)
        self._look, self._far = look, False
        self._before: QWidget | None = None
        self._acts = Acts(commands, session, settings)
        self._stories, self._marks = Stories(session, look), Marks(session, look, go_to)
        self._box, self._field, self._list, self._count = QFrame(self), _Field(look), QListView(), QLabel()
        self._rows, self._delegate, self._line = Rows(), Row(look), _hairline()
        self._build()
        window.installEventFilter(self)
        self._field.textChanged.connect(self._search)
        self._list.clicked.connect(self._do)
        session.edited.connect(self._forget)
        session.opened.connect(self._forget)

    def _build(self) -> None:
        dress(self._box, "popover")
        self.setAccessibleName("Find anything")
        self._field.installEventFilter(self)
        self._list.setAccessibleName("Found")
        self._list.setModel(self._rows)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self._field)
        column.addWidget(_hairline())
        column.addWidget(self._list, 1)
        column.addWidget(self._line)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(sizes.MARGIN, sizes.GAP, sizes.MARGIN, sizes.GAP)
        foot.setSpacing(sizes.MARGIN)
        hints = (QLabel("↑ ↓ choose"), QLabel("Enter does it"), self._count)
        for place, label in enumerate(hints):
            dress(label, "hint", "small")
            foot.addWidget(label, int(place == 1))
        return foot

    def open_palette(self, *, far: bool = False) -> None:
        """Show it at the top of the window, with an empty field; `far` looks in the library alone, for no action."""
        self._far = far
        name = "Search all stories and annotations" if far else "Find anything"
        self._field.setPlaceholderText(name)
        self._field.setAccessibleName(name)
        window = self.parentWidget()
        assert window is not None
        if not self.isVisible():
            self._before = window.focusWidget()
        self._forget()
        self._field.clear()
        self._search()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- keys and mouse

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's arrows move in the list, Enter does it, Esc and leaving it close; the window is followed."""
        if watched is not self._field:
            if event.type() is QEvent.Type.Resize and self.isVisible():
                self._fit()
            return False
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._press(event.key())
        return super().eventFilter(watched, event)

    def _press(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in _STEPS:
            self._move(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(self._list.currentIndex())
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside it is out of it."""
        if not self._box.geometry().contains(event.position().toPoint()):
            self._leave()

    def _move(self, by: int) -> None:
        """So many lines on, or as many as there are; headings and what is not possible are no lines."""
        for _ in range(abs(by)):
            row = self._rows.next_line(self._list.currentIndex().row(), 1 if by > 0 else -1)
            if row < 0:
                break
            self._list.setCurrentIndex(self._rows.index(row))
        if self._rows.next_line(self._list.currentIndex().row(), -1) < 0:
            self._list.scrollToTop()  # with the heading above the first line

    def _leave(self) -> None:
        self.hide()
        if self._before:
            self._before.setFocus()

    def _do(self, index: QModelIndex) -> None:
        found: Found | None = index.data(FOUND)
        if found and found.possible:
            self._leave()
            found.act()

    # -- finding

    def _forget(self, *_news: object) -> None:
        for group in (self._acts, self._stories, self._marks):
            group.forget()

    def _search(self, *_news: object) -> None:
        lines = list(self._lines(self._field.text()))
        self._rows.put(lines)
        self._list.setCurrentIndex(self._rows.index(self._rows.next_line(-1, 1)))
        self._list.scrollToTop()
        self._fit()
        self._count.setText(f"{sum(found.possible for found in lines):,} found" if self._field.text() else "")

    def _lines(self, letters: str) -> Iterator[Found]:
        marks, texts = self._marks.found(letters, far=self._far)
        if not self._far:
            yield from self._acts.found(letters)
        yield from marks
        yield from self._stories.found(letters)
        yield from texts
        if not (self._far or letters.strip()):
            yield from self._acts.rest()

    # -- where it is, and what lies under it

    def _fit(self) -> None:
        """As high as what was found needs, and no higher than the window has room."""
        window = self.parentWidget()
        assert window is not None
        self.setGeometry(window.rect())
        rows = min(self._rows.rowCount(), _ROWS)
        width = min(_WIDTH, window.width() - 2 * sizes.MARGIN)
        self._list.setVisible(rows > 0)
        self._line.setVisible(rows > 0)
        height = self._box.sizeHint().height() - self._list.sizeHint().height() * (rows > 0)
        height = min(height + rows * row_height() + 2 * sizes.GAP_HAIR, window.height() - _TOP - sizes.MARGIN)
        self._box.setGeometry(QRect((window.width() - width) // 2, _TOP, width, height))
        self.update()  # the shadow of a box that was larger is not the box's to wipe away

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The window darkened, and a shadow."""
        painter, dark = QPainter(self), self._look.theme.dark
        veil = QColor(0, 0, 0)
        veil.setAlphaF(_DARK_VEIL if dark else _VEIL)
        painter.fillRect(self.rect(), veil)
        paint_shadow(painter, QRectF(self._box.geometry()), sizes.RADIUS_POPOVER, dark=dark)


_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS - 1,
    Qt.Key.Key_PageUp: 1 - _ROWS,
}


class _Field(QLineEdit):
    """A glass before what is typed, and behind it the key that closes."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        dress(self, "palette")
        self.setTextMargins(sizes.ICON + sizes.GAP_HAIR, 0, key_size(_ESC).width(), 0)

    def sizeHint(self) -> QSize:
        """Higher than other fields: it is the head of what was found."""
        return QSize(super().sizeHint().width(), scaled(sizes.ROW) + sizes.MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, theme, size = QPainter(self), self._look.theme, key_size(_ESC)
        top = round((self.height() - sizes.ICON) / 2)
        paint_icon(painter, QRectF(sizes.MARGIN, top, sizes.ICON, sizes.ICON), "search", theme.color("ink2"))
        place = QPointF(self.width() - sizes.MARGIN - size.width(), round((self.height() - size.height()) / 2))
        paint_key(painter, QRectF(place, size), _ESC, theme)


_ESC = "Esc"


def _hairline() -> QFrame:
    line = QFrame()
    dress(line, "hairline")
    line.setFixedHeight(1)
    return line
