"""What was pasted or typed becomes a story, as a file would: its bytes are kept as the original."""

from datetime import datetime
from pathlib import PurePath

from annotator.progress import Report, silent
from annotator.reading import Asked, Reading, UnreadableFile, read_bytes, suffixes

_LONGEST_NAME = 60
_ENCODING = "utf-8"
_PAGE = "<!DOCTYPE html>\n"
"""What a browser puts on the clipboard is a piece of a page: with this it is known as one."""


def read_pasted(text: str, html: str = "", name: str = "", report: Report = silent) -> Reading:
    """Read what was pasted: where it is rich text and web pages can be read, all of that; else its plain words.

    `name` is that of the original, without a suffix. Raises UnreadableFile.
    """
    name = name or f"Pasted {datetime.now().astimezone():%Y-%m-%d %H.%M}"
    if html.strip() and ".html" in suffixes():
        try:
            return _read(f"{_PAGE}{html}", f"{name}.html", report)
        except UnreadableFile:
            if not text.strip():
                raise
    return _read(text, f"{name}.txt", report)


def read_typed(title: str, text: str, report: Report = silent) -> Reading:
    """Read what was typed, the title as its headline."""
    title = " ".join(title.split())
    words = f"{title}\n\n{text}" if title else text
    return read_pasted(words, name=_name_of(title), report=report)


def _read(words: str, name: str, report: Report) -> Reading:
    """Half a character, which the clipboard may hold, is no character in any original."""
    return read_bytes(words.encode(_ENCODING, "replace"), name, report, Asked(encoding=_ENCODING, whole=True))


def _name_of(title: str) -> str:
    """A name that is one: no folders, and no longer than a list shows."""
    return PurePath(title.replace("/", "-").replace("\\", "-")[:_LONGEST_NAME].strip()).name
