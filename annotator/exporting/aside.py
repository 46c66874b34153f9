"""Writing a file aside and renaming it: under its name there is the old one or the whole new one, never a part.

In the target's own folder, readable by this user alone, on disk before it gets its name.
"""

import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotator.exporting.errors import ExportError, refused

_SHARED = os.name == "nt"
"""Where others can hold a file that is to be replaced."""

_TRIES = 5
"""A virus scanner or an indexer on Windows holds a new file for some moments (as calibre, `filenames.py`)."""

_WAIT = 0.05
"""Seconds before the second try, then twice as long each time."""


@contextmanager
def written_aside(target: Path) -> Iterator[BinaryIO]:
    """A file to write, which becomes `target` where the block ends well, and is removed where it does not.

    Raises ExportError: no such folder, not a file, read-only, no permission, no space.
    """
    target = _checked(target)
    try:
        handle, name = tempfile.mkstemp(prefix=".annotator-", suffix=".part", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            _rename(Path(name), target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _sync_folder(target.parent)
    except OSError as error:
        raise refused(target, error) from error


def _checked(target: Path) -> Path:
    """The file that is really meant, links followed. Raises ExportError where it cannot be written."""
    try:
        target = target.resolve()
        if not target.parent.is_dir():
            raise ExportError(f"The folder “{target.parent}” does not exist; make it, or choose another one.")
        mode = target.stat().st_mode if target.exists() else None
    except OSError as error:
        raise refused(target, error) from error
    if mode is None:
        return target
    if stat.S_ISDIR(mode):
        raise ExportError(f"“{target}” is a folder; name a file in it.")
    if not stat.S_ISREG(mode):
        raise ExportError(f"“{target}” is not a regular file; name another one, or “-” for the standard output.")
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise ExportError(f"“{target}” is read-only, so it was left as it is; choose another name.")
    return target


def _rename(written: Path, target: Path) -> None:
    for nth in range(_TRIES):
        try:
            written.replace(target)
        except PermissionError:
            if not _SHARED or nth == _TRIES - 1:
                raise
            time.sleep(_WAIT * 2**nth)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """On POSIX a name is on disk when its folder is."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
