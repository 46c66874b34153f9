"""Pages of an e-book, as they are heard: where one passage ends and the next begins, and what each is."""

import re
from collections.abc import Mapping

from annotator.model.words import Role
from annotator.reading.galley import Galley
from annotator.reading.manuscript import Manuscript
from annotator.reading.xml import Silent

_HEADINGS = {f"h{level}" for level in range(1, 7)}
_CHAPTERS = {"h1", "h2"}
_ROLES = {
    **dict.fromkeys(_HEADINGS, Role.HEADING),
    **dict.fromkeys(("figcaption", "caption"), Role.CAPTION),
    "blockquote": Role.QUOTATION,
    "li": Role.LIST_ITEM,
}
_BREAKS = {
    *_ROLES,
    *("address", "article", "aside", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure"),
    *("footer", "form", "header", "hgroup", "hr", "legend", "main", "nav", "ol", "p", "pre", "section", "summary"),
    *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
"""Elements that stand under one another, not in a line."""

_SAYS_NOTHING = {"head", "script", "style", "template", "svg", "audio", "video", "rt", "rp", "annotation"}
_MARKS = {"pagebreak", "noteref", "doc-pagebreak", "doc-noteref", "doc-backlink"}
"""Numbers of the printed page and of notes, in the midst of sentences."""

_NOTES = {"footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"}

_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_WHITE_SPACE = re.compile(r"[ \t\r\n\f]+")


class Page(Silent):
    """One page. Headings of the two upper levels are places of the manuscript."""

    def __init__(self, out: Manuscript) -> None:
        self._out, self._galley = out, Galley(out)
        self._unheard = self._kept = self._rows = 0
        self._roles = [Role.PARAGRAPH]
        self._in_note = [False]
        self._links = [""]
        self._heading = ""
        self._blank = True

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins: passages break around those that stand under one another."""
        if self._unheard or _says_nothing(name, attributes) or self._leads_back(name, attributes):
            self._unheard += 1
        elif name in _BREAKS:
            self._break()
            self._roles.append(_ROLES.get(name, self._roles[-1]))
            self._in_note.append(self._in_note[-1] or not _NOTES.isdisjoint(_kinds(attributes)))
            self._kept += name == "pre"
            if name == "tr":
                self._rows += 1
                self._galley.open_row()
        elif name == "a":
            address = attributes.get("href", "")
            self._links.append(address if address.startswith(("http://", "https://")) else "")
        elif name == "br":
            self._say("\n")
            self._blank = True

    def words(self, words: str) -> None:
        """White space is one blank, and none at the start or behind another, except where it is kept."""
        if self._unheard:
            return
        if not self._kept:
            words = _WHITE_SPACE.sub(" ", words)
            words = words.lstrip(" ") if self._blank else words
        if words:
            self._blank = words.endswith(" ")
            self._say(words)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._unheard:
            self._unheard -= 1
        elif name in _BREAKS:
            if name in _CHAPTERS and not self._rows and self._heading.strip():
                self._out.place("chapter", " ".join(self._heading.split()))
            self._break()
            self._roles.pop()
            self._in_note.pop()
            self._kept -= name == "pre"
            self._end_cell(name)
        elif name == "a":
            self._links.pop()

    def _leads_back(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Whether this is the number at the start of a note, which leads back to the text."""
        starts_note = self._in_note[-1] and not self._galley.in_paragraph
        return starts_note and name == "a" and attributes.get("href", "").startswith("#")

    def _end_cell(self, name: str) -> None:
        if name in ("td", "th"):
            self._galley.close_cell()
        elif name == "tr":
            self._rows -= 1
            self._galley.close_row()

    def _break(self) -> None:
        self._galley.close_paragraph()
        self._heading = ""
        self._blank = True

    def _say(self, words: str) -> None:
        if not self._galley.in_paragraph:
            self._galley.open_paragraph(self._roles[-1])
        if self._roles[-1] is Role.HEADING:
            self._heading += words
        self._galley.say(words, self._links[-1])


def _says_nothing(name: str, attributes: Mapping[str, str]) -> bool:
    return (
        name in _SAYS_NOTHING
        or "hidden" in attributes
        or not _MARKS.isdisjoint(_kinds(attributes))
        or bool(_HIDDEN.search(attributes.get("style", "")))
    )


def _kinds(attributes: Mapping[str, str]) -> tuple[str, ...]:
    """What e-books call an element, in either of two attributes."""
    return (*attributes.get("type", "").split(), attributes.get("role", ""))
