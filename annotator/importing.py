"""A file's way into the library, the same for the window and the command line."""

from annotator import drafting, editing
from annotator.drafting import Draft
from annotator.ids import new_id
from annotator.library import Library
from annotator.model.documents import Version
from annotator.model.edits import Edit, Verb
from annotator.progress import Report, silent
from annotator.reading import Reading


def adding(library: Library, read: Reading) -> tuple[str, Edit]:
    """The id of the article that the file is or becomes, and the edit that makes it so.

    The edit is empty where the library has these very bytes already: a file is not added twice.
    """
    known = library.holding(read.original.sha256)
    if known:
        return known.id, Edit(Verb.ADD_ARTICLE, ())
    edit = editing.add_article(read.document, read.original, new_id)
    return edit.changes[0].record.id, edit


def drafting_of(library: Library, article_id: str, read: Reading, report: Report = silent) -> Draft | None:
    """The edit that adds the file as the next draft of an article; None where the newest draft is these very bytes."""
    newest = library.versions(article_id)[-1]
    if newest.sha256 == read.original.sha256:
        return None
    return redrafting(library, newest, read, report)


def redrafting(library: Library, newest: Version, read: Reading, report: Report = silent) -> Draft:
    """The same, also for the same bytes read otherwise."""
    marked = library.annotations(newest.id)
    return drafting.add_draft(
        newest, library.text(newest.id), marked, read.document, read.original, new_id, report=report
    )
