"""Markdown: the text stays as it was written, marks and all; headings, lists and quotations give lines their roles.

Title, byline, publisher, date and language come from front matter, else the title from the first heading. Front matter
belongs to no block. Inline links are kept as links on the words that carry them.
"""

import re
from collections.abc import Iterator

from annotator.model.documents import Block, Document, Link
from annotator.model.words import Role
from annotator.progress import Report
from annotator.reading.files import File
from annotator.reading.names import stem_title
from annotator.reading.reader import Reader
from annotator.reading.sniffing import text_fit
from annotator.reading.texts import LIMIT, text_of
from annotator.text import Span

_FENCE = re.compile(r" {0,3}(```|~~~)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*\Z")
_ROLES = (
    (re.compile(r" {0,3}#{1,6}(?:[ \t]|\Z)"), Role.HEADING),
    (re.compile(r" {0,3}>"), Role.QUOTATION),
    (re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S"), Role.LIST_ITEM),
    (re.compile(r" {0,3}\|.*\|[ \t]*\Z"), Role.TABLE_ROW),
)
_HEADING_MARKS = re.compile(r"\A[ \t]*#{1,6}(?:[ \t]+|\Z)|[ \t]+#+[ \t]*\Z|[*`]{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)")
_LONGEST_TITLE = 300
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,300})\]\((https?://[^\s()<>]{1,2000})(?:[ \t]+\"[^\"\n]{0,300}\")?\)")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(?m)^([A-Za-z_]+):[ \t]+(\S.*)$")
_NAMES = {"author": "byline", "by": "byline", "lang": "language", "publication": "publisher"}


def _read(file: File, _report: Report) -> Document:
    read = text_of(file)
    front = _FRONT_MATTER.match(read.text)
    blocks = tuple(_blocks(read.text, read.paragraphs, front.end() if front else 0))
    known = _front_matter(front[1]) if front else {}
    return Document(
        text=read.text,
        media_type=READER.media_type,
        blocks=blocks,
        links=tuple(Link(start=m.start(1), end=m.end(1), url=m[2]) for m in _LINK.finditer(read.text)),
        title=known.get("title") or _first_heading(read.text, blocks) or stem_title(file.path),
        byline=known.get("byline", ""),
        publisher=known.get("publisher", ""),
        date=known.get("date", ""),
        language=known.get("language", ""),
        encoding=read.encoding,
        encoding_guessed=read.guessed,
        warnings=read.warnings,
    )


def _blocks(text: str, paragraphs: list[Span], start: int) -> Iterator[Block]:
    """One block a line. In a fence all is paragraph; a line underlined with = or - is a heading."""
    fence = ""
    spans = [span for span in paragraphs if span[0] >= start]
    for (first, end), (below, below_end) in zip(spans, [*spans[1:], (0, 0)], strict=True):
        line = text[first:end]
        mark = _FENCE.match(line)
        underlined = below == end + 1 and _UNDERLINE.match(text, below, below_end) is not None
        yield Block(start=first, end=end, role=Role.PARAGRAPH if fence or mark else _role(line, underlined=underlined))
        if mark and fence in ("", mark[1]):
            fence = "" if fence else mark[1]


def _role(line: str, *, underlined: bool) -> Role:
    role = next((role for mark, role in _ROLES if mark.match(line)), Role.PARAGRAPH)
    return Role.HEADING if role is Role.PARAGRAPH and underlined and not _UNDERLINE.match(line) else role


def _first_heading(text: str, blocks: tuple[Block, ...]) -> str:
    heading = next((block for block in blocks if block.role is Role.HEADING), None)
    if heading is None:
        return ""
    words = text[heading.start : min(heading.end, heading.start + _LONGEST_TITLE)]
    return _HEADING_MARKS.sub("", _LINK.sub(r"\1", words)).strip()


def _front_matter(lines: str) -> dict[str, str]:
    """The plain fields of a block of YAML, by a Document's names; nested and listed ones are not for us."""
    return {_NAMES.get(name.lower(), name.lower()): _unquoted(value.strip()) for name, value in _FIELD.findall(lines)}


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


READER = Reader("Markdown", "Markdown", (".md", ".markdown"), "text/markdown", 1, LIMIT, text_fit, _read)
