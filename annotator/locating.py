"""Where marked words of an older draft are in a newer one. Rather nowhere than at a place that may be wrong.

The very words first, with what stands around them; then the same words changed. Words that are there again, but
elsewhere, are other words: short ones need their context.
"""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.text import Span, sentence_at
from annotator.text.aligning import CONTEXT, WORDS, Alignment

_AROUND = 8
"""Words before and behind that are looked at where the marked words alone do not prove that they are the same."""
_BESIDE = 24
"""Code points that stand beside the marked words as before, and not by chance."""
_SHORT = 5
"""Words all of which may have been changed: they are still the same ones between what they stood between."""
_SOME, _HALF, _MOSTLY = 0.25, 0.5, 0.7


class Located(NamedTuple):
    """Where they are, in the order of the text. `same`: none of them was changed, white space apart."""

    ranges: tuple[Span, ...]
    same: bool


def locate(ranges: Sequence[Span], drafts: Alignment) -> Located | None:
    """Where the words of these ranges of the older draft are in the newer one; None where that is not certain.

    Of several ranges each has to be found, in their order and not much further apart.
    """
    found = [place for span in ranges if (place := _locate(span, drafts))]
    if len(found) < len(ranges):
        return None
    places = tuple(place.ranges[0] for place in found)
    longest = 2 * (ranges[-1][1] - ranges[0][0]) + CONTEXT
    if any(a[1] > b[0] for a, b in pairwise(places)) or (places[1:] and places[-1][1] - places[0][0] > longest):
        return None
    return Located(places, all(place.same for place in found))


def _locate(span: Span, drafts: Alignment) -> Located | None:
    numbers = drafts.touched(span)
    if not numbers:
        return None
    newer = _unchanged(drafts, numbers)
    if newer:
        return _as_marked(span, drafts, numbers, newer) if _is_proven(span, drafts, numbers, newer) else None
    newer = _changed(drafts, numbers)
    is_long = span[1] - span[0] >= CONTEXT
    if not newer or not (is_long or _share_around(drafts, numbers, newer) >= _HALF):
        return None
    return _as_marked(span, drafts, numbers, newer)


def _unchanged(drafts: Alignment, numbers: range) -> Span | None:
    """The first and the last of the newer words, where they are the same ones in the same order."""
    there = drafts.there[numbers.start : numbers.stop]
    in_order = there[0] >= 0 and there == list(range(there[0], there[0] + len(there)))
    return (there[0], there[-1]) if in_order else None


def _changed(drafts: Alignment, numbers: range) -> Span | None:
    """The first and the last of the newer words, of which half at least are the old ones; or short words between."""
    kept = _together(drafts, numbers)
    before = drafts.there[numbers[0] - 1] if numbers[0] else -1
    behind = drafts.there[numbers[-1] + 1] if numbers[-1] + 1 < len(drafts.there) else len(drafts.new_words)
    if len(kept) < _HALF * len(numbers):
        between = behind - before - 1
        known = (before >= 0 or not numbers[0]) and behind >= 0
        return (before + 1, behind - 1) if known and len(numbers) <= _SHORT and 0 < between <= _most(numbers) else None
    first, last = drafts.there[kept[0]], drafts.there[kept[-1]]
    if 0 < first - before <= _most(range(numbers[0], kept[0])) and kept[0] > numbers[0]:
        first = before + 1
    if 0 < behind - last <= _most(range(kept[-1], numbers[-1])) and kept[-1] < numbers[-1]:
        last = behind - 1
    return first, last


def _most(numbers: range) -> int:
    """So many newer words may stand for these older ones."""
    return 2 * len(numbers) + 2


def _together(drafts: Alignment, numbers: range) -> list[int]:
    """The older words that went to one place: the most that follow each other there without a wide gap."""
    groups: list[list[int]] = [[]]
    for number in (n for n in numbers if drafts.there[n] >= 0):
        last = groups[-1][-1] if groups[-1] else number
        if not 0 <= drafts.there[number] - drafts.there[last] <= _most(range(last, number)):
            groups.append([])
        groups[-1].append(number)
    return max(groups, key=len)


def _is_proven(span: Span, drafts: Alignment, numbers: range, newer: Span) -> bool:
    """Whether words that are there again are the same ones: by what stands around, or as they are too long for chance.

    What is there twice, a headline for one, is told by what stands around alone.
    """
    sentence = sentence_at(drafts.old, span[0]) or span
    whole = drafts.touched((min(sentence[0], span[0]), max(sentence[1], span[1])))
    if _is_repeated(drafts.old[slice(*sentence)], drafts):
        newer = newer[0] - (numbers[0] - whole[0]), newer[1] + (whole[-1] - numbers[-1])
        return _share_around(drafts, whole, newer) >= _MOSTLY
    if len(numbers) >= WORDS or span[1] - span[0] >= CONTEXT:
        return True
    run = drafts.run(numbers)
    beside = drafts.old_words[run[-1]][1] - drafts.old_words[run[0]][0] - (span[1] - span[0])
    around = beside >= _BESIDE or _share_around(drafts, numbers, newer) >= _HALF
    return around and not _is_left_over(drafts, numbers, whole)


def _is_left_over(drafts: Alignment, numbers: range, sentence: range) -> bool:
    """Whether hardly a word of their sentence is there beside them: then they are of the one that replaced it."""
    others = [n for n in sentence if n not in numbers]
    return len(others) > _SHORT and sum(drafts.there[n] >= 0 for n in others) < _SOME * len(others)


def _is_repeated(words: str, drafts: Alignment) -> bool:
    """Whether one of the drafts has them more than once."""
    return drafts.old.count(words) > 1 or drafts.new.count(words) > 1


def _share_around(drafts: Alignment, numbers: range, newer: Span) -> float:
    """How much of what stood around the older words stands around the newer ones."""
    before = range(max(0, numbers[0] - _AROUND), numbers[0])
    behind = range(numbers[-1] + 1, min(len(drafts.there), numbers[-1] + 1 + _AROUND))
    near = [n for n in before if newer[0] - 2 * _AROUND <= drafts.there[n] < newer[0] and drafts.there[n] >= 0]
    near += [n for n in behind if newer[1] < drafts.there[n] <= newer[1] + 2 * _AROUND]
    return len(near) / max(1, len(before) + len(behind))


def _as_marked(span: Span, drafts: Alignment, numbers: range, newer: Span) -> Located:
    """These newer words as the older ones were marked: with the marks around them, or from within a word."""
    first, last = drafts.old_words[numbers[0]][0], drafts.old_words[numbers[-1]][1]
    start, end = drafts.new_words[newer[0]][0], drafts.new_words[newer[1]][1]
    exact = max(0, start + span[0] - first), end + span[1] - last
    if drafts.old[slice(*span)] == drafts.new[slice(*exact)]:
        return Located((exact,), same=True)
    head, tail = drafts.old[span[0] : first], drafts.old[last : span[1]]
    while len(head) > drafts.new_words[newer[0]][0] - start and start and _is_like(drafts.new[start - 1], head):
        start -= 1
    while len(tail) > end - drafts.new_words[newer[1]][1] and end < len(drafts.new) and _is_like(drafts.new[end], tail):
        end += 1
    return Located(((start, end),), same=drafts.old[slice(*span)].split() == drafts.new[start:end].split())


def _is_like(character: str, marks: str) -> bool:
    """Whether a mark is of the sort of one of these: a full stop may become a question mark, but no bracket."""
    sorts = {unicodedata.category(mark) for mark in marks if not mark.isspace()}
    return not character.isspace() and unicodedata.category(character) in sorts
