"""The bar under the article's header in which words of the article are looked for."""

from bisect import bisect_left
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from annotator.text.finding import MOST, Finder
from annotator.text.span import Span
from annotator.ui import sizes
from annotator.ui.article_view.view import ArticleView
from annotator.ui.icons import icon
from annotator.ui.look import Look
from annotator.ui.session import Opened, Session
from annotator.ui.style import dress

_FIELD = 280


class FindBar(QWidget):
    """Finds as one types, without moving the caret; when it is closed, the hit that is shown is selected.

    found(spans): these are the hits now; none when the bar is closed
    """

    found = Signal(object)

    def __init__(self, session: Session, view: ArticleView, look: Look) -> None:
        super().__init__()
        self._session, self._view, self._look = session, view, look
        self._finder = Finder("")
        self._preparing = self._finder.prepare()
        self._pump = QTimer(self)
        self._hits: list[Span] = []
        self._current, self._from = -1, 0
        self._field, self._count, self._icon = QLineEdit(), QLabel(), QLabel()
        self._case = self._toggle("Aa", "Match case")
        self._whole = self._toggle("“ab”", "Whole words")
        self._build()
        self._pump.timeout.connect(self._prepare)
        self._take(session.current)
        session.opened.connect(self._take)
        look.changed.connect(self._wear)
        self._field.textChanged.connect(self._search)

    def _build(self) -> None:
        dress(self, "paper", "head")
        self.setAccessibleName("Find in this story")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._field.setPlaceholderText("Find in this story")
        self._field.setAccessibleName("Find in this story")
        self._field.setMaximumWidth(_FIELD)
        dress(self._count, "hint", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.MARGIN, 0, sizes.GAP, 0)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self._icon)
        row.addWidget(self._field, 1_000)  # all the room that there is, before anything else grows
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._case)
        row.addWidget(self._whole)
        self._buttons = [self._button(*button) for button in _BUTTONS]
        for button, act in zip(
            self._buttons, (partial(self.step, -1), partial(self.step, 1), self.close_bar), strict=True
        ):
            button.clicked.connect(act)
            row.addWidget(button)
        self._wear()

    def _toggle(self, text: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        button.toggled.connect(self._search)
        return _named(button, name)

    def _button(self, _drawing: str, name: str) -> QToolButton:
        return _named(QToolButton(), name)

    def _wear(self) -> None:
        ink = self._look.theme.color("ink2")
        self._icon.setPixmap(icon("search", ink).pixmap(sizes.ICON, sizes.ICON))
        for button, (drawing, _) in zip(self._buttons, _BUTTONS, strict=True):
            button.setIcon(icon(drawing, ink))

    # -- opening and closing

    def open_bar(self) -> None:
        """Show it, with the selected words in the field; what is found first is what follows the caret."""
        selected, current = self._view.selected_range(), self._session.current
        self._from = selected[0] if selected else self._view.caret()
        if selected and current and "\n" not in (words := current.text[slice(*selected)]):
            self._field.setText(words)
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._pump.start(0)
        self._search()

    def close_bar(self) -> None:
        """Hide it and go back to the text; the current hit is selected there, so that a key can mark it."""
        hit = self._hits[self._current] if self._hits else None
        self.hide()
        self._pump.stop()
        self._put([], -1)
        self._view.setFocus()
        if hit:
            self._view.select_range(*hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Shift+Enter go on, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    # -- finding

    def _take(self, opened: Opened | None) -> None:
        """Another article: the same words are looked for there."""
        self._finder, self._from = Finder(opened.text if opened else ""), 0
        self._preparing = self._finder.prepare()
        self._put([], -1)
        if self.isVisible():
            self._pump.start(0)
            self._search()

    def _prepare(self) -> None:
        """A large text is made ready in slices while the user begins to type."""
        if next(self._preparing, self) is self:
            self._pump.stop()

    def _search(self, *_news: object) -> None:
        if not self.isVisible():
            return
        words = self._field.text()
        hits = self._finder.find(words, case=self._case.isChecked(), whole=self._whole.isChecked())
        self._put(hits, bisect_left(hits, (self._from, 0)) % len(hits) if hits else -1)

    def step(self, by: int) -> None:
        """Go so many hits on, around the ends; a closed bar is opened first."""
        if not self.isVisible():
            self.open_bar()
            return
        if not self._hits:
            return
        self._put(self._hits, (self._current + by) % len(self._hits))
        self._from = self._hits[self._current][0]
        if self._view.hasFocus():
            self._view.select_range(*self._hits[self._current])

    def _put(self, hits: list[Span], current: int) -> None:
        if hits is not self._hits:
            self._hits = hits
            self.found.emit(hits)
        self._current = current
        self._view.show_hits(hits, current)
        if hits:
            self._view.reveal(*hits[current])
        self._count.setText(self._told())

    def _told(self) -> str:
        if not self._hits:
            return "Nothing found" if self._field.text().strip() else ""
        many = f"{MOST:,} or more" if len(self._hits) == MOST else f"{len(self._hits):,}"
        return f"{self._current + 1:,} of {many}"


_BUTTONS = (("previous", "Previous hit"), ("next", "Next hit"), ("close", "Close"))


def _named(button: QToolButton, name: str) -> QToolButton:
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    dress(button, "bare")
    return button
