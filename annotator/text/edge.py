"""Edges: whole words around a selection, and where one edge of it goes next, in the order of the text."""

from annotator.text.cluster import is_boundary, snap_graphemes
from annotator.text.span import Span
from annotator.text.word import word_at, words

_NEAR, _REACH = 60, 1_000
"""Code points that are looked through for the next word, first the near ones; without one, the edge goes that far."""


def snap_words(text: str, start: int, end: int) -> Span:
    """The span widened to whole words at both ends; one that begins and ends between words stays.

    Where each character is a word, as in Chinese, nothing grows. No grapheme cluster is cut.
    """
    if start >= end:
        return start, end
    return snap_graphemes(text, _word_across(text, start)[0], _word_across(text, end)[1])


def _word_across(text: str, offset: int) -> Span:
    """The word that goes on across the offset, or the empty span at it."""
    around = word_at(text, offset)
    return around if around and around[0] < offset < around[1] else (offset, offset)


def word_edge(text: str, offset: int, step: int, *, starts: bool = False) -> int:
    """Where an edge goes by one word, on (step 1) or back (-1): to the next word's end, or with `starts` to its start.

    Without another word it goes to the end of the text, or as far as is looked.
    """
    for reach in (_NEAR, _REACH):
        low = snap_graphemes(text, max(0, offset - reach), offset)[0] if step < 0 else offset
        high = snap_graphemes(text, offset, min(len(text), offset + reach))[1] if step > 0 else offset
        near = words(text, _word_across(text, low)[0], _word_across(text, high)[1])
        edges = (first if starts else last for first, last in near)
        beyond = [edge for edge in edges if low <= edge <= high and edge != offset and is_boundary(text, edge)]
        if beyond:
            return min(beyond) if step > 0 else max(beyond)
    return high if step > 0 else low


def character_edge(text: str, offset: int, step: int) -> int:
    """Where an edge goes by one character as a reader sees it, on (step 1) or back (-1); stays at the text's ends."""
    beyond = min(max(offset + step, 0), len(text))
    return snap_graphemes(text, beyond, beyond)[step > 0]
