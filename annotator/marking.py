"""What the key of a kind does: words, caret and what is marked there in, an Edit out."""

from collections.abc import Sequence

from annotator import editing, text
from annotator.anchoring import BadRange
from annotator.editing import NewId, Range
from annotator.model.annotations import Annotation
from annotator.model.edits import Edit
from annotator.model.words import Kind


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
) -> Edit:
    """Mark the selected words; without a selection relabel what the caret is in, or else mark what is under it.

    `words` is the version's whole text and `here` what is marked at the selection's start or at the caret, the smallest
    first; `chosen` is the selected annotation. Under the caret is its sentence; for a quote its quotation, if it is in
    one. Raises BadRange where there is nothing to mark. Offsets are code points.
    """
    if selection is None:
        inside = [a for a in here if any(start <= caret < end for start, end in a.ranges)]
        if chosen and any(start <= caret <= end for start, end in chosen.ranges):
            inside.insert(0, chosen)
        if inside:
            return editing.relabel(inside[:1], kind)
        selection = (text.quotation_at(words, caret) if kind is Kind.QUOTE else None) or text.sentence_at(words, caret)
        if selection is None:
            raise BadRange("There are no words under the caret: select the words to mark.")
    return editing.annotate(words, version, kind, [selection], new_id, existing=here)
