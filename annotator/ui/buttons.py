"""Buttons that show an action: its icon, its words, and the key that does the same."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QIcon, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from annotator.ui import sizes
from annotator.ui.fonts import ui_font
from annotator.ui.look import Look
from annotator.ui.style import dress

_CAP_PADDING = 4
_CAP_LEAST = 18


def native(keys: str) -> str:
    """A key in the spelling of this system: ⌘Z, Strg+Z, Ctrl+Z."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class ActionButton(QToolButton):
    """A button for an action; with a key on it, or the icon alone."""

    def __init__(self, action: QAction, look: Look, key: str = "", *, bare: bool = False, edged: bool = False) -> None:
        super().__init__()
        self._look, self._key, self._bare = look, native(key), bare
        self.setDefaultAction(action)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoRaise(True)
        dress(self, *(name for name, on in (("bare", bare), ("edged", edged)) if on))

    def sizeHint(self) -> QSize:
        if self._bare:
            return QSize(sizes.BUTTON, sizes.BUTTON)
        width = 2 * sizes.GAP_WIDE + sizes.ICON + sizes.GAP + self.fontMetrics().horizontalAdvance(self._words())
        if self._key:
            width += sizes.GAP + key_cap_width(self._key)
        return QSize(width, sizes.BUTTON)

    def _words(self) -> str:
        return self.defaultAction().iconText().replace("…", "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        rect = self.rect()
        if self._bare:
            rect = QRect(0, 0, sizes.ICON, sizes.ICON)
            rect.moveCenter(self.rect().center())
            self.icon().paint(painter, rect, Qt.AlignmentFlag.AlignCenter, mode)
            return
        x = sizes.GAP_WIDE
        middle = (self.height() - sizes.ICON) // 2
        self.icon().paint(painter, QRect(x, middle, sizes.ICON, sizes.ICON), Qt.AlignmentFlag.AlignCenter, mode)
        x += sizes.ICON + sizes.GAP
        painter.setPen(option.palette.buttonText().color())
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        painter.drawText(rect.adjusted(x, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._words())
        if self._key:
            x += self.fontMetrics().horizontalAdvance(self._words()) + sizes.GAP
            paint_key_cap(
                painter, QRectF(x, (self.height() - 18) / 2, key_cap_width(self._key), 18), self._key, self._look
            )


def _cap_font() -> QFont:
    return ui_font(sizes.TAG, QFont.Weight.Medium)


def key_cap_width(key: str) -> int:
    """How wide the cap of a key is, in device-independent pixels."""
    return max(_CAP_LEAST, QFontMetrics(_cap_font()).horizontalAdvance(key) + 2 * _CAP_PADDING)


def paint_key_cap(painter: QPainter, rect: QRectF, key: str, look: Look, color: QColor | None = None) -> None:
    """Draw the cap of a key: on accent in one `color`, else in the theme's quiet ones."""
    theme = look.theme
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color or theme.color("line2"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if color else theme.color("panel"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), sizes.RADIUS_TAG, sizes.RADIUS_TAG)
    painter.setFont(_cap_font())
    painter.setPen(color or theme.color("ink3"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def spacer(parent: QWidget | None = None) -> QWidget:
    """Something empty that takes what room there is."""
    from PySide6.QtWidgets import QSizePolicy

    widget = QWidget(parent)
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return widget
