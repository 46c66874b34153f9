"""An article: what a reader returns of its file, and what the library keeps of it.

All offsets are Unicode code points into the canonical text (`text.canonical`), end exclusive.
"""

from dataclasses import dataclass

from annotator.model.words import Role

PAGED = "application/pdf"
"""The media type of what has pages that can be drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of text with one role; blocks are sorted and disjoint, and hold no line break at their ends."""

    start: int
    end: int
    role: Role = Role.PARAGRAPH


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that the article linked to an address: a linked word in a story is a source."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the original is from `start` on: page 3, 00:12:31."""

    start: int
    kind: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A passage of the original that is not in the article, as a menu or a notice; in the text it would be at `at`."""

    at: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a reader makes of a file. It has no id: nothing of it is in a library yet.

    `title` to `url`, where it was published, are suggestions to confirm. `warnings` are sentences for the user.
    `encoding_guessed` is true where the file did not say its encoding and its bytes did not prove it.
    """

    text: str
    media_type: str
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    places: tuple[Place, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    title: str = ""
    byline: str = ""
    publisher: str = ""
    date: str = ""
    language: str = ""
    url: str = ""
    encoding: str = ""
    encoding_guessed: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file as it was read once: its name, its very bytes and their sha256, the reader that understood it."""

    file_name: str
    data: bytes
    sha256: str
    reader: str
    reader_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A story under check. Its text is in its versions."""

    id: str
    title: str
    publisher: str = ""
    byline: str = ""
    dateline: str = ""
    date_published: str = ""
    source_url: str = ""
    language: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One draft of an article, as read from one file. What it points at by sha256 never changes.

    `sha256` names the original bytes, `text` the canonical text (UTF-8), `layout` its blocks, links and places.
    """

    id: str
    article: str
    number: int
    file_name: str
    sha256: str
    text: str
    layout: str
    media_type: str
    encoding: str
    encoding_guessed: bool = False
    reader: str
    reader_version: int
    warnings: tuple[str, ...] = ()
    imported_at: str = ""
