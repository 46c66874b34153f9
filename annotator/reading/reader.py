"""What a format gives to be read: one value, from which file dialogs and the README's table are made too."""

from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple

from annotator.model.documents import Document
from annotator.progress import Report
from annotator.reading.files import File


class Fit(IntEnum):
    """How well the content of a file suits a reader; the greater decides, the file's suffix only between equals."""

    NONE = 0
    POSSIBLE = 1
    SURE = 2


class Kind(NamedTuple):
    """What a file is, as the end of "this is …", and whether there is an article to be had from it."""

    words: str
    is_document: bool


Fitting = Callable[[bytes, Kind | None], Fit]
"""How well bytes suit a reader; with what `sniffing.kind_of` says of them, which is asked once for all readers."""


class Reader(NamedTuple):
    """How files of one format become Documents.

    `name` is what people call the format, `words` ends the sentence "it is …". `suffixes` are lower case with their
    point, the usual one first; `version` is counted up when the same file would be read differently; `limit` is in
    bytes. `fit` says from the content whether this reader can take a file. `read` raises Refused, or any error of
    `damage.DAMAGE`. `apart` is 0, or the time in seconds after which a file is given up that is read in a process of
    its own, since what reads it cannot be interrupted.
    """

    name: str
    words: str
    suffixes: tuple[str, ...]
    media_type: str
    version: int
    limit: int
    fit: Fitting
    read: Callable[[File, Report], Document]
    apart: float = 0
