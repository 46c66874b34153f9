"""Words, by the standard library: precise enough to snap a selection, and quick enough to do so while it is dragged.

A word may hold apostrophes, hyphens, and the points and commas of a number; "U.S." and "a.m." are words with all
their points. Where nothing in the writing tells words apart, each character is one, as its reader takes it: Han and
hiragana, and in Thai, Lao, Khmer and Burmese a letter with its vowels and what is written below it. A run of katakana
is a word.
"""

import re
from collections.abc import Iterator
from functools import cache

from annotator.text.span import Span

# Python's \w leaves combining marks out, so those of the scripts in use are named: whole blocks where they are mixed.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0963\u0971-\u0df3\u0e31\u0e34-\u0e3a"
    "\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece\u0f18\u0f19\u0f71-\u0f84\u0f90-\u0fbc\u102b-\u103e\u1056-\u1059"
    "\u135d-\u135f\u17b4-\u17d3\u180b-\u180d\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\u3099\u309a"
    "\ufe00-\ufe0f\ufe20-\ufe2f"
)
_UNSPACED = "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_THAI_LAO = "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd\u0ec0-\u0ec6\u0edc-\u0edf"
_BEFORE, _BEHIND = "\u0e40-\u0e44\u0ec0-\u0ec4", "\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3"
"""Their vowels that are written before a letter, and behind it."""
_STACKED = "\u1000-\u102a\u103f\u1050-\u1055\u1780-\u17b3"
"""Burmese and Khmer: behind a sign of its own (1039, 17d2) a letter stands below the one before."""
_LETTER = rf"[^\W{_UNSPACED}{_KATAKANA}{_THAI_LAO}{_STACKED}]"
_REST = rf"(?:{_LETTER}|[{_MARKS}])"
_HEBREW = "[\u05d0-\u05ea]"
_LONGEST = 200
"""A word cut off at this many code points is no word of any language."""


def goes_on(text: str, offset: int) -> bool:
    """Whether a word may go on across the offset, by the two characters there alone: quick, and blind to “re-elect”."""
    return offset > 0 and _pair().match(text, offset - 1) is not None


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words between two offsets, in order."""
    return list(_words(text, start, len(text) if end is None else end))


def word_at(text: str, offset: int) -> Span | None:
    """The word that holds the offset, else the one that ends at it, else None."""
    low = high = offset
    while low > 0 and offset - low < _LONGEST and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and high - offset < _LONGEST and not text[high].isspace():
        high += 1
    near = [span for span in _words(text, low, high) if span[0] <= offset <= span[1]]
    return near[-1] if near else None


def _words(text: str, start: int, end: int) -> Iterator[Span]:
    return (match.span() for match in _word().finditer(text, start, end))


@cache
def _pair() -> re.Pattern[str]:
    others = (f"[{_KATAKANA}]{{2}}", rf"{_LETTER}{{2}}")
    return re.compile(rf".[{_MARKS}]|" + "|".join(f"(?:{pair})" for pair in others))


@cache
def _word() -> re.Pattern[str]:
    """Compiled when first asked for: it takes 7 ms, which a window that opens does not have."""
    return re.compile(
        rf"[{_UNSPACED}](?>[{_MARKS}]*)"
        rf"|[{_KATAKANA}](?>[{_KATAKANA}{_MARKS}]*)"
        rf"|[{_BEFORE}]?[{_THAI_LAO}](?>[{_MARKS}{_BEHIND}]*)"
        rf"|[{_STACKED}](?>(?:[\u1039\u17d2][{_STACKED}]|[{_MARKS}])*)"
        r"|(?<![^\W_])(?:[^\W\d_]\.){2,}"
        rf"|{_LETTER}(?>{_REST}*)"
        rf"(?>(?:(?:['’ʼ\-\u2010\u2011](?={_LETTER})|(?<=\d)[.,](?=\d)|(?<={_HEBREW})[\"״](?={_HEBREW}))(?>{_REST}+))*)"
    )
