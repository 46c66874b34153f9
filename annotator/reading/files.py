"""From a path to the bytes of an ordinary file: checked before it is opened, read once, hashed as it is read.

Text never comes from a second look at the disk: what was hashed is what is decoded and what is kept.
"""

import errno
import os
import stat
from io import RawIOBase
from pathlib import Path
from typing import NamedTuple

from annotator.progress import Report
from annotator.reading.unreadable import Code, UnreadableFile

_CHUNK = 1 << 23
"""Bytes between two reports: most articles are one chunk, which is then never copied."""

_SHARING_VIOLATIONS = (32, 33)  # Windows: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_CODES = {
    errno.ENOENT: Code.MISSING,
    errno.ENOTDIR: Code.MISSING,
    errno.ELOOP: Code.LINK_LOOP,
    errno.ENAMETOOLONG: Code.BAD_NAME,
    errno.EINVAL: Code.BAD_NAME,
    errno.EACCES: Code.NO_PERMISSION,
    errno.EPERM: Code.NO_PERMISSION,
    errno.EISDIR: Code.FOLDER,
    errno.EBUSY: Code.IN_USE,
    errno.ETXTBSY: Code.IN_USE,
}


class Asked(NamedTuple):
    """How the user wants a file read: in this encoding instead of the one found; with all that is usually left out."""

    encoding: str = ""
    whole: bool = False


AS_IT_IS = Asked()
"""Nothing asked."""


class File(NamedTuple):
    """A file's bytes as they were read once, and their sha256 in hexadecimal."""

    path: Path
    data: bytes
    sha256: str
    asked: Asked = AS_IT_IS


def load(path: Path, limit: int, report: Report) -> File:
    """Read an ordinary file of at most `limit` bytes; report in bytes.

    Raises UnreadableFile; whatever `report` raises to stop the work goes through.
    """
    try:
        _check(path, path.stat(), limit)
        # A pipe put in the file's place since would block for ever; O_BINARY exists on Windows only.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        with os.fdopen(os.open(path, flags), "rb", buffering=0) as file:
            opened = os.fstat(file.fileno())
            _check(path, opened, limit)
            return _read(path, file, opened.st_size, report)
    except OSError as error:
        raise refusal(path, error) from error
    except ValueError as error:  # a NUL, or a lone surrogate, in the name
        raise UnreadableFile(Code.BAD_NAME, path) from error


def _read(path: Path, file: RawIOBase, size: int, report: Report) -> File:
    """Read no further than the size at the start: a file that grows meanwhile is taken as it was."""
    import hashlib  # brings OpenSSL along: 4 ms that a window which opens does not have

    digest, chunks, done = hashlib.sha256(), [], 0
    while chunk := file.read(min(_CHUNK, size - done)):
        digest.update(chunk)
        chunks.append(chunk)
        done += len(chunk)
        report(done, size)
    return File(path, b"".join(chunks), digest.hexdigest())


def _check(path: Path, found: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableFile(Code.FOLDER, path)
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableFile(Code.NOT_A_FILE, path)
    if os.name == "posix" and not found.st_mode & 0o444:  # root could read it, but nobody is meant to
        raise UnreadableFile(Code.NO_PERMISSION, path)
    if not found.st_size:
        raise UnreadableFile(Code.EMPTY, path)
    if found.st_size > limit:
        sizes = f"{found.st_size / 1e6:,.0f} MB; Annotator reads up to {limit / 1e6:,.0f} MB"
        raise UnreadableFile(Code.TOO_LARGE, path, sizes)


def refusal(path: Path, error: OSError) -> UnreadableFile:
    """Why the system does not let us have this file or folder."""
    if getattr(error, "winerror", None) in _SHARING_VIOLATIONS:
        return UnreadableFile(Code.IN_USE, path)
    code = _CODES.get(error.errno or 0, Code.SYSTEM)
    if code is Code.MISSING and path.is_symlink():
        code = Code.DANGLING_LINK
    return UnreadableFile(code, path, (error.strerror or type(error).__name__).lower())
