"""A file's way into the library, the same for the window and the command line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotator import drafting, editing
from annotator.drafting import Draft
from annotator.ids import new_id
from annotator.library import Library
from annotator.model.documents import Version
from annotator.model.edits import Edit, Verb
from annotator.progress import Report, silent
from annotator.reading import Reading, UnreadableFile, shown_name


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


@dataclass(slots=True)
class Arrivals:
    """What came of files that were brought in together."""

    added: int = 0
    known: int = 0
    refused: list[UnreadableFile] = field(default_factory=list)
    skipped: list[Path] = field(default_factory=list)

    def reasons(self) -> Iterator[tuple[Path, str]]:
        """What is not in the library, each with a sentence that says why: first what could not be read."""
        for error in self.refused:
            yield error.path, str(error)
        for path in self.skipped:
            yield path, why_skipped(path)

    def __str__(self) -> str:
        """How many of each, in words."""
        parts = (
            (self.added, "added"),
            (self.known, "there already"),
            (len(self.refused), "not readable"),
            (len(self.skipped), "skipped"),
        )
        return ", ".join(f"{count:,} {words}" for count, words in parts if count) or "nothing to add"


def why_skipped(path: Path) -> str:
    """The sentence for something in a folder that no reader was asked about."""
    if path.is_dir():
        return f"“{shown_name(path)}” was skipped, since it holds the pictures and scripts of the page beside it."
    return f"“{shown_name(path)}” was skipped, since its name is of no kind that Annotator reads."
