"""Mending what is marked: parts, splitting, joining, the same words elsewhere. Values in, an Edit out.

Every range is tidied as when it is marked, so no grapheme cluster is cut and spans stay sorted and disjoint.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate, pairwise

from annotator import editing
from annotator.anchoring import BadRange, describe
from annotator.editing import NewId, Range
from annotator.model.annotations import Annotation, tidy
from annotator.model.edits import Change, Edit, Verb
from annotator.model.words import Status
from annotator.text import snap_graphemes, snap_words

ALIKE = 0.8
"""Two annotations are nearly the same where what both mark is this share of what either marks."""


def add_part(annotation: Annotation, text: str, part: Range) -> Edit:
    """These words belong to it too; with no words between it and another part it becomes one with that."""
    return editing.respan(annotation, text, _bridged(text, [*annotation.ranges, part]))


def drop_part(annotation: Annotation, text: str, caret: int) -> Edit:
    """Take the part away that the caret is in or at the end of. Raises BadRange for the only one, and beside all."""
    if len(annotation.spans) == 1:
        raise BadRange("This annotation has one part only: Delete removes it.")
    under = [part for part in annotation.ranges if part[0] <= caret <= part[1]]
    if not under:
        raise BadRange("The caret is in no part of this annotation: put it into the one to take away.")
    return editing.respan(annotation, text, [part for part in annotation.ranges if part != under[-1]])


def identical(annotation: Annotation, text: str, existing: Iterable[Annotation], new_id: NewId) -> Edit:
    """Give its kind to every other place with the same words, in one edit.

    Whole words only, capitals matter; what one of `existing` marks with that kind already is left out. Raises BadRange
    for an annotation with a hole: it is in one place only.
    """
    if len(annotation.spans) > 1:
        raise BadRange("An annotation of several parts has no other place: select one with a single part.")
    marked = sorted(span for a in existing if a.kind is annotation.kind for span in a.ranges)
    starts, reach = [start for start, _ in marked], list(accumulate((end for _, end in marked), max))
    free = (
        place
        for place in _places(text, annotation.words)
        if place not in annotation.ranges
        and not ((before := bisect_right(starts, place[0])) and reach[before - 1] >= place[1])
    )
    marks = (editing.annotate(text, annotation.version, annotation.kind, [place], new_id) for place in free)
    return editing.together(Verb.ANNOTATE, marks)


def _places(text: str, words: str) -> Iterator[Range]:
    """Where these words are as whole words, none within another."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        whole = snap_words(text, start, end) == (start, end)
        if whole:
            yield start, end
        start = text.find(words, end if whole else start + 1)


def split(annotation: Annotation, text: str, place: Range, new_id: NewId) -> Edit:
    """Make two of it, alike in all but their words: what is before the place, and what is behind it.

    The place is the caret (twice the same offset), or words that then belong to neither. The first keeps the id.
    Raises BadRange where nothing would be left on one side.
    """
    start, end = snap_graphemes(text, *place)
    if place[0] == place[1]:
        end = start
    before = _with_words(text, ((first, min(last, start)) for first, last in annotation.ranges))
    behind = _with_words(text, ((max(first, end), last) for first, last in annotation.ranges))
    if not before or not behind:
        raise BadRange("There is nothing to split here: put the caret between two words of the annotation.")
    first = replace(annotation, spans=describe(text, before))
    second = replace(annotation, id=new_id(), spans=describe(text, behind))
    return Edit(Verb.SPLIT, (Change(annotation, first), Change(None, second)))


def _with_words(text: str, ranges: Iterable[Range]) -> list[Range]:
    return [(start, end) for start, end in ranges if start < end and not text[start:end].isspace()]


def join(annotations: Iterable[Annotation], text: str) -> Edit:
    """Make one of several of one kind: the first in the text stays, with all their words, notes, tags, and most to do.

    Holes stay; what has only white space or punctuation between it becomes one span. Raises BadRange for fewer than
    two, for several kinds, or for several texts.
    """
    several = sorted(annotations, key=lambda a: (a.start, a.end, a.id))
    if len(several) == 1 or not several:
        raise BadRange("There is nothing to merge with: select several annotations, or one right before another.")
    if len({a.kind for a in several}) > 1:
        raise BadRange("Only annotations of one kind can be merged: make them the same kind first.")
    if len({a.version for a in several}) > 1:
        raise BadRange("Only annotations of one story can be merged.")
    joined = replace(
        several[0],
        spans=describe(text, _bridged(text, (part for a in several for part in a.ranges))),
        status=min((a.status for a in several), key=list(Status).index),
        note="\n\n".join(dict.fromkeys(a.note for a in several if a.note)),
        tags=tidy(tag for a in several for tag in a.tags),
    )
    return Edit(Verb.JOIN, (Change(several[0], joined), *(Change(a, None) for a in several[1:])))


def _bridged(text: str, ranges: Iterable[Range]) -> list[Range]:
    """The same ranges, and over each two with no words between them one more."""
    several = sorted(ranges)
    pairs = ((a, b) for a, b in pairwise(several) if _is_bare(text[a[1] : b[0]]))
    return [*several, *((first[0], max(first[1], second[1])) for first, second in pairs)]


def _is_bare(words: str) -> bool:
    """White space and punctuation, or nothing."""
    return all(c.isspace() or unicodedata.category(c)[0] in "PZ" for c in words)


def partners(annotation: Annotation, text: str, existing: Iterable[Annotation]) -> list[Annotation]:
    """What joining it means when it alone is selected: all that are nearly the same, else the next one beside it."""
    others = [a for a in existing if a.kind is annotation.kind and a.id != annotation.id]
    if alike := [a for a in others if nearly_same(annotation, a, text)]:
        return alike
    on = sorted((a for a in others if (a.start, a.id) >= (annotation.start, annotation.id)), key=lambda a: a.start)
    return [a for a in on[:1] if a.start <= annotation.end or _is_bare(text[annotation.end : a.start])]


def nearly_same(one: Annotation, other: Annotation, text: str) -> bool:
    """Whether a reader would take two for the same: one kind, and nearly the same words at the same place.

    That is where they share ALIKE of the code points that either marks, or differ by outer punctuation and quotation
    marks alone. A long sentence passes by the first rule without its closing words “she said”; a two-word phrase by
    the second with or without its quotation marks, which are a quarter of it.
    """
    if one.kind is not other.kind or one.start >= other.end or other.start >= one.end:
        return False
    if _bare_ends(one, text) == _bare_ends(other, text) and len(one.spans) == len(other.spans) == 1:
        return True
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one.ranges for c, d in other.ranges)
    either = sum(end - start for start, end in (*one.ranges, *other.ranges)) - shared
    return shared >= ALIKE * either


def near_duplicates(annotations: Iterable[Annotation], text: str) -> list[list[Annotation]]:
    """The annotations that are nearly the same as another one, those that belong together in one list, in order."""
    groups: list[list[Annotation]] = []
    open_groups: list[list[Annotation]] = []
    for annotation in sorted(annotations, key=lambda a: (a.start, a.end, a.id)):
        open_groups = [group for group in open_groups if max(a.end for a in group) > annotation.start]
        for group in open_groups:
            if any(nearly_same(annotation, other, text) for other in group):
                group.append(annotation)
                break
        else:
            groups.append([annotation])
            open_groups.append(groups[-1])
    return [group for group in groups if len(group) > 1]


def join_each(groups: Iterable[Iterable[Annotation]], text: str) -> Edit:
    """Make one of each group, all in one edit."""
    return editing.together(Verb.JOIN, (join(group, text) for group in groups))


def _bare_ends(annotation: Annotation, text: str) -> Range:
    """Where its words begin and end without outer white space and punctuation."""
    start, end = annotation.start, annotation.end
    while start < end and _is_bare(text[start]):
        start += 1
    while end > start and _is_bare(text[end - 1]):
        end -= 1
    return start, end
