"""What can be searched, kept beside the rows by whoever writes them, in the same transaction.

A passage is a title, a paragraph of a version's text, or an annotation's words with its note and tags. Its words are in
the index alone (`search`, FTS5 without content), so taking a passage out needs the very words that were put in.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import NamedTuple

from annotator import text
from annotator.model.annotations import Annotation
from annotator.model.documents import Article, Version
from annotator.model.edits import Change, Record
from annotator.text.folding import bare

TextOf = Callable[[str], str]
"""The canonical text of the version with this id."""

_UNSPACED = "([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd])"
"""Han and kana: written without spaces, so that FTS5 would take a whole clause for one word.

Compiled when first looked for: two milliseconds that a start does without.
"""

_OUT = """INSERT INTO search (search, rowid, words)
    SELECT 'delete', n, ? FROM passage WHERE owner = ? AND start = ?"""


class Passage(NamedTuple):
    """Words that are found together. Offsets are code points into the version's text, 0 where that says nothing.

    `owner` is the id of the annotation, the version or the article; `version` is empty for a title.
    """

    owner: str
    version: str
    start: int
    end: int
    words: str


_POINTED = re.compile("[\u0300-\u036f\u0591-\u06ff]")
"""Where there are marks that FTS5 would part a word at, and letters that are written for one another."""


def spaced(words: str) -> str:
    """The words as the index has them: each Han or kana character is a word, vowel points and their like are gone."""
    if words.isascii():
        return words
    return re.sub(_UNSPACED, r" \1 ", bare(words) if _POINTED.search(words) else words)


def passages(record: Record | None, text_of: TextOf) -> Iterator[Passage]:
    """What of a record can be searched."""
    if isinstance(record, Annotation):
        words = "\n".join((record.words, record.note, *record.tags))
        yield Passage(record.id, record.version, 0, 0, spaced(words))
    elif isinstance(record, Version):
        whole = text_of(record.id)
        for start, end in text.paragraphs(whole):
            yield Passage(record.id, record.id, start, end, spaced(whole[start:end]))
    elif isinstance(record, Article):
        yield Passage(record.id, "", 0, 0, spaced(record.title))


def write(db: sqlite3.Connection, changes: Iterable[Change], text_of: TextOf) -> None:
    """Bring the index up to these changes; rows that are to go must still be there."""
    out: list[Passage] = []
    into: list[Passage] = []
    for change in changes:
        before, after = change.before, change.after
        if isinstance(before, Version) and isinstance(after, Version):
            continue  # a version's text never changes
        old, new = list(passages(before, text_of)), list(passages(after, text_of))
        if old != new:
            out += old
            into += new
    _take_out(db, out)
    put_in(db, into)


def _take_out(db: sqlite3.Connection, gone: list[Passage]) -> None:
    db.executemany(_OUT, ((p.words, p.owner, p.start) for p in gone))
    db.executemany("DELETE FROM passage WHERE owner = ? AND start = ?", ((p.owner, p.start) for p in gone))


def put_in(db: sqlite3.Connection, made: list[Passage]) -> None:
    """Add passages, which are newer than all that are there."""
    if not made:
        return
    (last,) = db.execute("SELECT coalesce(max(n), 0) FROM passage").fetchone()
    db.executemany("INSERT INTO passage VALUES (?, ?, ?, ?, ?)", ((n, *p[:4]) for n, p in zip(count(last + 1), made)))
    db.executemany("INSERT INTO search (rowid, words) VALUES (?, ?)", zip(count(last + 1), (p.words for p in made)))
