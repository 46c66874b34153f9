"""Grapheme clusters: what a reader takes for one character is never cut.

Only the two ends of a span are looked at. Between two plain characters there is always a boundary (UAX #29, GB999), so
most ends are told without the `regex` module, which is imported when the first one is not.
"""

import re
from functools import cache

from annotator.text.span import Span, trim

LONGEST = 1_000
"""A cluster is looked at this many code points far in each direction; a longer pile of marks may be cut."""

# Letters and punctuation that neither extend a cluster nor begin one: no marks, joiners, emoji, jamo, flags.
_PLAIN = (
    "\\s\x20-\x7e\xa1-\xa8\xaa-\xac\xaf-\u02ff\u0370-\u0482\u048a-\u0559\u05d0-\u05ea\u0620-\u064a\u0660-\u066f"
    "\u1e00-\u200a\u2010-\u2027\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u3400-\u9fff\uff01-\uff60"
)


def is_boundary(text: str, offset: int) -> bool:
    """Whether no grapheme cluster goes on across this offset."""
    return _cluster_across(text, offset) == (offset, offset)


def snap_graphemes(text: str, start: int, end: int) -> Span:
    """The span widened outwards, as little as needed to cut no grapheme cluster."""
    return _cluster_across(text, start)[0], _cluster_across(text, end)[1]


def tidy(text: str, start: int, end: int) -> Span:
    """What a user means by this selection: whole clusters without outer white space; empty if there is nothing else.

    A blank that carries a mark is no white space, so the ends are snapped again after trimming.
    """
    start, end = trim(text, *snap_graphemes(text, start, end))
    return snap_graphemes(text, start, end) if start < end else (start, end)


def _cluster_across(text: str, offset: int) -> Span:
    """The cluster that goes on across the offset, or the empty span at it."""
    if 0 < offset < len(text) and not _plain_pair().match(text, offset - 1):
        earliest = max(0, offset - LONGEST)
        low = text.rfind("\n", earliest, offset) + 1 or earliest
        for cluster in _clusters().finditer(text, low, offset + LONGEST):
            if cluster.end() > offset:
                return cluster.span() if cluster.start() < offset else (offset, offset)
    return offset, offset


@cache
def _plain_pair() -> re.Pattern[str]:
    return re.compile(f"[{_PLAIN}]{{2}}")


@cache
def _clusters() -> re.Pattern[str]:
    import regex

    pattern: re.Pattern[str] = regex.compile(r"\X")
    return pattern
