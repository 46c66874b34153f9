"""Word documents (.docx, .docm): what a reader of the accepted draft sees, its notes behind it.

By hand on zipfile and expat: python-docx loses inserted text, table cells, content controls, fields and notes (measured
on one file with all of them). Insertions are in, deletions and hidden text out; macros and pictures are not looked at.
"""

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from annotator.model.documents import Document
from annotator.model.words import Role
from annotator.progress import Report
from annotator.reading.archive import Archive
from annotator.reading.files import File
from annotator.reading.galley import Galley, link_of, on_comments, role_named, tell_margins
from annotator.reading.manuscript import Manuscript, Suggested
from annotator.reading.names import stem_title
from annotator.reading.reader import Reader
from annotator.reading.sniffing import DOCX, fits
from annotator.reading.unreadable import Code, Refused
from annotator.reading.xml import Leaves, Silent, walk

LIMIT = 100_000_000

_CHARACTERS = {"ptab": "\t", "tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_DELETED = ("del", "moveFrom")
_SAYS_NOTHING = {
    *(*_DELETED, "delText", "delInstrText", "rPrChange", "pPrChange", "rt"),
    "Fallback",  # says once more what the Choice before it says
    "tabs",  # where the stops are
}
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_SYMBOLS = {"F0E0": "→", "F0DF": "←", "F0F3": "↔", "F04A": "☺", "F04C": "☹"}
"""What Word makes of arrows and smiles as they are typed, in fonts of its own; other pictures of such fonts are out."""

_OFF = ("0", "false", "off")


def _read(file: File, _report: Report) -> Document:
    archive = Archive(file.data)
    main = _main(archive)
    folder, name = posixpath.split(main)
    relations = _relations(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    styles = _Styles()
    if (part := posixpath.join(folder, "styles.xml")) in archive:
        walk(archive.read(part), styles)
    manuscript = Manuscript()
    galley = Galley(manuscript)
    tell_margins(manuscript, _margins(archive, folder, relations, "/header"), whole=file.asked.whole)
    body = _Body(galley, styles, _links(relations))
    walk(archive.read(main), body)
    for notes in ("footnotes.xml", "endnotes.xml"):
        if (part := posixpath.join(folder, notes)) in archive:
            walk(archive.read(part), _Body(galley, styles, {}))
    galley.finish()
    tell_margins(manuscript, _margins(archive, folder, relations, "/footer"), whole=file.asked.whole)
    suggested = _suggested(archive)
    title = manuscript.first_heading or suggested.title or stem_title(file.path)
    warnings = on_comments(_comments(archive, folder)) + _on_foreign(body.foreign)
    return manuscript.document(READER.media_type, suggested._replace(title=title), warnings=warnings)


def _margins(archive: Archive, folder: str, relations: "dict[str, _Relation]", kind: str) -> Iterator[str]:
    """What stands above or below the pages; first, even and other pages may have their own."""
    for relation in relations.values():
        part = posixpath.normpath(posixpath.join(folder, relation.target)).lstrip("/")
        if relation.kind.endswith(kind) and part in archive:
            apart = Manuscript()
            galley = Galley(apart)
            walk(archive.read(part), _Body(galley, _Styles(), {}))
            galley.finish()
            yield apart.text


def _comments(archive: Archive, folder: str) -> int:
    part = posixpath.join(folder, "comments.xml")
    count = _Count("comment")
    if part in archive:
        walk(archive.read(part), count)
    return count.found


def _on_foreign(count: int) -> tuple[str, ...]:
    words = "1 passage in another format was" if count == 1 else f"{count} passages in other formats were"
    return (f"{words} left out: open it in Word and save it anew to have all of it.",) if count else ()


def _main(archive: Archive) -> str:
    """The part that is the document: the relations of the whole say which one."""
    relations = _relations(archive, "_rels/.rels")
    found = next((r.target for r in relations.values() if r.kind.endswith("/officeDocument")), "")
    name = posixpath.normpath(found.lstrip("/")) if found else "word/document.xml"
    if name not in archive:
        raise Refused(Code.DAMAGED, " (there is no text in it)")
    return name


def _relations(archive: Archive, part: str) -> "dict[str, _Relation]":
    relations = _Relations()
    if part in archive:
        walk(archive.read(part), relations)
    return relations.found


def _links(relations: "dict[str, _Relation]") -> dict[str, str]:
    """Addresses by the ids that the text calls them by."""
    return {key: r.target for key, r in relations.items() if r.target.startswith(("http://", "https://"))}


def _suggested(archive: Archive) -> Suggested:
    core = Leaves()
    if "docProps/core.xml" in archive:
        walk(archive.read("docProps/core.xml"), core)
    said = core.said
    return Suggested(title=said.get("title", ""), byline=said.get("creator", ""), date=said.get("created", "")[:10])


class _Count(Silent):
    """How many elements have this name."""

    def __init__(self, name: str) -> None:
        self._name, self.found = name, 0

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        self.found += name == self._name


class _Relation(NamedTuple):
    kind: str
    target: str


class _Relations(Silent):
    """What a part of the package points at, by id."""

    def __init__(self) -> None:
        self.found: dict[str, _Relation] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship":
            found = _Relation(attributes.get("Type", ""), attributes.get("Target", ""))
            self.found[attributes.get("Id", "")] = found


class _Styles(Silent):
    """The paragraph styles of a document, by their ids. Their names are English whatever language Word speaks."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._based_on: dict[str, str] = {}
        self._open = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "style":
            self._open = attributes.get("styleId", "")
        elif name == "name":
            self._names.setdefault(self._open, attributes.get("val", ""))
        elif name == "basedOn":
            self._based_on[self._open] = attributes.get("val", "")

    def role(self, style: str) -> Role:
        """What paragraphs of this style are, by its name or one that it is based on."""
        for _ in range(9):  # some styles are based on each other in a circle
            if found := role_named(self._names.get(style, style)):
                return found
            style = self._based_on.get(style, "")
        return Role.PARAGRAPH


class _Body(Silent):
    """One part of the document, as it is heard."""

    def __init__(self, galley: Galley, styles: _Styles, links: Mapping[str, str]) -> None:
        self._galley, self._styles, self._links = galley, styles, links
        self._unheard = self.foreign = 0
        self._link = ""
        self._fields: list[str] = []
        self._hidden = self._speaks = self._instructs = False
        self._in_properties = False
        self._ends_deleted: list[bool] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._unheard or name in _SAYS_NOTHING or attributes.get("type") in _SEPARATORS:
            self._unheard += 1
            if self._in_properties and name in _DELETED:
                self._ends_deleted[-1] = True
        elif name == "p":
            self._galley.open_paragraph()
            self._ends_deleted.append(False)
        elif name == "altChunk":
            self.foreign += 1
        elif name == "tr":
            self._galley.open_row()
        elif self._galley.in_paragraph:
            self._inside(name, attributes)

    def _inside(self, name: str, attributes: Mapping[str, str]) -> None:
        value = attributes.get("val", "")
        if name == "t":
            self._speaks = not self._hidden
        elif name == "r":
            self._hidden = False
        elif name == "vanish":
            self._hidden = value not in _OFF
        elif name == "hyperlink":
            self._link = self._links.get(attributes.get("id", ""), "")
        elif name == "sym" and not self._hidden:
            self._galley.say(_SYMBOLS.get(attributes.get("char", "").upper(), ""))
        elif name == "pPr":
            self._in_properties = True
        elif name == "pStyle":
            self._galley.role = self._styles.role(value)
        elif name == "numPr" and self._galley.role is Role.PARAGRAPH:
            self._galley.role = Role.LIST_ITEM
        elif name in _CHARACTERS and not self._hidden:
            self._galley.say(_CHARACTERS[name])
        else:
            self._start_field(name, attributes)

    def _start_field(self, name: str, attributes: Mapping[str, str]) -> None:
        """A field is told what to do, and may be a link; it is one element, or stands between two marks."""
        kind = attributes.get("fldCharType", "")
        if name == "fldSimple" or kind == "begin":
            self._fields.append(attributes.get("instr", ""))
        elif kind == "end" and self._fields:
            self._fields.pop()
        elif name == "instrText":
            self._instructs = True

    def words(self, words: str) -> None:
        if self._unheard:
            return
        if self._instructs and self._fields:
            self._fields[-1] += words
        elif self._speaks:
            self._galley.say(words, self._link or next(filter(None, map(link_of, reversed(self._fields))), ""))

    def end(self, name: str) -> None:
        if self._unheard:
            self._unheard -= 1
        elif name in ("t", "instrText"):
            self._speaks = self._instructs = False
        elif name == "hyperlink":
            self._link = ""
        elif name == "fldSimple" and self._fields:
            self._fields.pop()
        elif name == "pPr":
            self._in_properties = False
        elif name == "p":
            self._galley.close_paragraph(deleted=self._ends_deleted.pop())
        elif name == "tc":
            self._galley.close_cell()
        elif name == "tr":
            self._galley.close_row()


READER = Reader(
    "Word",
    "a Word document",
    (".docx", ".docm"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    1,
    LIMIT,
    fits(DOCX),
    _read,
)
