"""Acts in words: when one was, and what it changed from what to what. No Qt in here."""

from collections.abc import Iterator
from datetime import datetime

from annotator.library import Act, Step
from annotator.model.annotations import HOLE
from annotator.model.words import Kind, Status
from annotator.ui import wording

_NAMES = {
    "kind": "Kind",
    "status": "Status",
    "note": "Note",
    "tags": "Tags",
    "spans": "Words",
    "title": "Title",
    "publisher": "Publisher",
    "byline": "By",
    "dateline": "Dateline",
    "date_published": "Published",
    "source_url": "Address",
    "language": "Language",
}
_LONGEST, _LONGEST_TITLE = 120, 400
_STEPS = 3
"""Of an act that changed many, the first so many are told."""


def name(act: Act) -> str:
    """What the act was, as a sentence begins, with the whole title."""
    words = wording.plain(wording.act(act.entry, _LONGEST_TITLE))
    return words[:1].upper() + words[1:]


def time(at: str) -> str:
    """When it was, on this computer's clock: 3 Nov 14:05."""
    when = datetime.fromisoformat(at).astimezone()
    return f"{when.day} {when:%b %H:%M}"


def told(steps: list[Step]) -> str:
    """A line for each value that changed, then how many more records there are."""
    lines = [line for step in steps[:_STEPS] for line in _lines(step)]
    more = len(steps) - _STEPS
    return "\n".join([*lines, *([f"and {more:,} more"] if more > 0 else [])])


def _lines(step: Step) -> Iterator[str]:
    before, after = step.before or {}, step.after or {}
    if step.before is None or step.after is None:
        whole = before or after
        words = _value("spans", whole["spans"]) if "spans" in whole else whole.get("title", "")
        if words:
            yield f"{'Added' if step.before is None else 'Removed'}: {_short(words)}"
        return
    for field, label in _NAMES.items():
        if field in after:
            yield f"{label}: {_short(_value(field, before[field]))} → {_short(_value(field, after[field]))}"


def _value(field: str, value: object) -> str:
    if field == "spans" and isinstance(value, list):
        return HOLE.join(span["exact"] for span in value)
    if field == "tags" and isinstance(value, list):
        return ", ".join(value)
    if field == "kind":
        return wording.KIND[Kind(str(value))]
    return wording.STATUS[Status(str(value))] if field == "status" else str(value)


def _short(words: str) -> str:
    """On one line: what was marked may go over the end of a paragraph."""
    return wording.cut(wording.plain(" ".join(words.split())), _LONGEST) or "none"
