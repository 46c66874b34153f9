"""Letters: what every format of mail becomes: subject, who wrote to whom and when, then the words.

The head is part of the text: a checker marks in it who said something, and when.
"""

import re
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path
from typing import NamedTuple

from annotator.model.documents import Document
from annotator.model.words import Role
from annotator.reading.decoding import Decoded
from annotator.reading.files import Asked
from annotator.reading.manuscript import Manuscript, Suggested
from annotator.reading.names import shown_name, stem_title
from annotator.reading.unwrapping import Flow, passages

_HINT = 0.6
"""Plain text with a smaller share of the page's characters says less than the page."""

_SILENT = re.compile(rb"<(/?)(style|script|head)\b", re.IGNORECASE)
_NO_WORDS = re.compile(rb"<[^<>]{0,5000}>|https?://\S{1,2000}|\s+|&\w{1,9};")
_LONGEST_NAME = 1000
"""Characters of a sender and of a date that are looked at: what reads them goes deeper with each bracket."""


class Head(NamedTuple):
    """The head of a letter, each part as it was written."""

    subject: str = ""
    sender: str = ""
    to: str = ""
    copies: str = ""
    sent: str = ""


class Letter:
    """A letter as it is written down, part by part."""

    def __init__(self, head: Head) -> None:
        self._head = head
        self._out = Manuscript()
        self._encoding = ""
        self._guessed = False
        self._warnings: list[str] = []
        self._attached: list[str] = []
        self.empty = True

    def add_text(self, read: Decoded, flow: Flow) -> None:
        """Put plain text into it."""
        self._begin()
        for words, role in passages(read.text, flow):
            self._out.write(words)
            self._out.end(role)
            self.empty = False
        self._note(read.encoding, read.guessed, (read.warning,) if read.warning else ())

    def add_page(self, data: bytes, charset: str, asked: Asked) -> None:
        """Put a page into it, all of it: mail has no menus. Raises Refused where it shows no words."""
        from annotator.reading.web.page import Said, document_of

        self.add(document_of(data, Said(charset=charset), asked._replace(whole=True)))

    def add(self, document: Document) -> None:
        """Put into it what another reader made of a part."""
        self._begin()
        _take(document, self._out)
        self.empty = False
        self._note(document.encoding, document.encoding_guessed, document.warnings)

    def attach(self, name: str, kind: str) -> None:
        """Something that came with it, and is not read."""
        self._attached.append(f"{shown_name(Path(name)) if name else 'attachment'} ({kind})")

    def document(self, media_type: str, path: Path, warnings: tuple[str, ...] = ()) -> Document:
        """The Document. Raises Refused where no part held words."""
        for attached in self._attached:
            self._out.leave_out(attached)
        return self._out.document(
            media_type,
            self._suggested(path),
            warnings=(*warnings, *dict.fromkeys(self._warnings)),
            encoding=self._encoding,
            encoding_guessed=self._guessed,
        )

    def _begin(self) -> None:
        """The head stands above the first words: one without any is no article."""
        if not self._out.empty:
            return
        head = self._head
        self._out.write(head.subject)
        self._out.end(Role.HEADING)
        for name, words in (("From", head.sender), ("To", head.to), ("Cc", head.copies), ("Date", head.sent)):
            if words:
                self._out.write(f"{name}: {words}")
                self._out.end()

    def _note(self, encoding: str, guessed: bool, warnings: tuple[str, ...]) -> None:
        self._encoding = self._encoding or encoding
        self._guessed |= guessed
        self._warnings += warnings

    def _suggested(self, path: Path) -> Suggested:
        name, address = parseaddr(self._head.sender[:_LONGEST_NAME])
        title = self._head.subject or stem_title(path)
        return Suggested(title=title, byline=name or address, date=_day(self._head.sent))


def says_less(words: bytes, page: bytes) -> bool:
    """Whether plain text only hints at the page that says it all."""
    return len(_NO_WORDS.sub(b"", words)) < _HINT * len(_NO_WORDS.sub(b"", _heard(page)))


def _heard(page: bytes) -> bytes:
    """A page without what is in it for the browser."""
    parts, start, silent = [], 0, b""
    for found in _SILENT.finditer(page):
        name = found[2].lower()
        if not silent and not found[1]:
            parts.append(page[start : found.start()])
            silent = name
        elif silent == name and found[1]:
            start, silent = found.start(), b""
    return b"".join((*parts, b"" if silent else page[start:]))


def _day(sent: str) -> str:
    """The day as its sender's calendar had it; "" where no date can be read."""
    try:
        return parsedate_to_datetime(sent[:_LONGEST_NAME]).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _take(page: Document, out: Manuscript) -> None:
    """Write down what a page says, with its links."""
    links = iter(page.links)
    link = next(links, None)
    for block in page.blocks:
        done = block.start
        while link and link.start < block.end:
            out.write(page.text[done : link.start])
            out.write(page.text[link.start : link.end], link.url)
            done, link = link.end, next(links, None)
        out.write(page.text[done : block.end])
        out.end(block.role)
