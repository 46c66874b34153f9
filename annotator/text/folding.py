"""Letters as a search compares them: without capitals and accents, as long as before.

An offset in folded words is the same offset in the words. Marks that stand alone (the vowel points of Arabic and
Hebrew) stay where they are.
"""

import re
from functools import cache
from unicodedata import normalize

MARK = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]"
)
"""A mark on the letter before it, which many leave out; with the stroke that only lengthens Arabic words."""

_SAME = {"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه"}
"""Arabic letters that are written for one another, by country and by habit."""


def folded(words: str) -> str:
    """The words without capitals and accents."""
    return words.lower() if words.isascii() else "".join(map(_letter, words))


def bare(words: str) -> str:
    """The same without the marks that stand alone: shorter where there were some."""
    return MARK.sub("", folded(words))


@cache
def _letter(letter: str) -> str:
    """One for one: the letter that becomes two in lower case (İ) becomes the first of them."""
    apart = normalize("NFD", letter)
    plain = apart[0] if MARK.match(apart, 1) else letter
    return _SAME.get(plain) or plain.lower()[0]
