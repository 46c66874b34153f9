"""E-books (.epub): the pages in the order in which they are meant to be read, each once; headings become places.

By hand on zipfile and expat: EbookLib is AGPL. In a process of its own, since pages that are no XML go to libxml2.
"""

import posixpath
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote

from annotator.model.documents import Document
from annotator.progress import Report
from annotator.reading.archive import Archive
from annotator.reading.files import File
from annotator.reading.manuscript import Manuscript, Suggested
from annotator.reading.names import stem_title
from annotator.reading.reader import Reader
from annotator.reading.sniffing import EPUB, fits
from annotator.reading.unreadable import Code, Refused
from annotator.reading.xhtml import Page
from annotator.reading.xml import Silent, walk, walk_html

LIMIT = 100_000_000

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")
_PLACEHOLDERS = ("Unknown", "Unknown Title", "Unknown Author")
"""What calibre and LibreOffice write where nobody told them."""


def _read(file: File, _report: Report) -> Document:
    archive = Archive(file.data)
    book = _book(archive)
    pages = book.pages
    _check_open(archive, {page.path for page in pages})
    manuscript = Manuscript()
    present = [page for page in pages if page.path in archive]
    for number, page in enumerate(present, 1):
        if page.lists_contents and not file.asked.whole:
            manuscript.leave_out(_words(archive.read(page.path)))
        else:
            manuscript.place("chapter", f"Part {number}")
            _tell(archive.read(page.path), manuscript)
    suggested = book.suggested
    title = suggested.title or manuscript.first_heading or stem_title(file.path)
    warnings = _on_missing(len(pages) - len(present))
    return manuscript.document(READER.media_type, suggested._replace(title=title), warnings=warnings)


def _book(archive: Archive) -> "_Book":
    """What the package says, which the container names. Raises Refused where there is neither."""
    container = _Container()
    walk(archive.read(_CONTAINER), container)
    book = _Book(posixpath.dirname(container.package))
    walk(archive.read(container.package), book)
    return book


def _check_open(archive: Archive, pages: set[str]) -> None:
    """Raises Refused where pages are encrypted; fonts often are, and nobody reads those."""
    if _ENCRYPTION in archive:
        encrypted = _Encrypted()
        walk(archive.read(_ENCRYPTION), encrypted)
        if not pages.isdisjoint(encrypted.paths):
            raise Refused(Code.PROTECTED)


def _tell(page: bytes, manuscript: Manuscript) -> None:
    """Pages are XML by the rules; some are not, and are shown nevertheless."""
    if _is_xml(page):
        walk(page, Page(manuscript), doctype=True)
    else:
        walk_html(page, Page(manuscript))


def _is_xml(page: bytes) -> bool:
    """Whether all that is opened is closed; what is not seems to be ever deeper. Raises Refused for a DTD."""
    from xml.parsers.expat import ExpatError

    try:
        walk(page, Silent(), doctype=True)
    except ExpatError:
        return False
    except Refused as refused:
        if refused.code is not Code.TOO_DEEP:
            raise
        return False
    return True


def _words(page: bytes) -> str:
    """All words of a page that is no part of the article."""
    apart = Manuscript()
    _tell(page, apart)
    return apart.text


def _on_missing(count: int) -> tuple[str, ...]:
    words = "1 of its pages is" if count == 1 else f"{count} of its pages are"
    return (f"{words} not in the file.",) if count else ()


class _Container(Silent):
    """Which part is the package; a book in several forms names its main one first."""

    def __init__(self) -> None:
        self.package = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "rootfile" and not self.package:
            self.package = attributes.get("full-path", "")


class _Encrypted(Silent):
    """The parts that are encrypted."""

    def __init__(self) -> None:
        self.paths: set[str] = set()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "CipherReference":
            self.paths.add(unquote(attributes.get("URI", "")).lstrip("/"))


class _Page(NamedTuple):
    path: str
    lists_contents: bool


class _Book(Silent):
    """The package: what the book is called, its parts, and the order of its pages."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._parts: dict[str, _Page] = {}
        self._order: dict[str, None] = {}
        self._said: dict[str, list[str]] = {}
        self._open: list[str] | None = None
        self._described = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._open = None
        if name == "item" and attributes.get("media-type", "").lower() in _PAGES:
            path = posixpath.join(self._folder, unquote(attributes.get("href", "").partition("#")[0])).lstrip("/")
            lists_contents = "nav" in attributes.get("properties", "").split()
            self._parts[attributes.get("id", "")] = _Page(posixpath.normpath(path), lists_contents)
        elif name == "itemref":
            self._order.setdefault(attributes.get("idref", ""))
        elif not self._described:
            self._open = self._said.setdefault(name, [])
            self._open.append("")

    def words(self, words: str) -> None:
        if self._open:
            self._open[-1] += words

    def end(self, name: str) -> None:
        self._open = None
        self._described |= name == "metadata"

    @property
    def pages(self) -> list[_Page]:
        """The pages to read, in order; pictures may stand among them."""
        return list(dict.fromkeys(self._parts[part] for part in self._order if part in self._parts))

    @property
    def suggested(self) -> Suggested:
        """What the book says of itself."""
        title, publisher, date, language = (self._told(name)[:1] for name in ("title", "publisher", "date", "language"))
        return Suggested(
            title="".join(title),
            byline=", ".join(self._told("creator")),
            publisher="".join(publisher),
            date="".join(date)[:10],
            language="".join(language),
        )

    def _told(self, name: str) -> list[str]:
        found = (words.strip() for words in self._said.get(name, []))
        return [words for words in found if words and words not in _PLACEHOLDERS]


READER = Reader(
    "EPUB",
    "an e-book (EPUB)",
    (".epub",),
    "application/epub+zip",
    1,
    LIMIT,
    fits(EPUB),
    _read,
    apart=20,
)
