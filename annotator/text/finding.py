"""Words found in a text: as a reader means them, not as they happen to be encoded.

Without `case`, letters are compared by case folding (ß is ss, İ is i with a dot); always, an é is an e with an accent,
a straight quote any quote of its sort, and a blank any white space, line breaks too. A hit never cuts a letter from its
accents, and begins and ends where the text's own characters do.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from annotator.text.span import Span
from annotator.text.word import goes_on

MOST = 10_000
"""Hits that are looked for: nobody walks through more, and the letter e is 500,000 times in 5 MB."""

_LONGEST = 1_000
"""Characters of what is looked for that count."""

_PIECE = 200_000
"""Characters that are folded in one go: 2 ms."""

_QUOTES = {mark: f"[{marks}]" for marks in ("'‘’‚‛ʼ", '"“”„‟«»') for mark in marks}
_MARK = "[\u0300-\u036f]"
_GROWS = re.compile(
    "[\u00df\u0130\u0149\u01f0\u0390\u03b0\u0587\u1e96-\u1e9e\u1f50-\u1f56\u1f80-\u1faf\u1fb2-\u1ffc\ufb00-\ufb17]"
)
"""Every character that may fold to more than one lies here."""


class Finder:
    """Finds in one text. Folding 5 MB takes as long as ten searches, so it is done once, when it is first needed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: _Folded | None = None

    def prepare(self) -> Iterator[None]:
        """Fold the text piece by piece, so that the first search need not; one that comes sooner does it at once."""
        pieces = []
        for at in range(0, len(self._text), _PIECE):
            if self._folded is not None:
                return
            pieces.append(self._text[at : at + _PIECE].casefold())
            yield
        self._folded = self._folded or _Folded.of(self._text, "".join(pieces))

    def find(self, words: str, *, case: bool = False, whole: bool = False, most: int = MOST) -> list[Span]:
        """The first hits in the order of the text, at most so many; none overlap. `whole`: no letter goes on."""
        pattern = _pattern(words[:_LONGEST], case=case)
        if pattern is None:
            return []
        hits: list[Span] = []
        for hit in self._hits(pattern, case=case, whole=whole):
            hits.append(hit)
            if len(hits) == most:
                break
        return hits

    def _hits(self, pattern: re.Pattern[str], *, case: bool, whole: bool) -> Iterator[Span]:
        folded = _Folded.same(self._text) if case else self._fold()
        at = 0
        while match := pattern.search(folded.text, at):
            start, end = folded.original(match.start()), folded.original(match.end())
            at = match.end()
            if start is None or end is None or (whole and not self._is_whole(start, end)):
                at = match.start() + 1
            else:
                yield start, end

    def _fold(self) -> "_Folded":
        if self._folded is None:
            self._folded = _Folded.of(self._text, self._text.casefold())
        return self._folded

    def _is_whole(self, start: int, end: int) -> bool:
        text = self._text
        return not (goes_on(text, start) or goes_on(text, end))


class _Folded:
    """A text folded, and where each of its characters came from. Folding makes a character longer, never shorter."""

    def __init__(self, text: str, grown: list[tuple[int, int]]) -> None:
        self.text = text
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._extra = [0]
        for at, length in grown:
            self._starts.append(at + self._extra[-1])
            self._ends.append(self._starts[-1] + length)
            self._extra.append(self._extra[-1] + length - 1)

    @classmethod
    def same(cls, text: str) -> "_Folded":
        return cls(text, [])

    @classmethod
    def of(cls, text: str, folded: str) -> "_Folded":
        if len(folded) == len(text):
            return cls(folded, [])
        lengths = ((match.start(), len(match[0].casefold())) for match in _GROWS.finditer(text))
        return cls(folded, [(at, length) for at, length in lengths if length > 1])

    def original(self, at: int) -> int | None:
        """The offset in the text of a place in the folded one; None in the middle of what was one character."""
        number = bisect_right(self._starts, at)
        if number and self._starts[number - 1] < at < self._ends[number - 1]:
            return None
        begins = number > 0 and at == self._starts[number - 1]
        return at - self._extra[number - begins]


def _pattern(words: str, *, case: bool) -> re.Pattern[str] | None:
    """What finds these words in a folded text; None where there is nothing to look for."""
    if not words.strip():
        return None
    plain = unicodedata.normalize("NFC", words.strip())
    folded = plain if case else unicodedata.normalize("NFC", plain.casefold())
    parts = (r"\s+" if part.isspace() else "".join(map(_either, part)) for part in re.split(r"(\s+)", folded))
    return re.compile("".join(parts) + f"(?!{_MARK})")


def _either(character: str) -> str:
    """A character in either of its two forms: é, or e and an accent."""
    if character in _QUOTES:
        return _QUOTES[character]
    apart = unicodedata.normalize("NFD", character)
    return re.escape(character) if apart == character else f"(?:{re.escape(character)}|{re.escape(apart)})"
