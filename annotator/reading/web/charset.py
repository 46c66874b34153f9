"""What a page says its charset is, and whether that is so.

In the order that browsers keep: a mark at the start, what came with the page, what stands in it. Bytes that prove to be
UTF-8 are UTF-8 whatever is said: no text in another encoding is that by chance.
"""

import codecs
import re

from annotator.reading.decoding import Decoded, decode
from annotator.reading.unreadable import Code, Refused

_HEAD = 4096
"""Bytes at the start in which pages say it: browsers look at 1024, some pages begin with a long comment."""

_SAID = re.compile(
    rb"""<meta\b[^>]{0,200}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})|<\?xml\b[^>]{0,99}?\bencoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_TAKEN_FOR = {  # what browsers take these for, since what they are called was never the whole of what is in them
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-16": "utf-8",  # what could be read to here is not
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_NO_CHARSET = ("utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BROKEN_SHARE = 0.001
"""A page in which more characters than this are none was not written in that encoding."""


def characters(data: bytes, told: str = "", asked: str = "") -> Decoded:
    """The characters of a page: as the user `asked`, else as it says or was `told`. Raises Refused if it is no text."""
    said = "" if asked or data.startswith(_MARKS) else _codec(told) or _codec(_in_page(data))
    decoded = _as_said(data, said) if said else decode(data, asked)
    if decoded is None:
        raise Refused(Code.NOT_TEXT)
    return decoded


def _in_page(data: bytes) -> str:
    found = _SAID.search(data[:_HEAD])
    return (found[1] or found[2]).decode() if found else ""


def _codec(label: str) -> str:
    """Python's name of the encoding that browsers mean by a label; "" where it is none."""
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name if label else ""
        "".encode(name or "ascii")
    except (LookupError, ValueError):
        return ""
    return "" if name in _NO_CHARSET else _TAKEN_FOR.get(name, name)


def _as_said(data: bytes, said: str) -> Decoded | None:
    """In the encoding that was said, unless the bytes are proven to be UTF-8, or to be nothing of the kind."""
    found = decode(data)
    if found is None or found.encoding == said == "utf-8":
        return found and found._replace(guessed=False)
    if found.encoding == "utf-8" and not found.guessed:
        return found if data.isascii() else found._replace(warning=_lie(said, "utf-8"))
    believed = decode(data, said)
    if believed and believed.text.count("\ufffd") <= _BROKEN_SHARE * len(believed.text):
        return believed
    return found._replace(warning=_lie(said, found.encoding))


def _lie(said: str, found: str) -> str:
    return f"It says that it is in {said}, but was read as {found}: look at accents and quotation marks."
