"""Records to rows and back, generic over dataclass fields; and records to the edit log's JSON and back.

The spans of an annotation are rows of their own; everything else is one column per field.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from enum import StrEnum
from typing import Any

from annotator.library.errors import LibraryError
from annotator.model.annotations import Anchor, Annotation
from annotator.model.documents import Article, Version
from annotator.model.edits import Record

Json = dict[str, Any]

TABLES: dict[type[Record], str] = {Article: "article", Version: "version", Annotation: "annotation"}
"""In the order in which records are made; they go in the opposite one."""

RECORDS = {table: record for record, table in TABLES.items()}
TIMES = frozenset({"created_at", "updated_at", "imported_at"})
"""When things happened is no reason to call an edit stale."""

FIELDS = {record: tuple(field.name for field in fields(record)) for record in TABLES}
COLUMNS = {record: tuple(name for name in names if name != "spans") for record, names in FIELDS.items()}
_TYPES: dict[type[Record], dict[str, Any]] = {
    record: {field.name: field.type for field in fields(record)} for record in TABLES
}
SPAN_COLUMNS = tuple(field.name for field in fields(Anchor))


def _plain(value: object) -> object:
    """A field's value as SQLite and JSON can keep it."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value


def _typed(kind: Any, value: Any) -> Any:
    """A stored value as the field wants it."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    if kind is bool:
        return bool(value)
    if kind == tuple[str, ...]:
        return tuple(json.loads(value or "[]"))
    return "" if value is None and kind is str else value


def values(record: Record) -> tuple[object, ...]:
    """The row of a record, in the order of its COLUMNS."""
    return tuple(_plain(getattr(record, name)) for name in COLUMNS[type(record)])


def span_values(annotation: Annotation) -> list[tuple[object, ...]]:
    """A row for each span: its version, its annotation, then SPAN_COLUMNS."""
    return [(annotation.version, annotation.id, s.start, s.end, s.exact, s.prefix, s.suffix) for s in annotation.spans]


def record(kind: type[Record], row: Sequence[Any], spans: Sequence[Sequence[Any]] = ()) -> Any:
    """The record of a row (and of its spans' rows).

    Raises LibraryError where a stored value breaks the model's rules: the file was changed by something else.
    """
    types = _TYPES[kind]
    try:
        found = {name: _typed(types[name], value) for name, value in zip(COLUMNS[kind], row, strict=True)}
        if kind is Annotation:
            found["spans"] = tuple(Anchor(**dict(zip(SPAN_COLUMNS, span, strict=True))) for span in spans)
        return kind(**found)
    except (ValueError, TypeError) as error:
        raise LibraryError(
            f"The library holds a damaged {TABLES[kind]} ({row[0]}: {error}); run “annotator check” and use a backup."
        ) from error


def to_json(record: Record | None, names: Sequence[str] | None = None) -> Json | None:
    """The named fields of a record (all: None) for the log."""
    if record is None:
        return None
    chosen = FIELDS[type(record)] if names is None else names
    return {name: _jsonable(getattr(record, name)) for name in chosen}


def _jsonable(value: object) -> object:
    if isinstance(value, tuple):
        return [_jsonable(item) for item in value]
    if isinstance(value, Anchor):
        return {name: getattr(value, name) for name in SPAN_COLUMNS}
    return value


def from_json(kind: type[Record], kept: Mapping[str, Any]) -> Json:
    """The field values that the log kept."""
    types = _TYPES[kind]
    return {name: _from_json(name, types[name], value) for name, value in kept.items() if name in types}


def _from_json(name: str, kind: Any, value: Any) -> Any:
    if name == "spans":
        return tuple(Anchor(**span) for span in value)
    return tuple(value) if isinstance(value, list) else _typed(kind, value)


def differing(before: Record, after: Record) -> tuple[str, ...]:
    """The fields that differ, times left out."""
    names = FIELDS[type(before)]
    return tuple(n for n in names if n not in TIMES and getattr(before, n) != getattr(after, n))
