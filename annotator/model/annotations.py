"""Marked words, and what is known about them."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model.words import Kind, Status

HOLE = " […] "
"""What stands for the words between two spans of one annotation."""


def tidy(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are kept: in NFC, one line each without white space around it, none empty, none twice.

    Their order and their capitals are the user's.
    """
    words = (" ".join(unicodedata.normalize("NFC", tag).split()) for tag in tags)
    return tuple(dict.fromkeys(filter(None, words)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where marked words sit in a text that never changes.

    Offsets are Unicode code points, end exclusive. `prefix` and `suffix` tell equal words apart in another version.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        if self.start < 0 or not self.exact or self.end - self.start != len(self.exact):
            raise ValueError(f"{self.start}..{self.end} does not hold {self.exact!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A claim, quote or source in one version of an article.

    `spans` has one anchor, or several where the words have a hole (a quote split by "he said"): sorted and disjoint.
    `tags` are words of the user's own, as `tidy` makes them. `earlier` is what it marked in an older draft,
    where a newer one changed the words. `annotator` and the times are the library's to set, when
    it stores the annotation.
    """

    id: str
    version: str
    kind: Kind
    spans: tuple[Anchor, ...]
    status: Status = Status.UNCHECKED
    note: str = ""
    tags: tuple[str, ...] = ()
    earlier: str = ""
    annotator: str = ""
    created_at: str = ""
    updated_at: str = ""

    def __post_init__(self) -> None:
        if not self.spans:
            raise ValueError("an annotation marks at least one span")
        if any(a.end > b.start for a, b in zip(self.spans, self.spans[1:], strict=False)):
            raise ValueError("the spans of an annotation are sorted and do not overlap")
        if self.tags and self.tags != tidy(self.tags):
            raise ValueError(f"{self.tags} are not tidy tags")

    @property
    def start(self) -> int:
        """The first marked code point."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Behind the last marked code point."""
        return self.spans[-1].end

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """(start, end) of each span."""
        return tuple((span.start, span.end) for span in self.spans)

    @property
    def words(self) -> str:
        """What is marked, holes shown."""
        return HOLE.join(span.exact for span in self.spans)
