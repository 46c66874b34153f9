"""What the key of a kind does: words, caret and what is marked there in, an Edit out."""

from collections.abc import Sequence

from annotator import editing, text
from annotator.anchoring import BadRange
from annotator.editing import NewId, Range
from annotator.model.annotations import Annotation
from annotator.model.edits import Edit
from annotator.model.words import Kind

AGAIN = 1.0
"""Seconds within which the key of a kind, pressed again, means the annotation that it has just made."""


def press(
    kind: Kind,
    words: str,
    version: str,
    new_id: NewId,
    *,
    selection: Range | None,
    caret: int,
    here: Sequence[Annotation],
    chosen: Annotation | None = None,
    made: Annotation | None = None,
    since: float = 0.0,
) -> Edit:
    """Mark the selected words; without a selection relabel what the caret is in, or else mark what is under it.

    `words` is the version's whole text and `here` what is marked at the selection's start or at the caret, the smallest
    first; `chosen` is the selected annotation. Under the caret is its sentence; for a quote its quotation, if it is in
    one. `made` is what a key made without a selection `since` seconds ago: the same key soon again widens it. Raises
    BadRange where there is nothing to mark, such as on a line of stars. Offsets are code points.
    """
    if selection is None:
        if made and made.kind is kind and since <= AGAIN:
            return widen(made, words)
        inside = [a for a in here if any(start <= caret < end for start, end in a.ranges)]
        if chosen and any(start <= caret <= end for start, end in chosen.ranges):
            inside.insert(0, chosen)
        if inside:
            return editing.relabel(inside[:1], kind)
        selection = (text.quotation_at(words, caret) if kind is Kind.QUOTE else None) or text.sentence_at(words, caret)
        if selection is None or not text.words(words, *selection):
            raise BadRange("There are no words under the caret: select the words to mark.")
    return editing.annotate(words, version, kind, [selection], new_id, existing=here)


def widen(annotation: Annotation, words: str) -> Edit:
    """From a quotation to its sentence, from a sentence to its paragraph: the next that is more than it marks now.

    Nothing to do where it is all of its paragraph, or has several parts.
    """
    around = (text.sentence_at(words, annotation.start), text.paragraph_at(words, annotation.start))
    larger = (text.tidy(words, *span) for span in around if span)
    wider = (s for s in larger if s[0] <= annotation.start and s[1] >= annotation.end and (s,) != annotation.ranges)
    ranges = annotation.ranges if len(annotation.spans) > 1 else [next(wider, annotation.ranges[0])]
    return editing.respan(annotation, words, ranges)
