"""Bringing an older library up to this version, on a copy that takes its place only when it is whole.

Until then the file is not touched, so whatever fails leaves it as it was, bit for bit; afterwards it is the backup.
"""

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from annotator.library.errors import LibraryError
from annotator.library.format import USER_VERSION

_COUNTED = ("article", "version", "annotation", "span", "blob", "edit")


def bring_up(db: sqlite3.Connection, path: Path) -> Path:
    """Migrate the library behind this connection, which is closed then; the backup of what it was.

    Raises LibraryError, and sqlite3.DatabaseError where the old file is damaged.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".annotator-", suffix=".db", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise _failed(path, error.strerror) from error
    copy = Path(name)
    try:
        db.execute("VACUUM INTO ?", (name,))
        _migrate(copy)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        db.close()
        return _swap(copy, path)
    except (OSError, sqlite3.OperationalError, sqlite3.IntegrityError) as error:
        raise _failed(path, getattr(error, "strerror", None) or error) from error
    finally:
        copy.unlink(missing_ok=True)


def in_memory(db: sqlite3.Connection) -> sqlite3.Connection:
    """A read-only library as this version knows it: the file stays as it is."""
    from annotator.library.schema import migrate

    copy = sqlite3.connect(":memory:", isolation_level=None)
    with closing(db):
        db.backup(copy)
    copy.execute("PRAGMA journal_mode = MEMORY")
    migrate(copy)
    return copy


def _migrate(copy: Path) -> None:
    from annotator.library.schema import migrate

    with closing(sqlite3.connect(copy, isolation_level=None)) as db:
        before = _counts(db)
        migrate(db)
        broken = db.execute("PRAGMA foreign_key_check").fetchone()
        if broken or _counts(db) != before:
            raise sqlite3.IntegrityError("what it holds would have changed")
    with copy.open("rb+") as file:
        os.fsync(file.fileno())


def _counts(db: sqlite3.Connection) -> list[int]:
    return [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COUNTED]


def _swap(copy: Path, path: Path) -> Path:
    """Keep the old file under a name of its own, then let the copy take its place in one step."""
    copy.chmod(path.stat().st_mode & 0o777)
    backup = _free(path)
    try:
        backup.hardlink_to(path)
    except OSError:  # a file system without links
        backup.write_bytes(path.read_bytes())
        backup.chmod(path.stat().st_mode & 0o777)
    copy.replace(path)
    return backup


def _free(path: Path) -> Path:
    """`NAME.before-format-3.db`, or with a number behind it where there is one already."""
    stem, number = f"{path.stem}.before-format-{USER_VERSION}", 1
    while (name := path.with_name(f"{stem}{f'-{number}' if number > 1 else ''}.db")).exists():
        number += 1
    return name


def _failed(path: Path, why: object) -> LibraryError:
    return LibraryError(
        f"The library “{path}” is of an older format and could not be brought up to date ({why}); it is as it was: "
        "make room beside it, or copy it to where there is some."
    )
