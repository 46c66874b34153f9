"""Edits: the only way anything changes.

An Edit is a list of changes made and undone as one. It is a value: making one changes nothing, `Library.apply` does.
"""

from dataclasses import dataclass
from enum import StrEnum

from annotator.model.annotations import Annotation
from annotator.model.documents import Article, Version

Record = Article | Version | Annotation


class Verb(StrEnum):
    """What the user did, as kept in the edit log."""

    ADD_ARTICLE = "add_article"
    REMOVE_ARTICLE = "remove_article"
    ADD_DRAFT = "add_draft"
    TAKE = "take"
    DESCRIBE_ARTICLE = "describe_article"
    ANNOTATE = "annotate"
    RELABEL = "relabel"
    RESPAN = "respan"
    SPLIT = "split"
    JOIN = "join"
    SET_STATUS = "set_status"
    SET_NOTE = "set_note"
    SET_TAGS = "set_tags"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after: no `before` adds it, no `after` removes it."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a change changes something")
        if self.before and self.after and (type(self.before), self.before.id) != (type(self.after), self.after.id):
            raise ValueError("a change is of one record")

    def within(self, version: str) -> bool:
        """Whether it is of an annotation of this version that neither comes from another one nor goes there."""
        sides = [side for side in (self.before, self.after) if side]
        return all(isinstance(side, Annotation) and side.version == version for side in sides)

    @property
    def record(self) -> Record:
        """The record as it is after the change, or as it last was."""
        record = self.after or self.before
        assert record is not None
        return record


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes that an edit's records name by sha256: stored once, never changed, never in the log."""

    sha256: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Edit:
    """Changes that happen together or not at all, and what the user calls them."""

    verb: Verb
    changes: tuple[Change, ...]
    contents: tuple[Content, ...] = ()

    def __bool__(self) -> bool:
        """An edit without changes is nothing to do."""
        return bool(self.changes)

    @property
    def of_articles(self) -> tuple[Change, ...]:
        """The changes of articles themselves: which one comes, goes, or has other details."""
        return tuple(change for change in self.changes if isinstance(change.record, Article))


def inverse(edit: Edit) -> Edit:
    """The edit that takes this one back: each change turned around, the last one first."""
    return Edit(edit.verb, tuple(Change(change.after, change.before) for change in reversed(edit.changes)))
