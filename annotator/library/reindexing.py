"""The index of all that can be searched, made anew from the rows, and compared with them.

Everything in it is in the library as well, so a damaged one loses nothing. A library whose index is known to be wrong
carries a mark, by which whoever opens it next to write makes it anew.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial

from annotator.library import indexing, queries, rows

_MARK = "INSERT OR IGNORE INTO passage VALUES (-1, '', '', 0, 0)"
_MARKED = "SELECT 1 FROM passage WHERE n < 0"
_LIKE_OURS = """CREATE VIRTUAL TABLE search USING fts5(words, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2')"""
_WORDS = "CREATE VIRTUAL TABLE temp.known USING fts5vocab(main, search, row)"
_KNOWN = "SELECT term, doc, cnt FROM temp.known ORDER BY term"


def mark(db: sqlite3.Connection) -> None:
    """Note in the library that its index is to be made anew."""
    db.execute(_MARK)


def is_marked(db: sqlite3.Connection) -> bool:
    """Whether it is."""
    return db.execute(_MARKED).fetchone() is not None


def rebuild(db: sqlite3.Connection) -> None:
    """Make the index anew, wholly or not at all. Raises LibraryError where a stored text is damaged."""
    db.execute("BEGIN IMMEDIATE")
    try:
        db.execute("INSERT INTO search (search) VALUES ('delete-all')")
        db.execute("DELETE FROM passage")
        fill(db)
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def fill(db: sqlite3.Connection) -> None:
    """Put everything into an empty index, the oldest first: results come newest first."""
    for made in _passages(db):
        indexing.put_in(db, made)


def _passages(db: sqlite3.Connection) -> Iterator[list[indexing.Passage]]:
    for kind, table in rows.TABLES.items():
        for (found,) in db.execute(f"SELECT id FROM {table} ORDER BY rowid").fetchall():
            yield list(indexing.passages(queries.record(db, kind, found), partial(queries.text, db)))


def is_right(db: sqlite3.Connection) -> bool:
    """Whether the index knows every word as often as the rows have it; writes nothing into the library.

    Raises LibraryError where a stored text is damaged.
    """
    with closing(sqlite3.connect(":memory:")) as copy:
        copy.execute(_LIKE_OURS)
        copy.executemany(
            "INSERT INTO search (rowid, words) VALUES (?, ?)",
            enumerate((passage.words for made in _passages(db) for passage in made), 1),
        )
        copy.execute(_WORDS)
        try:
            db.execute(_WORDS)
            return bool(copy.execute(_KNOWN).fetchall() == db.execute(_KNOWN).fetchall())
        except sqlite3.DatabaseError:
            return False
        finally:
            db.execute("DROP TABLE IF EXISTS temp.known")
