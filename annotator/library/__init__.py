"""The one file that everything is kept in, and the only room that knows SQL.

`Library.apply(edit)` is the only way in: it stamps, checks each `before` against what is stored, writes the rows and
the log in one transaction, and returns when it is on disk. Undo and redo are edits too, made from the log.
"""

from sqlite3 import sqlite_version

from annotator.library.errors import LibraryError, LibraryInUse, NotFound, ReadOnlyLibrary, StaleEdit
from annotator.library.history import Entry
from annotator.library.library import Applied, Library
from annotator.library.queries import Listed

__all__ = [
    "Applied",
    "Entry",
    "Library",
    "LibraryError",
    "LibraryInUse",
    "Listed",
    "NotFound",
    "ReadOnlyLibrary",
    "StaleEdit",
    "sqlite_version",
]
