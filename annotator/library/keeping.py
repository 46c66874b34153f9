"""Whether the library is whole: what `annotator check` asks."""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import suppress

from annotator.library import queries, reindexing
from annotator.library.errors import LibraryError
from annotator.model.documents import Version
from annotator.progress import Report, silent

BAD_INDEX = (
    "The search misses words, or knows wrong ones; it is made anew when the library is opened next to be changed."
)
"""Nothing is lost by it: all that can be searched is kept elsewhere too."""


def problems(db: sqlite3.Connection, report: Report = silent) -> Iterator[str]:
    """One sentence for each thing that is not as it must be: none is a whole library.

    Looks at every page, every reference, every stored text against its hash, every marked word against its text, the
    tally, the index of the search and the chain of edits.
    """
    try:
        pages = [row[0] for row in db.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
        yield from (f"A page is damaged: {found}." for found in pages)
        if not pages:
            for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
                yield f"Row {row} of “{table}” names a “{parent}” that is not there."
            yield from _blobs(db)
            yield from _words(db, report)
            yield from _tallies(db)
            yield from _index(db)
            yield from _chain(db)
    except sqlite3.DatabaseError as error:
        yield f"The file is damaged: {error}."


def _blobs(db: sqlite3.Connection) -> Iterator[str]:
    for sha256, size, data in db.execute("SELECT sha256, size, data FROM blob"):
        try:
            whole = zlib.decompress(data)
        except (TypeError, zlib.error):
            whole = b""
        if len(whole) != size or hashlib.sha256(whole).hexdigest() != sha256:
            yield f"A stored file or text is damaged (sha256 {sha256[:12]}…)."


def _words(db: sqlite3.Connection, report: Report) -> Iterator[str]:
    ids = [row[0] for row in db.execute("SELECT id FROM version ORDER BY rowid")]
    for done, version_id in enumerate(ids):
        report(done, len(ids))
        version = queries.record(db, Version, version_id)
        try:
            text = queries.blob(db, version.text).decode("utf-8")
            for annotation in queries.annotations(db, version_id):
                if any(text[span.start : span.end] != span.exact for span in annotation.spans):
                    yield f"Annotation {annotation.id} does not hold the words of “{version.file_name}”."
        except (LibraryError, UnicodeDecodeError) as error:
            yield f"“{version.file_name}” cannot be read: {error}"
    for (lost,) in db.execute(
        """SELECT id FROM annotation a WHERE (start, "end") IS NOT
        (SELECT min(s.start), max(s."end") FROM span s WHERE s.version = a.version AND s.annotation = a.id)"""
    ):
        yield f"Annotation {lost} has lost words."
    for (stray,) in db.execute(
        """SELECT DISTINCT annotation FROM span s
        WHERE NOT EXISTS (SELECT 1 FROM annotation a WHERE a.id = s.annotation AND a.version = s.version)"""
    ):
        yield f"There are words of an annotation {stray} that is not there."


def _tallies(db: sqlite3.Connection) -> Iterator[str]:
    counted = """SELECT v.id, v.file_name FROM version v LEFT JOIN tally t ON t.version = v.id
        WHERE (coalesce(t.annotations, 0), coalesce(t.done, 0)) IS NOT
        (SELECT count(*), coalesce(sum(status IN ('checked', 'dropped')), 0) FROM annotation WHERE version = v.id)"""
    for _, name in db.execute(counted):
        yield f"The count of annotations of “{name}” is wrong."


def _index(db: sqlite3.Connection) -> Iterator[str]:
    """Everything that can be searched is in the index once, and nothing else is."""
    for (lost,) in db.execute("SELECT id FROM annotation WHERE id NOT IN (SELECT owner FROM passage)"):
        yield f"Annotation {lost} cannot be found by its words."
    stray = """SELECT DISTINCT owner FROM passage WHERE n > 0 AND owner NOT IN
        (SELECT id FROM annotation UNION ALL SELECT id FROM version UNION ALL SELECT id FROM article)"""
    for (owner,) in db.execute(stray):
        yield f"The search still knows words of {owner}, which is not there."
    with suppress(LibraryError):  # of a damaged text it was told already
        if reindexing.is_marked(db) or not reindexing.is_right(db):
            yield BAD_INDEX


def _chain(db: sqlite3.Connection) -> Iterator[str]:
    broken = """SELECT n FROM (SELECT n, previous, lag(id, 1, '') OVER (ORDER BY n) AS before FROM edit)
        WHERE previous <> before"""
    for (n,) in db.execute(broken):
        yield f"Edit {n} does not follow the edit before it: the file was mixed with another, or edits are missing."
