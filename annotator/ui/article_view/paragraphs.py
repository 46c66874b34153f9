"""What each paragraph of the document is: its role, its direction, whether it goes on with the one before."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.model.documents import Block
from annotator.model.words import Role
from annotator.ui.offsets import Offsets

_STRONG = frozenset({"L", "R", "AL"})
_SAMPLES, _SAMPLE = 8, 150
"""How many places of a text are looked at to know how wide it runs, and how many code points of each."""

_CLOSE = frozenset({Role.LIST_ITEM, Role.TABLE_ROW})


class Nature(NamedTuple):
    """What tells how a paragraph is set."""

    role: Role
    headline: bool
    rtl: bool
    arabic: bool


class Paragraphs:
    """The paragraphs of one text."""

    def __init__(self, text: str, offsets: Offsets, blocks: Sequence[Block]) -> None:
        self.text = text
        self.offsets = offsets
        self._roles: dict[int, Role] = {}
        self._joined: set[int] = set(offsets.joined)
        self._read(blocks)
        self._tables = self._runs_of(Role.TABLE_ROW)
        self._headline = next((n for n in sorted(self._roles) if self._roles[n] is Role.HEADING), -1)

    def __len__(self) -> int:
        return len(self.offsets)

    def goes_on(self, number: int) -> bool:
        """Whether no gap parts this paragraph from the one before: one block of the article, or one long line."""
        return number in self._joined

    @property
    def going_on(self) -> frozenset[int]:
        """All those that go on."""
        return frozenset(self._joined)

    def role(self, number: int) -> Role:
        """What a paragraph is; a number beyond the last has the role of plain text."""
        return self._roles.get(number, Role.PARAGRAPH)

    def more(self, number: int) -> bool:
        """Whether a paragraph with a role is followed by another with the same."""
        role = self.role(number)
        return role is not Role.PARAGRAPH and self.role(number + 1) is role

    def gap(self, number: int, usual: int) -> int:
        """The pixels below a paragraph: none within a block, half the usual ones between items, and between rows."""
        if self.goes_on(number + 1):
            return 0
        return usual // 2 if self.role(number) in _CLOSE and self.more(number) else usual

    def table(self, number: int) -> int:
        """The first row of the table that a row is in."""
        return self._tables[bisect_right(self._tables, number) - 1]

    def rows(self, first: int) -> Iterator[str]:
        """The words of each row of the table that begins here."""
        while self.role(first) is Role.TABLE_ROW:
            yield self.words(first)
            first += 1

    def words(self, number: int) -> str:
        """The words of a paragraph."""
        return self.text[self.offsets.starts[number] : self.offsets.ends[number]]

    def nature(self, number: int) -> Nature:
        """What a paragraph is; its direction is that of its first strong letter (rules P2 and P3 of UAX 9).

        All rows of a table have the direction of the first, else a row of figures would stand the other way round.
        """
        first = self.table(number) if self.role(number) is Role.TABLE_ROW else number
        while first in self.offsets.joined:
            first -= 1
        strong = first_strong(self.words(first))
        return Nature(self.role(number), number == self._headline, strong != "L", strong == "AL")

    def sample(self) -> str:
        """A little of the text from all over it."""
        step = len(self.text) // _SAMPLES + 1
        places = range(0, len(self.text), step)
        return " ".join(self.text[place : place + _SAMPLE] for place in places).replace("\n", " ")

    def _read(self, blocks: Sequence[Block]) -> None:
        """Note what is special. Where there are as many blocks as lines, none holds two."""
        starts = self.offsets.starts
        some_hold_more = len(blocks) + len(self.offsets.joined) < len(starts)
        for block in blocks:
            if block.role is not Role.PARAGRAPH or (some_hold_more and self._has_break(block)):
                numbers = range(
                    self.offsets.paragraph(block.start), bisect_right(starts, max(block.start, block.end - 1))
                )
                self._joined.update(numbers[1:])
                if block.role is not Role.PARAGRAPH:
                    self._roles.update(dict.fromkeys(numbers, block.role))

    def _runs_of(self, role: Role) -> list[int]:
        """Where each run of paragraphs of one role begins."""
        numbers = sorted(number for number, found in self._roles.items() if found is role)
        return [number for number in numbers if self._roles.get(number - 1) is not role]

    def _has_break(self, block: Block) -> bool:
        return self.text.find("\n", block.start, block.end) >= 0


def first_strong(words: str) -> str:
    """The bidirectional class of the first letter that has a direction: L, R (Hebrew), AL (Arabic); L if none has."""
    return next(filter(_STRONG.__contains__, _classes(words)), "L")


def _classes(words: str) -> Iterator[str]:
    return map(unicodedata.bidirectional, words)
