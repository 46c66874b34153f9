"""Pages that Safari saved (.webarchive): the page in it is read as any web page, its pictures and frames not at all."""

import plistlib
from typing import Any

from annotator.model.documents import Document
from annotator.progress import Report
from annotator.reading.files import File
from annotator.reading.reader import Fit, Kind, Reader
from annotator.reading.unreadable import Code, Refused

LIMIT = 100_000_000
SECONDS = 20.0

_BINARY = b"bplist00"
_HEAD = 4096
_DAMAGED = " (there is no page in it)"


def _fit(data: bytes, _kind: Kind | None) -> Fit:
    """A property list, binary or XML; other programs write such lists too, but none that anybody would open."""
    head = data[:_HEAD]
    return Fit.SURE if head.startswith(_BINARY) or (b"<plist" in head and b"<html" not in head) else Fit.NONE


def _read(file: File, _report: Report) -> Document:
    from annotator.reading.web.page import Said, document_of

    main = _main(file.data)
    data, url, charset = (main.get(f"WebResource{name}") for name in ("Data", "URL", "TextEncodingName"))
    if not isinstance(data, bytes):
        raise Refused(Code.DAMAGED, _DAMAGED)
    said = Said(url if isinstance(url, str) else "", charset if isinstance(charset, str) else "")
    return document_of(data, said, file.asked, file.path)


def _main(data: bytes) -> dict[str, Any]:
    """What the archive says of its page. `plistlib` refuses declared entities by itself. Raises Refused."""
    try:
        archive = plistlib.loads(data)
    except (ValueError, TypeError, AttributeError, IndexError, KeyError):
        raise Refused(Code.DAMAGED) from None
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict):
        raise Refused(Code.DAMAGED, _DAMAGED)
    return main


READER = Reader(
    "Web archive",
    "a saved web page (Safari)",
    (".webarchive",),
    "application/x-webarchive",
    1,
    LIMIT,
    _fit,
    _read,
    apart=SECONDS,
)
