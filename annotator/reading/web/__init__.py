"""Web pages: an article out of all that a page shows, its words verbatim and in order, and what was left out.

trafilatura says which passages are the article, rules by hand where it loses most of them; what they say is read from
the page's own tree. Nothing is fetched: no frame, no picture, no other page.
"""

from annotator.model.documents import Document
from annotator.progress import Report
from annotator.reading.files import File
from annotator.reading.reader import Reader
from annotator.reading.web.looks import fit

LIMIT = 100_000_000
SECONDS = 20.0
"""After which a page is given up: the slowest of 181 news pages took under one."""


def _read(file: File, _report: Report) -> Document:
    from annotator.reading.web.page import document_of

    return document_of(file.data, asked=file.asked, path=file.path)


READER = Reader(
    "Web page",
    "a web page",
    (".html", ".htm", ".xhtml"),
    "text/html",
    1,
    LIMIT,
    fit,
    _read,
    apart=SECONDS,
)
