"""The annotations in the story as assistive technology meets them: the children of what is behind its words.

Qt's own face of a text knows its words, lines and caret, and answers for them: it is the parent of this one.
"""

from bisect import bisect_left

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from annotator.model.annotations import Annotation
from annotator.ui.annotation_part import AnnotationPart
from annotator.ui.article_view.view import ArticleView
from annotator.ui.faces import Face, Part, Role, on_screen
from annotator.ui.session import Session


class StoryFace(Face):
    """The annotations, in the order of the text."""

    def __init__(self, viewport: QWidget, session: Session) -> None:
        super().__init__(viewport, Role.Document)
        self.session = session
        self._places: list[tuple[int, str]] | None = None

    @property
    def view(self) -> ArticleView | None:
        """The view, as long as it is there."""
        viewport = self.object()
        view = viewport.parent() if viewport else None
        return view if isinstance(view, ArticleView) else None

    def forget(self) -> None:
        """The annotations are others: they are listed anew when they are asked for. 2 µs each."""
        self._places = None

    def mark(self, annotation_id: str) -> Part:
        """The child that is this annotation."""
        return self.parts.get(annotation_id, lambda: MarkPart(self, annotation_id))

    @property
    def places(self) -> list[tuple[int, str]]:
        """Where each annotation begins (code points), and its id."""
        if self._places is None:
            current = self.session.current
            first: dict[str, int] = {}
            for mark in self.session.library.marks(current.version.id) if current else ():
                first.setdefault(mark.id, mark.start)
            self._places = [(start, one) for one, start in first.items()]
            self._places.sort()
        return self._places

    def childCount(self) -> int:
        return len(self.places) if self.view else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # the stubs know no None
        return self.mark(self.places[index][1]) if self.view and 0 <= index < len(self.places) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.row(self.places) if self.view and isinstance(child, MarkPart) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # the same
        view = self.view
        if view is None:
            return None
        point = QPointF(view.viewport().mapFromGlobal(QPoint(x, y)))
        marks = view.marks_at(view.character_at(point))
        return self.mark(marks[0].id) if marks else None


class MarkPart(AnnotationPart):
    """An annotation in the text: its place, and whether it is selected."""

    def __init__(self, whole: StoryFace, annotation_id: str) -> None:
        super().__init__(whole, Role.Note, whole.session, annotation_id)
        self._story = whole

    def _annotation(self) -> Annotation | None:
        current, found = self._session.current, super()._annotation()
        return found if found and current and found.version == current.version.id else None

    def row(self, places: list[tuple[int, str]]) -> int:
        """Its place among the others, from 0; -1 where it is not."""
        found = self._annotation()
        key = (found.start, self._id) if found else (-1, "")
        at = bisect_left(places, key)
        return at if places[at : at + 1] == [key] else -1

    def rect(self) -> QRect:
        view, found = self._story.view, self._annotation()
        if view is None or found is None:
            return QRect()
        return on_screen(view.viewport(), view.rect_of(found.start, found.end).toAlignedRect())

    def state(self) -> QAccessible.State:
        state, view, found = QAccessible.State(), self._story.view, self._annotation()
        if view is None or found is None:
            state.invalid = True
            return state
        state.selectable = state.readOnly = True
        state.selected = any(one.id == self._id for one in self._session.selection)
        seen = view.rect_of(found.start, found.end).toAlignedRect()
        state.offscreen = not view.viewport().rect().intersects(seen)
        state.invisible = not view.isVisible()
        return state
