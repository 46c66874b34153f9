"""Undo and redo as questions to the edit log.

The log only grows. An undo is an edit that names, in `undoes`, the edit it takes back; a redo is one that names an
undo. An edit is in force while no undo of it is; an undo is in force while no redo of it is. Undo takes the
annotator's newest edit in force; redo the newest undo in force that is younger than every edit of their own.
"""

import json
import sqlite3
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from annotator.library import queries, rows
from annotator.library.errors import StaleEdit
from annotator.model.edits import Change, Edit, Verb

_IN_FORCE = """NOT EXISTS (SELECT 1 FROM edit u WHERE u.undoes = e.n
    AND NOT EXISTS (SELECT 1 FROM edit r WHERE r.undoes = u.n))"""

_UNDOABLE = f"""SELECT n, verb, at, changes FROM edit e
    WHERE annotator = ? AND undoes IS NULL AND {_IN_FORCE} ORDER BY n DESC LIMIT 1"""

_REDOABLE = """SELECT e.n, e.verb, e.at, e.changes FROM edit e JOIN edit t ON t.n = e.undoes
    WHERE e.annotator = ?1 AND t.undoes IS NULL
    AND NOT EXISTS (SELECT 1 FROM edit r WHERE r.undoes = e.n)
    AND e.n > (SELECT coalesce(max(n), 0) FROM edit WHERE annotator = ?1 AND undoes IS NULL)
    ORDER BY e.n DESC LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Entry:
    """An edit that can be undone or redone: its number in the log, what it was, and how many records it touched.

    `detail` is the kind, status or title it was about, where all its changes share one; it makes the menu's words.
    """

    n: int
    verb: Verb
    at: str
    count: int
    detail: str


class Act(NamedTuple):
    """An edit as the history tells it: what it was, whose, in which article, and whether it is in force still.

    `article` and `title` are empty where what it was about has left the library.
    """

    entry: Entry
    annotator: str
    article: str
    title: str
    in_force: bool


class Step(NamedTuple):
    """One record that an edit changed, the fields that it changed before and after; None where it was not there."""

    table: str
    id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


_ACTS = f"""SELECT n, verb, at, changes, annotator, {_IN_FORCE} FROM edit e
    WHERE undoes IS NULL AND n < ? ORDER BY n DESC LIMIT ?"""
_ABOUT = {
    "article": "SELECT id, title FROM article WHERE id = ?",
    "version": "SELECT a.id, a.title FROM version v JOIN article a ON a.id = v.article WHERE v.id = ?",
    "annotation": """SELECT a.id, a.title FROM annotation n JOIN version v ON v.id = n.version
        JOIN article a ON a.id = v.article WHERE n.id = ?""",
}


def acts(db: sqlite3.Connection, limit: int, before: int) -> list[Act]:
    """At most so many edits with a number below `before`, the newest first; undoing is told by what was undone."""
    return [_act(db, *row) for row in db.execute(_ACTS, (before, limit)).fetchall()]


def _act(db: sqlite3.Connection, n: int, verb: str, at: str, changes: str, annotator: str, in_force: int) -> Act:
    kept = json.loads(changes)
    entry = Entry(n, Verb(verb), at, len(kept), _detail(Verb(verb), kept))
    return Act(entry, annotator, *_about(db, kept), bool(in_force))


def article_of(db: sqlite3.Connection, n: int) -> str:
    """The id of the article that edit number `n` is about; empty where that is not in the library."""
    (changes,) = db.execute("SELECT changes FROM edit WHERE n = ?", (n,)).fetchone()
    return _about(db, json.loads(changes))[0]


def _about(db: sqlite3.Connection, kept: list[dict[str, Any]]) -> tuple[str, str]:
    """The article of the first change, by its id and title."""
    for change in kept[:1]:
        whole = change["after"] or change["before"]
        by = next((table for table in ("version", "article") if table in whole), change["table"])
        row = db.execute(_ABOUT[by], (whole.get(by, change["id"]),)).fetchone()
        if row:
            return row[0], row[1]
    return "", ""


def steps(db: sqlite3.Connection, n: int) -> list[Step]:
    """What edit number `n` changed; nothing where there is no such edit."""
    row = db.execute("SELECT changes FROM edit WHERE n = ?", (n,)).fetchone()
    return [Step(**change) for change in json.loads(row[0])] if row else []


def undoable(db: sqlite3.Connection, annotator: str) -> Entry | None:
    """What undo would take back."""
    return _entry(db.execute(_UNDOABLE, (annotator,)).fetchone())


def redoable(db: sqlite3.Connection, annotator: str) -> Entry | None:
    """What redo would do again."""
    return _entry(db.execute(_REDOABLE, (annotator,)).fetchone())


def _entry(row: tuple[Any, ...] | None) -> Entry | None:
    if row is None:
        return None
    n, verb, at, changes = row
    kept = json.loads(changes)
    return Entry(n, Verb(verb), at, len(kept), _detail(Verb(verb), kept))


_DETAILS = {
    Verb.ADD_ARTICLE: "title",
    Verb.REMOVE_ARTICLE: "title",
    Verb.ADD_DRAFT: "number",
    Verb.SET_STATUS: "status",
}


def _detail(verb: Verb, kept: list[dict[str, Any]]) -> str:
    """The one value that this verb's changes share, if they do."""
    name = _DETAILS.get(verb, "kind")
    found = {side[name] for change in kept if (side := change["after"] or change["before"]) and name in side}
    return str(found.pop()) if len(found) == 1 else ""


def logged(edit: Edit) -> str:
    """The changes of an edit as the log keeps them: of a record that stays, only the fields that change."""
    return json.dumps([_logged(change) for change in edit.changes], ensure_ascii=False, separators=(",", ":"))


def _logged(change: Change) -> dict[str, Any]:
    before, after = change.before, change.after
    names = rows.differing(before, after) if before and after else None
    return {
        "table": rows.TABLES[type(change.record)],
        "id": change.record.id,
        "before": rows.to_json(before, names),
        "after": rows.to_json(after, names),
    }


def taken_back(db: sqlite3.Connection, n: int) -> Edit:
    """The edit that takes back number `n` of the log, made from the log and from what is stored now.

    Raises StaleEdit where a record has changed since in the very fields to be set back.
    """
    verb, changes = db.execute("SELECT verb, changes FROM edit WHERE n = ?", (n,)).fetchone()
    kept = json.loads(changes)
    return Edit(Verb(verb), tuple(_back(db, change) for change in reversed(kept)))


def _back(db: sqlite3.Connection, kept: dict[str, Any]) -> Change:
    kind = rows.RECORDS[kept["table"]]
    before, after = (None if kept[side] is None else rows.from_json(kind, kept[side]) for side in ("before", "after"))
    if after is None:
        assert before is not None
        return Change(None, kind(**before))
    now = queries.record(db, kind, kept["id"])
    if now is None or any(getattr(now, name) != value for name, value in after.items() if name not in rows.TIMES):
        raise StaleEdit("This cannot be taken back, since what it changed has been changed again elsewhere.")
    return Change(now, None if before is None else replace(now, **before))
