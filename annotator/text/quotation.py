"""The quotation under the caret, whatever marks a language quotes with.

A mark that can open in one language closes in another (“ in German, » in Danish), so it closes what is open and opens
otherwise. Apostrophes are no quotation marks.
"""

import re
from collections.abc import Iterator

from annotator.text.paragraph import line_at
from annotator.text.span import REACH, Span

_CLOSERS = {
    "“": "”",
    "”": "”",  # Swedish, Finnish
    "„": "“”",
    "‟": "”",
    "‘": "’",
    "‚": "‘’",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    '"': '"',
    "「": "」",
    "『": "』",
    "〝": "〞〟",
}
_DEEPEST = 8
"""Quotations nest no deeper in any prose; a mark is matched with no more than so many open ones."""

_MARK = re.compile('[“”„‟‘’‚«»‹›"「」『』〝〞〟]')


def quotation_at(text: str, offset: int) -> Span | None:
    """The innermost quotation that holds the offset or ends at it, with its marks; None if there is none.

    It lies within one paragraph. A paragraph that opens with a mark and never closes it is a quotation that goes on
    in the next paragraph: it is all of it.
    """
    start, end = line_at(text, offset)
    near = _quotations(text, max(start, offset - REACH), min(end, offset + REACH))
    around = [(offset == last, last - first, first, last) for first, last in near if first <= offset <= last]
    return min(around)[2:] if around else None


def _quotations(text: str, start: int, end: int) -> Iterator[Span]:
    opened: list[int] = []
    for mark in _MARK.finditer(text, start, end):
        at = mark.start()
        if _is_apostrophe(text, at, end):
            continue
        back = next((n for n, o in enumerate(opened[: -_DEEPEST - 1 : -1], 1) if mark[0] in _CLOSERS[text[o]]), 0)
        if back and _can_close(text, at, end):
            yield opened[-back], mark.end()
            del opened[-back:]
        elif mark[0] in _CLOSERS and _can_open(text, at, end):
            opened.append(at)
    if opened and not text[start : opened[0]].strip():
        yield opened[0], start + len(text[start:end].rstrip())


def _is_apostrophe(text: str, at: int, end: int) -> bool:
    """A mark between two letters: an apostrophe, a Hebrew gershayim, or inches."""
    return text[at] in '’‘"' and at > 0 and at + 1 < end and text[at - 1].isalnum() and text[at + 1].isalnum()


def _can_close(text: str, at: int, end: int) -> bool:
    return at + 1 == end or not text[at + 1].isalnum() or not text[at - 1].isspace()


def _can_open(text: str, at: int, end: int) -> bool:
    return at + 1 < end and (text[at] in "«‹" or not text[at + 1].isspace())
