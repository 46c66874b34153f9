"""The columns of a table of annotations: what people read first, what machines need last.

The one place that names a column. Columns without data yet are there all the same, so that what is built on the table
today still fits tomorrow's.
"""

from operator import attrgetter

from annotator.exporting.records import Record

_LATER = ""

COLUMNS: dict[str, str] = {
    "annotation_id": "id",
    "kind": "kind",
    "text": "words",
    "claim_text": _LATER,
    "quote_type": _LATER,
    "source_name": _LATER,
    "source_role": _LATER,
    "source_type": _LATER,
    "attribution": _LATER,
    "cue": _LATER,
    "claim_type": _LATER,
    "check_worthiness": _LATER,
    "priority": _LATER,
    "status": "status",
    "verdict": _LATER,
    "quote_check": _LATER,
    "explanation": _LATER,
    "correction": _LATER,
    "evidence": _LATER,
    "evidence_count": _LATER,
    "note": "note",
    "tags": "tags",
    "related": _LATER,
    "article_title": "article.title",
    "article_file": "article.file_name",
    "place": "place",
    "paragraph": "paragraph",
    "start": "start",
    "end": "end",
    "spans": "spans",
    "prefix": "prefix",
    "suffix": "suffix",
    "annotator": "annotator",
    "created_at": "created_at",
    "updated_at": "updated_at",
    "article_sha256": "article.sha256",
}
"""The name of each column, in order, and where in a Record its value is."""

NUMBERS = frozenset({"paragraph", "start", "end"})
FILLED = tuple(name for name, path in COLUMNS.items() if path != _LATER)
"""The columns that have data."""

_values = attrgetter(*(COLUMNS[name] for name in FILLED))


def values(record: Record) -> tuple[str | int, ...]:
    """What the FILLED columns hold for this record, in their order: text, but for NUMBERS."""
    found: tuple[str | int, ...] = _values(record)
    return found
