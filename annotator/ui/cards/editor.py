"""The one editor of the cards: status, note and tags of the selected annotation."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QMenu, QPlainTextEdit, QSizePolicy, QToolButton, QWidget

from annotator.model.annotations import Annotation
from annotator.model.words import Status
from annotator.ui import sizes, wording
from annotator.ui.cards.change import ChangeLabel
from annotator.ui.cards.tags import TagsField
from annotator.ui.fonts import scaled
from annotator.ui.icons import status_icon
from annotator.ui.look import Look
from annotator.ui.style import dress

PAUSE_MS = 500
"""A note is saved this long after the last key, when the field is left, and when the window closes."""

LONGEST_MS = 2000
"""Whoever types without a pause has it saved this often all the same."""

_MOST_LINES = 6
_LABEL = 56


def _field() -> int:
    """How high a field of one line is, and the word before it; in device-independent pixels."""
    return scaled(sizes.FIELD)


class NoteField(QPlainTextEdit):
    """Some lines of plain text that grow with what is in them."""

    left = Signal()
    done = Signal()
    widened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("What was checked, and how")
        self.setAccessibleName("Note")
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)

    def sizeHint(self) -> QSize:
        lines = min(max(1, round(self.document().size().height())), _MOST_LINES)
        return QSize(100, _field() + (lines - 1) * self.fontMetrics().lineSpacing())

    def fit(self) -> None:
        """Be as high as the words, and scroll only where they are too many."""
        long = self.document().size().height() > _MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.setFixedHeight(self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words into other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.widened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class CardEditor(QWidget):
    """Edits one annotation; says what the user wants and changes nothing itself.

    `write(id, words)` and `write_tags(id, tags)` save a note and tags, and say whether that is done; what is not waits
    for the next try. typing(bool): whether words wait.
    """

    status_chosen = Signal(object)
    typing = Signal(bool)
    grown = Signal()
    done = Signal()

    def __init__(
        self,
        look: Look,
        write: Callable[[str, str], bool],
        write_tags: Callable[[str, tuple[str, ...]], bool],
        known: Callable[[], Iterable[str]],
    ) -> None:
        """`known` tells the tags that are offered."""
        super().__init__()
        self._look, self._write, self._save_tags = look, write, write_tags
        self._annotation: Annotation | None = None
        self._waiting = False
        self._unsaved: dict[str, str] = {}
        self._unsaved_tags: dict[str, tuple[str, ...]] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._longest.timeout.connect(self.flush)
        self._status, self._note, self.tags_field = QToolButton(), NoteField(), TagsField(look, known)
        self.change = ChangeLabel(look)
        self._build()
        self.tags_field.written.connect(self._write_tags)
        self.tags_field.done.connect(self.done)
        self.tags_field.grown.connect(self._refit, Qt.ConnectionType.QueuedConnection)
        self._note.textChanged.connect(self._typed)
        self._note.left.connect(self.flush)
        self._note.done.connect(self.done)
        self._note.textChanged.connect(self._grow)
        self._note.widened.connect(self._grow, Qt.ConnectionType.QueuedConnection)
        look.changed.connect(self._show_status)

    def _build(self) -> None:
        dress(self._status, "edged", "choice")
        self._status.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._status.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._status.setMenu(QMenu(self._status))
        self._status.menu().setAccessibleName("Status")
        self._status.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._status.setFixedHeight(_field())
        for status in Status:
            choose: Callable[[], None] = partial(self._choose, status)
            self._status.menu().addAction(wording.STATUS[status]).triggered.connect(choose)
        form = QFormLayout(self)
        form.setContentsMargins(0, sizes.GAP, 0, 0)
        form.setVerticalSpacing(sizes.GAP)
        form.setHorizontalSpacing(sizes.GAP)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.addRow(self.change)
        for words, field in (("Status", self._status), ("Note", self._note), ("Tags", self.tags_field)):
            label = QLabel(words)
            dress(label, "hint", "small")
            label.setFixedWidth(scaled(_LABEL))
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            label.setFixedHeight(_field())
            label.setBuddy(field)
            form.addRow(label, field)

    def sizeHint(self) -> QSize:
        height = 3 * sizes.GAP + self._status.height() + self._note.height() + self.tags_field.height()
        return QSize(200, height + self.change.room(self.width()))

    def edit(self, annotation: Annotation | None) -> None:
        """Show another annotation, or the same one changed. What waits of the last one is saved first."""
        if self._annotation is None or annotation is None or annotation.id != self._annotation.id:
            self.flush()
        self._annotation = annotation
        if annotation is None:
            return
        self._show_status()
        self.change.show_change(annotation)
        self.tags_field.show_tags(self._unsaved_tags.get(annotation.id, annotation.tags))
        note = self._unsaved.get(annotation.id, annotation.note)
        if note != self._note.toPlainText() and not self._waiting:
            blocked = self._note.blockSignals(True)
            self._note.setPlainText(note)
            self._note.blockSignals(blocked)
        self._fit()

    @property
    def note_field(self) -> NoteField:
        """Where the note is written."""
        return self._note

    @property
    def waiting(self) -> bool:
        """Whether words are not saved yet."""
        return self._waiting or bool(self._unsaved) or bool(self._unsaved_tags)

    def focus_note(self) -> None:
        """Put the caret behind the note."""
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._note.moveCursor(self._note.textCursor().MoveOperation.End)

    def focus_tags(self) -> None:
        """Put the caret behind the tags."""
        self.tags_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tags_field.line.end(False)

    def flush(self) -> None:
        """Save what waits; what is refused is kept, whichever card is shown next, and tried again the next time."""
        self.tags_field.take()
        self._retry_tags()
        self._pause.stop()
        self._longest.stop()
        if self._waiting and self._annotation:
            self._unsaved[self._annotation.id] = self._note.toPlainText()
            self._waiting = False
        if not self._unsaved:
            return
        for annotation_id, note in list(self._unsaved.items()):
            if not self._write(annotation_id, note):
                return
            self._unsaved.pop(annotation_id, None)
        self.typing.emit(False)

    def _write_tags(self, tags: tuple[str, ...]) -> None:
        if self._annotation:
            self._unsaved_tags[self._annotation.id] = tags
            self._retry_tags()

    def _retry_tags(self) -> None:
        for annotation_id, tags in list(self._unsaved_tags.items()):
            if not self._save_tags(annotation_id, tags):
                return
            self._unsaved_tags.pop(annotation_id, None)

    def _typed(self) -> None:
        self._waiting = True
        self.typing.emit(True)
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _choose(self, status: Status) -> None:
        if self._annotation:
            self.status_chosen.emit(status)

    def _show_status(self) -> None:
        for action, status in zip(self._status.menu().actions(), Status, strict=True):
            action.setIcon(status_icon(status, self._look.theme))
        if self._annotation:
            self._status.setText(f" {wording.STATUS[self._annotation.status]}")
            self._status.setAccessibleName(f"Status: {wording.STATUS[self._annotation.status]}")
            self._status.setIcon(status_icon(self._annotation.status, self._look.theme))

    def _grow(self) -> None:
        if self._note.height() != self._note.sizeHint().height():
            self._fit()
            self.grown.emit()

    def _refit(self) -> None:
        self.updateGeometry()
        self.grown.emit()

    def _fit(self) -> None:
        self._note.fit()
        self.updateGeometry()
