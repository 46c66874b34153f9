"""What an empty library shows: one sentence, one button, and the way to the sample."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QAction, QFont, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.model.words import Kind
from annotator.ui import sizes
from annotator.ui.fonts import reading_font
from annotator.ui.icons import paint_icon
from annotator.ui.keycap import key_name, key_size, paint_key
from annotator.ui.look import Look
from annotator.ui.patterns import paint_line
from annotator.ui.style import dress

_SKETCH = QSize(176, 84)
_BAR = 6
_ROWS = (
    # left bar, marked bar, right bar: (x, width); the kind
    ((0, 41), (54, 84), (152, 24), Kind.SOURCE),
    ((0, 24), (38, 77), (132, 44), Kind.QUOTE),
    ((0, 60), (74, 58), (146, 20), Kind.CLAIM),
)
_ROW_STEP = 30


class Sketch(QWidget):
    """Three lines of a story, with a source, a quote and a claim marked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(_SKETCH)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        for row, (left, marked, right, kind) in enumerate(_ROWS):
            y = row * _ROW_STEP
            painter.fillRect(QRectF(marked[0] - 6, y, marked[1] + 12, 18), theme.color(f"{kind}bg"))
            paint_line(painter, kind, marked[0] - 6, marked[0] + marked[1] + 6, y + 19, theme.color(kind))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for (x, width), name in ((left, "line2"), (marked, "ink3"), (right, "line2")):
                painter.setBrush(theme.color(name))
                painter.drawRoundedRect(QRectF(x, y + 6, width, _BAR), _BAR / 2, _BAR / 2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


class OpenButton(QPushButton):
    """The one button: icon, words, and the key that does the same."""

    def __init__(self, look: Look, keys: QKeySequence) -> None:
        super().__init__()
        self._look, self._key, self._words = look, key_name(keys), "Open a story"
        self.setAccessibleName(self._words)
        dress(self, "primary", "large")

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(40 + sizes.ICON + 2 * sizes.GAP + words + key_size(self._key).width(), 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, color = QPainter(self), self._look.theme.color("onaccent")
        words = self.fontMetrics().horizontalAdvance(self._words)
        cap = key_size(self._key)
        x = (self.width() - sizes.ICON - 2 * sizes.GAP - words - cap.width()) / 2
        paint_icon(painter, QRectF(x, (self.height() - sizes.ICON) / 2, sizes.ICON, sizes.ICON), "open", color)
        x += sizes.ICON + sizes.GAP
        painter.setPen(color)
        painter.setFont(self.font())
        painter.drawText(QRectF(x, 0, words + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self._words)
        x += words + sizes.GAP
        box = QRectF(QPointF(x, (self.height() - cap.height()) / 2), QSizeF(cap))
        paint_key(painter, box, self._key, self._look.theme, color)


class StartPage(QWidget):
    """Shown while the library is empty; a file dropped anywhere on the window does the same as the button."""

    def __init__(self, look: Look, open_action: QAction, sample_action: QAction, formats: str) -> None:
        super().__init__()
        self._look = look
        dress(self, "paper")
        self.setAccessibleName("Start")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel("Open a story to check it, line by line.")
        title.setFont(reading_font(sizes.HEADLINE, QFont.Weight.DemiBold))
        button = OpenButton(look, open_action.shortcut())
        button.clicked.connect(open_action.trigger)
        hint = QLabel(f"or drop files or a folder anywhere in this window: {formats}")
        dress(hint, "hint")
        sample = QPushButton("Try a sample story")
        dress(sample, "link")
        sample.setCursor(Qt.CursorShape.PointingHandCursor)
        sample.clicked.connect(sample_action.trigger)
        column = QVBoxLayout(self)
        column.addStretch(6)
        for widget, gap in ((Sketch(look), 32), (title, 24), (button, 16), (hint, 20), (sample, 0)):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(gap)
        column.addStretch(7)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._look.theme.color("line2"), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        inset = sizes.MARGIN_WIDE
        frame = QRectF(QPointF(inset, inset), QPointF(self.width() - inset, self.height() - inset))
        painter.drawRoundedRect(
            frame.adjusted(0.5, 0.5, -0.5, -0.5), sizes.RADIUS_POPOVER + 2, sizes.RADIUS_POPOVER + 2
        )
