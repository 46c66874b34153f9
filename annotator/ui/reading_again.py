"""A story read once more from its original: in another encoding, or with all that was left out. A new draft of it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from annotator.ui import wording
from annotator.ui.article_view.header import ArticleHeader
from annotator.ui.jobs import Job, Jobs
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.drafting import Draft
    from annotator.model.annotations import Annotation
    from annotator.model.documents import Version
    from annotator.progress import Report
    from annotator.reading import Asked


def _read(
    data: bytes, asked: "Asked", newest: "Version", text: str, marked: "list[Annotation]", report: "Report"
) -> "Draft":
    """In the worker: the same bytes read otherwise, and where the annotations are then."""
    from annotator import drafting, reading
    from annotator.ids import new_id

    read = reading.read_bytes(data, newest.file_name, report, asked)
    return drafting.add_draft(newest, text, marked, read.document, read.original, new_id, report)


class ReadingAgain(QObject):
    """Asks how, reads in a job, and makes what comes of it the newest draft; `told` what came of it."""

    told = Signal(str)

    def __init__(self, window: QWidget, header: ArticleHeader, session: Session, jobs: Jobs) -> None:
        super().__init__(window)
        self._window, self._header, self._session, self._jobs = window, header, session, jobs
        self._job: Job | None = None
        header.notes_asked.connect(self._show_notes)
        header.left_out_asked.connect(self._show_left_out)

    def acts(self) -> dict[str, Callable[[], object]]:
        """What each of its actions does."""
        return {"read_again": self._ask, "left_out": self._show_left_out, "read_whole": partial(self._go, whole=True)}

    def _ask(self) -> None:
        """In which encoding: the usual ones, the present one marked."""
        current = self._session.current
        if current is None or not current.version.encoding:
            self.told.emit("The encoding of this story is not in question: its file says it")
            return
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("Read again as")
        group = QActionGroup(menu)
        for encoding, words in wording.ENCODINGS.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(encoding == current.version.encoding)
            group.addAction(action)
            action.triggered.connect(partial(self._go, encoding))
        menu.popup(self._header.corner())

    def _show_notes(self) -> None:
        """What is odd about the file; where its encoding was guessed, the way to another."""
        current = self._session.current
        if current and current.version.encoding_guessed:
            self._ask()
        elif current:
            from annotator.ui.trouble import show_error

            show_error(self._window, "\n\n".join(current.version.warnings))

    def _show_left_out(self) -> None:
        from annotator.ui.dialogs.left_out import LeftOutSheet

        current = self._session.current
        passages = self._session.library.layout(current.version.id).left_out if current else ()
        if current is None or not passages:
            self.told.emit("Nothing was left out of this story")
            return
        sheet = LeftOutSheet(self._window, current.text, passages)
        sheet.accepted.connect(partial(self._go, whole=True))
        sheet.open()

    def _go(self, encoding: str = "", _checked: bool = False, *, whole: bool = False) -> None:
        from annotator.reading import Asked

        current, library = self._session.current, self._session.library
        if current is None or self._job:
            return
        newest = library.version(library.listed(current.article.id).version)
        marked = list(library.annotations(newest.id))
        asked = Asked(encoding, whole)
        self._job = self._jobs.run(
            partial(_read, library.original(newest.id), asked, newest, library.text(newest.id), marked)
        )
        self._job.finished.connect(partial(self._add, newest))
        self._job.failed.connect(self._refuse)
        self._job.cancelled.connect(self._leave)

    def _add(self, before: "Version", draft: "Draft") -> None:
        self._job = None
        if (draft.version.text, draft.version.encoding) == (before.text, before.encoding):
            self.told.emit("It reads the same")
        elif self._session.do(draft.edit, self) and (draft.changed or draft.vanished):
            changed = wording.count(draft.changed, "annotation", "annotations")
            self.told.emit(f"{changed} changed, {len(draft.vanished):,} not found again")

    def _refuse(self, error: Exception) -> None:
        from annotator.errors import AnnotatorError
        from annotator.ui.trouble import show_error

        self._job = None
        if not isinstance(error, AnnotatorError):
            raise error
        show_error(self._window, str(error))

    def _leave(self) -> None:
        self._job = None
