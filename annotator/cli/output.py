"""What commands print: UTF-8 on every system, one record a line, its parts separated by tabs."""

import contextlib
import io
import re
import sys
from typing import BinaryIO

_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def use_utf8() -> None:
    """Whatever the console's own encoding is: article text fits in no other."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(*parts: object) -> None:
    """Print a line. White space in a part becomes a blank, what would turn or break the line is escaped."""
    print("\t".join(map(_on_one_line, map(str, parts))))  # noqa: T201  what a command is for


def complain(sentence: object) -> None:
    """Print a sentence on standard error, under our name."""
    with contextlib.suppress(OSError):
        print(f"annotator: {sentence}", file=sys.stderr)  # noqa: T201  the same


def binary_output() -> BinaryIO:
    """Standard output for bytes that must arrive as they are."""
    return sys.stdout.buffer


def _on_one_line(part: str) -> str:
    return _UNSHOWABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", " ".join(part.split()))
