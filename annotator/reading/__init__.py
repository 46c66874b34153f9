"""Reading: a path becomes a Document, and the Original that it was read from.

`read` is the one door. A new format is one file beside the others and one more entry in READERS.
"""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from annotator.model.documents import Document, Original
from annotator.progress import Report, silent
from annotator.reading import (
    doc,
    docx,
    epub,
    mail,
    markdown,
    mhtml,
    msg,
    odt,
    pdf,
    plain,
    rtf,
    transcript,
    web,
    webarchive,
)
from annotator.reading.decoding import encoding_named
from annotator.reading.files import AS_IT_IS, Asked, File, load
from annotator.reading.names import shown_name, storable_name
from annotator.reading.reader import Fit, Kind, Reader
from annotator.reading.sniffing import ARCHIVE, kind_of
from annotator.reading.unreadable import Code, Refused, UnreadableFile

__all__ = [
    "READERS",
    "Asked",
    "Code",
    "Reader",
    "Reading",
    "UnreadableFile",
    "encoding_named",
    "read",
    "read_bytes",
    "shown_name",
    "suffixes",
]

READERS: tuple[Reader, ...] = (
    plain.READER,
    markdown.READER,
    docx.READER,
    doc.READER,
    odt.READER,
    epub.READER,
    pdf.READER,
    web.READER,
    rtf.READER,
    transcript.READER,
    mail.READER,
    msg.READER,
    mhtml.READER,
    webarchive.READER,
)
"""Where several suit a file equally and its suffix is none of theirs, the first one reads it."""


class Reading(NamedTuple):
    """What came of a file: what it says, and what it was."""

    document: Document
    original: Original


def read(path: Path, report: Report = silent, asked: Asked = AS_IT_IS) -> Reading:
    """Read a file once. `report` is called in bytes, and may raise Cancelled.

    Raises UnreadableFile, whose text is one sentence that names the file.
    """
    return _reading(load(path, max(reader.limit for reader in READERS), report)._replace(asked=asked), report)


def read_bytes(data: bytes, name: str, report: Report = silent, asked: Asked = AS_IT_IS) -> Reading:
    """Read what is at hand already, from the clipboard or out of the library, as a file of this name would be."""
    import hashlib

    if not data:
        raise UnreadableFile(Code.EMPTY, Path(name))
    return _reading(File(Path(name), data, hashlib.sha256(data).hexdigest(), asked), report)


def suffixes() -> tuple[str, ...]:
    """The suffixes of all files that can be read, with their points."""
    return tuple(suffix for reader in READERS for suffix in reader.suffixes)


def _reading(file: File, report: Report) -> Reading:
    reader, expected = _reader_of(file), _by_suffix(file)
    if len(file.data) > reader.limit:
        sizes = f"{len(file.data) / 1e6:,.0f} MB; Annotator reads up to {reader.limit / 1e6:,.0f} MB"
        raise UnreadableFile(Code.TOO_LARGE, file.path, sizes)
    try:
        document = _document(reader, file, report)
    except UnreadableFile as error:
        if error.code is Code.NOT_TEXT and expected not in (None, reader):
            raise UnreadableFile(Code.DAMAGED, file.path, f" (nothing in it is {expected.words})") from error
        raise
    if expected not in (None, reader):
        note = f"Its name ends in {file.path.suffix}, but it is {reader.words}, and was read as such."
        document = replace(document, warnings=(note, *document.warnings))
    original = Original(
        file_name=storable_name(file.path),
        data=file.data,
        sha256=file.sha256,
        reader=reader.name,
        reader_version=reader.version,
    )
    return Reading(document, original)


def _document(reader: Reader, file: File, report: Report) -> Document:
    from annotator.reading.damage import DAMAGE

    try:
        if reader.apart:
            from annotator.reading.child import read_apart

            return read_apart(reader, file, report)
        return reader.read(file, report)
    except Refused as refused:
        raise UnreadableFile(refused.code, file.path, refused.detail) from refused
    except DAMAGE as error:
        raise UnreadableFile(Code.DAMAGED, file.path) from error


def _reader_of(file: File) -> Reader:
    """The one that suits the content best; between equals the one whose suffix it has, then the first."""
    suffix = file.path.suffix.lower()
    kind = kind_of(file.data)
    fits = [(reader.fit(file.data, kind), suffix in reader.suffixes, reader) for reader in READERS]
    fit, _, reader = max(fits, key=lambda found: found[:2])
    if fit is Fit.NONE:
        raise _not_ours(file, kind)
    return reader


def _by_suffix(file: File) -> Reader | None:
    return next((reader for reader in READERS if file.path.suffix.lower() in reader.suffixes), None)


def _not_ours(file: File, kind: Kind | None) -> UnreadableFile:
    expected = _by_suffix(file)
    if expected and expected.fit is not plain.READER.fit:
        return UnreadableFile(Code.DAMAGED, file.path, f" (nothing in it is {expected.words})")
    assert kind is not None
    if kind is ARCHIVE:
        return UnreadableFile(Code.ARCHIVE, file.path)
    if not kind.is_document:
        return UnreadableFile(Code.NOT_TEXT, file.path, f" but {kind.words}")
    return UnreadableFile(Code.OTHER_FORMAT, file.path, kind.words)
