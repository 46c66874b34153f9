"""Where the keys that read a text sentence by sentence go. Offsets in, a sentence out."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate, takewhile

from annotator import text
from annotator.text import Span


def sentence_beside(words: str, caret: int, *, forward: bool) -> Span | None:
    """The first sentence that begins behind the caret, or the last that begins before it; None beyond the ends."""
    return next(_on(words, caret) if forward else _back(words, caret), None)


def next_untouched(words: str, caret: int, marked: Iterable[Span]) -> Span | None:
    """The next sentence that no marked range touches, from the caret on and then from the top; None if none is left.

    The sentence that the caret stands at the start of is the last to be asked for.
    """
    spans = sorted(marked)
    starts, reach = [start for start, _ in spans], list(accumulate((end for _, end in spans), max))

    def free(sentence: Span) -> bool:
        before = bisect_left(starts, sentence[1])
        return not before or reach[before - 1] <= sentence[0]

    later = next(filter(free, _on(words, caret)), None)
    return later or next(filter(free, _until(caret + 1, _on(words, -1))), None)


def _on(words: str, caret: int) -> Iterator[Span]:
    """All sentences that begin behind the caret; read no further than they are asked for."""
    near = text.each_sentence(words, text.sentence_start(words, caret))
    return (sentence for sentence in near if sentence[0] > caret)


def _back(words: str, caret: int) -> Iterator[Span]:
    """All sentences that begin before the caret, the nearest first; a stretch at a time where a line is long."""
    while caret > 0:
        begin = text.sentence_start(words, caret - 1)
        yield from reversed(list(_until(caret, text.each_sentence(words, begin))))
        caret = begin


def _until(end: int, found: Iterator[Span]) -> Iterator[Span]:
    return takewhile(lambda sentence: sentence[0] < end, found)
