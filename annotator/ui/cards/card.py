"""One card, painted: kind, status and words, then note and tags. The selected one has room for the editor instead."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from annotator.model.annotations import Annotation
from annotator.model.words import Kind
from annotator.ui import sizes, wording
from annotator.ui.cards import foot
from annotator.ui.eliding import cut_at_word
from annotator.ui.fonts import reading_font, scaled, ui_font
from annotator.ui.icons import STATUS_COLOR, paint_status, paint_swatch
from annotator.ui.theme import Theme, mix

PADDING_X, PADDING_TOP, PADDING_BOTTOM = 12, 8, 10
HEAD = sizes.TEXT_LINE
GAP_TO_WORDS = 4
FOLDED = 28
"""The height of a card of one line."""

LINES, LINES_SELECTED = 2, 3
GUESS = PADDING_TOP + HEAD + GAP_TO_WORDS + LINES * sizes.CARD_LINE + PADDING_BOTTOM
"""The height of a card that was not seen yet."""

_LEAST = 0.3
"""Of a card of one line, so much is for its words, however large the letters."""

_LONGEST = 400
"""Characters of the words that are looked at: more never fit on three lines."""


def words_of(annotation: Annotation) -> str:
    """Its words on one line, holes shown; long ones cut."""
    return " ".join(annotation.words[: 2 * _LONGEST].split())[:_LONGEST]


def folds(annotation: Annotation) -> bool:
    """Whether one line is enough while it is not selected: nothing is left to check, or it is but a name."""
    return annotation.status.done or annotation.kind is Kind.SOURCE


def head_height() -> int:
    """The line of kind and status."""
    return scaled(HEAD)


def folded_height() -> int:
    """A card of one line, which larger letters make higher."""
    return FOLDED + head_height() - HEAD


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


def height(card: Annotation, width: int, *, selected: bool, editor: int) -> int:
    """How high the card is in device-independent pixels; `editor` is what the editor wants on a selected one."""
    if folds(card) and not selected:
        return folded_height()
    most = LINES_SELECTED if selected else LINES
    lines = len(cut_lines(words_of(card), width - 2 * PADDING_X, most))
    below = editor if selected else foot.height(card)
    words = lines * scaled(sizes.CARD_LINE)
    return PADDING_TOP + head_height() + GAP_TO_WORDS + words + below + PADDING_BOTTOM


def paint(
    painter: QPainter,
    rect: QRectF,
    card: Annotation,
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
    folded = folds(card) and not selected
    edge = QPen(theme.color("accent"), 2) if chosen else QPen(theme.color("line2" if hovered else "line"), 1)
    inset = 1.0 if chosen else 0.5
    painter.setPen(edge)
    painter.setBrush(theme.color("accentbg" if chosen and not selected else "panel" if folded else "raised"))
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), sizes.RADIUS_CARD, sizes.RADIUS_CARD)
    if selected and focused:
        painter.setPen(QPen(mix(theme.color("accent"), theme.color("panel"), 0.35), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), sizes.RADIUS_CARD + 2, sizes.RADIUS_CARD + 2)
    top = rect.top() + (rect.height() - head_height()) / 2 if folded else rect.top() + PADDING_TOP
    inner = QRectF(rect.left() + PADDING_X, top, rect.width() - 2 * PADDING_X, head_height())
    room = _paint_head(painter, inner, card, theme, folded=folded, status=not selected)
    if folded:
        _paint_folded(painter, room, card, theme)
        return
    y = inner.bottom() + GAP_TO_WORDS
    line_height = scaled(sizes.CARD_LINE)
    painter.setPen(theme.color("ink"))
    painter.setFont(words_font())
    for line in cut_lines(words_of(card), int(inner.width()), LINES_SELECTED if selected else LINES):
        painter.drawText(QRectF(inner.left(), y, inner.width(), line_height), _direction(line), line)
        y += line_height
    if not selected:
        foot.paint(painter, QRectF(inner.left(), y, inner.width(), foot.height(card)), card, theme)


def _paint_head(
    painter: QPainter, inner: QRectF, card: Annotation, theme: Theme, *, folded: bool, status: bool
) -> QRectF:
    """Swatch and kind on the left, the status on the right unless the editor shows it; returns the room between."""
    swatch = QRectF(inner.left(), inner.top(), sizes.SWATCH_WIDTH, inner.height())
    paint_swatch(painter, swatch, card.kind, theme)
    left = swatch.right() + sizes.GAP
    strong = ui_font(weight=QFont.Weight.DemiBold)
    kind = QFontMetrics(strong).horizontalAdvance(wording.KIND[card.kind])
    room = inner.right() - left - sizes.GAP - (inner.width() * _LEAST if folded else kind)
    right = _paint_status(painter, inner, card, theme, room) if status else inner.right()
    if not folded:
        painter.setFont(strong)
        painter.setPen(theme.color("ink"))
        painter.drawText(
            QRectF(QPointF(left, inner.top()), QPointF(right, inner.bottom())),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            wording.KIND[card.kind],
        )
    return QRectF(QPointF(left, inner.top()), QPointF(right - sizes.GAP, inner.bottom()))


def _paint_status(painter: QPainter, inner: QRectF, card: Annotation, theme: Theme, room: float) -> float:
    """The word and the glyph before it, at the right; where they begin. In too little room the glyph alone."""
    small = ui_font(sizes.SMALL)
    word = wording.STATUS[card.status]
    if QFontMetrics(small).horizontalAdvance(word) + sizes.GAP_HAIR + sizes.ICON > room:
        word = ""
    painter.setFont(small)
    painter.setPen(theme.color(STATUS_COLOR[card.status]))
    painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, word)
    left = inner.right() - QFontMetrics(small).horizontalAdvance(word) - sizes.GAP_HAIR - sizes.ICON
    glyph = QRectF(left, inner.top() + (inner.height() - sizes.ICON) / 2, sizes.ICON, sizes.ICON)
    paint_status(painter, glyph, card.status, theme)
    return left


def _paint_folded(painter: QPainter, room: QRectF, card: Annotation, theme: Theme) -> None:
    if card.note:
        room.setRight(room.right() - sizes.ICON - sizes.GAP_HAIR)
        foot.paint_sign(painter, QRectF(room.topRight(), room.bottomRight() + QPointF(sizes.ICON, 0)), theme)
    font = reading_font(scaled(sizes.TEXT))
    painter.setFont(font)
    painter.setPen(theme.color("ink2"))
    line = cut_at_word(words_of(card), font, int(room.width()))
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
