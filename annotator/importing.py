"""A file's way into the library, the same for the window and the command line."""

from annotator import editing
from annotator.ids import new_id
from annotator.library import Library
from annotator.model.edits import Edit, Verb
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
