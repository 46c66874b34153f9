"""Whether bytes look like a web page: by how they begin, comments and a mark of UTF-16 passed over."""

import codecs
import re

from annotator.reading.reader import Fit, Kind
from annotator.reading.sniffing import WEB_PAGE

_HEAD = 1 << 14

_BEGINS = re.compile(
    rb"(?>(?:\s|<!--(?>.*?-->)|<\?xml[^>]{0,200}>)*)<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_MARKUP = re.compile(rb"<(?:/p|/div|/a|/h\d|/b|/script|/style|meta|link|br)\b[^<>]{0,999}>", re.IGNORECASE)
_LITTLE = 2
"""Tags near the start that are no chance any more: then its name decides."""


def fit(data: bytes, kind: Kind | None) -> Fit:
    """Sure of what begins as a page does; possible is what has tags of pages."""
    head = _of_bytes(data)
    if kind is WEB_PAGE or _BEGINS.match(head):
        return Fit.SURE
    is_marked_up = len(_MARKUP.findall(head)) >= _LITTLE
    return Fit.POSSIBLE if is_marked_up and kind is None else Fit.NONE


def _of_bytes(data: bytes) -> bytes:
    """The start of the file in an encoding of bytes, without its mark."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data[2:_HEAD].decode(encoding, "ignore").encode("utf-8", "ignore")
    return data[:_HEAD].removeprefix(codecs.BOM_UTF8)
