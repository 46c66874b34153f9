"""The tool bar's button: an action's icon, its word, and the key that does the same.

Qt's own label leaves 4 pixels between icon and word, and has no place for a key.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QAction, QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton

from annotator.ui import sizes
from annotator.ui.fonts import scaled
from annotator.ui.keycap import key_name, key_size, paint_key
from annotator.ui.look import Look
from annotator.ui.style import dress
from annotator.ui.theme import DISABLED


class BarButton(QToolButton):
    """One action in the tool bar, 32 high. It shows what the action says, also when that changes.

    `edged` draws it as a control that stands out (the kinds); `bare` leaves the word out (undo, redo);
    `keyed` shows the action's first shortcut.
    """

    def __init__(
        self, action: QAction, look: Look, *, edged: bool = False, bare: bool = False, keyed: bool = False
    ) -> None:
        super().__init__()
        self._look, self._edged, self._bare, self._keyed = look, edged, bare, keyed
        self.setDefaultAction(action)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        dress(self, *(["edged"] if edged else []), *(["bare"] if bare else []))
        action.changed.connect(self.updateGeometry)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Icon, word and key, with 8 pixels between them and 12 (bare: 8) at both ends."""
        parts = self._parts()
        width = sum(part.width() for part in parts) + sizes.GAP * (len(parts) - 1) + 2 * self._padding()
        return QSize(round(width), max(sizes.BUTTON, scaled(sizes.TEXT_LINE) + sizes.GAP_WIDE))

    def minimumSizeHint(self) -> QSize:
        """No smaller: a tool bar that is too narrow moves buttons into its menu."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The style's button, then what stands on it; all of it at 40 % when it cannot be pressed."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.setOpacity(1.0 if self.isEnabled() else DISABLED)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        self._paint_content(painter, option)

    def _paint_content(self, painter: QPainter, option: QStyleOptionToolButton) -> None:
        parts = self._parts()
        boxes = self._boxes(parts)
        self.icon().paint(painter, boxes[0].toAlignedRect())
        if not self._bare:
            painter.setPen(self._look.theme.color(self._ink(option)))
            painter.drawText(boxes[1], Qt.AlignmentFlag.AlignCenter, self.text())
        if self._key():
            paint_key(painter, boxes[-1], self._key(), self._look.theme)

    def _parts(self) -> list[QSizeF]:
        parts = [QSizeF(sizes.ICON, sizes.ICON)]
        if not self._bare:
            parts.append(QSizeF(QFontMetrics(self.font()).size(0, self.text())))
        if self._key():
            parts.append(QSizeF(key_size(self._key())))
        return parts

    def _boxes(self, parts: list[QSizeF]) -> list[QRectF]:
        """Where each part stands, in the middle of the height, from the side where reading starts."""
        boxes, x = [], float(self._padding())
        for part in parts:
            left = x if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else self.width() - x - part.width()
            boxes.append(QRectF(QPointF(left, round((self.height() - part.height()) / 2)), part))
            x += part.width() + sizes.GAP
        return boxes

    def _key(self) -> str:
        return key_name(self.defaultAction().shortcut()) if self._keyed else ""

    def _padding(self) -> int:
        return sizes.GAP if self._bare else sizes.GAP_WIDE

    def _ink(self, option: QStyleOptionToolButton) -> str:
        raised = option.state & (QStyle.StateFlag.State_On | QStyle.StateFlag.State_MouseOver)
        return "ink" if self._edged or raised else "ink2"
