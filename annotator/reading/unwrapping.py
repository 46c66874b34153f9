"""Lines of mail as passages: mail breaks lines where they are full, not where a paragraph ends.

Where the mail says so (`format=flowed`, RFC 3676) lines that end in a blank go on; else a line goes on if the first
word of the next had no room in it, the room being that of the longest line. Each depth of quotation has its own.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from annotator.model.words import Role

_QUOTED = re.compile(r"(?:> ?)+")
_ITEM = re.compile(r"(?:[-*•–]|\d{1,3}[.)])\s+\S")
_SIGNATURE = "--"
_LEAST, _MOST = 50, 80
"""Characters of the longest line of a text that is wrapped; one with longer lines is not."""


class Flow(NamedTuple):
    """What the mail says of its lines: whether blanks at their ends mean that they go on, and whether those go then."""

    flowed: bool = False
    delsp: bool = False


class _Line(NamedTuple):
    depth: int
    words: str


def passages(text: str, flow: Flow) -> Iterator[tuple[str, Role]]:
    """The passages of a text and what they are; quoted ones keep their marks, once each."""
    for depth, group in groupby(map(_line, text.splitlines()), lambda line: line.depth):
        lines = [line.words for line in group]
        room = 0 if flow.flowed else _room(lines)
        for words in _joined(lines, flow, room):
            item = Role.LIST_ITEM if _ITEM.match(words) else Role.PARAGRAPH
            yield (f"{'>' * depth} {words}", Role.QUOTATION) if depth else (words, item)


def _line(line: str) -> _Line:
    found = _QUOTED.match(line)
    return _Line(found[0].count(">"), line[found.end() :]) if found else _Line(0, line)


def _room(lines: list[str]) -> int:
    """How long a line can be; 0 where none is broken."""
    longest = max((len(line.rstrip()) for line in lines if " " in line.strip() and "://" not in line), default=0)
    return longest if _LEAST <= longest <= _MOST else 0


def _joined(lines: list[str], flow: Flow, room: int) -> Iterator[str]:
    parts: list[str] = []
    before = ""
    for line in lines:
        words = line.removeprefix(" ") if flow.flowed else line.strip()
        if parts and not (words.strip() and _goes_on(before, words, flow, room)):
            yield "".join(parts)
            parts = []
        if words.strip():
            parts.append((_between(before, flow) if parts else "") + words.strip())
        before = words
    if parts:
        yield "".join(parts)


def _goes_on(before: str, words: str, flow: Flow, room: int) -> bool:
    if before.strip() == _SIGNATURE or words.strip() == _SIGNATURE:
        return False
    if flow.flowed:
        return before.endswith(" ")
    return not _ITEM.match(words) and len(before) + 1 + len(words.split(maxsplit=1)[0]) > room > 0


def _between(before: str, flow: Flow) -> str:
    return "" if flow.flowed and flow.delsp and before.endswith(" ") else " "
