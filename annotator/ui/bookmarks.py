"""Where each story was left: the line at the top of the view, and the caret. Kept as one line of text for each.

What somebody else has written there is left out; it can at worst lead to another place of the story.
"""

import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

MOST = 200
"""Stories whose places are kept, the latest ones."""

_LINE = r"([0-9A-Za-z-]{1,64}):(\d{1,9}):(\d{1,9}):(-?\d{1,4})"


class Place(NamedTuple):
    """Offsets (code points) of the caret and of the line at the top, which begins so many pixels below the edge."""

    caret: int
    top: int
    below: int


def read(lines: Iterable[object]) -> dict[str, Place]:
    """The places by the id of the version, the one that was left last first."""
    found = (re.fullmatch(_LINE, line) for line in islice(lines, MOST) if isinstance(line, str))
    return {line[1]: Place(int(line[2]), int(line[3]), int(line[4])) for line in found if line}


def put(lines: Iterable[object], version: str, place: Place) -> list[str]:
    """The lines to keep when a version was left at this place."""
    places = {version: place} | {other: one for other, one in read(lines).items() if other != version}
    return [f"{name}:{caret}:{top}:{below}" for name, (caret, top, below) in islice(places.items(), MOST)]
