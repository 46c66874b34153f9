"""Moving an edge of the selected annotation: shown at every step, written once, when it is kept.

What is seen meanwhile is only painted. Return keeps it; Esc, the loss of the focus, another selection, a click and
every other act that changes something bring back what was.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.errors import AnnotatorError
from annotator.model.annotations import Annotation
from annotator.ui.article_view.edges import Edges, edges_of
from annotator.ui.article_view.marks import Mark, marks_of
from annotator.ui.article_view.view import ArticleView
from annotator.ui.session import Session

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = (*_STEPS, *_ENTER, Qt.Key.Key_Escape)
_MAY_BE_HELD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_GO_ON = frozenset({"start_edge", "end_edge", "zoom_in", "zoom_out", "zoom_reset", "theme", "system_theme", "contrast"})
_HOW = "{} edge: ← → by word, Shift by character, Enter keeps, Esc restores"
_READ_ONLY = "This library is read-only, so no edge can be moved"


class Mending(QObject):
    """The edge that is being moved, if one is.

    told(words): why not
    mode_changed(words): how to go on; "" when nothing is being moved any more
    """

    told = Signal(str)
    mode_changed = Signal(str)

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._annotation: Annotation | None = None
        self._edges: Edges | None = None
        self._painted: Sequence[Mark] = ()
        self._caret = 0
        for signal in (session.edited, session.opened, session.selected):
            signal.connect(self.restore)
        view.gripped.connect(self._take)
        view.dragged.connect(self._drag)
        view.dropped.connect(self.keep)

    @property
    def active(self) -> bool:
        """Whether an edge is being moved."""
        return self._edges is not None

    def acts(self) -> dict[str, Callable[[], object]]:
        """What the actions of the table do."""
        return {"start_edge": self.pick_start, "end_edge": self.pick_end}

    def pick_start(self) -> None:
        """Move the start from now on; once more, that of the next part."""
        self._pick(start=True)

    def pick_end(self) -> None:
        """Move the end from now on; once more, that of the next part."""
        self._pick(start=False)

    def _pick(self, *, start: bool) -> None:
        if self._edges:
            self._show(self._edges.pick(start=start))
        elif self._session.selection and self._session.current:
            annotation = self._session.selection[-1]
            edges = edges_of(self._session.current.text, annotation.ranges, start=start)
            if self.begin(annotation, edges):
                self._show(edges)

    def _take(self, edge: int) -> None:
        """A handle is held: its edge is moved until it is let go."""
        if self._session.selection and self._session.current:
            annotation = self._session.selection[-1]
            self.begin(annotation, Edges(self._session.current.text, annotation.ranges, edge))

    def _drag(self, offset: int, exact: bool) -> None:
        if self._edges:
            self._show(self._edges.dragged(offset, words=not exact), reveal=False)

    def begin(self, annotation: Annotation, edges: Edges) -> bool:
        """Move an edge of this annotation from now on; whether that can be."""
        if not self._session.library.writable:
            self.told.emit(_READ_ONLY)
            return False
        self._annotation, self._painted = annotation, marks_of(annotation)
        self._caret = self._view.caret()
        self._view.setFocus()
        self._view.installEventFilter(self)
        self._view.viewport().installEventFilter(self)
        self._show(edges, reveal=False)
        return True

    def _show(self, edges: Edges, *, reveal: bool = True) -> None:
        self._edges = edges
        if self._annotation:
            self._paint(marks_of(self._annotation, edges.ranges))
            self._view.set_grips(edges.ranges)
        if reveal:
            self._view.place_caret(edges.offset)
        else:
            self._view.select_still(edges.offset, edges.offset)
        self.mode_changed.emit(_HOW.format("Start" if edges.starts else "End"))

    def _paint(self, marks: Sequence[Mark]) -> None:
        before, self._painted = self._painted, marks
        gone, come = set(before) - set(marks), set(marks) - set(before)
        self._view.change_marks(gone, come)

    def keep(self) -> None:
        """Write what is seen: one act."""
        from annotator import editing

        annotation, edges = self._annotation, self._edges
        if annotation is None or edges is None:
            return
        self._end()
        try:
            edit = editing.respan(annotation, edges.text, edges.ranges)
        except AnnotatorError as error:
            self.told.emit(str(error))
            return
        self._session.do(edit, self)

    def make_way(self, action_id: str) -> None:
        """Another act begins: it must meet what the library has, unless it only changes how that is seen."""
        if action_id not in _GO_ON:
            self.restore()

    def restore(self, *_news: object) -> None:
        """Show what was before; nothing is written."""
        if self.active:
            self._end()
            self._view.place_caret(self._caret, reveal=False)

    def _end(self) -> None:
        """Paint what the library has; the keys are the text's again."""
        if self._annotation:
            self._paint(marks_of(self._annotation))
            self._view.set_grips(self._annotation.ranges)
        self._annotation = self._edges = None
        self._view.removeEventFilter(self)
        self._view.viewport().removeEventFilter(self)
        self.mode_changed.emit("")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The keys of an edge, before any action has them; a click and the loss of the focus let the edge go."""
        kind = event.type()
        if kind in (QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress):
            self.restore()
            return False
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in _KEYS or event.modifiers() & ~_MAY_BE_HELD:
            return False
        event.accept()
        if kind is QEvent.Type.KeyPress:
            self._press(Qt.Key(event.key()), words=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return True

    def _press(self, key: Qt.Key, *, words: bool) -> None:
        if key in _ENTER:
            self.keep()
        elif key == Qt.Key.Key_Escape:
            self.restore()
        elif self._edges:
            step = _STEPS[key] * (-1 if self._view.runs_left(self._edges.offset) else 1)
            self._show(self._edges.stepped(step, words=words))
