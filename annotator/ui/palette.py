"""The palette: one field that finds any action, story, or annotation of the story on the desk."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.library import Listed
from annotator.library.queries import Marked
from annotator.text.matching import best, match
from annotator.ui import sizes, wording
from annotator.ui.actions import ACTIONS
from annotator.ui.commands import Commands
from annotator.ui.fonts import scaled, ui_font
from annotator.ui.icons import icon, swatch
from annotator.ui.keycap import key_name
from annotator.ui.look import Look
from annotator.ui.session import Session
from annotator.ui.style import dress

_WIDTH, _ROWS, _TOP = 584, 9, 96
_MOST = 50
_TELLING = 2
_BLANKS = re.compile(r"\s+")
_LEAD, _TITLE = 16, 24
Index = QModelIndex | QPersistentModelIndex
_FOUND = Qt.ItemDataRole.UserRole


Going = Callable[[str, str, int, int], object]
"""Opens an article (its id) at an annotation ("" for none), or at words (code points)."""


class Found(NamedTuple):
    """One line: what it says, which letters were typed, what stands at its end, and what Enter does."""

    group: str
    words: str
    at: tuple[int, ...]
    hint: str
    icon: QIcon
    act: Callable[[], object]


class Palette(QFrame):
    """Over the window, as long as it has the focus; that goes back to where it was."""

    def __init__(self, window: QWidget, commands: Commands, session: Session, look: Look, go_to: Going) -> None:
        super().__init__(window)
        self._go_to, self._far = go_to, False
        self._commands, self._session, self._look = commands, session, look
        self._before: QWidget | None = None
        self._field, self._list, self._count = QLineEdit(), QListWidget(), QLabel()
        self._delegate = _Row(look)
        self._known: list[tuple[Marked, str]] | None = None
        self._stories: list[Listed] | None = None
        self._build()
        self._field.textChanged.connect(self._search)
        self._list.itemClicked.connect(self._do)

    def _build(self) -> None:
        dress(self, "popover")
        self.setAccessibleName("Find anything")
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(sizes.MARGIN_WIDE * 2)
        shadow.setOffset(0, sizes.GAP)
        self.setGraphicsEffect(shadow)
        self._field.installEventFilter(self)
        self._list.setAccessibleName("Found")
        self._list.setItemDelegate(self._delegate)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress(self._count, "hint", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.GAP_WIDE, sizes.GAP_WIDE, sizes.GAP_WIDE, sizes.GAP)
        for widget in (self._field, self._list, self._count):
            column.addWidget(widget)

    def open_palette(self, *, far: bool = False) -> None:
        """Show it at the top of the window, with an empty field; `far` looks for words in all of the library."""
        self._far = far
        name = "Search all stories and annotations" if far else "Find anything"
        self._field.setPlaceholderText(name)
        self._field.setAccessibleName(name)
        window = self.parentWidget()
        assert window is not None
        if not self.isVisible():
            self._before = window.focusWidget()
        self._known = self._stories = None
        self._field.clear()
        self._search()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's arrows move in the list, Enter does it, Esc and leaving the field close."""
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._press(event.key())
        return super().eventFilter(watched, event)

    def _press(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if item := self._list.currentItem():
                self._do(item)
        else:
            return False
        return True

    def _move(self, by: int) -> None:
        """To the next line that can be chosen; headings cannot."""
        row = self._list.currentRow() + by
        while 0 <= row < self._list.count():
            if self._list.item(row).flags() & Qt.ItemFlag.ItemIsSelectable:
                self._list.setCurrentRow(row)
                return
            row += by

    def _leave(self) -> None:
        self.hide()
        if self._before:
            self._before.setFocus()

    def _do(self, item: QListWidgetItem) -> None:
        if found := item.data(_FOUND):
            self._leave()
            found.act()

    # -- finding

    def _search(self, *_news: object) -> None:
        letters, group = self._field.text(), ""
        self._list.clear()
        near = () if self._far else (self._actions, self._annotations, self._articles)
        lines = [found for group in (*near, self._hits) for found in group(letters)]
        for found in lines:
            if found.group != group:
                group = found.group
                heading = QListWidgetItem(group, self._list)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
            item = QListWidgetItem(found.words, self._list)
            item.setData(_FOUND, found)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (found.words, found.hint))))
        self._list.setCurrentRow(1 if lines else -1)
        self._fit()
        self._count.setText(f"↑ ↓ choose    Enter does it    {len(lines):,} found")

    def _fit(self) -> None:
        """As high as what was found needs, and no higher than the window has room."""
        window = self.parentWidget()
        assert window is not None
        rows = min(max(1, self._list.count()), _ROWS)
        width = min(_WIDTH, window.width() - 2 * sizes.MARGIN)
        height = min((rows + 3) * scaled(sizes.ROW), window.height() - _TOP - sizes.MARGIN)
        self.setGeometry((window.width() - width) // 2, _TOP, width, height)

    def _actions(self, letters: str) -> Iterator[Found]:
        rows = [row.id for row in ACTIONS if row.id != "palette" and self._commands[row.id].isEnabled()]
        for name, fit in best(letters, rows, lambda name: self._commands[name].text(), _MOST):
            action: QAction = self._commands[name]
            yield Found("Actions", action.text(), fit.at, key_name(action.shortcut()), action.icon(), action.trigger)

    def _annotations(self, letters: str) -> Iterator[Found]:
        current, wanted = self._session.current, letters.strip().casefold()
        if current is None or not wanted:
            return
        seen: set[str] = set()
        if self._known is None:
            marks = self._session.library.marks(current.version.id)
            self._known = [(mark, " ".join(current.text[mark.start : mark.end].casefold().split())) for mark in marks]
        for mark, folded in self._known:
            if wanted in folded and mark.id not in seen and len(seen) < _MOST:
                seen.add(mark.id)
                words = " ".join(current.text[mark.start : mark.end].split())
                fit, drawing = match(letters, words), swatch(mark.kind, self._look.theme)
                at, hint = fit.at if fit else (), wording.STATUS[mark.status]
                yield Found("Annotations", words, at, hint, drawing, partial(self._session.select, [mark.id]))

    def _articles(self, letters: str) -> Iterator[Found]:
        if self._stories is None:
            self._stories = self._session.library.articles()
        drawing = icon("sample", self._look.theme.color("ink2"))
        for article, fit in best(letters, self._stories, lambda article: wording.plain(article.title), _MOST):
            hint = wording.left(article.annotations, article.done)
            act = partial(self._session.open, article.id)
            yield Found("Stories", wording.plain(article.title), fit.at, hint, drawing, act)

    def _hits(self, letters: str) -> Iterator[Found]:
        """What the library has, with the words around it; beside other groups, of other stories only."""
        if len(letters.strip()) < (1 if self._far else _TELLING):
            return
        here = self._session.current.article.id if self._session.current and not self._far else ""
        for hit in self._session.library.search(letters, _MOST):
            if hit.article != here:
                before, words, after = (
                    wording.plain(_BLANKS.sub(" ", part)) for part in (hit.before, hit.words, hit.after)
                )
                lead = before[-_LEAD:].lstrip()
                at = tuple(range(len(lead), len(lead) + len(words)))
                drawing = (
                    swatch(hit.kind, self._look.theme) if hit.kind else icon("sample", self._look.theme.color("ink2"))
                )
                act = partial(self._go_to, hit.article, hit.annotation, hit.start, hit.end)
                hint = wording.cut(wording.plain(hit.title), _TITLE)
                hint = f"{hint}, {wording.STATUS[hit.status].lower()}" if hit.status else hint
                yield Found("Library", f"{lead}{words}{after}", at, hint, drawing, act)


class _Row(QStyledItemDelegate):
    """A heading, or a line: icon, words with the typed letters in accent, and what stands at the end."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, scaled(sizes.ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = self._look.theme, QRect(option.rect)
        found = index.data(_FOUND)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = area.adjusted(sizes.GAP, 0, -sizes.GAP, 0)
        if found is None:
            painter.setPen(theme.color("ink3"))
            painter.setFont(ui_font(sizes.SMALL, QFont.Weight.Medium))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, index.data())
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("accentbg"))
                painter.drawRoundedRect(area, sizes.RADIUS_BUTTON, sizes.RADIUS_BUTTON)
            self._paint_line(painter, inner, found)
        painter.restore()

    def _paint_line(self, painter: QPainter, area: QRect, found: Found) -> None:
        theme, side = self._look.theme, Qt.AlignmentFlag.AlignVCenter
        found.icon.paint(painter, area.left(), area.top(), sizes.ICON, area.height())
        painter.setFont(ui_font(sizes.SMALL))
        painter.setPen(theme.color("ink3"))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignRight, found.hint)
        room = area.adjusted(sizes.MARGIN_WIDE, 0, -QFontMetrics(painter.font()).horizontalAdvance(found.hint) - 16, 0)
        plain = QFontMetrics(ui_font()).elidedText(found.words, Qt.TextElideMode.ElideRight, room.width())
        if plain.isascii() or plain.upper() != plain.lower():
            self._paint_pieces(painter, room, plain, frozenset(found.at))
        else:
            painter.setFont(ui_font())
            painter.setPen(theme.color("ink"))
            painter.drawText(room, side | Qt.AlignmentFlag.AlignLeft, plain)

    def _paint_pieces(self, painter: QPainter, room: QRect, words: str, at: frozenset[int]) -> None:
        """Piece by piece, the typed letters in accent; scripts that join their letters are drawn whole."""
        for typed, piece in groupby(enumerate(words), lambda pair: pair[0] in at):
            letters = "".join(letter for _, letter in piece)
            painter.setFont(ui_font(weight=QFont.Weight.DemiBold if typed else QFont.Weight.Normal))
            painter.setPen(self._look.theme.color("accent" if typed else "ink"))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, letters)
            room.setLeft(room.left() + QFontMetrics(painter.font()).horizontalAdvance(letters))
