"""Pages that a browser saved in one file (.mhtml, .mht): the page in it is read as any, the rest not at all."""

from annotator.model.documents import Document
from annotator.progress import Report
from annotator.reading.files import File
from annotator.reading.mime import Leaf, header, is_message, is_saved_page, leaves, parsed
from annotator.reading.reader import Fit, Kind, Reader
from annotator.reading.unreadable import Code, Refused

LIMIT = 100_000_000
SECONDS = 20.0


def _fit(data: bytes, _kind: Kind | None) -> Fit:
    """Mail may be made the same way: where nothing says that this is a page, the suffix decides."""
    return Fit.SURE if is_saved_page(data) or is_message(data) else Fit.NONE


def _read(file: File, _report: Report) -> Document:
    from annotator.reading.web.page import Said, document_of

    message = parsed(file.data)
    pages = [leaf for leaf in leaves(message) if leaf.kind in ("text/html", "application/xhtml+xml") and leaf.data]
    if not pages:
        raise Refused(Code.NO_TEXT)
    start = message.get_param("start")
    page = next((leaf for leaf in pages if start and leaf.message["content-id"] == start), pages[0])
    said = Said(_address(page) or header(message, "snapshot-content-location"), page.charset)
    return document_of(page.data, said, file.asked, file.path)


def _address(page: Leaf) -> str:
    address = header(page.message, "content-location")
    return address if address.startswith(("http://", "https://")) else ""


READER = Reader(
    "MHTML", "a saved web page (MHTML)", (".mhtml", ".mht"), "multipart/related", 1, LIMIT, _fit, _read, apart=SECONDS
)
