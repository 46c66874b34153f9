"""Outlook's messages (.msg): subject, sender, receivers and date, then the words; what is attached is named.

By hand on olefile, after [MS-OXMSG]: each property is a stream named by its number and type.
"""

import struct
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from annotator.model.documents import Document
from annotator.progress import Report
from annotator.reading import rtf
from annotator.reading.decoding import Decoded
from annotator.reading.files import File
from annotator.reading.letter import Head, Letter, says_less
from annotator.reading.lzfu import unpacked
from annotator.reading.ole import Ole
from annotator.reading.reader import Reader
from annotator.reading.sniffing import MSG, fits
from annotator.reading.unreadable import Code, Refused
from annotator.reading.unwrapping import Flow
from annotator.reading.web.charset import characters

LIMIT = 100_000_000
SECONDS = 20.0

_SUBJECT, _SENDER, _ADDRESS, _SMTP, _TO, _COPIES = 0x0037, 0x0C1A, 0x0C1F, 0x5D01, 0x0E04, 0x0E03
_BODY, _PAGE, _RICH = 0x1000, 0x1013, 0x1009
_SENT, _DELIVERED, _CODE_PAGE, _PAGES_CODE_PAGE = 0x0039, 0x0E06, 0x3FFD, 0x3FDE
_NAME, _SHORT_NAME, _MIME = 0x3707, 0x3704, 0x370E
_WIDE, _NARROW, _BINARY, _TIME, _LONG = 0x001F, 0x001E, 0x0102, 0x0040, 0x0003

_PROPERTIES = "__properties_version1.0"
_HEAD, _ENTRY = 32, 16
_MOST = 1000
"""Attachments, and properties of a fixed length: messages have a few, and a hundred."""

_UTF8 = 65001


def _read(file: File, report: Report) -> Document:
    message = _Message(Ole(file.data))
    letter = Letter(message.head())
    _write(message, letter, file, report)
    for name, kind in message.attachments():
        letter.attach(name, kind)
    if letter.empty:
        raise Refused(Code.NO_TEXT)
    return letter.document(READER.media_type, file.path)


def _write(message: "_Message", letter: Letter, file: File, report: Report) -> None:
    """The plain words, or the page where those only hint at it; else Outlook's own rich text."""
    words, page = message.text(_BODY), message.page()
    if page and says_less(words.encode(), page):
        letter.add_page(page, message.code_page(_PAGES_CODE_PAGE), file.asked)
    elif words.strip():
        letter.add_text(message.read(_BODY, file.asked.encoding), Flow())
    elif rich := message.rich():
        letter.add(rtf.READER.read(file._replace(data=unpacked(rich)), report))


class _Message:
    """The properties of a message."""

    def __init__(self, ole: Ole) -> None:
        self._ole = ole
        stream = ole.read(_PROPERTIES)[_HEAD:]
        count = min(len(stream) // _ENTRY, _MOST)
        listed = (struct.unpack_from("<HH4xQ", stream, _ENTRY * n) for n in range(count))
        self._fixed = {(number, kind): value for kind, number, value in listed}

    def head(self) -> Head:
        """Who wrote to whom, when and about what; the time in UTC, as it is stored."""
        name, address = self.text(_SENDER), self.text(_SMTP) or self.text(_ADDRESS)
        sender = f"{name} <{address}>" if "@" in address and address != name else name or address
        return Head(self.text(_SUBJECT), sender, self.text(_TO), self.text(_COPIES), self._sent())

    def _sent(self) -> str:
        """A file's time counts tenths of microseconds from 1601."""
        ticks = self._fixed.get((_SENT, _TIME)) or self._fixed.get((_DELIVERED, _TIME)) or 0
        try:
            at = datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10)
        except OverflowError:
            return ""
        return format_datetime(at) if ticks else ""

    def attachments(self) -> list[tuple[str, str]]:
        """The names and kinds of what is attached."""
        folders = (f"__attach_version1.0_#{number:08X}/" for number in range(_MOST))
        found = [folder for folder in folders if folder[:-1] in self._ole]
        return [
            (self.text(_NAME, at) or self.text(_SHORT_NAME, at), self.text(_MIME, at) or "attachment") for at in found
        ]

    def page(self) -> bytes:
        """The page that the message is too, or nothing."""
        return self._bytes(_PAGE).rstrip(b"\0") or self.text(_PAGE).encode()

    def rich(self) -> bytes:
        """The rich text that the message is too, packed, or nothing."""
        return self._bytes(_RICH)

    def _bytes(self, number: int) -> bytes:
        name = _stream(number, _BINARY)
        return self._ole.read(name) if name in self._ole else b""

    def text(self, number: int, folder: str = "") -> str:
        """The words of a property, or nothing."""
        return self.read(number, folder=folder).text

    def read(self, number: int, asked: str = "", folder: str = "") -> Decoded:
        """The words of a property with the encoding they were in."""
        if (name := folder + _stream(number, _WIDE)) in self._ole:
            return Decoded(self._ole.read(name).decode("utf-16-le", "replace").rstrip("\0"), "utf-16-le")
        if (name := folder + _stream(number, _NARROW)) in self._ole:
            return characters(self._ole.read(name).rstrip(b"\0"), self.code_page(_CODE_PAGE), asked)
        return Decoded("", "")

    def code_page(self, number: int) -> str:
        """The encoding that the message names, or nothing."""
        page = self._fixed.get((number, _LONG), 0) & 0xFFFF_FFFF
        return "" if not page else "utf-8" if page == _UTF8 else f"cp{page}"


def _stream(number: int, kind: int) -> str:
    return f"__substg1.0_{number:04X}{kind:04X}"


READER = Reader(
    "Outlook message", "an Outlook message", (".msg",), "application/vnd.ms-outlook", 1, LIMIT, fits(MSG), _read,
    apart=SECONDS,
)  # fmt: skip
