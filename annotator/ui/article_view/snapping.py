"""What a sweep of the mouse selects: whole words, from the pressed one to the one that the pointer has come to.

No Qt in here. Offsets are code points of the text. What knows of words is imported when something is first swept.
"""

from typing import NamedTuple


class Sweep(NamedTuple):
    """Where a sweep began: the offset nearest to the press, and the word that was pressed, empty if there was none.

    A `whole` word is selected from the beginning, and stays so.
    """

    text: str
    pressed: int
    word: tuple[int, int]
    whole: bool = False

    def to(self, offset: int, *, exact: bool) -> tuple[int, int]:
        """Where the selection begins and where its caret stands, once the pointer has come to an offset.

        Nothing until half a character is swept. White space at both ends is left out, unless it is to be `exact`.
        """
        from annotator.text import snap_words, trim

        if (offset == self.pressed and not self.whole) or exact:
            return self.pressed, offset
        back = offset < self.pressed
        begin, end = (offset, self.word[1]) if back else (self.word[0], offset)
        if self.whole:
            begin, end = min(begin, self.word[0]), max(end, self.word[1])
        first, last = trim(self.text, *snap_words(self.text, begin, end))
        if first >= last:
            return self.pressed, self.pressed
        return (last, first) if back else (first, last)


def sweep_from(text: str, offset: int, character: int) -> Sweep:
    """A sweep that begins at an offset, on this character (-1 beside the words).

    A word of one character, as in Chinese, is not held by its further half: there the press says precisely from where.
    """
    from annotator.text import word_at

    word = word_at(text, character) if character >= 0 else None
    held = word is not None and word[0] <= character < word[1] and word[1] - word[0] > 1
    return Sweep(text, offset, word if word and held else (offset, offset))


def sweep_from_word(text: str, offset: int, character: int) -> Sweep:
    """A sweep that begins with the whole word on this character, also one of a single character; none beside words."""
    from annotator.text import word_at

    word = word_at(text, character) if character >= 0 else None
    held = word is not None and word[0] <= character < word[1]
    return Sweep(text, offset, word, True) if word and held else Sweep(text, offset, (offset, offset))


def word_beyond(text: str, offset: int, step: int) -> int:
    """Where the next word begins (step 1), or this one or the one before (-1)."""
    from annotator.text import word_edge

    return word_edge(text, offset, step, starts=True)


def paragraph_around(text: str, offset: int) -> tuple[int, int]:
    """The paragraph of the text that holds an offset, however many pieces of it are shown; empty on a blank line."""
    from annotator.text import paragraph_at, trim

    found = paragraph_at(text, offset)
    return trim(text, *found) if found else (offset, offset)
