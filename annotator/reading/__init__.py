"""Reading: a path becomes a Document, and the Original that it was read from.

`read` is the one door. A new format is one file beside the others and one more entry in READERS.
"""

from pathlib import Path
from typing import NamedTuple

from annotator.model.documents import Document, Original
from annotator.progress import Report, silent
from annotator.reading import markdown, plain
from annotator.reading.files import File, load
from annotator.reading.names import shown_name, storable_name
from annotator.reading.reader import Reader
from annotator.reading.sniffing import kind_of
from annotator.reading.unreadable import Code, UnreadableFile

__all__ = ["READERS", "Code", "Reader", "Reading", "UnreadableFile", "read", "shown_name", "suffixes"]

READERS: tuple[Reader, ...] = (plain.READER, markdown.READER)
"""Where several can take a file and its suffix is none of theirs, the first one does."""


class Reading(NamedTuple):
    """What came of a file: what it says, and what it was."""

    document: Document
    original: Original


def read(path: Path, report: Report = silent) -> Reading:
    """Read a file once. `report` is called in bytes, and may raise Cancelled.

    Raises UnreadableFile, whose text is one sentence that names the file.
    """
    file = load(path, max(reader.limit for reader in READERS), report)
    reader = _reader_of(file)
    document = reader.read(file, report)
    return Reading(
        document,
        Original(
            file_name=storable_name(path),
            data=file.data,
            sha256=file.sha256,
            reader=reader.name,
            reader_version=reader.version,
        ),
    )


def suffixes() -> tuple[str, ...]:
    """The suffixes of all files that can be read, with their points."""
    return tuple(suffix for reader in READERS for suffix in reader.suffixes)


def _reader_of(file: File) -> Reader:
    able = [reader for reader in READERS if reader.sniff(file.data)]
    if not able:
        raise _not_ours(file)
    return next((reader for reader in able if file.path.suffix.lower() in reader.suffixes), able[0])


def _not_ours(file: File) -> UnreadableFile:
    kind = kind_of(file.data)
    assert kind is not None
    if not kind.is_document:
        return UnreadableFile(Code.NOT_TEXT, file.path, f" but {kind.words}")
    usual = " and ".join(reader.suffixes[0] for reader in READERS)
    return UnreadableFile(Code.OTHER_FORMAT, file.path, f"{kind.words}, and Annotator reads {usual} so far")
