"""What stands between two lines of a paragraph: a blank, nothing, or the hyphen of a word that was divided."""

import re
from collections import Counter
from collections.abc import Iterable

from annotator.reading.glyphs import HYPHEN

_ENDS_DIVIDED = re.compile(rf"(?<![\w-])([^\W\d_]+)[-\u00ad{HYPHEN}]\Z")
_GOES_ON = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HAN = "\u3001-\u30ff\u3400-\u9fff\uff01-\uff60"
_NO_BLANKS = re.compile(f"[{_HAN}][{_HAN}\\w]|\\w[{_HAN}]")
_ENDS_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s]*[/\-_.=?&]\Z")
_ENDS_COMPOUND = re.compile(r"\S-\Z|\u2014\Z")
_PREFIXES = frozenset(("self", "non", "ex", "well", "vice", "pre", "anti", "semi", "all", "half", "so"))

_DIVIDING = 0.02
"""The share of lines that end in a hyphen where words are divided at all: compounds alone are rarer."""

_ENOUGH = 30
"""Lines from which on that share tells something."""


class Hyphens:
    """Joins lines, knowing all words of the text: one that stands elsewhere in one piece was divided by its line."""

    def __init__(self, lines: Iterable[str]) -> None:
        texts = list(lines)
        self._words = Counter(word.lower() for text in texts for word in _WORD.findall(text))
        ended = sum(bool(_ENDS_DIVIDED.search(text)) for text in texts)
        self._divides = len(texts) < _ENOUGH or ended >= _DIVIDING * len(texts)

    def join(self, before: str, after: str) -> tuple[str, str]:
        """The end of one line and what is put before the next one: ("bud", "") and "get" are "budget"."""
        divided, goes_on = _ENDS_DIVIDED.search(before), _GOES_ON.match(after)
        if divided and goes_on:
            return self._mended(before, divided[1], goes_on[0])
        before = self.ended(before)
        glued = _NO_BLANKS.fullmatch(before[-1:] + after[:1]) or _ENDS_ADDRESS.search(before)
        return before, "" if glued or _ENDS_COMPOUND.search(before) else " "

    def ended(self, line: str) -> str:
        """A line behind which nothing follows: its hyphen is one."""
        return f"{line[:-1]}-" if line.endswith(HYPHEN) else line

    def _mended(self, before: str, first: str, second: str) -> tuple[str, str]:
        whole = self._is_whole(first.lower(), second.lower()) and second[0].islower()
        return (before[:-1], "") if whole else (f"{before[:-1]}-", "")

    def _is_whole(self, first: str, second: str) -> bool:
        """Whether the hyphen is the line's, not the word's."""
        compound, joined = self._words[f"{first}-{second}"], self._words[first + second]
        if compound != joined:
            return joined > compound
        if first in _PREFIXES or (self._words[first] > 1 and self._words[second] > 1):
            return False
        return self._divides
