"""Which annotations are lit, in their whole extent: the smallest under the mouse, and the smallest at the caret."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QTimer, Signal

from annotator.ui.article_view.reading_view import ReadingView

_REST_MS = 40
"""How long words rest below a mouse that rests before they are looked at: steps of a wheel come faster."""


class Lighting(QObject):
    """Follows the mouse and the caret of a view; `under` and `at_caret` tell an annotation by its id, "" for none.

    changed(annotations): these are lit now, no others; a frozenset of ids
    hovered(annotation): the smallest under the mouse is now this one; "" for none
    """

    changed = Signal(object)
    hovered = Signal(str)

    def __init__(self, view: ReadingView, under: Callable[[QPointF], str], at_caret: Callable[[], str]) -> None:
        super().__init__(view)
        self._view, self._under, self._at_caret = view, under, at_caret
        self._mouse: QPointF | None = None
        self._pointed = self._held = ""
        self._lit: frozenset[str] = frozenset()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._follow_mouse)
        view.pointed.connect(self._point)
        view.shifted.connect(self._wait)
        view.moved.connect(self._follow_caret)
        view.attended.connect(self._follow_caret)

    def light(self, annotation: str) -> None:
        """Light this one in the place of what is under the mouse, which is elsewhere."""
        self._pointed = annotation
        self._show()

    def look(self) -> None:
        """Look again: marks have changed."""
        if self._mouse is not None:
            self._follow_mouse()
        self._follow_caret()

    def forget(self) -> None:
        """Another text: nothing is lit, and the mouse is nowhere until it moves."""
        self._rest.stop()
        self._mouse, self._lit, self._held = None, frozenset(), ""
        self._follow_mouse()

    def _point(self, point: QPointF | None) -> None:
        self._mouse = point
        self._follow_mouse()

    def _wait(self) -> None:
        if self._mouse is not None:
            self._rest.start()

    def _follow_mouse(self) -> None:
        """Light what is under the mouse, and tell of it once."""
        before, self._pointed = self._pointed, "" if self._mouse is None else self._under(self._mouse)
        self._show()
        if self._pointed != before:
            self.hovered.emit(self._pointed)

    def _follow_caret(self) -> None:
        """Light what is at the caret while keys act there; a selection is its own sign."""
        acts = self._view.hasFocus() and not self._view.textCursor().hasSelection()
        self._held = self._at_caret() if acts else ""
        self._show()

    def _show(self) -> None:
        lit = frozenset({self._pointed, self._held} - {""})
        if lit != self._lit:
            self._lit = lit
            self.changed.emit(lit)
