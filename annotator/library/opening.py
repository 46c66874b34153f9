"""Opening the file: what must hold before a byte of it is trusted, and the settings under which it is written.

The order of the checks, EXCLUSIVE locking and FULL synchronisation are the design's ("what saved means").
"""

import os
import sqlite3
import stat
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from annotator.library import reindexing
from annotator.library.errors import LibraryError, LibraryInUse
from annotator.library.format import APPLICATION_ID, OBJECTS, OLDER, QUERY, USER_VERSION

_HEADER = b"SQLite format 3\0"
_QUICK_CHECK_UP_TO = 50_000_000
"""Bytes up to which the pages are checked at every opening: 143 MB took 4 s from a cold disk."""

_SETTINGS = """
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
"""
_WRITING = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA fullfsync = 1;
PRAGMA checkpoint_fullfsync = 1;
"""


def is_there(path: Path) -> bool:
    """Whether there is anything under this name, as far as the system tells."""
    try:
        path.stat()
    except OSError:
        return False
    return True


def create(path: Path) -> None:
    """Make an empty library. It appears under its name only when it is whole, and never in place of another.

    Raises LibraryError.
    """
    from annotator.library.schema import migrate

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".annotator-", suffix=".db", dir=path.parent)
    except OSError as error:
        raise _cannot_be_made(path, error.strerror) from error
    os.close(handle)
    try:
        with closing(sqlite3.connect(name, isolation_level=None)) as db:
            migrate(db)
        _name(Path(name), path)
    except (OSError, sqlite3.Error) as error:
        raise _cannot_be_made(path, getattr(error, "strerror", error)) from error
    finally:
        Path(name).unlink(missing_ok=True)


def _cannot_be_made(path: Path, why: object) -> LibraryError:
    return LibraryError(f"The library “{path}” cannot be made here ({why}); choose a folder that you can write to.")


def _name(made: Path, path: Path) -> None:
    """Give the new file its name, unless another process was quicker: then that one's is the library."""
    try:
        path.hardlink_to(made)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        if is_there(path):
            return
        made.replace(path)


def open_library(path: Path, wait: float) -> tuple[sqlite3.Connection, bool]:
    """A connection to a library that passed every check, and whether it may be written.

    `wait` is how many seconds to wait for another process that has it open. Raises LibraryError, LibraryInUse.
    """
    _check_file(path)
    writable = is_writable(path)
    if not writable and _has_pending(path):
        raise LibraryError(
            f"The library “{path}” is read-only and was not closed properly; copy it and its “-wal” file to where you "
            "can write, and open the copy."
        )
    try:
        db = _connect(path, wait) if writable else _connect_immutable(path)
    except sqlite3.Error as error:
        raise LibraryError(f"The library “{path}” cannot be opened ({error}).") from error
    try:
        older = _prepare(db, path, writable) < USER_VERSION
        if older and not writable:
            from annotator.library.migrating import in_memory

            return in_memory(db), False
    except BaseException:
        db.close()
        raise
    if older:
        return _brought_up(db, path, wait), True
    if writable:
        _mend_index(db)
    return db, writable


def _mend_index(db: sqlite3.Connection) -> None:
    """Make the index of the search anew where a check has found it wrong; with a damaged text it stays as it is."""
    if reindexing.is_marked(db):
        with suppress(LibraryError):
            reindexing.rebuild(db)


def _brought_up(db: sqlite3.Connection, path: Path, wait: float) -> sqlite3.Connection:
    """The library after its migration: opened and checked like any other."""
    from annotator.library.migrating import bring_up

    with closing(db):
        bring_up(db, path)
    return open_library(path, wait)[0]


def _connect(path: Path, wait: float) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, timeout=wait)


def _connect_immutable(path: Path) -> sqlite3.Connection:
    """Only a URI can say it; `as_uri` brings 3 ms of urllib, which the usual start does without."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)


def is_writable(path: Path) -> bool:
    """Whether the file and its folder let this user write.

    A file that nobody may write is read-only for root too: whoever set it so meant it.
    """
    return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _has_pending(path: Path) -> bool:
    """Whether edits wait in a write-ahead log beside the file: a read-only opening would not see them."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _check_file(path: Path) -> None:
    """Size and header, before SQLite may do anything to the file."""
    try:
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            raise LibraryError(f"“{path}” is a folder, not a library; name the library file inside it.")
        if not stat.S_ISREG(info.st_mode):
            raise LibraryError(f"“{path}” is not a regular file; name an Annotator library.")
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError as error:
        raise LibraryError(f"There is no library “{path}”; check the path, or import an article to make it.") from error
    except OSError as error:
        raise LibraryError(f"The library “{path}” cannot be read ({error.strerror}).") from error
    if not head:
        raise LibraryError(f"The library “{path}” is empty (0 bytes); use a backup of it, or name another file.")
    if not head.startswith(_HEADER):
        raise LibraryError(f"“{path}” is not an Annotator library; name another file.")


def _prepare(db: sqlite3.Connection, path: Path, writable: bool) -> int:
    """Lock it, check it, set it; the format it has. Raises LibraryError."""
    try:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.executescript(_SETTINGS)
        if writable:
            _lock(db)
        version = _check_identity(db, path)
        if path.stat().st_size <= _QUICK_CHECK_UP_TO:
            (found,) = db.execute("PRAGMA quick_check(1)").fetchone()
            if found != "ok":
                raise _damaged(path, found)
        if writable and version == USER_VERSION:
            db.executescript(_WRITING)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise in_use(path) from error
        raise _damaged(path, error) from error
    except sqlite3.DatabaseError as error:
        raise _damaged(path, error) from error
    return version


def _lock(db: sqlite3.Connection) -> None:
    """Take the file for this process until it is closed."""
    db.execute("BEGIN EXCLUSIVE")
    db.execute("COMMIT")


def _check_identity(db: sqlite3.Connection, path: Path) -> int:
    """It is ours, not newer than us, and holds nothing but our tables; its format."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    found = {row[0] for row in db.execute(QUERY)}
    if application != APPLICATION_ID:
        raise LibraryError(
            f"“{path}” is not an Annotator library but another program’s database; name another file."
            if found
            else f"The library “{path}” is damaged: it holds nothing; use a backup of it."
        )
    if version > USER_VERSION:
        raise LibraryError(
            f"The library “{path}” was made by a newer version of Annotator (format {version}, "
            f"this one reads {USER_VERSION}); update Annotator to open it."
        )
    known = OLDER.get(version, OBJECTS)
    if found != known:
        odd = ", ".join(sorted(found ^ known)[:2])
        raise LibraryError(f"“{path}” is not an Annotator library as we make them ({odd}); use a backup of it.")
    return int(version)


def in_use(path: Path) -> LibraryInUse:
    """The sentence for a library that another process holds."""
    return LibraryInUse(f"The library “{path}” is open in another Annotator; close it there, or work in its window.")


def _damaged(path: Path, detail: object) -> LibraryError:
    return LibraryError(
        f"The library “{path}” is damaged ({detail}); it was not touched: make a copy of it and use a backup."
    )
