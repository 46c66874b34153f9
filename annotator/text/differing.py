"""What was changed in a few words: the pieces that stayed, went and came, as a reader sees them."""

import re
from typing import NamedTuple

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")


class Piece(NamedTuple):
    """Words that stand in both texts, in the older one alone, or in the newer one alone."""

    words: str
    old: bool
    new: bool


def pieces(old: str, new: str) -> list[Piece]:
    """The two texts as one: joined, the pieces that are `old` give the older text, those that are `new` the newer."""
    from difflib import SequenceMatcher  # which a window's start does without

    before, after = _PIECES.findall(old), _PIECES.findall(new)
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("".join(before[a:b]), old=True, new=True))
            continue
        if a < b:
            found.append(Piece("".join(before[a:b]), old=True, new=False))
        if c < d:
            found.append(Piece("".join(after[c:d]), old=False, new=True))
    return found
