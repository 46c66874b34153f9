"""PDF: letters at places, of which lines, columns and paragraphs are made again.

PDFium (pypdfium2) tells where each glyph stands; the layout is ours (`glyphs`, `columns`, `running`, `flow`,
`hyphens`, `leftward`). Measured on LibreOffice's PDF files of our articles, paragraphs set apart by air or an indent:
98 of 100 whole in Latin script (pdfminer.six: 83 in one column, 27 in two); 65 to 92 in Arabic, Hebrew and Chinese,
which is why those are warned of. Scripts, actions and attachments in the file are not looked at.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from annotator.model.documents import PAGED, Document
from annotator.progress import Report
from annotator.reading.columns import Line, lines_of
from annotator.reading.files import File
from annotator.reading.flow import Flow
from annotator.reading.glyphs import pieces
from annotator.reading.hyphens import Hyphens
from annotator.reading.leftward import leftward
from annotator.reading.manuscript import Manuscript, Suggested
from annotator.reading.names import stem_title
from annotator.reading.reader import Reader
from annotator.reading.running import Sheet, running
from annotator.reading.sniffing import PDF, fits
from annotator.reading.unreadable import Code, Refused

LIMIT = 100_000_000

PAGES = 5_000
"""Pages that are read; a file that long is no article."""

_SECONDS = 60
_SMALLEST_PAGE = 20
"""Bytes that no page can do without: a file that claims more pages than fit into it lies."""

_COUNT = re.compile(rb"/Count\s+(\d{1,12})")
_PREVIOUS = re.compile(rb"/Prev\s+(\d{1,12})")
_START = re.compile(rb"startxref\s+(\d{1,12})")
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_FILE_NAMES = re.compile(r"microsoft word - |untitled|\S+\.(?:docx?|odt|indd|pdf|rtf|qxp)\Z", re.IGNORECASE)
_EASTERN = re.compile("[\u0590-\u08ff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\ufb1d-\ufdff\ufe70-\ufefc]")
_MANY_EASTERN = 0.2

_CODES = {4: Code.PASSWORD, 5: Code.PROTECTED}


class _Page(NamedTuple):
    """What is on a page: its lines, what people call it, and whether it has a picture but no text."""

    label: str
    sheet: Sheet
    is_picture: bool = False
    is_damaged: bool = False


def _read(file: File, _report: Report) -> Document:
    with closing(opened(file.data)) as pdf:
        pages = [_page(pdf, number) for number in range(min(len(pdf), PAGES))]
        if all(page.is_damaged for page in pages):
            raise Refused(Code.DAMAGED)
        if not any(page.sheet.lines for page in pages):
            raise Refused(Code.NO_TEXT_LAYER)
        manuscript = Manuscript()
        _write(pages, manuscript, whole=file.asked.whole)
        suggested = _suggested(pdf)
        title = manuscript.first_heading or suggested.title or stem_title(file.path)
        warnings = (*_on_file(file.data, len(pdf)), *_on_pages(pages), *_on_script(pages))
    return manuscript.document(READER.media_type, suggested._replace(title=title), warnings=warnings)


def opened(data: bytes) -> Any:
    """The PdfDocument of a file's bytes. Raises Refused."""
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Refused(_CODES.get(getattr(error, "err_code", 0) or 0, Code.DAMAGED)) from error


def _page(pdf: Any, number: int) -> _Page:
    import pypdfium2

    label = pdf.get_page_label(number) or str(number + 1)
    try:
        with closing(pdf[number]) as page, closing(page.get_textpage()) as textpage:
            _, bottom, _, top = page.get_bbox()
            lines = lines_of(pieces(textpage))
            is_picture = not lines and pypdfium2.raw.FPDFPage_CountObjects(page) > 0
            return _Page(label, Sheet(lines, bottom, top), is_picture=is_picture)
    except pypdfium2.PdfiumError:
        return _Page(label, Sheet([], 0, 0), is_damaged=True)


def _write(pages: list[_Page], manuscript: Manuscript, *, whole: bool) -> None:
    """The paragraphs of all pages, with the places where pages begin."""
    left_out = set() if whole else running([page.sheet for page in pages])
    kept = [
        (number, line)
        for number, page in enumerate(pages)
        for line in page.sheet.lines
        if (number, line) not in left_out
    ]
    lines = [line for _, line in kept]
    flow, hyphens = Flow(lines), Hyphens(line.words for line in lines)
    heads = _heads(left_out)
    turned = -1
    for numbers in flow.paragraphs():
        for page, words in _runs([kept[number] for number in numbers], hyphens):
            for number in range(turned + 1, page + 1):
                manuscript.place("page", pages[number].label)
                for head in heads.get(number, ()):
                    manuscript.leave_out(head)
            turned = page
            manuscript.write(words)
        manuscript.end(flow.role(numbers))


def _heads(left_out: set[tuple[int, Line]]) -> dict[int, list[str]]:
    """The words of running heads by page, in the order of the page."""
    ordered = sorted(left_out, key=lambda found: (found[0], -found[1].base))
    return {page: [line.words for _, line in found] for page, found in groupby(ordered, lambda found: found[0])}


def _runs(lines: Sequence[tuple[int, Line]], hyphens: Hyphens) -> Iterator[tuple[int, str]]:
    """The words of a paragraph, line by line, each with its page."""
    for (page, line), (_, following) in pairwise(lines):
        yield page, "".join(hyphens.join(line.words, following.words))
    page, line = lines[-1]
    yield page, hyphens.ended(line.words)


def _suggested(pdf: Any) -> Suggested:
    """What the file says of itself; a title that is the name of a file says nothing."""
    said = pdf.get_metadata_dict(skip_empty=True)
    title = said.get("Title", "")
    date = _DATE.match(said.get("CreationDate", ""))
    return Suggested(
        title="" if _FILE_NAMES.match(title) else title,
        byline=said.get("Author", ""),
        date="-".join(date.groups()) if date else "",
    )


def _on_file(data: bytes, pages: int) -> Iterator[str]:
    """What is odd about the file as a whole."""
    claimed = max((int(count) for count in _COUNT.findall(data)), default=0)
    if claimed > max(pages, len(data) // _SMALLEST_PAGE):
        yield f"It claims to have {claimed:,} pages, but only {pages:,} were found."
    if _goes_round(data):
        yield "Its table of contents is damaged: compare it with the original, since parts may be missing."
    if pages >= PAGES:
        yield f"It has {pages:,} pages: only the first {PAGES:,} were read." if pages > PAGES else _LONG


_LONG = f"It has {PAGES:,} pages: it will be slow to work with."


def _goes_round(data: bytes) -> bool:
    """Whether the chain of tables that say where things are leads back to itself."""
    starts = _START.findall(data)
    at, seen = int(starts[-1]) if starts else 0, set[int]()
    while 0 < at < len(data):
        if at in seen:
            return True
        seen.add(at)
        end = data.find(b"startxref", at)
        previous = _PREVIOUS.search(data, at, end if end > 0 else len(data))
        at = int(previous[1]) if previous else 0
    return False


def _on_pages(pages: list[_Page]) -> Iterator[str]:
    """What could not be read of some pages."""
    damaged = [page.label for page in pages if page.is_damaged]
    if damaged:
        yield f"{_named(damaged)} damaged and could not be read."
    pictures = [page.label for page in pages if page.is_picture]
    if pictures:
        yield f"{_named(pictures)} without text, only pictures: text recognition (OCR) would read them."


def _named(labels: list[str]) -> str:
    if len(labels) == 1:
        return f"Page {labels[0]} is"
    return f"{len(labels):,} pages ({', '.join(labels[:3])}{', …' if len(labels) > 3 else ''}) are"  # noqa: PLR2004


def _on_script(pages: list[_Page]) -> Iterator[str]:
    """Letters that PDF files often tell wrong."""
    text = "".join(line.words for page in pages for line in page.sheet.lines)
    if leftward(text) or len(_EASTERN.findall(text)) > _MANY_EASTERN * len(text):
        yield (
            "Letters or their order may be wrong, as often in PDF files of this script: "
            "compare it with the page, or paste the text instead."
        )


READER = Reader("PDF", "a PDF", (".pdf",), PAGED, 1, LIMIT, fits(PDF), _read, apart=_SECONDS)
