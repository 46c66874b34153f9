"""A file's way into the library, the same for the window and the command line."""

from dataclasses import dataclass, field
from pathlib import Path

from annotator import editing
from annotator.ids import new_id
from annotator.library import Library
from annotator.model.edits import Edit, Verb
from annotator.reading import Reading, UnreadableFile


def adding(library: Library, read: Reading) -> tuple[str, Edit]:
    """The id of the article that the file is or becomes, and the edit that makes it so.

    The edit is empty where the library has these very bytes already: a file is not added twice.
    """
    known = library.holding(read.original.sha256)
    if known:
        return known.id, Edit(Verb.ADD_ARTICLE, ())
    edit = editing.add_article(read.document, read.original, new_id)
    return edit.changes[0].record.id, edit


@dataclass(slots=True)
class Arrivals:
    """What came of files that were brought in together."""

    added: int = 0
    known: int = 0
    refused: list[UnreadableFile] = field(default_factory=list)
    skipped: list[Path] = field(default_factory=list)

    def __str__(self) -> str:
        """How many of each, in words."""
        parts = (
            (self.added, "added"),
            (self.known, "there already"),
            (len(self.refused), "not readable"),
            (len(self.skipped), "skipped"),
        )
        return ", ".join(f"{count:,} {words}" for count, words in parts if count) or "nothing to add"
