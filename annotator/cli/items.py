"""What is to be annotated, as JSON: a list of objects with kind, and start and end or spans; note, status, tags."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotator.errors import AnnotatorError
from annotator.model.words import Kind, Status

_KEYS = ("kind", "start", "end", "spans", "note", "status", "tags")


class BadItem(AnnotatorError):
    """Something in the list that cannot be annotated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What one annotation is to be. Offsets are code points, end exclusive."""

    kind: Kind
    ranges: tuple[tuple[int, int], ...]
    note: str = ""
    tags: tuple[str, ...] = ()
    status: Status = Status.UNCHECKED


def items(words: str) -> list[Item]:
    """The items of a JSON list. Raises BadItem, which says the number of the item, counted from 1."""
    try:
        found = json.loads(words)
    except (ValueError, RecursionError) as error:
        raise BadItem(f"This is not JSON ({error}); give a list of objects.") from error
    if not isinstance(found, list):
        raise BadItem("This is not a JSON list; put the objects between [ and ].")
    return [_item(number, item) for number, item in enumerate(found, 1)]


def _item(number: int, found: object) -> Item:
    try:
        return _checked(found)
    except BadItem as error:
        raise BadItem(f"Item {number} of the list {error}.") from error


def _checked(found: object) -> Item:
    if not isinstance(found, dict):
        raise BadItem("is not an object")
    if unknown := [key for key in found if key not in _KEYS]:
        raise BadItem(f"has “{unknown[0]}”, which means nothing here; what may be there is {', '.join(_KEYS)}")
    return Item(
        kind=Kind(_code(found, "kind", Kind)),
        ranges=_ranges(found),
        note=_note(found),
        tags=_tags(found),
        status=Status(_code(found, "status", Status)) if "status" in found else Status.UNCHECKED,
    )


def _code(found: Mapping[str, Any], key: str, known: type[Kind | Status]) -> str:
    if key not in found:
        raise BadItem(f"has no {key}")
    code = found[key]
    if not isinstance(code, str) or code not in set(known):
        raise BadItem(f"has the {key} {code!r}; it has to be one of {', '.join(known)}")
    return code


def _ranges(found: Mapping[str, Any]) -> tuple[tuple[int, int], ...]:
    if ("spans" in found) == ("start" in found or "end" in found):
        raise BadItem("needs either start and end or spans")
    spans = found["spans"] if "spans" in found else [[found.get("start"), found.get("end")]]
    if not isinstance(spans, list) or not spans or not all(map(_is_range, spans)):
        raise BadItem("has a place that is not two whole numbers, start and end, or a list of such pairs")
    return tuple((start, end) for start, end in spans)


def _is_range(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(type(number) is int for number in pair)  # noqa: PLR2004


def _note(found: Mapping[str, Any]) -> str:
    note = found.get("note", "")
    if not isinstance(note, str):
        raise BadItem("has a note that is not text")
    return note


def _tags(found: Mapping[str, Any]) -> tuple[str, ...]:
    tags = found.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise BadItem("has tags that are not a list of texts")
    return tuple(tags)
