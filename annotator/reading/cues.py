"""Cues of SubRip (.srt) and WebVTT (.vtt) files: when something is said, and its lines as they are heard.

Tags, positions, notes and styles are no words. Lines that belong to no cue, as some programs write them behind an empty
line, belong to the one before: nothing that is said is lost.
"""

import html
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}")
_NO_CUE = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP-MAP)(?:[\s:=]|\Z)")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,99})?[ \t]+([^<>]{1,200})>")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>|</?[\d:.]{1,20}>|\{\\[^{}]{0,200}\}")
_ROLLING = 0.25
"""Captions of which a greater share begins with what the one before ended with roll: each line is shown twice."""


class Line(NamedTuple):
    """Words, and the voice that the file names for them, or ""."""

    voice: str
    words: str


class Cue(NamedTuple):
    """Lines from `start` to `end`, in milliseconds."""

    start: int
    end: int
    lines: list[Line]


def cues(text: str) -> Iterator[Cue]:
    """The cues of a file in its order, without those that hold no words."""
    cue: Cue | None = None
    for block in _blocks(text):
        if _NO_CUE.match(block[0]):
            continue
        for number, line in enumerate(block):
            if found := _TIMING.match(line):
                if cue and cue.lines:
                    yield cue
                cue = Cue(_milliseconds(found, 1), _milliseconds(found, 5), [])
            elif cue and not _is_number(block, number):
                cue.lines.extend(_lines(line, cue.lines[-1].voice if cue.lines else ""))
    if cue and cue.lines:
        yield cue


def once(found: list[Cue]) -> list[Cue]:
    """The cues with what rolls taken once; as they are where nothing does."""
    shared = [0, *(_shared(before.lines, cue.lines) for before, cue in pairwise(found))]
    if sum(map(bool, shared)) <= _ROLLING * len(found):
        return found
    rest = (cue._replace(lines=cue.lines[known:]) for cue, known in zip(found, shared, strict=True))
    return [cue for cue in rest if cue.lines]


def _shared(before: list[Line], lines: list[Line]) -> int:
    """How many lines at the start are the last ones of the cue before."""
    longest = min(len(before), len(lines), 9)
    return next((n for n in range(longest, 0, -1) if before[-n:] == lines[:n]), 0)


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in text.splitlines():
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _is_number(block: list[str], number: int) -> bool:
    """Whether a line is the name of the cue that begins below it."""
    return number + 1 < len(block) and bool(_TIMING.match(block[number + 1]))


def _lines(line: str, voice: str) -> Iterator[Line]:
    """A line in parts, one for each voice; one that names none goes on with the voice of the line before."""
    first, *parts = _VOICE.split(line)
    for name, words in [(voice, first), *zip(parts[::2], parts[1::2], strict=True)]:
        said = " ".join(html.unescape(_TAG.sub("", words)).split())
        if said:
            yield Line(" ".join(html.unescape(name).split()), said)


def _milliseconds(found: re.Match[str], first: int) -> int:
    hours, minutes, seconds, fraction = found.group(first, first + 1, first + 2, first + 3)
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(fraction.ljust(3, "0"))
