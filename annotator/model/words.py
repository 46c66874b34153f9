"""The vocabularies. The codes are what is stored and exported; labels for people are `ui.wording`'s."""

from enum import StrEnum


class Kind(StrEnum):
    """What a marked piece of text is."""

    CLAIM = "claim"
    QUOTE = "quote"
    SOURCE = "source"


class Status(StrEnum):
    """Where the work on an annotation stands; what was found is another matter (the verdict)."""

    UNCHECKED = "unchecked"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    CHECKED = "checked"
    DROPPED = "dropped"

    @property
    def done(self) -> bool:
        """Nothing is left to do: progress is the share of these."""
        return self in (Status.CHECKED, Status.DROPPED)


class Role(StrEnum):
    """What a block of a Document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
