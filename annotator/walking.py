"""Where the keys that read a text sentence by sentence go. Offsets in, a sentence out."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate

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
    return later or next((s for s in _on(words, -1) if s[0] <= caret and free(s)), None)


def _on(words: str, caret: int) -> Iterator[Span]:
    """All sentences that begin behind the caret, a paragraph at a time."""
    start = max(words.rfind("\n", 0, max(0, caret)) + 1, 0)
    while start < len(words):
        end = words.find("\n", start)
        end = len(words) if end < 0 else end
        yield from (sentence for sentence in text.sentences(words, start, end) if sentence[0] > caret)
        start = end + 1


def _back(words: str, caret: int) -> Iterator[Span]:
    """All sentences that begin before the caret, the nearest first."""
    end = words.find("\n", caret)
    end = len(words) if end < 0 else end
    while end > 0:
        start = words.rfind("\n", 0, end) + 1
        yield from (sentence for sentence in reversed(text.sentences(words, start, end)) if sentence[0] < caret)
        end = start - 1
