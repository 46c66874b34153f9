"""A newer draft of a story: what was marked goes along with its words. Values in, an Edit out.

What follows keeps its id, so notes and history stay with it. Words that were changed are to be checked again, and
remember what they were. What is not found stays where it is, at the older draft, and waits.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from annotator import editing
from annotator.anchoring import describe
from annotator.editing import NewId, Range
from annotator.locating import locate
from annotator.model.annotations import Annotation
from annotator.model.documents import Document, Original, Version
from annotator.model.edits import Change, Content, Edit, Verb
from annotator.model.words import Status
from annotator.progress import Report, silent
from annotator.text import sentences, snap_words
from annotator.text.aligning import Alignment

GUESSES = 3
_LEAST = 50
"""Of 100: below it, two phrases of the same language are as alike as any."""
_QUOTE, _CONTEXT, _POSITION = 50, 20, 2
"""How much words, what stands before, what stands behind, and the place count for a guess (Hypothesis has these)."""


class Draft(NamedTuple):
    """An edit that adds a draft, how many annotations follow, how many were changed, and those that wait."""

    edit: Edit
    version: Version
    followed: int
    changed: int
    vanished: tuple[Annotation, ...]


class Guess(NamedTuple):
    """A place where the words of an annotation may be now. `score`: 100 is certain."""

    start: int
    end: int
    score: float


def add_draft(
    before: Version,
    text: str,
    annotations: Iterable[Annotation],
    document: Document,
    original: Original,
    new_id: NewId,
    report: Report = silent,
) -> Draft:
    """The next draft of a story: `before` is its newest version, with its text and what is marked there."""
    version, contents = editing.version(document, original, before.article, before.number + 1, new_id)
    return _follow(version, contents, annotations, Alignment(text, document.text), report)


def adopt(
    before: Version, text: str, annotations: Iterable[Annotation], other: Version, other_text: str, new_id: NewId
) -> Draft:
    """The next draft of a story, from a version that is in the library already, as a story of its own."""
    version = replace(other, id=new_id(), article=before.article, number=before.number + 1, imported_at="")
    return _follow(version, (), annotations, Alignment(text, other_text), silent)


def _follow(
    version: Version,
    contents: tuple[Content, ...],
    annotations: Iterable[Annotation],
    drafts: Alignment,
    report: Report,
) -> Draft:
    marked = tuple(annotations)
    followed: list[Change] = []
    changed: list[Change] = []
    vanished: list[Annotation] = []
    for number, annotation in enumerate(marked, 1):
        report(number, len(marked))
        found = locate(annotation.ranges, drafts)
        if found is None:
            vanished.append(annotation)
            continue
        moved = _placed(annotation, version.id, drafts.new, found.ranges)
        (followed if _same_words(moved, annotation) else changed).append(Change(annotation, moved))
    edit = Edit(Verb.ADD_DRAFT, (Change(None, version), *followed, *changed), contents)
    return Draft(edit, version, len(followed), len(changed), tuple(vanished))


def _placed(annotation: Annotation, version: str, text: str, ranges: Sequence[Range]) -> Annotation:
    """The annotation there; to be checked again where the words are others, white space apart.

    Then it remembers those that were checked last.
    """
    placed = replace(annotation, version=version, spans=describe(text, ranges))
    if _same_words(placed, annotation):
        return placed
    earlier = annotation.earlier if annotation.earlier and not annotation.status.done else annotation.words
    return replace(placed, status=Status.UNCHECKED, earlier=earlier)


def _same_words(one: Annotation, other: Annotation) -> bool:
    """White space apart: a line that is broken elsewhere changes nothing that was checked."""
    return one.words.split() == other.words.split()


def take(annotation: Annotation, version: str, text: str, ranges: Sequence[Range]) -> Edit:
    """Put an annotation that waits at an older draft to these ranges of this version's text.

    Its words are to be checked again, unless they are the very same. Raises BadRange as `editing.annotate` does.
    """
    return Edit(Verb.TAKE, (Change(annotation, _placed(annotation, version, text, ranges)),))


def drop(annotations: Iterable[Annotation]) -> Edit:
    """Give up annotations that wait; undo brings them back."""
    return editing.remove(annotations)


def guesses(annotation: Annotation, text: str, most: int = GUESSES) -> list[Guess]:
    """Where the words of an annotation may be in this text, the likeliest first: whole words, none within another."""
    from rapidfuzz import fuzz

    words = annotation.words
    found: list[Guess] = []
    for start, end in sentences(text):
        alike = fuzz.partial_ratio_alignment(words, text[start:end], score_cutoff=_LEAST)
        if alike is None or alike.dest_start == alike.dest_end:
            continue
        first, last = snap_words(text, start + alike.dest_start, start + alike.dest_end)
        found.append(Guess(first, last, _score(annotation, text, first, last)))
    likely = [guess for guess in found if guess.score >= _LEAST]
    return sorted(likely, key=lambda guess: (-guess.score, guess.start))[:most]


def _score(annotation: Annotation, text: str, start: int, end: int) -> float:
    """How likely it is, of 100: what stands around counts as well, and how far into the text it is a little."""
    from rapidfuzz import fuzz

    prefix, suffix = annotation.spans[0].prefix, annotation.spans[-1].suffix
    likeness = _QUOTE * fuzz.ratio(annotation.words, text[start:end])
    likeness += _CONTEXT * fuzz.ratio(prefix, text[max(0, start - len(prefix)) : start])
    likeness += _CONTEXT * fuzz.ratio(suffix, text[end : end + len(suffix)])
    likeness += _POSITION * 100 * (1 - abs(start - annotation.start) / max(len(text), annotation.end))
    return likeness / (_QUOTE + 2 * _CONTEXT + _POSITION)
