"""Search: what the user typed as a query of the index, and its hits with the words around them.

Every word must be there, by its beginning; words in quotation marks stand together. Marks of punctuation, FTS5's
operators among them, mean nothing. Accents, capitals and vowel points make no difference.
"""

import json
import re
import sqlite3
from collections import defaultdict
from typing import Any, NamedTuple
from unicodedata import normalize

from annotator.library import queries
from annotator.library.indexing import spaced
from annotator.model.annotations import HOLE
from annotator.model.words import Kind, Status
from annotator.text.folding import MARK, folded

AROUND = 60
"""Code points of context on each side of a hit in a text."""

Texts = dict[str, str]
"""Canonical texts by the version they are of; a version's text never changes."""

_KEPT, _SHORT = 200, 20_000
"""So many texts of at most so many code points: unpacking them is half of a search, and each key finds most again."""

_TERM = re.compile(r'["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+)')
_WORD = re.compile(r"[^\W_]+")
_MARKS = f"{MARK.pattern}*"


class Hit(NamedTuple):
    """A place where all the words are.

    `annotation` is empty where the text or the title has them, and so are `kind` and `status`. `start` and `end` are
    code points into the version's text: the marked words, or the first word found. In a title they are 0, and `version`
    is the newest one.
    """

    article: str
    title: str
    version: str
    annotation: str
    kind: Kind | None
    status: Status | None
    start: int
    end: int
    before: str
    words: str
    after: str


_HITS = """SELECT p.owner, p.version, p.start, p."end" FROM search JOIN passage p ON p.n = search.rowid
    WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT ?"""
_SPANS = """SELECT a.id, a.kind, a.status, a.start, a."end", s.exact, s.prefix, s.suffix
    FROM json_each(?) j CROSS JOIN annotation a ON a.id = j.value
    CROSS JOIN span s ON s.version = a.version AND s.annotation = a.id ORDER BY s.start"""
_ARTICLE = "SELECT a.id, a.title FROM version v JOIN article a ON a.id = v.article WHERE v.id = ?"


def terms(typed: str) -> list[tuple[list[str], bool]]:
    """What is looked for: the words of each term, and whether the last of them is but the beginning of a word."""
    found = (
        (_WORD.findall(spaced(m[1] or m[2] or "")), m[2] is not None) for m in _TERM.finditer(normalize("NFC", typed))
    )
    return [(words, begun) for words, begun in found if words]


def query(typed: str) -> str:
    """What was typed in FTS5's words; empty where nothing in it can be looked for."""
    return " AND ".join(f'"{" ".join(words)}"{"*" * begun}' for words, begun in terms(typed))


def hits(db: sqlite3.Connection, typed: str, limit: int, texts: Texts) -> list[Hit]:
    """At most so many hits, the newest first. `texts` is filled, and shortens the next search."""
    asked = query(typed)
    found = db.execute(_HITS, (asked, limit)).fetchall() if asked else []
    make = _Hits(db, typed, texts)
    make.look_up([owner for owner, version, *_ in found if version not in ("", owner)])
    return [make.hit(*row) for row in found]


class _Hits:
    """Makes the hits of one search; a text is read once, and those of short stories once for many searches."""

    def __init__(self, db: sqlite3.Connection, typed: str, texts: Texts) -> None:
        self._db, self._texts = db, texts
        patterns = [_pattern(words) for words, _ in terms(typed)]
        self._first = re.compile("|".join(patterns)) if patterns else None
        self._articles: dict[str, tuple[str, str]] = {}
        self._spans: dict[str, list[tuple[Any, ...]]] = defaultdict(list)

    def look_up(self, annotations: list[str]) -> None:
        """Read what is marked by these, all at once: asked for one by one, a search takes a tenth longer."""
        for owner, *span in self._db.execute(_SPANS, (json.dumps(annotations),)):
            self._spans[owner].append(tuple(span))

    def hit(self, owner: str, version: str, start: int, end: int) -> Hit:
        if not version:
            return self._title(owner)
        if owner == version:
            return self._text(version, start, end)
        return self._annotation(owner, version)

    def _article(self, version: str) -> tuple[str, str]:
        if version not in self._articles:
            self._articles[version] = self._db.execute(_ARTICLE, (version,)).fetchone()
        return self._articles[version]

    def _title(self, article: str) -> Hit:
        found = queries.article(self._db, article)
        assert found is not None
        return Hit(article, found.title, found.version, "", None, None, 0, 0, "", found.title, "")

    def _text(self, version: str, start: int, end: int) -> Hit:
        text = self._text_of(version)
        first, last = self._place(text[start:end])
        first, last = start + first, start + last
        before, after = text[max(start, first - AROUND) : first], text[last : min(end, last + AROUND)]
        return Hit(*self._article(version), version, "", None, None, first, last, before, text[first:last], after)

    def _text_of(self, version: str) -> str:
        if version not in self._texts:
            if len(self._texts) >= _KEPT:
                self._texts.clear()
            text = queries.text(self._db, version)
            if len(text) > _SHORT:
                return text
            self._texts[version] = text
        return self._texts[version]

    def _annotation(self, owner: str, version: str) -> Hit:
        spans = self._spans[owner]
        kind, status, start, end, _, before, _ = spans[0]
        words, after = HOLE.join(span[4] for span in spans), spans[-1][6]
        where = (*self._article(version), version, owner)
        return Hit(*where, Kind(kind), Status(status), start, end, before, words, after)

    def _place(self, words: str) -> tuple[int, int]:
        """Where the first word that was found stands in a paragraph."""
        found = self._first.search(folded(words)) if self._first else None
        return found.span() if found else (0, min(len(words), AROUND))


def _pattern(words: list[str]) -> str:
    """These words one after the other, the first from its beginning; Han and kana begin anywhere."""
    pattern = r"[\W_]*".join(map(_marked, words))
    return pattern if spaced(words[0]) != words[0] else rf"(?<![^\W_]){pattern}"


def _marked(word: str) -> str:
    """A word whose letters may have marks on them in the text."""
    return word.lower() if word.isascii() else "".join(letter + _MARKS for letter in folded(word))
