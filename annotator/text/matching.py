"""How well a few typed letters fit a title: the ranking of the palette.

Capitals, accents and vowel points make no difference.
"""

from typing import NamedTuple

from annotator.text.folding import MARK, folded

_WORD_START = 8
_NEXT_TO = 5
_FAR = 1
_LONG = 0.05


class Match(NamedTuple):
    """How well it fits (more is better), and which characters of the title were matched."""

    score: float
    at: tuple[int, ...]


def match(letters: str, title: str) -> Match | None:
    """How these letters stand in the title, in their order; None where they do not. Blanks do not count.

    Letters in one piece at the start of a word fit best, then pieces in order, then letters far apart, the first of
    which begins a word; a short title before a long one.
    """
    if marked := MARK.search(title) and [place for place, c in enumerate(title) if not MARK.match(c)]:
        found = match(letters, MARK.sub("", title))
        return found and Match(found.score, tuple(marked[place] for place in found.at))
    return _match(" ".join(MARK.sub("", folded(letters)).split()), folded(title))


def _match(piece: str, found: str) -> Match | None:
    wanted = piece.replace(" ", "")
    if not wanted:
        return Match(-_LONG * len(found), ())
    whole = _whole(piece, found)
    at = whole or _scattered(wanted, found)
    if not at or not (whole or _begins_word(at[0], found)):
        return None
    return Match(_score(at, found), at)


def _whole(piece: str, found: str) -> tuple[int, ...]:
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
