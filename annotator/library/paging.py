"""Annotations by the page, as plain tuples: for exports, which read all of them and must never keep an edit waiting.

A page is one short query by key, so nothing is open between two pages and edits may come in between. An object for
each row would cost as much again as the reading.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any

from annotator.library.queries import ORDER
from annotator.model.annotations import HOLE

PAGE = 250
"""Annotations a page: some 2 ms of work, so that a window can show progress and answer its user in between."""

FIELDS = (
    *("id", "kind", "status", "note", "tags", "start", "end", "words", "prefix", "suffix", "spans"),
    *("annotator", "created_at", "updated_at"),
)
"""What is told of each. `words` shows holes, `prefix` is what stands before the first span, `suffix` what follows the
last; `tags` are parted by `; `; `spans` is `14-51;60-80` where there are several, else empty. Offsets are code
points."""

Told = tuple[Any, ...]
"""The FIELDS of an annotation."""

_KEY = ", ".join(f"a.{name}" for name in ORDER)
_HOLED = "?"
_PAGE = f"""SELECT a.id, a.kind, a.status, coalesce(a.note, ''),
    CASE WHEN a.tags IN ('', '[]') THEN ''
    ELSE (SELECT group_concat(value, '; ') FROM (SELECT value FROM json_each(a.tags) ORDER BY key)) END,
    a.start, a."end", s.exact, s.prefix, s.suffix,
    CASE WHEN s."end" = a."end" THEN '' ELSE '{_HOLED}' END, a.annotator, a.created_at, a.updated_at
    FROM annotation a JOIN span s ON s.version = a.version AND s.annotation = a.id AND s.start = a.start
    WHERE a.version = ? AND ({_KEY}) > (?, ?, ?, ?, ?) ORDER BY {_KEY} LIMIT {PAGE}"""
_SPANS = 'SELECT start, "end", exact, suffix FROM span WHERE version = ? AND annotation = ? ORDER BY start'


_LAST_KEY = tuple(FIELDS.index(name.strip('"')) for name in ORDER)
_SPANNED, _ID = FIELDS.index("spans"), FIELDS.index("id")


def pages(db: sqlite3.Connection, version_id: str) -> Iterator[list[Told]]:
    """The annotations of a version in text order, at most PAGE at a time."""
    after: tuple[object, ...] = (-1, -1, "", "", "")
    while page := db.execute(_PAGE, (version_id, *after)).fetchall():
        after = tuple(page[-1][place] for place in _LAST_KEY)
        yield [_whole(db, version_id, told) if told[_SPANNED] else told for told in page]


def _whole(db: sqlite3.Connection, version_id: str, told: Told) -> Told:
    """An annotation with a hole, of which the page has the first span only."""
    spans = db.execute(_SPANS, (version_id, told[_ID])).fetchall()
    whole = {
        "words": HOLE.join(exact for _, _, exact, _ in spans),
        "suffix": spans[-1][3],
        "spans": ";".join(f"{start}-{end}" for start, end, _, _ in spans),
    }
    return tuple(whole.get(name, value) for name, value in zip(FIELDS, told, strict=True))
