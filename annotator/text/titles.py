"""Things by their names, found as one types: a thousand names cost one look at one string."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import accumulate
from typing import Generic, TypeVar

from annotator.text.folding import bare
from annotator.text.matching import Match, match

T = TypeVar("T")

_START, _END = "\0", "\n"
_WORD = re.compile(r"(?<![^\W_])(?=[^\W_])")
_ENOUGH = 4
"""So many times as are wanted are looked at closely, the first ones; the best of them are taken."""

_BESIDE = 100.0
"""What is found by another name comes behind all that is found by its title."""


class Titles(Generic[T]):
    """Things, each with its names: the title that is shown, then others that it is found by.

    `scattered` takes letters that stand apart as well, which says much of a title and nothing of a whole sentence.
    """

    def __init__(self, things: Iterable[T], names: Callable[[T], tuple[str, ...]], *, scattered: bool = True) -> None:
        self._things = [(thing, names(thing)) for thing in things]
        self._scattered = scattered
        lines = [" ".join(map(_marked, all_names)).replace(_END, " ") + _END for _, all_names in self._things]
        self._whole = "".join(lines)
        self._starts = list(accumulate(map(len, lines), initial=0))

    def best(self, letters: str, most: int) -> list[tuple[T, Match]]:
        """At most so many that fit best, the best one first; equal ones keep their order."""
        found = []
        for number in self._candidates(" ".join(bare(letters).replace(_START, "").split()), most * _ENOUGH):
            thing, names = self._things[number]
            if fit := _fit(letters, names):
                found.append((thing, fit))
        found.sort(key=lambda pair: -pair[1].score)
        return found[:most]

    def _candidates(self, piece: str, enough: int) -> list[int]:
        """Which may fit: first those with a word that begins so, then those that have it within, then scattered."""
        if not piece:
            return list(range(min(enough, len(self._things))))
        begun, found = _marked(piece), self._whole.find
        ways = [partial(found, begun), partial(found, begun.lstrip(_START))]
        if self._scattered:
            ways.append(partial(_place, _apart(piece), self._whole))
        numbers = (number for way in ways for number in self._lines(way))
        seen: dict[int, None] = {}
        for number in numbers:
            seen[number] = None
            if len(seen) == enough:
                break
        return list(seen)

    def _lines(self, find: Callable[[int], int]) -> Iterator[int]:
        """The numbers of the lines with a hit, in their order; `find` gives the first at or behind a place, or -1."""
        at = 0
        while (hit := find(at)) >= 0:
            number = bisect_right(self._starts, hit) - 1
            yield number
            at = self._starts[number + 1]


def _marked(words: str) -> str:
    """Bare words with a mark before each: where a word begins is then a matter of one search."""
    return _WORD.sub(_START, bare(words))


def _place(pattern: re.Pattern[str], whole: str, at: int) -> int:
    hit = pattern.search(whole, at)
    return hit.start() if hit else -1


def _apart(piece: str) -> re.Pattern[str]:
    """Letters far apart in one line, the first of which begins a word; nothing is tried twice."""
    first, *rest = list(piece.replace(" ", ""))
    far = "".join(f"[^{re.escape(letter)}{_END}]*{re.escape(letter)}" for letter in rest)
    return re.compile(re.escape(_START + first) + far)


def _fit(letters: str, names: tuple[str, ...]) -> Match | None:
    title, *others = names
    if fit := match(letters, title):
        return fit
    beside = max((fit.score for name in others if (fit := match(letters, name))), default=None)
    return None if beside is None else Match(beside - _BESIDE, ())
