"""The reader's child: a process kept warm that reads what C libraries read, ended by its pid when it must stop.

Such a library cannot be interrupted in a thread, and a crash of it costs one sentence here, not the window. What goes
in is one file, what comes back is JSON: nothing that a broken child says is run.
"""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from annotator.model.documents import Block, Document, LeftOut, Link, Place
from annotator.model.words import Role
from annotator.progress import Report
from annotator.reading.damage import DAMAGE
from annotator.reading.files import Asked, File
from annotator.reading.pages import SECONDS, Page, Wanted, drawn, page
from annotator.reading.reader import Reader
from annotator.reading.unreadable import Code, Refused

WORD = "_read-for-parent"
"""The word on the command line that makes a process the child, as `cli.table` knows it too."""

_PAGE = ""
"""Where the name of a reader would stand: a page is to be drawn."""

_MEMORY = 2 << 30
"""Bytes of address space, where the system can hold a process to it: above any article, below what hurts a laptop."""

_TICK = 0.05
"""Seconds between two looks at whether the user has had enough."""

_LENGTH = 8


class _Child:
    """One child process; it reads one file after another."""

    def __init__(self) -> None:
        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "annotator"]
        hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        self._process = subprocess.Popen(  # noqa: S603 - ourselves
            [*program, WORD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=hidden,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, question: list[Any], data: bytes, seconds: float, report: Report) -> dict[str, Any]:
        """What the child answers. Whatever `report` raises ends the child; so does the end of its time."""
        answers: list[dict[str, Any] | None] = []
        asking = threading.Thread(target=self._exchange, args=(question, data, answers), daemon=True)
        asking.start()
        began = time.monotonic()
        try:
            while asking.is_alive():
                report(0, len(data))
                _check(time.monotonic() - began, seconds)
                asking.join(_TICK)
        except BaseException:
            self.end()
            raise
        if not answers or answers[0] is None:
            self.end()
            raise Refused(Code.NO_READER)
        return answers[0]

    def _exchange(self, question: list[Any], data: bytes, answers: list[dict[str, Any] | None]) -> None:
        assert self._process.stdin
        assert self._process.stdout
        try:
            for part in (json.dumps(question).encode(), data):
                _send(self._process.stdin, part)
            answers.append(json.loads(_receive(self._process.stdout)))
        except (OSError, EOFError, ValueError):
            answers.append(None)

    def end(self) -> None:
        """End the process at once and wait until it is gone."""
        with suppress(OSError):
            self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()


def _check(seconds: float, most: float) -> None:
    if seconds > most:
        raise Refused(Code.TOO_SLOW, f"{most:.0f} seconds")


_idle: list[_Child] = []
_lock = threading.Lock()


@contextmanager
def _a_child() -> Iterator[_Child]:
    """A warm child, or a new one; it is kept for the next file if it still lives."""
    with _lock:
        child = _idle.pop() if _idle else None
    if child is None or not child.alive:
        child = _Child()
    yield child
    with _lock:
        _idle.append(child)


def read_apart(reader: Reader, file: File, report: Report) -> Document:
    """Read the file in a child. Raises Refused; and what `report` raises, within a twentieth of a second."""
    question = [reader.name, os.fsencode(file.path).hex(), file.sha256, *file.asked]
    return _document(_asked(question, file.data, reader.apart, report)["document"])


def draw_apart(wanted: Wanted, data: bytes, report: Report) -> Page:
    """Draw a page of a PDF in a child. Raises Refused, and what `report` raises."""
    return page(_asked([_PAGE, *wanted], data, SECONDS, report))


def _asked(question: list[Any], data: bytes, seconds: float, report: Report) -> dict[str, Any]:
    with _a_child() as child:
        answer = child.ask(question, data, seconds, report)
    if "code" in answer:
        raise Refused(Code(answer["code"]), answer["detail"])
    return answer


def close() -> None:
    """End the children that wait for work; they would end by themselves with this process."""
    with _lock:
        while _idle:
            _idle.pop().end()


def _document(told: dict[str, Any]) -> Document:
    """A Document again. A broken child can tell nonsense, which is refused by the types of what is made here."""
    lists: dict[str, Any] = {
        "blocks": tuple(Block(start=b["start"], end=b["end"], role=Role(b["role"])) for b in told.pop("blocks")),
        "links": tuple(Link(**link) for link in told.pop("links")),
        "places": tuple(Place(**place) for place in told.pop("places")),
        "left_out": tuple(LeftOut(**part) for part in told.pop("left_out")),
        "warnings": tuple(told.pop("warnings")),
    }
    return Document(**told, **lists)


def serve(readers: tuple[Reader, ...]) -> int:
    """Be the child: read what comes in until the parent is gone. The exit code."""
    _limit_memory()
    source, sink = os.fdopen(0, "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a library that prints must not break the talk
    by_name = {reader.name: reader for reader in readers}
    while True:
        try:
            question, data = json.loads(_receive(source)), _receive(source)
        except EOFError:
            return 0
        _send(sink, json.dumps(_answer(by_name, question, data)).encode())


def _answer(readers: dict[str, Reader], question: list[Any], data: bytes) -> dict[str, Any]:
    name, *rest = question
    try:
        if name == _PAGE:
            return drawn(data, Wanted(*rest))
        path, sha256, *asked = rest
        file = File(Path(os.fsdecode(bytes.fromhex(path))), data, sha256, Asked(*asked))
        return {"document": asdict(readers[name].read(file, lambda _done, _total: None))}
    except Refused as refused:
        return {"code": refused.code, "detail": refused.detail}
    except DAMAGE:
        return {"code": Code.DAMAGED, "detail": ""}


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _send(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(len(data).to_bytes(_LENGTH))
    pipe.write(data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes:
    length = int.from_bytes(_exactly(pipe, _LENGTH))
    return _exactly(pipe, length)


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return data
