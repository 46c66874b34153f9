"""One card, painted: kind, status and words. The selected one leaves room for the editor below its words."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from annotator.model.words import Kind, Status
from annotator.ui import sizes, wording
from annotator.ui.eliding import cut_at_word
from annotator.ui.fonts import reading_font, scaled, ui_font
from annotator.ui.icons import STATUS_COLOR, paint_status, paint_swatch
from annotator.ui.theme import Theme, mix

PADDING_X, PADDING_TOP, PADDING_BOTTOM = 12, 8, 10
HEAD = sizes.TEXT_LINE
GAP_TO_WORDS = 4
FOLDED = 28
"""The height of a card that is done with: one line."""

LINES, LINES_SELECTED = 2, 3
_LONGEST = 400
"""Characters of the words that are looked at: more never fit on three lines."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows of an annotation. `start` and `end` are code points, for its place in the text's order."""

    start: int
    end: int
    id: str
    kind: Kind
    status: Status
    ranges: tuple[tuple[int, int], ...]

    def words(self, text: str) -> str:
        """Its words on one line, holes shown; long ones cut."""
        parts = (text[start : min(end, start + _LONGEST)] for start, end in self.ranges)
        return " ".join(" […] ".join(parts).split())[:_LONGEST]


def order(card: Card) -> tuple[int, int, Kind, str]:
    """The order of the text."""
    return card.start, card.end, card.kind, card.id


def words_font() -> QFont:
    """The serif of the cards' words."""
    return reading_font(scaled(sizes.CARD))


@lru_cache(maxsize=512)
def cut_lines(words: str, width: int, most: int) -> tuple[str, ...]:
    """The words on at most so many lines of a card, the last one cut at a word with “…”."""
    layout = QTextLayout(words, words_font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    lines: list[str] = []
    units = words.encode("utf-16-le")
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(lines) == most - 1:
            rest = units[2 * start :].decode("utf-16-le", "ignore")
            lines.append(cut_at_word(rest, words_font(), width))
            break
        lines.append(units[2 * start : 2 * (start + line.textLength())].decode("utf-16-le", "ignore").rstrip())
    layout.endLayout()
    return tuple(lines)


def height(card: Card, text: str, width: int, *, selected: bool, editor: int) -> int:
    """How high the card is in device-independent pixels; `editor` is what the editor wants on a selected one."""
    if card.status.done and not selected:
        return FOLDED
    most = LINES_SELECTED if selected else LINES
    lines = len(cut_lines(card.words(text), width - 2 * PADDING_X, most))
    words = lines * scaled(sizes.CARD_LINE)
    return PADDING_TOP + HEAD + GAP_TO_WORDS + words + PADDING_BOTTOM + (editor if selected else 0)


def paint(
    painter: QPainter,
    rect: QRectF,
    card: Card,
    text: str,
    theme: Theme,
    *,
    selected: bool,
    chosen: bool,
    hovered: bool,
    focused: bool,
) -> None:
    """Draw the card into its rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # a line's full stop stands where its words end
    folded = card.status.done and not selected
    edge = QPen(theme.color("accent"), 2) if chosen else QPen(theme.color("line2" if hovered else "line"), 1)
    inset = 1.0 if chosen else 0.5
    painter.setPen(edge)
    painter.setBrush(theme.color("accentbg" if chosen and not selected else "panel" if folded else "raised"))
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), sizes.RADIUS_CARD, sizes.RADIUS_CARD)
    if selected and focused:
        painter.setPen(QPen(mix(theme.color("accent"), theme.color("panel"), 0.35), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), sizes.RADIUS_CARD + 2, sizes.RADIUS_CARD + 2)
    top = rect.top() + (FOLDED - HEAD) / 2 if folded else rect.top() + PADDING_TOP
    inner = QRectF(rect.left() + PADDING_X, top, rect.width() - 2 * PADDING_X, HEAD)
    room = _paint_head(painter, inner, card, theme, folded=folded, status=not selected)
    if folded:
        _paint_folded(painter, room, card, text, theme)
        return
    y = inner.bottom() + GAP_TO_WORDS
    line_height = scaled(sizes.CARD_LINE)
    painter.setPen(theme.color("ink"))
    painter.setFont(words_font())
    for line in cut_lines(card.words(text), int(inner.width()), LINES_SELECTED if selected else LINES):
        painter.drawText(QRectF(inner.left(), y, inner.width(), line_height), _direction(line), line)
        y += line_height


def _paint_head(painter: QPainter, inner: QRectF, card: Card, theme: Theme, *, folded: bool, status: bool) -> QRectF:
    """Swatch and kind on the left, the status on the right unless the editor shows it; returns the room between."""
    swatch = QRectF(inner.left(), inner.top(), sizes.SWATCH_WIDTH, inner.height())
    paint_swatch(painter, swatch, card.kind, theme)
    left = swatch.right() + sizes.GAP
    right = _paint_status(painter, inner, card, theme) if status else inner.right()
    if not folded:
        painter.setFont(ui_font(weight=QFont.Weight.DemiBold))
        painter.setPen(theme.color("ink"))
        painter.drawText(
            QRectF(QPointF(left, inner.top()), QPointF(right, inner.bottom())),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            wording.KIND[card.kind],
        )
    return QRectF(QPointF(left, inner.top()), QPointF(right - sizes.GAP, inner.bottom()))


def _paint_status(painter: QPainter, inner: QRectF, card: Card, theme: Theme) -> float:
    """The word and the glyph before it, at the right; where they begin."""
    small = ui_font(sizes.SMALL)
    word = wording.STATUS[card.status]
    painter.setFont(small)
    painter.setPen(theme.color(STATUS_COLOR[card.status]))
    painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, word)
    left = inner.right() - QFontMetrics(small).horizontalAdvance(word) - sizes.GAP_HAIR - sizes.ICON
    glyph = QRectF(left, inner.top() + (inner.height() - sizes.ICON) / 2, sizes.ICON, sizes.ICON)
    paint_status(painter, glyph, card.status, theme)
    return left


def _paint_folded(painter: QPainter, room: QRectF, card: Card, text: str, theme: Theme) -> None:
    font = reading_font(scaled(sizes.TEXT))
    painter.setFont(font)
    painter.setPen(theme.color("ink2"))
    line = cut_at_word(card.words(text), font, int(room.width()))
    painter.drawText(room, _direction(line) | Qt.AlignmentFlag.AlignVCenter, line)


def _direction(words: str) -> Qt.AlignmentFlag:
    """Words of a right-to-left script start at the right."""
    side = Qt.AlignmentFlag.AlignRight if _is_rtl(words) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def _is_rtl(words: str) -> bool:
    """Whether the first letter with a direction runs from right to left (as Unicode's rule P2 has it)."""
    from unicodedata import bidirectional

    strong = next((b for c in words if (b := bidirectional(c)) in ("L", "R", "AL")), "L")
    return strong != "L"
