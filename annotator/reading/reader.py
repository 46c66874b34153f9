"""What a format gives to be read: one value, from which file dialogs and the README's table are made too."""

from collections.abc import Callable
from typing import NamedTuple

from annotator.model.documents import Document
from annotator.progress import Report
from annotator.reading.files import File


class Reader(NamedTuple):
    """How files of one format become Documents.

    `name` is what people call the format; `suffixes` are lower case with their point, the usual one first; `version`
    is counted up when the same file would be read differently; `limit` is in bytes. `sniff` says from the content
    whether this reader can take a file; the suffix only decides between readers that can.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    version: int
    limit: int
    sniff: Callable[[bytes], bool]
    read: Callable[[File, Report], Document]
