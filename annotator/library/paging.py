"""Annotations by the page, as plain tuples: for exports, which read all of them and must never keep an edit waiting.

A page is one short query by key, so nothing is open between two pages and edits may come in between. Dataclasses would
cost as much again as the reading (25 to 35 ms more for 10,000 rows).
"""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from annotator.library.queries import ORDER
from annotator.model.annotations import HOLE

PAGE = 250
"""Annotations a page: some 2 ms of work, so that a window can show progress and answer its user in between."""


class Told(NamedTuple):
    """An annotation with its words. Offsets are code points.

    `spans` is `14-51;60-80` where there are several, else empty. `prefix` is what stands before the first of them,
    `suffix` what follows the last.
    """

    id: str
    kind: str
    status: str
    note: str
    start: int
    end: int
    words: str
    prefix: str
    suffix: str
    spans: str
    annotator: str
    created_at: str
    updated_at: str


_KEY = ", ".join(f"a.{name}" for name in ORDER)
_HOLED = "?"
_PAGE = f"""SELECT a.id, a.kind, a.status, coalesce(a.note, ''), a.start, a."end", s.exact, s.prefix, s.suffix,
    CASE WHEN s."end" = a."end" THEN '' ELSE '{_HOLED}' END, a.annotator, a.created_at, a.updated_at
    FROM annotation a JOIN span s ON s.version = a.version AND s.annotation = a.id AND s.start = a.start
    WHERE a.version = ? AND ({_KEY}) > (?, ?, ?, ?, ?) ORDER BY {_KEY} LIMIT {PAGE}"""
_SPANS = 'SELECT start, "end", exact, suffix FROM span WHERE version = ? AND annotation = ? ORDER BY start'


def pages(db: sqlite3.Connection, version_id: str) -> Iterator[list[Told]]:
    """The annotations of a version in text order, at most PAGE at a time."""
    after: tuple[object, ...] = (-1, -1, "", "", "")
    while page := list(map(Told._make, db.execute(_PAGE, (version_id, *after)))):
        last = page[-1]
        after = (last.start, last.end, last.kind, last.created_at, last.id)
        yield [_whole(db, version_id, told) if told.spans else told for told in page]


def _whole(db: sqlite3.Connection, version_id: str, told: Told) -> Told:
    """An annotation with a hole, of which the page has the first span only."""
    spans = db.execute(_SPANS, (version_id, told.id)).fetchall()
    return told._replace(
        words=HOLE.join(exact for _, _, exact, _ in spans),
        suffix=spans[-1][3],
        spans=";".join(f"{start}-{end}" for start, end, _, _ in spans),
    )
