"""Plain text: each line that holds more than white space is a paragraph, the first one perhaps the headline."""

from annotator.model.documents import Block, Document
from annotator.model.words import Role
from annotator.progress import Report
from annotator.reading.files import File
from annotator.reading.names import stem_title
from annotator.reading.reader import Reader
from annotator.reading.sniffing import text_fit
from annotator.reading.texts import LIMIT, is_headline, text_of
from annotator.text import Span


def _read(file: File, _report: Report) -> Document:
    read = text_of(file)
    headline = read.text[slice(*read.paragraphs[0])].strip()
    has_headline = is_headline(headline)
    return Document(
        text=read.text,
        media_type=READER.media_type,
        blocks=_blocks(read.paragraphs, has_headline=has_headline and len(read.paragraphs) > 1),
        title=headline if has_headline else stem_title(file.path),
        encoding=read.encoding,
        encoding_guessed=read.guessed,
        warnings=read.warnings,
    )


def _blocks(paragraphs: list[Span], *, has_headline: bool) -> tuple[Block, ...]:
    first = Role.HEADING if has_headline else Role.PARAGRAPH
    (start, end), *rest = paragraphs
    return (Block(start=start, end=end, role=first), *(Block(start=start, end=end) for start, end in rest))


READER = Reader("Plain text", "plain text", (".txt", ".text"), "text/plain", 1, LIMIT, text_fit, _read)
