"""What is open and what is selected; the one door through which the window changes the library.

The face is fixed: do, undo, redo, open, select, sign; and edited, opened, selected, failed, signed. There is no method
per verb.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from annotator.errors import AnnotatorError
from annotator.library import Applied, Entry, Library, Listed
from annotator.library.queries import Marked
from annotator.model.annotations import Annotation
from annotator.model.documents import Block, Version
from annotator.model.edits import Change, Edit, Verb

_OF_ARTICLES = (Verb.ADD_ARTICLE, Verb.REMOVE_ARTICLE)


@dataclass(frozen=True, slots=True)
class Opened:
    """The article on the desk, as it was when it was opened: what follows comes by `edited`."""

    article: Listed
    version: Version
    text: str
    blocks: tuple[Block, ...]
    marks: list[Marked]
    drafts: tuple[Version, ...] = ()
    """All versions of the article, the first one first."""

    @property
    def is_newest(self) -> bool:
        """Whether it is the draft that is worked on; an older one is read only."""
        return self.version.id == self.article.version


class OlderDraft(AnnotatorError):
    """Words of an older draft were to be marked."""


class Session(QObject):
    """One user at one library.

    signed(str): the user has another name from now on.
    edited(Applied, initiator): it is on disk. The widget that asked is the initiator: it may skip its own redraw.
    opened(Opened | None); selected(tuple[Annotation, ...]); failed(AnnotatorError).
    """

    edited = Signal(object, object)
    opened = Signal(object)
    selected = Signal(object)
    failed = Signal(object)
    signed = Signal(str)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.current: Opened | None = None
        self.selection: tuple[Annotation, ...] = ()

    def do(self, edit: Edit, initiator: QObject | None = None) -> bool:
        """Do an edit; whether it is done and on disk. An edit without changes is neither an act nor an error."""
        if not edit:
            return False
        try:
            self._check(edit)
            applied = self.library.apply(edit)
        except AnnotatorError as error:
            self.failed.emit(error)
            return False
        self._tell(applied, initiator)
        return True

    def _check(self, edit: Edit) -> None:
        current = self.current
        if current and not current.is_newest and any(c.after and c.within(current.version.id) for c in edit.changes):
            raise OlderDraft("This is an older draft, which is to be read only: go to the newest one to work on.")

    def sign(self, name: str) -> None:
        """What is done from now on is done in this name; undo takes back acts of this name alone."""
        if name != self.library.annotator:
            self.library.annotator = name
            self.signed.emit(name)

    def undo(self) -> None:
        """Show the article that the newest act was in, and take it back."""
        self._step(self.library.undoable, self.library.undo)

    def redo(self) -> None:
        """Show the article that the act taken back last was in, and do it again."""
        self._step(self.library.redoable, self.library.redo)

    def _step(self, asked: Callable[[], Entry | None], step: Callable[[], Applied | None]) -> None:
        try:
            self._show(asked())
            applied = step()
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        if applied:
            self._tell(applied, None)

    def _show(self, entry: Entry | None) -> None:
        """Open the article that is about to change as it still is: whoever shows it then hears of the change."""
        if entry is None or entry.verb in _OF_ARTICLES:
            return
        article = self.library.article_of(entry.n)
        if article and (self.current is None or self.current.article.id != article or not self.current.is_newest):
            self.open(article)

    def open(self, article_id: str | None, version_id: str = "") -> None:
        """Put the newest version of an article on the desk, or this one; or clear the desk."""
        try:
            current = self._load(article_id, version_id) if article_id else None
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        self.current = current
        self.selection = ()
        self.opened.emit(current)
        self.selected.emit(())

    def _load(self, article_id: str, version_id: str) -> Opened:
        library = self.library
        article = library.listed(article_id)
        version = library.version(version_id or article.version)
        return Opened(
            article,
            version,
            library.text(version.id),
            library.layout(version.id).blocks,
            library.marks(version.id),
            tuple(library.versions(article_id)),
        )

    def select(self, ids: Iterable[str]) -> None:
        """Select these annotations, and no others."""
        try:
            self.selection = tuple(map(self.library.annotation, ids))
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        self.selected.emit(self.selection)

    def _tell(self, applied: Applied, initiator: QObject | None) -> None:
        """Say what happened; then the desk and the selection follow."""
        came, went = _articles(applied)
        cleared = self.current is not None and self.current.article.id in went
        if cleared:
            self.current, self.selection = None, ()
        self._describe(applied)
        self.edited.emit(applied, initiator)
        if cleared:
            self.open(next((article.id for article in self.library.articles()), None))
        elif came and applied.undoes:
            self.open(came[-1])
        elif self.current and any(_redrafts(change, self.current) for change in applied.edit.changes):
            self.open(self.current.article.id)
        self._follow(applied)

    def _describe(self, applied: Applied) -> None:
        """The open article has another title, or the like."""
        ids = [change.record.id for change in applied.edit.of_articles]
        if self.current and self.current.article.id in ids:
            self.current = replace(self.current, article=self.library.listed(self.current.article.id))

    def _follow(self, applied: Applied) -> None:
        """What was made or came back is selected; what went is not; what changed is as it is now."""
        here = self.current.version.id if self.current else ""
        after = {c.record.id: c.after for c in applied.edit.changes if isinstance(c.record, Annotation)}
        touched = tuple(a for a in after.values() if isinstance(a, Annotation) and a.version == here)
        made = {c.record.id for c in applied.edit.changes if c.before is None}
        kept = tuple(a for one in self.selection if isinstance(a := after.get(one.id, one), Annotation))
        if len(touched) == 1 and (applied.undoes or touched[0].id in made):
            kept = touched
        elif made & {a.id for a in touched}:
            kept = () if applied.undoes else touched[-1:]  # what came back in one go must not go with one Delete
        if kept != self.selection:
            self.selection = kept
            self.selected.emit(kept)


def _articles(applied: Applied) -> tuple[list[str], list[str]]:
    """The ids of the articles that came and of those that went."""
    changes = applied.edit.of_articles
    return (
        [change.record.id for change in changes if change.before is None],
        [change.record.id for change in changes if change.after is None],
    )


def _redrafts(change: Change, opened: Opened) -> bool:
    """Whether the open article has another draft by it, or one of its annotations is in another draft than before."""
    if isinstance(change.record, Version):
        return change.record.article == opened.article.id
    versions = {side.version for side in (change.before, change.after) if isinstance(side, Annotation)}
    return len(versions) > 1 and any(draft.id in versions for draft in opened.drafts)
