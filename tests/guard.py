"""What the program must never do, held by an audit hook over the whole suite.

No socket of the network; no process but the reader's child; nothing written but in the folder of temporary files, where
every test has its home. It is the program's own doing that counts, and what it makes libraries do: tests start
processes and write golden files as they need.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_PROGRAM, _TESTS = (f"{ROOT / name}{os.sep}" for name in ("annotator", "tests"))
_CHILD = str(ROOT / "annotator" / "reading" / "child.py")

_NETWORK = {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}
_PROCESSES = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty", "pty.spawn"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_HARMLESS = (os.path.realpath(tempfile.gettempdir()) + os.sep, os.devnull)

seen: list[str] = []
"""What was refused since the test began."""


class ForbiddenError(AssertionError):
    """The program did what it must never do."""


def install() -> None:
    """From now on, for as long as this process lives: an audit hook cannot be taken away."""
    sys.addaudithook(_hear)


def _hear(event: str, told: tuple[object, ...]) -> None:
    if event == "open":
        path, _mode, flags = told
        wrong = isinstance(flags, int) and flags & _WRITING and not _is_harmless(path)
    elif event == "sqlite3.connect":
        wrong = not _is_harmless(told[0])
    else:
        wrong = event in _NETWORK or event in _PROCESSES
    if wrong and (by := _by_program()) and not (event in _PROCESSES and by == _CHILD):
        seen.append(f"{event} {told[:2]!r} by {by}")
        raise ForbiddenError(seen[-1])


def _is_harmless(path: object) -> bool:
    """Whether a file may be written: temporary, or no file at all."""
    if isinstance(path, int):
        return True
    name = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else ""
    name = name.removeprefix("file:").partition("?")[0]
    return name in ("", ":memory:") or f"{os.path.realpath(name)}{os.sep}".startswith(_HARMLESS)


def _by_program() -> str:
    """The file of the program that did it; empty where a test did, or Python by importing."""
    for name in _files():
        if name.startswith(("<frozen importlib", _TESTS)):
            return ""
        if name.startswith(_PROGRAM):
            return name
    return ""


def _files() -> Iterator[str]:
    """From whoever the hook interrupted outwards."""
    frame = sys._getframe(3)
    while frame:
        yield frame.f_code.co_filename
        frame = frame.f_back
