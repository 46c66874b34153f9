"""Library: opened once per process, asked by everyone, changed by `apply` alone."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from annotator.ids import new_id
from annotator.library import history, opening, paging, queries, reindexing, search, writing
from annotator.library.errors import LibraryError, NotFound, ReadOnlyLibrary
from annotator.model.annotations import Annotation
from annotator.model.documents import Article, Version
from annotator.model.edits import Edit
from annotator.progress import Report, silent

_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}

_NO_END = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Applied:
    """An edit as it was stored: stamped, on disk, number `n` of the log. `undoes` is what it takes back, or 0."""

    edit: Edit
    n: int
    undoes: int = 0


class Library:
    """One open library. One process has it, and this object is that process's only connection.

    `writable` is false for a file that may only be read: then `apply`, `undo` and `redo` raise ReadOnlyLibrary.
    """

    def __init__(self, path: Path, *, annotator: str, create: bool = True, wait: float = 2.0) -> None:
        """Open the library, making it where there is none (and `create`).

        Raises LibraryError where it cannot be, LibraryInUse where another process has it longer than `wait` seconds.
        """
        if create and not opening.is_there(path):
            opening.create(path)
        self.path = path
        self.annotator = annotator
        self._db, self.writable = opening.open_library(path, wait)
        self._text: tuple[str, str] = ("", "")
        self._layout: tuple[str, queries.Layout] | None = None
        self._searched: search.Texts = {}

    def close(self) -> None:
        """Write everything into the one file and let go of it."""
        self._db.close()

    def gather(self) -> None:
        """Write what waits in the log beside the library into the one file, and stay open."""
        if self.writable:
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- changing

    def apply(self, edit: Edit) -> Applied:
        """Do the edit and log it, in one transaction: when this returns, it is on disk.

        Raises StaleEdit where something it changes is no longer what it was, ReadOnlyLibrary, and LibraryError where
        the disk refuses; then nothing has changed.
        """
        return self._apply(edit, 0)

    def undo(self) -> Applied | None:
        """Take back this annotator's newest edit, by a new edit; None where there is nothing to take back."""
        entry = self.undoable()
        return self._apply(history.taken_back(self._db, entry.n), entry.n) if entry else None

    def redo(self) -> Applied | None:
        """Do again what was undone last; None where nothing was, or something else was done since."""
        entry = self.redoable()
        return self._apply(history.taken_back(self._db, entry.n), entry.n) if entry else None

    def undo_to(self, n: int) -> Iterator[Applied]:
        """Take back this annotator's edits younger than number `n`, the newest first, each by an edit of its own.

        Raises StaleEdit at the first that cannot be taken back; those before it are.
        """
        while (entry := self.undoable()) and entry.n > n:
            yield self._apply(history.taken_back(self._db, entry.n), entry.n)

    def undoable(self) -> history.Entry | None:
        """What `undo` would take back."""
        return history.undoable(self._db, self.annotator)

    def redoable(self) -> history.Entry | None:
        """What `redo` would do again."""
        return history.redoable(self._db, self.annotator)

    def _apply(self, edit: Edit, undoes: int) -> Applied:
        if not self.writable:
            raise ReadOnlyLibrary(
                f"The library “{self.path}” is read-only; nothing was changed: copy it to where you can write."
            )
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        edit = writing.stamped(edit, self.annotator, now)
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                writing.write(self._db, edit, self.text)
                n = self._log(edit, undoes, now)
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            if self._mended(error):
                return self._apply(edit, undoes)
            raise self._refused(error) from error
        except UnicodeEncodeError as error:
            raise LibraryError("This was not saved, since it holds half a character, which no text can.") from error
        return Applied(edit, n, undoes)

    def _log(self, edit: Edit, undoes: int, now: str) -> int:
        last = self._db.execute("SELECT n, id FROM edit ORDER BY n DESC LIMIT 1").fetchone() or (0, "")
        self._db.execute(
            "INSERT INTO edit VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                last[0] + 1,
                new_id(),
                last[1],
                now,
                self.annotator,
                edit.verb,
                undoes or None,
                history.logged(edit),
            ),
        )
        return int(last[0]) + 1

    def _refused(self, error: sqlite3.Error) -> LibraryError:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _FULL:
            return LibraryError(f"This was not saved: the disk with “{self.path}” is full or fails ({error}).")
        if code == sqlite3.SQLITE_READONLY:
            return ReadOnlyLibrary(f"This was not saved: the library “{self.path}” has become read-only.")
        return LibraryError(f"This was not saved: the library “{self.path}” refused it ({error}).")

    # -- asking

    def acts(self, limit: int = 100, before: int = _NO_END) -> list[history.Act]:
        """The edits of everybody, the newest first: at most so many, with a number below `before`."""
        return history.acts(self._db, limit, before)

    def article_of(self, n: int) -> str:
        """The id of the article that edit number `n` is about; empty where it is not in this library now."""
        return history.article_of(self._db, n)

    def steps(self, n: int) -> list[history.Step]:
        """What edit number `n` changed, field by field."""
        return history.steps(self._db, n)

    def articles(self) -> list[queries.Listed]:
        """Every article with its counts, the newest first."""
        return queries.articles(self._db)

    def listed(self, article_id: str) -> queries.Listed:
        """One article with its counts. Raises NotFound."""
        found = queries.article(self._db, article_id)
        if found is None:
            raise NotFound(f"There is no article “{article_id}” in this library.")
        return found

    def find(self, word: str) -> queries.Listed:
        """The one article that is meant by an id, its first characters, or a file name.

        Raises NotFound where none or several are.
        """
        found = queries.matching(self._db, word)
        exact = [article for article in found if article.id == word]
        if len(exact or found) == 1:
            return (exact or found)[0]
        if not found:
            raise NotFound(f"There is no article “{word}” in this library; “annotator articles” lists what is there.")
        ids = ", ".join(article.id for article in found[:5])
        raise NotFound(f"“{word}” may be any of {len(found)} articles ({ids}); name one by its id.")

    def holding(self, sha256: str) -> queries.Listed | None:
        """The article that was made from exactly these bytes."""
        return queries.holding(self._db, sha256)

    def article(self, article_id: str) -> Article:
        """An article. Raises NotFound."""
        found: Article | None = queries.record(self._db, Article, article_id)
        if found is None:
            raise NotFound(f"There is no article “{article_id}” in this library.")
        return found

    def versions(self, article_id: str) -> list[Version]:
        """The versions of an article, the first one first."""
        return queries.versions(self._db, article_id)

    def version(self, version_id: str) -> Version:
        """A version. Raises NotFound."""
        found: Version | None = queries.record(self._db, Version, version_id)
        if found is None:
            raise NotFound(f"There is no version “{version_id}” in this library.")
        return found

    def text(self, version_id: str) -> str:
        """The canonical text of a version. Raises NotFound, LibraryError where it is damaged."""
        if self._text[0] != version_id:
            sha256 = self.version(version_id).text
            self._text = (version_id, queries.blob(self._db, sha256).decode("utf-8"))
        return self._text[1]

    def layout(self, version_id: str) -> queries.Layout:
        """The blocks, links and places of a version."""
        if self._layout is None or self._layout[0] != version_id:
            self._layout = (version_id, queries.layout(self._db, self.version(version_id)))
        return self._layout[1]

    def original(self, version_id: str) -> bytes:
        """The very bytes of the file that the version was read from."""
        return queries.blob(self._db, self.version(version_id).sha256)

    def annotations(self, version_id: str) -> Iterator[Annotation]:
        """The annotations of a version in text order: by start, end, kind, age. Streamed."""
        return queries.annotations(self._db, version_id)

    def waiting(self, article_id: str) -> list[Annotation]:
        """The annotations of an article that no newer draft has the words of: by their draft, then in text order."""
        older = self.versions(article_id)[:-1]
        return [annotation for version in older for annotation in queries.annotations(self._db, version.id)]

    def told(self, version_id: str) -> Iterator[list[paging.Told]]:
        """The same as plain tuples, some at a time; between two the library may be changed."""
        return paging.pages(self._db, version_id)

    def annotation(self, annotation_id: str) -> Annotation:
        """An annotation. Raises NotFound."""
        found: Annotation | None = queries.record(self._db, Annotation, annotation_id)
        if found is None:
            raise NotFound(f"There is no annotation “{annotation_id}” in this library.")
        return found

    def marks(self, version_id: str) -> list[queries.Marked]:
        """The spans of a version by start: all that is needed to paint."""
        return queries.marks(self._db, version_id)

    def tags(self) -> list[str]:
        """Every tag that is in use, by the alphabet."""
        return queries.tags(self._db)

    def beside(self, version_id: str, place: int | Annotation, *, forward: bool) -> Annotation | None:
        """The annotation next to another one, or to a place (code points), in the order of the text; None at the end.

        One that begins right at the place counts as behind it.
        """
        if isinstance(place, Annotation):
            key: tuple[object, ...] = (place.start, place.end, place.kind, place.created_at, place.id)
        else:
            key = (place - 1,) if forward else (place,)
        found = queries.beside(self._db, version_id, key, forward)
        return self.annotation(found) if found else None

    def search(self, words: str, limit: int = 50) -> list[search.Hit]:
        """Where all these words are, by their beginnings: in annotations, texts and titles; the newest first."""
        try:
            return search.hits(self._db, words, limit, self._searched)
        except sqlite3.DatabaseError as error:
            if not self._mended(error):
                raise self._refused(error) from error
            return search.hits(self._db, words, limit, self._searched)

    def _mended(self, error: sqlite3.Error) -> bool:
        """Whether it was the index of the search that failed, and is made anew: what was to be done can be."""
        if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_CORRUPT_VTAB or not self.writable:
            return False
        reindexing.rebuild(self._db)
        return True

    def problems(self, report: Report = silent) -> Iterator[str]:
        """One sentence for each thing in the file that is not as it must be; reads all of it.

        A wrong index of the search is marked, so that the next opening makes it anew.
        """
        from annotator.library import keeping

        for problem in keeping.problems(self._db, report):
            if problem == keeping.BAD_INDEX and self.writable:
                reindexing.mark(self._db)
            yield problem
