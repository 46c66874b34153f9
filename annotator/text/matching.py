"""How well a few typed letters fit a title: the ranking of the palette."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

T = TypeVar("T")

_WORD_START = 8
_NEXT_TO = 5
_FAR = 1
_LONG = 0.05


class Match(NamedTuple):
    """How well it fits (more is better), and which characters of the title were matched."""

    score: float
    at: tuple[int, ...]


def match(letters: str, title: str) -> Match | None:
    """How these letters stand in the title, in their order; None where they do not. Case and blanks do not count.

    Letters in one piece at the start of a word fit best, then pieces in order, then letters far apart, the first of
    which begins a word; a short title before a long one.
    """
    wanted, found = "".join(letters.lower().split()), _lower(title)
    if not wanted:
        return Match(-_LONG * len(title), ())
    whole = _whole(letters, found)
    at = whole or _scattered(wanted, found)
    if not at or not (whole or _begins_word(at[0], found)):
        return None
    return Match(_score(at, found), at)


def best(letters: str, things: Iterable[T], title: Callable[[T], str], most: int) -> list[tuple[T, Match]]:
    """The things that fit best, the best one first; equal ones keep their order."""
    fits = [(thing, fit) for thing in things if (fit := match(letters, title(thing)))]
    fits.sort(key=lambda pair: -pair[1].score)
    return fits[:most]


def _lower(title: str) -> str:
    """In small letters, each where it was: the one that becomes two (İ) stays as it is."""
    lowered = title.lower()
    return lowered if len(lowered) == len(title) else "".join(c if len(c.lower()) > 1 else c.lower() for c in title)


def _whole(letters: str, found: str) -> tuple[int, ...]:
    piece = " ".join(letters.lower().split())
    start = found.find(piece)
    while start > 0 and found[start - 1].isalnum():
        later = found.find(piece, start + 1)
        if later < 0:
            break
        start = later
    return tuple(range(start, start + len(piece))) if start >= 0 else ()


def _scattered(wanted: str, found: str) -> tuple[int, ...]:
    """Each letter at the next start of a word, or else next to the one before, or else wherever it comes."""
    at: list[int] = []
    place = 0
    for number, letter in enumerate(wanted):
        near = found.find(letter, place)
        if near < 0:
            return ()
        start = near if near == place and number else _word_start(letter, found, place)
        # A later start of a word is worth it only where the rest still follows.
        place = start if start >= 0 and _follows(wanted[number + 1 :], found, start + 1) else near
        at.append(place)
        place += 1
    return tuple(at)


def _begins_word(place: int, found: str) -> bool:
    return not place or not found[place - 1].isalnum()


def _word_start(letter: str, found: str, place: int) -> int:
    start = found.find(letter, place)
    while start > 0 and found[start - 1].isalnum():
        start = found.find(letter, start + 1)
    return start


def _follows(wanted: str, found: str, place: int) -> bool:
    for letter in wanted:
        place = found.find(letter, place) + 1
        if not place:
            return False
    return True


def _score(at: tuple[int, ...], found: str) -> float:
    score = -_LONG * len(found)
    before = -1
    for place in at:
        if _begins_word(place, found):
            score += _WORD_START
        if before >= 0:
            score += _NEXT_TO if place == before + 1 else -_FAR
        before = place
    return score
