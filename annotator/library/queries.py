"""What panes, exports and commands ask. Everything here reads; nothing writes."""

import json
import sqlite3
import zlib
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from annotator.library import rows
from annotator.library.errors import LibraryError
from annotator.model.annotations import Annotation
from annotator.model.documents import Block, LeftOut, Link, Place, Version
from annotator.model.edits import Record
from annotator.model.words import Kind, Role, Status

ORDER = ("start", '"end"', "kind", "created_at", "id")
"""The order of annotations in a text: by place, then by kind, the older one first."""


class Listed(NamedTuple):
    """An article as a list shows it: with the newest of its versions, and how many annotations it has."""

    id: str
    title: str
    publisher: str
    date_published: str
    version: str
    file_name: str
    sha256: str
    imported_at: str
    annotations: int
    done: int


class Marked(NamedTuple):
    """A span as the view paints it. Offsets are code points."""

    start: int
    end: int
    kind: Kind
    id: str
    status: Status


_LISTED = """SELECT a.id, a.title, a.publisher, a.date_published, v.id, v.file_name, v.sha256, v.imported_at,
    coalesce(t.annotations, 0), coalesce(t.done, 0)
    FROM article a JOIN version v ON v.article = a.id
    AND v.number = (SELECT max(number) FROM version WHERE article = a.id)
    LEFT JOIN tally t ON t.version = v.id"""


def articles(db: sqlite3.Connection) -> list[Listed]:
    """Every article, the newest first."""
    return [Listed(*row) for row in db.execute(f"{_LISTED} ORDER BY v.imported_at DESC, a.rowid DESC")]


def article(db: sqlite3.Connection, article_id: str) -> Listed | None:
    """One article as a list shows it."""
    row = db.execute(f"{_LISTED} WHERE a.id = ?", (article_id,)).fetchone()
    return Listed(*row) if row else None


def matching(db: sqlite3.Connection, word: str) -> list[Listed]:
    """The articles that a user may mean by an id, its first characters, or a file name."""
    return [
        found
        for row in db.execute(
            f"{_LISTED} WHERE a.id = ?1 OR v.file_name = ?1 OR substr(a.id, 1, length(?1)) = ?1 ORDER BY a.rowid",
            (word,),
        )
        if (found := Listed(*row))
    ]


def holding(db: sqlite3.Connection, sha256: str) -> Listed | None:
    """The article that has a version made of exactly these bytes."""
    row = db.execute("SELECT article FROM version WHERE sha256 = ? ORDER BY rowid LIMIT 1", (sha256,)).fetchone()
    return article(db, row[0]) if row else None


def _names(columns: tuple[str, ...], prefix: str = "") -> str:
    return ", ".join(f'{prefix}"{name}"' for name in columns)


SELECT = {kind: f"SELECT {_names(rows.COLUMNS[kind])} FROM {table}" for kind, table in rows.TABLES.items()}
_VERSION = rows.COLUMNS[Annotation].index("version")
_SPANS = f"SELECT {_names(rows.SPAN_COLUMNS)} FROM span WHERE version = ? AND annotation = ? ORDER BY start"


def record(db: sqlite3.Connection, kind: type[Record], record_id: str) -> Any:
    """A record by its id, or None."""
    row = db.execute(f"{SELECT[kind]} WHERE id = ?", (record_id,)).fetchone()
    if row is None:
        return None
    spans = db.execute(_SPANS, (row[_VERSION], record_id)).fetchall() if kind is Annotation else ()
    return rows.record(kind, row, spans)


def versions(db: sqlite3.Connection, article_id: str) -> list[Version]:
    """The versions of an article, the first one first."""
    found = db.execute(f"{SELECT[Version]} WHERE article = ? ORDER BY number", (article_id,))
    return [rows.record(Version, row) for row in found]


_ANNOTATIONS = f"""SELECT {_names(rows.COLUMNS[Annotation], "a.")}, {_names(rows.SPAN_COLUMNS, "s.")}
    FROM annotation a JOIN span s ON s.version = a.version AND s.annotation = a.id
    WHERE a.version = ? ORDER BY {", ".join(f"a.{name}" for name in ORDER)}, s.start"""


def annotations(db: sqlite3.Connection, version_id: str) -> Iterator[Annotation]:
    """The annotations of a version in text order: by start, end, kind, age."""
    width = len(rows.COLUMNS[Annotation])
    for _, group in groupby(db.execute(_ANNOTATIONS, (version_id,)), itemgetter(0)):
        found = list(group)
        yield rows.record(Annotation, found[0][:width], [row[width:] for row in found])


def beside(db: sqlite3.Connection, version_id: str, place: tuple[object, ...], forward: bool) -> str | None:
    """The id of the annotation next to a place in the order of the text: an ORDER key, or the beginning of one."""
    names = ORDER[: len(place)]
    direction, sign = ("ASC", ">") if forward else ("DESC", "<")
    order = ", ".join(f"{name} {direction}" for name in ORDER)
    row = db.execute(
        f"""SELECT id FROM annotation WHERE version = ?
        AND ({", ".join(names)}) {sign} ({", ".join("?" * len(names))}) ORDER BY {order} LIMIT 1""",
        (version_id, *place),
    ).fetchone()
    return str(row[0]) if row else None


def marks(db: sqlite3.Connection, version_id: str) -> list[Marked]:
    """The spans of a version by start: all that is needed to paint."""
    kinds, states = {str(k): k for k in Kind}, {str(s): s for s in Status}
    found = db.execute(
        """SELECT s.start, s."end", a.kind, a.id, a.status
        FROM annotation a JOIN span s ON s.version = a.version AND s.annotation = a.id
        WHERE a.version = ? ORDER BY s.start""",
        (version_id,),
    )
    return [Marked(start, end, kinds[kind], a, states[status]) for start, end, kind, a, status in found]


def blob(db: sqlite3.Connection, sha256: str) -> bytes:
    """The bytes kept under this hash. Raises LibraryError where they are gone or damaged."""
    row = db.execute("SELECT data FROM blob WHERE sha256 = ?", (sha256,)).fetchone()
    try:
        return zlib.decompress(row[0])
    except (TypeError, zlib.error) as error:
        raise LibraryError(
            "The library is damaged: a stored text cannot be read; run “annotator check” and use a backup."
        ) from error


def text(db: sqlite3.Connection, version_id: str) -> str:
    """The canonical text of a version. Raises LibraryError where it is damaged."""
    row = db.execute("SELECT text FROM version WHERE id = ?", (version_id,)).fetchone()
    return blob(db, row[0] if row else "").decode("utf-8")


class Layout(NamedTuple):
    """What a version knows about its text besides the words."""

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    places: tuple[Place, ...]
    left_out: tuple[LeftOut, ...] = ()


def layout(db: sqlite3.Connection, version: Version) -> Layout:
    """The blocks, links and places of a version."""
    kept = json.loads(blob(db, version.layout))
    return Layout(
        tuple(Block(start=start, end=end, role=Role(role)) for start, end, role in kept["blocks"]),
        tuple(Link(start=start, end=end, url=url) for start, end, url in kept["links"]),
        tuple(Place(start=start, kind=kind, label=label) for start, kind, label in kept["places"]),
        tuple(LeftOut(at=at, text=text) for at, text in kept.get("left_out", ())),  # layouts of before it have none
    )
