"""Tags as plates that can be taken away, and a field behind them in which more are written."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QToolButton, QWidget

from annotator.model.annotations import tidy
from annotator.ui import sizes
from annotator.ui.cards import escape
from annotator.ui.eliding import cut_at_word
from annotator.ui.fonts import scaled, ui_font
from annotator.ui.icons import icon
from annotator.ui.look import Look
from annotator.ui.style import dress

_LEAST = 72
"""What the field keeps of a line, in device-independent pixels; with less it goes to the next one."""

_HOW = "With commas between them"


def complete(field: QLineEdit, known: Iterable[str]) -> None:
    """Offer these words while one of them is typed, whatever its capitals and wherever in it the letters are."""
    completer = field.completer()
    if completer is None:
        completer = QCompleter(QStringListModel(field), field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        field.setCompleter(completer)
    model = completer.model()
    assert isinstance(model, QStringListModel)
    model.setStringList(list(known))


def split(words: str) -> list[str]:
    """Tags as they are typed, with commas between them."""
    return words.replace("،", ",").split(",")


class TagLine(QLineEdit):
    """Where one more tag is written. `asked` when it gets the focus, `back` at Backspace before the first letter."""

    asked = Signal()
    back = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Esc is a key of the field before it is one of the window."""
        return escape.claimed(event) or super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.asked.emit()


class TagsField(QWidget):
    """The tags of one annotation. written(tags) when others are wanted, `done` at Return and at Esc."""

    written = Signal(object)
    done = Signal()
    grown = Signal()

    def __init__(self, look: Look, known: Callable[[], Iterable[str]]) -> None:
        """`known` tells the tags that are offered."""
        super().__init__()
        self._look, self._known = look, known
        self._tags: tuple[str, ...] = ()
        self.plates: list[QToolButton] = []
        self.line = TagLine(self)
        self.line.setAccessibleName("Tags")
        self.line.setPlaceholderText(_HOW)
        self.line.setFixedHeight(scaled(sizes.FIELD))
        self.setFocusProxy(self.line)
        self.line.asked.connect(self._offer)
        self.line.back.connect(self._drop_last)
        self.line.escaped.connect(self._leave)
        self.line.returnPressed.connect(self._enter)
        self.line.editingFinished.connect(self.take)
        self.line.textEdited.connect(self._look_for_comma)
        complete(self.line, ())
        self.line.completer().activated.connect(self.take, Qt.ConnectionType.QueuedConnection)
        look.changed.connect(self._draw)

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Show these; what is being written stays."""
        if tags == self._tags and len(tags) == len(self.plates):
            return
        self._tags = tags
        for plate in self.plates:
            plate.hide()
            plate.deleteLater()
        self.plates = [self._plate(tag) for tag in tags]
        self.line.setPlaceholderText("" if tags else _HOW)
        self._draw()
        self._flow()

    def take(self) -> None:
        """What is written becomes a tag."""
        words = self.line.text()
        self.line.clear()
        self._want(tidy((*self._tags, *split(words))))

    def _want(self, tags: tuple[str, ...]) -> None:
        if tags != self._tags:
            self.show_tags(tags)
            self.written.emit(tags)

    def _plate(self, tag: str) -> QToolButton:
        plate = QToolButton(self)
        dress(plate, "plate")
        plate.setText(cut_at_word(tag, ui_font(sizes.TAG), 160))
        plate.setToolTip(f"Remove the tag “{tag}”")
        plate.setAccessibleName(f"Remove the tag {tag}")
        plate.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        plate.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the word
        plate.setIconSize(QSize(10, 10))
        plate.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plate.clicked.connect(partial(self._drop, tag))
        plate.show()
        return plate

    def _drop(self, tag: str) -> None:
        self._want(tuple(one for one in self._tags if one != tag))

    def _drop_last(self) -> None:
        self._want(self._tags[:-1])

    def _enter(self) -> None:
        self.take()
        self.done.emit()

    def _leave(self) -> None:
        """Out of the field; what was only begun is no tag."""
        self.line.clear()
        self.done.emit()

    def _look_for_comma(self, words: str) -> None:
        if words.endswith((",", "،")):
            self.take()

    def _offer(self) -> None:
        complete(self.line, (tag for tag in self._known() if tag not in self._tags))

    def _draw(self) -> None:
        for plate in self.plates:
            plate.setIcon(icon("close", self._look.theme.color("ink3"), 10))

    # -- geometry

    def _flow(self) -> None:
        """Plates from the left, line by line, and the field in the rest of the last one."""
        at, height, width = QPoint(0, 0), scaled(sizes.FIELD), self.width()
        tag_height = scaled(sizes.TAG_LINE) + sizes.GAP_HAIR
        for plate in self.plates:
            wide = min(plate.sizeHint().width(), width)
            if at.x() and at.x() + wide > width:
                at = QPoint(0, at.y() + tag_height + sizes.GAP_HAIR)
            plate.setGeometry(QRect(at + QPoint(0, 4), QSize(wide, tag_height)))
            at += QPoint(wide + sizes.GAP_HAIR, 0)
        if at.x() and at.x() + _LEAST > width:
            at = QPoint(0, at.y() + tag_height + 2 * sizes.GAP_HAIR)
        self.line.setGeometry(QRect(at, QSize(width - at.x(), height)))
        if self.height() != at.y() + height:
            self.setFixedHeight(at.y() + height)
            self.grown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._flow()
