"""Paragraphs: the lines that hold more than white space.

A paragraph is its line as it is, without the line break: every character that is not blank is in exactly one.
"""

from bisect import bisect_left
from collections.abc import Sequence

from annotator.text.span import Span


def paragraphs(text: str) -> list[Span]:
    """All paragraphs, in order."""
    found, start, end = [], 0, 0
    while end < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        # Slicing is what costs here, so only a line that begins with white space is looked at whole.
        if start < end and not (text[start].isspace() and text[start:end].isspace()):
            found.append((start, end))
        start = end + 1
    return found


def paragraph_at(text: str, offset: int) -> Span | None:
    """The paragraph that holds the offset or ends at it; None on a blank line."""
    start, end = line_at(text, offset)
    return None if start == end or text[start:end].isspace() else (start, end)


def paragraph_number(numbered: Sequence[Span], offset: int) -> int:
    """Which of the paragraphs holds the offset, counted from 1; between two it is the first, before all of them 0."""
    return bisect_left(numbered, (offset + 1,))


def line_at(text: str, offset: int) -> Span:
    """The line that the offset is in, blank or not, without its line break."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end
