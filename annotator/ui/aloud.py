"""What a screen reader says by itself: what was done, and which annotations the caret comes into."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from annotator.errors import AnnotatorError
from annotator.library import Applied
from annotator.model.annotations import Annotation
from annotator.ui import wording
from annotator.ui.article_view.accessible import StoryFace
from annotator.ui.article_view.view import ArticleView
from annotator.ui.cards.accessible import CardsFace
from annotator.ui.cards.panel import CardsPanel
from annotator.ui.faces import wear
from annotator.ui.session import Opened, Session


class Aloud(QObject):
    """Gives the text and the cards their faces, and tells assistive technology what happens; none may listen.

    What is to be said in one turn of the event loop is said in one sentence: screen readers interrupt themselves.
    said(words): this is said now
    """

    said = Signal(str)

    def __init__(self, session: Session, view: ArticleView, panel: CardsPanel) -> None:
        super().__init__(view)
        self._session, self._view, self._panel = session, view, panel
        view.viewport().setAccessibleName("Annotations in the text")
        panel.viewport().setAccessibleName("Cards")
        view.verticalScrollBar().setAccessibleName("Scroll the story")
        panel.verticalScrollBar().setAccessibleName("Scroll the cards")
        self._story = wear(view.viewport(), partial(StoryFace, session=session))
        self._cards = wear(panel.viewport(), partial(CardsFace, session=session))
        self._here: list[str] = []
        self._done = self._remark = ""
        self._moved = False
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._speak)
        session.opened.connect(self._show)
        session.edited.connect(self._follow)
        session.selected.connect(self._select)
        view.moved.connect(self._move)

    @Slot(str)
    def tell(self, words: str) -> None:
        """Say a remark; it takes the place of what was done in the same turn, since it says more."""
        if words:
            self._remark = words
            self._wait()

    def _wait(self) -> None:
        if QAccessible.isActive():
            self._turn.start()

    @Slot(object)
    def _show(self, _opened: Opened | None) -> None:
        for face in (self._story, self._cards):
            face.parts.clear()
        self._story.forget()
        self._here = []

    @Slot(object, object)
    def _follow(self, applied: Applied, _initiator: object) -> None:
        for change in applied.edit.changes:
            if change.after is None:
                for face in (self._story, self._cards):
                    face.parts.drop(change.record.id)
        self._story.forget()
        if QAccessible.isActive():
            self._done = self._deed(applied)
            self._wait()

    def _deed(self, applied: Applied) -> str:
        library = self._session.library
        undone, newest = library.redoable(), library.undoable()
        if undone and undone.n == applied.n:
            return f"Undone: {wording.act(undone)}"
        if newest is None:
            return ""
        return f"Redone: {wording.act(newest)}" if applied.undoes else wording.done(newest)

    @Slot(object)
    def _select(self, selection: tuple[Annotation, ...]) -> None:
        """The item of the card that is selected last has the focus of the list."""
        if not QAccessible.isActive() or not selection or selection[-1].id not in self._panel.rows:
            return
        kinds = [QAccessible.Event.Selection]
        if self._panel.hasFocus():
            kinds.append(QAccessible.Event.Focus)
        for kind in kinds:
            QAccessible.updateAccessibility(QAccessibleEvent(self._cards.card(selection[-1].id), kind))

    @Slot()
    def _move(self) -> None:
        self._moved = True
        self._wait()

    def _speak(self) -> None:
        deed, self._done, self._remark = self._remark or self._done, "", ""
        words = ". ".join(filter(None, (deed, self._place(told=bool(deed)))))
        self._moved = False
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))
            self.said.emit(words)

    def _place(self, *, told: bool) -> str:
        """Which annotations the caret has come into, or that it has left them all; not what a deed has told already."""
        before, self._here = self._here, [mark.id for mark in self._view.marks_at(self._view.caret())]
        if told or not self._moved or self._here == before:
            return ""
        if not self._here:
            return "Outside annotations"
        return "; ".join(map(self._name, dict.fromkeys(one for one in self._here if one not in before)))

    def _name(self, annotation_id: str) -> str:
        try:
            found = self._session.library.annotation(annotation_id)
        except AnnotatorError:
            return ""
        return f"{wording.KIND[found.kind]}, {wording.STATUS[found.status].lower()}"
