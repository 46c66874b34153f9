"""The edges of an annotation, one of which can be moved: by word, by character, or to an offset.

No Qt in here. Offsets are code points of the text; what knows of words is imported when an edge is first moved.
"""

from dataclasses import dataclass, replace

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Edges:
    """Ranges of a text, sorted and disjoint, and which of their edges is picked: 2n starts the range n, 2n + 1 ends it.

    Edges never cross each other, never leave the text, and no range is ever left without words.
    """

    text: str
    ranges: tuple[Range, ...]
    picked: int

    @property
    def starts(self) -> bool:
        """Whether the picked edge is where a range starts."""
        return self.picked % 2 == 0

    @property
    def offset(self) -> int:
        """Where the picked edge is."""
        return self.ranges[self.picked // 2][self.picked % 2]

    def pick(self, *, start: bool) -> "Edges":
        """The start or end of the picked range; if it is picked already, that of the next range, then round again."""
        side = 0 if start else 1
        here = self.picked // 2 + (self.picked % 2 == side)
        return replace(self, picked=here % len(self.ranges) * 2 + side)

    def stepped(self, step: int, *, words: bool) -> "Edges":
        """The picked edge one word or one character on (1) or back (-1) in the text; where it is if it cannot go."""
        from annotator.text import character_edge, word_edge

        if words:
            return self.moved(word_edge(self.text, self.offset, step, starts=self.starts))
        return self.moved(character_edge(self.text, self.offset, step))

    def dragged(self, offset: int, *, words: bool) -> "Edges":
        """The picked edge at a place that was pointed at, around the whole word there; never on white space."""
        from annotator.text import snap_words

        if self.starts:
            while words and offset < len(self.text) and self.text[offset].isspace():
                offset += 1
            return self.moved(snap_words(self.text, offset, offset + 1)[0] if words else offset)
        while words and offset and self.text[offset - 1].isspace():
            offset -= 1
        return self.moved(snap_words(self.text, offset - 1, offset)[1] if words else offset)

    def moved(self, offset: int) -> "Edges":
        """The picked edge at this offset; where it is if that is beyond another edge or would leave no words."""
        number, side = divmod(self.picked, 2)
        low = self.ranges[number - 1][1] if number else 0
        high = self.ranges[number + 1][0] if number + 1 < len(self.ranges) else len(self.text)
        start, end = (offset, self.ranges[number][1]) if side == 0 else (self.ranges[number][0], offset)
        if not low <= start < end <= high or self.text[start:end].isspace():
            return self
        return replace(self, ranges=(*self.ranges[:number], (start, end), *self.ranges[number + 1 :]))


def edges_of(text: str, ranges: tuple[Range, ...], *, start: bool) -> Edges:
    """The first or the last edge of an annotation, picked."""
    return Edges(text, ranges, 0 if start else 2 * len(ranges) - 1)
