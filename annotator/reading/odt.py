"""OpenDocument texts (.odt, .ott, flat .fodt): what a reader of the accepted draft sees, its notes behind it.

By hand on zipfile and expat: odfpy has no wheel, and odfdo took 1.9 GB for one element that asks for blanks.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from annotator.model.documents import Document
from annotator.model.words import Role
from annotator.progress import Report
from annotator.reading.archive import Archive
from annotator.reading.files import File
from annotator.reading.galley import Galley, on_comments, role_named, tell_margins
from annotator.reading.manuscript import Manuscript, Suggested
from annotator.reading.names import stem_title
from annotator.reading.reader import Reader
from annotator.reading.sniffing import FODT, ODF, ODT, fits, kind_of
from annotator.reading.unreadable import Code, Refused
from annotator.reading.xml import Leaves, Silent, walk

LIMIT = 100_000_000

_TEXT = b"application/vnd.oasis.opendocument.text"
_HEAD = 10_000
"""Bytes at the start of a flat file that say what it is: behind 2 kB of namespaces, as LibreOffice writes it."""

_MOST_BLANKS = 10_000
"""Blanks that one element may ask for: a line of a form has a hundred."""

_SAYS_NOTHING = {
    *("tracked-changes", "annotation", "desc", "forms", "ruby-text", "note-citation", "hidden-text"),
    *("master-styles", "binary-data"),  # heads, feet and pictures of a flat file
}
_SPEAKS_OF_PICTURES = "title"
"""In a drawing it is what the mouse shows; among words it is a field, the document's title."""

_HEADS = ("header", "header-left", "header-first")
_FEET = ("footer", "footer-left", "footer-first")

_WORDS = ("p", "h", "span", "a")
_CHARACTERS = {"s": " ", "tab": "\t", "line-break": "\n", "soft-page-break": ""}
_CAPTIONS = ("illustration", "figure", "drawing", "table")
"""LibreOffice's styles of the lines below pictures; their names are English in every language."""

_WHITE_SPACE = re.compile(r"[ \t\r\n]+")


class _Parts(NamedTuple):
    """The XML that speaks. A flat file has all of it in one."""

    content: bytes
    styles: bytes
    meta: bytes


def _read(file: File, _report: Report) -> Document:
    parts = _flat(file.data) if kind_of(file.data) is FODT else _unpacked(Archive(file.data))
    styles = _Styles()
    for part in filter(None, (parts.styles, parts.content)):
        walk(part, styles)
    manuscript = Manuscript()
    galley = Galley(manuscript)
    margins = _Margins(styles)
    walk(parts.styles or parts.content, margins)
    tell_margins(manuscript, margins.heads, whole=file.asked.whole)
    body = _Body(galley, styles)
    walk(parts.content, body)
    galley.finish()
    tell_margins(manuscript, margins.feet, whole=file.asked.whole)
    meta = _Meta()
    if parts.meta:
        walk(parts.meta, meta)
    title = manuscript.first_heading or meta.said.get("title", "") or stem_title(file.path)
    byline = meta.said.get("initial-creator", "") or meta.said.get("creator", "")
    suggested = Suggested(title=title, byline=byline, date=meta.said.get("creation-date", "")[:10])
    return manuscript.document(READER.media_type, suggested, warnings=on_comments(body.comments))


def _flat(data: bytes) -> _Parts:
    """Raises Refused for what is no text."""
    if _TEXT not in data[:_HEAD]:
        raise Refused(Code.OTHER_FORMAT, ODF.words)
    return _Parts(data, b"", data)


def _unpacked(archive: Archive) -> _Parts:
    """Raises Refused for what is no text, or locked: then only the list of parts can be read."""
    kind = archive.read("mimetype").strip() if "mimetype" in archive else _TEXT
    if not kind.startswith(_TEXT):
        raise Refused(Code.OTHER_FORMAT, ODF.words)
    if "META-INF/manifest.xml" in archive:
        manifest = _Manifest()
        walk(archive.read("META-INF/manifest.xml"), manifest)
        if manifest.locked:
            raise Refused(Code.PASSWORD)
    styles, meta = (archive.read(name) if name in archive else b"" for name in ("styles.xml", "meta.xml"))
    return _Parts(archive.read("content.xml"), styles, meta)


class _Meta(Leaves):
    """What the file says of itself; a flat one goes on with the text."""

    def __init__(self) -> None:
        super().__init__()
        self._over = False

    def words(self, words: str) -> None:
        if not self._over:
            super().words(words)

    def end(self, name: str) -> None:
        self._over |= name == "meta"


class _Manifest(Silent):
    """Whether a part is encrypted."""

    def __init__(self) -> None:
        self.locked = False

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        self.locked |= name == "encryption-data"


class _Styles(Silent):
    """The names of the styles that paragraphs have, or that theirs are made from; and which hide their words."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}
        self.hidden: set[str] = set()
        self._open = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "style":
            self._open = attributes.get("name", "")
            self._parents.setdefault(self._open, attributes.get("parent-style-name", ""))
        elif name == "text-properties" and attributes.get("display") == "none":
            self.hidden.add(self._open)

    def role(self, style: str) -> Role:
        """What paragraphs of this style are; blanks in the names of styles are written `_20_`."""
        for _ in range(9):
            if found := role_named(style):
                return found
            if style.lower() in _CAPTIONS:
                return Role.CAPTION
            style = self._parents.get(style, "")
        return Role.PARAGRAPH


class _Deletions:
    """Whether words are deleted: most files keep those apart, flat ones leave them in place, between two marks."""

    def __init__(self) -> None:
        self._region = ""
        self._deleted: set[str] = set()
        self._open: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._open)

    def hear(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "changed-region":
            self._region = attributes.get("id", "")
        elif name == "deletion":
            self._deleted.add(self._region)
        elif name == "change-start":
            self._open |= self._deleted & {attributes.get("change-id", "")}
        elif name == "change-end":
            self._open -= {attributes.get("change-id", "")}


class _Body(Silent):
    """The text, as it is heard."""

    def __init__(self, galley: Galley, styles: _Styles) -> None:
        self._galley, self._styles = galley, styles
        self._unheard = self._lists = 0
        self._hidden: list[bool] = []
        self._links: list[str] = []
        self._path = [""]
        self._deletions = _Deletions()
        self.comments = 0
        self._blank = True

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._deletions.hear(name, attributes)
        self.comments += name == "annotation"
        if self._unheard or self._says_nothing(name, attributes):
            self._unheard += 1
            return
        self._path.append(name)
        if name in ("p", "h"):
            self._galley.open_paragraph(self._role(name, attributes.get("style-name", "")))
            self._blank = True
        if name in ("p", "h", "span"):
            self._hidden.append(attributes.get("style-name", "") in self._styles.hidden)
        elif name == "a":
            address = attributes.get("href", "")
            self._links.append(address if address.startswith(("http://", "https://")) else "")
        elif name == "list":
            self._lists += 1
        elif name == "table-row":
            self._galley.open_row()
        elif name == "note":
            self._galley.in_note = True
        elif name in _CHARACTERS:
            self._say(_CHARACTERS[name] * _count(attributes))

    def _says_nothing(self, name: str, attributes: Mapping[str, str]) -> bool:
        return (
            name in _SAYS_NOTHING
            or (name == _SPEAKS_OF_PICTURES and self._path[-1] not in _WORDS)
            or (name == "section" and attributes.get("display") == "none")
        )

    def _role(self, name: str, style: str) -> Role:
        role = Role.HEADING if name == "h" else self._styles.role(style)
        return Role.LIST_ITEM if role is Role.PARAGRAPH and self._lists else role

    def words(self, words: str) -> None:
        """White space is one blank, and none at the start or behind another: `s` stands for more of it."""
        if self._unheard or not self._galley.in_paragraph:
            return
        words = _WHITE_SPACE.sub(" ", words)
        if self._blank:
            words = words.lstrip(" ")
        if words:
            self._blank = words.endswith(" ")
            self._say(words)

    def _say(self, words: str) -> None:
        if not any(self._hidden) and not self._deletions:
            self._galley.say(words, self._links[-1] if self._links else "")

    def end(self, name: str) -> None:
        if self._unheard:
            self._unheard -= 1
            return
        self._path.pop()
        if name in ("p", "h"):
            self._galley.close_paragraph(deleted=bool(self._deletions))
            self._blank = False
        if name in ("p", "h", "span"):
            self._hidden.pop()
        elif name == "a":
            self._links.pop()
        elif name == "list":
            self._lists -= 1
        elif name == "table-cell":
            self._galley.close_cell()
        elif name == "table-row":
            self._galley.close_row()
        elif name == "note":
            self._galley.in_note = False


class _Margins(Silent):
    """What stands above and below the pages; first and left ones may have their own."""

    def __init__(self, styles: _Styles) -> None:
        self._styles = styles
        self.heads: list[str] = []
        self.feet: list[str] = []
        self._open = ""
        self._take_new()

    def _take_new(self) -> None:
        self._apart = Manuscript()
        self._galley = Galley(self._apart)
        self._body = _Body(self._galley, self._styles)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._open:
            self._body.start(name, attributes)
        elif name in _HEADS or name in _FEET:
            self._open = name
            self._take_new()

    def words(self, words: str) -> None:
        if self._open:
            self._body.words(words)

    def end(self, name: str) -> None:
        if self._open and name != self._open:
            self._body.end(name)
        elif self._open:
            self._galley.finish()
            (self.heads if name in _HEADS else self.feet).append(self._apart.text)
            self._open = ""


def _count(attributes: Mapping[str, str]) -> int:
    count = attributes.get("c", "1")
    if not count.isdecimal() or int(count[:9]) > _MOST_BLANKS:
        raise Refused(Code.DAMAGED, " (it asks for more blanks than any page has)")
    return int(count)


READER = Reader(
    "OpenDocument",
    "an OpenDocument text",
    (".odt", ".ott", ".fodt"),
    "application/vnd.oasis.opendocument.text",
    1,
    LIMIT,
    fits(ODT, ODF, FODT),
    _read,
)
