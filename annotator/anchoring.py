"""Where marked words are: offsets in one version's text, and the words around them that tell them apart in another.

As in the W3C Web Annotation model (TextPositionSelector and TextQuoteSelector): code points, logical order.
"""

from collections.abc import Iterable

from annotator.errors import AnnotatorError
from annotator.model.annotations import Anchor
from annotator.text import Span, snap_graphemes, tidy

CONTEXT = 32
"""Code points of prefix and suffix, as Hypothesis keeps them: shorter ones match by chance."""


class BadRange(AnnotatorError):
    """Words that cannot be marked: none, only white space, or outside the text."""


def describe(text: str, ranges: Iterable[Span]) -> tuple[Anchor, ...]:
    """The anchors of these ranges of the text: tidied, sorted, and those that touch or overlap made one.

    Raises BadRange if there is no range, or one that is empty, holds only white space or reaches outside the text.
    """
    wanted = sorted(ranges)
    if not wanted:
        raise BadRange("No words are selected: select the words to mark.")
    for start, end in wanted:
        _check(text, start, end)
    spans = _merged(tidy(text, start, end) for start, end in _merged(wanted))
    return tuple(_anchor(text, start, end) for start, end in spans)


def _check(text: str, start: int, end: int) -> None:
    if start < 0 or end > len(text):
        raise BadRange(f"The range {start} to {end} is not in the article: choose one between 0 and {len(text)}.")
    if start >= end:
        raise BadRange(f"The range {start} to {end} holds no words: its end has to be greater than its start.")
    first, last = tidy(text, start, end)
    if first >= last:
        raise BadRange(f"The range {start} to {end} holds only white space: choose one with words.")


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _anchor(text: str, start: int, end: int) -> Anchor:
    """Context that would begin or end within a grapheme cluster is that cluster shorter."""
    before, after = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    prefix = text[_next_boundary(text, before) : start]
    suffix = text[end : _previous_boundary(text, after)]
    return Anchor(start=start, end=end, exact=text[start:end], prefix=prefix, suffix=suffix)


def _next_boundary(text: str, offset: int) -> int:
    return snap_graphemes(text, offset, offset)[1]


def _previous_boundary(text: str, offset: int) -> int:
    return snap_graphemes(text, offset, offset)[0]
