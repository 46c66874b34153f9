"""What a file is, by its first bytes: the one table of formats that are no plain text."""

import re

from annotator.reading.reader import Fit, Fitting, Kind

_HEAD = 1024

PDF = Kind("a PDF", is_document=True)
RTF = Kind("a rich text document (RTF)", is_document=True)
OLE = Kind("an older Office document", is_document=True)
DOC = Kind("a Word document of 1997 to 2003", is_document=True)
MSG = Kind("an Outlook message", is_document=True)
LOCKED = Kind("an Office document with a password", is_document=True)
EPUB = Kind("an e-book (EPUB)", is_document=True)
ODT = Kind("an OpenDocument text", is_document=True)
ODF = Kind("an OpenDocument file, but not a text", is_document=True)
FODT = Kind("an OpenDocument file in one piece", is_document=True)
DOCX = Kind("a Word document", is_document=True)
WEB_PAGE = Kind("a web page", is_document=True)
_PICTURE = Kind("a picture", is_document=False)
_RECORDING = Kind("a recording", is_document=False)
ARCHIVE = Kind("a compressed archive", is_document=False)
_PROGRAM = Kind("a program", is_document=False)

_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (rb"\s{0,99}%PDF-", PDF),
    (rb"\{\\rtf", RTF),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (rb"PK\x03\x04.{26}mimetypeapplication/epub", EPUB),
    (rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text", ODT),
    (rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument", ODF),
    (rb"(?:\xef\xbb\xbf)?\s{0,99}<\?xml[^>]{0,200}>\s{0,99}<office:document\b", FODT),
    (
        rb"(?:\xef\xbb\xbf)?\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?<(?:!doctype\s+html|html|head|body)\b",
        WEB_PAGE,
    ),
    (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF.{4}WEBP|BM.{4}\0{4}", _PICTURE),
    (rb".{4}ftyp(?:hei[cfsx]|avif|mif1)", _PICTURE),
    (rb"ID3[\x02-\x04]|OggS|fLaC|RIFF.{4}(?:WAVE|AVI )|\x1a\x45\xdf\xa3|.{4}ftyp", _RECORDING),
    (rb"PK\x03\x04|PK\x05\x06|\x1f\x8b\x08|7z\xbc\xaf|Rar!\x1a|\xfd7zXZ|BZh[1-9]", ARCHIVE),
    (rb"SQLite format 3\0", Kind("a database", is_document=False)),
    (rb"\x7fELF|MZ.{58}|\xcf\xfa\xed\xfe|\xca\xfe\xba\xbe", _PROGRAM),
)
_SPREADSHEET = Kind("a spreadsheet", is_document=False)
_PRESENTATION = Kind("a presentation", is_document=False)
_IN_ZIP = (
    (b"word/document", DOCX),
    (b"xl/workbook.xml", _SPREADSHEET),
    (b"ppt/presentation.xml", _PRESENTATION),
)
_IN_OLE = (
    ("__properties_version1.0", MSG),
    ("EncryptedPackage", LOCKED),
    ("PowerPoint Document", _PRESENTATION),
    ("ObjectPool", DOC),  # what Word keeps other documents in: theirs must not be taken for it
    ("Workbook", _SPREADSHEET),
    ("Book", _SPREADSHEET),
    ("WordDocument", DOC),
)


def kind_of(data: bytes) -> Kind | None:
    """What these bytes are if they are no plain text; None where nothing is known against that."""
    head = data[:_HEAD]
    kind = next((kind for mark, kind in _SIGNATURES if re.match(mark, head, re.DOTALL | re.IGNORECASE)), None)
    if kind is ARCHIVE and head.startswith(b"PK"):
        # The names of a ZIP's members stand uncompressed in its directory, at the end.
        return next((inside for name, inside in _IN_ZIP if name in data), kind)
    if kind is OLE:
        return next((inside for name, inside in _IN_OLE if _entry(name) in data), kind)
    return kind


def _entry(name: str) -> bytes:
    """How a name stands in the directory of a compound file: 64 bytes of UTF-16, then its length with the NUL."""
    written = name.encode("utf-16-le")
    return written.ljust(64, b"\0") + (len(written) + 2).to_bytes(2, "little")


def fits(*kinds: Kind) -> Fitting:
    """The fit of a reader that takes files of these kinds, and is sure of them."""
    return lambda _data, kind: Fit.SURE if kind in kinds else Fit.NONE


def text_fit(_data: bytes, kind: Kind | None) -> Fit:
    """Possible where nothing in the first bytes says that this is something else than text."""
    return Fit.NONE if kind else Fit.POSSIBLE
