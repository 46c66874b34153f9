"""The one file that everything is kept in, and the only room that knows SQL.

`Library.apply(edit)` is the only way in: it stamps, checks each `before` against what is stored, writes the rows and
the log in one transaction, and returns when it is on disk. Undo and redo are edits too, made from the log.
"""

from sqlite3 import sqlite_version

from annotator.library.errors import LibraryError, LibraryInUse, NotFound, ReadOnlyLibrary, StaleEdit
from annotator.library.history import Act, Entry, Step
from annotator.library.library import Applied, Library
from annotator.library.queries import Listed
from annotator.library.search import Hit

__all__ = [
    "Act",
    "Applied",
    "Entry",
    "Hit",
    "Library",
    "LibraryError",
    "LibraryInUse",
    "Listed",
    "NotFound",
    "ReadOnlyLibrary",
    "StaleEdit",
    "Step",
    "sqlite_version",
]
