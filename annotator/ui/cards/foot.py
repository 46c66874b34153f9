"""The last line of a card that is not selected: that there is a note, how it begins, and the tags."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from annotator.model.annotations import Annotation
from annotator.ui import sizes
from annotator.ui.eliding import cut_at_word
from annotator.ui.fonts import scaled, ui_font
from annotator.ui.icons import paint_icon
from annotator.ui.theme import Theme

_TAG_PADDING = 6
_LONGEST = 120
"""Characters of a note or tag that are looked at: more never fit on one line."""

_ON_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def height(card: Annotation) -> int:
    """How much of the card it takes, the room above it included; nothing where there is neither note nor tag."""
    return sizes.GAP_HAIR + scaled(sizes.SMALL_LINE) if card.note or card.tags else 0


def paint(painter: QPainter, rect: QRectF, card: Annotation, theme: Theme) -> None:
    """The note from the left, the tags from the right; beside a note they leave it half of the line."""
    if rect.isEmpty():
        return
    line = rect.adjusted(0, sizes.GAP_HAIR, 0, 0)
    left = line.left() + line.width() / 2 if card.note else line.left()
    line.setRight(_paint_tags(painter, line, left, card.tags, theme))
    if card.note:
        _paint_note(painter, line, card.note, theme)


def paint_sign(painter: QPainter, line: QRectF, theme: Theme) -> float:
    """The sign of a note at the left of a line; where it ends."""
    square = QRectF(line.left(), line.center().y() - sizes.ICON / 2, sizes.ICON, sizes.ICON)
    paint_icon(painter, square, "note", theme.color("ink3"))
    return square.right()


def _paint_note(painter: QPainter, line: QRectF, note: str, theme: Theme) -> None:
    small = ui_font(sizes.SMALL)
    words = QRectF(line)
    words.setLeft(paint_sign(painter, line, theme) + sizes.GAP_HAIR)
    painter.setFont(small)
    painter.setPen(theme.color("ink2"))
    first = note.strip().split("\n", 1)[0][:_LONGEST]
    painter.drawText(words, _ON_LINE, cut_at_word(first, small, int(words.width()) - sizes.GAP))


def _paint_tags(painter: QPainter, line: QRectF, left: float, tags: tuple[str, ...], theme: Theme) -> float:
    """As many as fit between `left` and the end of the line, and how many more there are; where they begin."""
    font = ui_font(sizes.TAG, QFont.Weight.Medium)
    metrics, right = QFontMetrics(font), line.right()
    plates, rest = _plates(tags, metrics, int(right - left))
    painter.setFont(font)
    if rest:
        words = f"+{rest}"
        painter.setPen(theme.color("ink3"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        right -= metrics.horizontalAdvance(words) + sizes.GAP_HAIR
    for words, width in reversed(plates):
        plate = QRectF(right - width, line.top(), width, line.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line"))
        painter.drawRoundedRect(plate, sizes.RADIUS_TAG, sizes.RADIUS_TAG)
        painter.setPen(theme.color("ink2"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)
        right = plate.left() - sizes.GAP_HAIR
    return right


def _plates(tags: tuple[str, ...], metrics: QFontMetrics, room: int) -> tuple[list[tuple[str, int]], int]:
    """The tags that fit with their widths, the first one cut if it must be; and how many do not."""
    plates: list[tuple[str, int]] = []
    free = room - metrics.horizontalAdvance("+00") - sizes.GAP_HAIR
    for nth, tag in enumerate(tags):
        most = free - 2 * _TAG_PADDING
        words = metrics.elidedText(tag[:_LONGEST], Qt.TextElideMode.ElideRight, most) if nth == 0 else tag[:_LONGEST]
        width = metrics.horizontalAdvance(words) + 2 * _TAG_PADDING
        if width > free:
            break
        plates.append((words, width))
        free -= width + sizes.GAP_HAIR
    return plates, len(tags) - len(plates)
