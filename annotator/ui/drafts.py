"""The next draft of the story on the desk: asked for, read and compared in a worker, added in one edit."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.errors import AnnotatorError
from annotator.ids import new_id
from annotator.library import Applied, Listed
from annotator.model.annotations import Annotation
from annotator.model.documents import Version
from annotator.model.edits import Verb
from annotator.ui import wording
from annotator.ui.article_view.pane import ArticlePane
from annotator.ui.jobs import Jobs
from annotator.ui.look import Look
from annotator.ui.session import Opened, Session

if TYPE_CHECKING:
    from annotator.drafting import Draft
    from annotator.progress import Report


def _drafted(
    path: Path, newest: Version, text: str, marked: tuple[Annotation, ...], report: "Report"
) -> "Draft | None":
    """In the worker: the file as the next draft; None where it is the newest one already."""
    from annotator import drafting, reading

    read = reading.read(path, report)
    if read.original.sha256 == newest.sha256:
        return None
    return drafting.add_draft(newest, text, marked, read.document, read.original, new_id, report)


class Drafts(QObject):
    """What the actions of drafts do. told(str): a remark."""

    told = Signal(str)

    def __init__(self, window: QWidget, session: Session, jobs: Jobs, look: Look, article: ArticlePane) -> None:
        super().__init__(window)
        self._window, self._session, self._jobs, self._look = window, session, jobs, look
        self._article = article
        self._new: set[str] = set()
        self._known: Listed | None = None
        session.edited.connect(self._remember)
        session.opened.connect(self._offer)

    def acts(self) -> dict[str, Callable[[], object]]:
        """What the actions do."""
        return {"draft": self._ask, "drafts": self._choose, "lost": self.show_waiting}

    def _ask(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from annotator.reading import READERS

        patterns = " ".join(f"*{suffix}" for reader in READERS for suffix in reader.suffixes)
        dialog = QFileDialog(self._window, "Add as new draft", "", f"Stories ({patterns});;All files (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.add)
        dialog.open()

    def add(self, name: str) -> None:
        """Add this file as the next draft of the open story."""
        current = self._session.current
        if current is None:
            return
        library = self._session.library
        newest = library.versions(current.article.id)[-1]
        marked = tuple(library.annotations(newest.id))
        job = self._jobs.run(partial(_drafted, Path(name), newest, library.text(newest.id), marked))
        job.progressed.connect(self._show_progress)
        job.finished.connect(partial(self._add, current.article.id))
        job.failed.connect(self._refuse)

    def _show_progress(self, done: int, total: int) -> None:
        self.told.emit(f"Comparing the drafts: {done:,} of {total:,}")

    def _add(self, article: str, draft: "Draft | None") -> None:
        if draft is None:
            self.told.emit("This file is the newest draft already")
        elif self._session.do(draft.edit, self):
            self._finish(article, draft)

    def _finish(self, article: str, draft: "Draft") -> None:
        """Show the draft, say how the annotations fared, and list those that wait."""
        current = self._session.current
        if current is None or current.version.id != draft.version.id:
            self._session.open(article)
        self.told.emit(wording.fared(draft.version.number, draft.followed, draft.changed, len(draft.vanished)))
        if draft.vanished:
            self.show_waiting()

    def _refuse(self, error: Exception) -> None:
        from annotator.ui.trouble import show_error

        if not isinstance(error, AnnotatorError):
            raise error
        show_error(self._window, str(error))

    # -- a story that looks like a draft of another one

    def _remember(self, applied: Applied, _initiator: object) -> None:
        """A story that came in is compared when it is opened. Once it was worked on, it is one of its own."""
        if applied.edit.verb is Verb.ADD_ARTICLE and not applied.undoes:
            self._new |= {change.record.id for change in applied.edit.of_articles}
        elif self._known:
            self._article.offer.hide()

    def _offer(self, opened: Opened | None) -> None:
        if self._known:
            self._article.offer.hide()
            self._known = None
        if opened is None or opened.article.id not in self._new:
            return
        from annotator.resembling import resembling

        self._new.remove(opened.article.id)
        self._known = resembling(self._session.library, opened.article)
        if self._known:
            title = wording.plain(wording.cut(self._known.title, 60))
            self._article.offer.ask(f"This looks like a new draft of “{title}”.", "Add as its draft", self._join)

    def _join(self) -> None:
        from annotator.resembling import joining

        current, known = self._session.current, self._known
        if current and known:
            draft = joining(self._session.library, known, current.article)
            if self._session.do(draft.edit, self):
                self._finish(known.id, draft)

    def _choose(self) -> None:
        """Open the menu of drafts."""
        if self._article.header.drafts.isHidden():
            self.told.emit("This story has one draft")
        else:
            self._article.header.drafts.showMenu()

    def show_waiting(self) -> None:
        """List the annotations whose words the newest draft does not have."""
        from annotator.ui.dialogs.waiting import WaitingSheet

        current = self._session.current
        waiting = self._session.library.waiting(current.article.id) if current else []
        if current and waiting:
            WaitingSheet(self._window, self._session, current.article.version, waiting, self._look.theme).open()
        else:
            self.told.emit("Every annotation has its place")
