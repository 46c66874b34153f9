"""What is painted on the words: one mark for each span of an annotation."""

from collections.abc import Iterable
from typing import NamedTuple

from annotator.model.annotations import Annotation
from annotator.model.words import Kind


class Mark(NamedTuple):
    """One span of an annotation; all marks of an annotation with holes share its `id`.

    `start` and `end` are code points of the text, end exclusive. `done` is true where nothing is left to check.
    """

    start: int
    end: int
    kind: Kind
    id: str
    done: bool = False


def marks_of(annotation: Annotation, ranges: Iterable[tuple[int, int]] | None = None) -> list[Mark]:
    """The marks of an annotation, at its own ranges or as it would be at these."""
    done = annotation.status.done
    return [Mark(s, e, annotation.kind, annotation.id, done) for s, e in ranges or annotation.ranges]


def shortest_first(mark: Mark) -> tuple[int, Mark]:
    """The order of everything that overlaps: what lies on top, nearest to the words, and is picked first."""
    return mark.end - mark.start, mark
