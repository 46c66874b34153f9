"""From bytes to characters: a ladder, the surest step first.

What the file says (a byte order mark), what its bytes prove (UTF-8), what their pattern shows (UTF-16 and UTF-32
without a mark), UTF-8 with stray bytes repaired, then what statistics say, then Windows-1252.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from annotator.reading.latin import latin_encoding


class Decoded(NamedTuple):
    """Characters, the encoding they were in, whether that was guessed, and what to tell the user about it.

    `utf8` is the text in UTF-8, where that is what the file is.
    """

    text: str
    encoding: str
    guessed: bool = False
    warning: str = ""
    utf8: bytes | None = None


_MARKS = (  # the mark of UTF-16-LE begins that of UTF-32-LE
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
"""Bytes at the start that stand for the whole where a guess has to be made."""

_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\f\r\x1b")
_NO_CONTROLS = 0.01
"""No text in an encoding of bytes has a greater share of control characters, unless something went wrong with it."""
_DAMAGED = 0.2
"""UTF-8 with a smaller share of them is damaged text; Latin UTF-16 has half, Arabic or Cyrillic more than a third."""

_ODD = ("Cc", "Cn", "Co")
"""What bytes that are no UTF-16 make, taken for it: controls, unassigned and private characters."""

_NOT_GUESSED = [  # no step before would have let these through, or no newsroom has them (EBCDIC)
    *("utf_7", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le"),
    *("cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140"),
]

_NO_TEXT = {"mbcs", "oem", "punycode", "raw-unicode-escape", "unicode-escape"}
"""What Python calls encodings of text, but writes host names or its own source, or is another on each computer."""

_BEYOND_ASCII = bytes(range(0x80, 0x100))
_ESCAPED = re.compile("[\udc80-\udcff]+")
_BROKEN = "Some of its characters are damaged: what could not be read is shown as �."
_MIXED = "Most of it is UTF-8, but not all: the rest was read as Windows-1252, so look at accents and quotation marks."
_CUT_OFF = "It ends in the middle of a character: the end of the article may be missing."
_LAST_RESORT = "Its encoding could not be told and was taken for Windows-1252, so look at accents and quotation marks."


def encoding_named(name: str) -> str:
    """The encoding that a user means, as `decode` takes it; empty where there is none of this name for texts."""
    try:
        b"a".decode(name, "replace")
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    return "" if known in _NO_TEXT else known


def decode(data: bytes, asked: str = "") -> Decoded | None:
    """The characters of a text file; None if it is no text. In the encoding that was `asked` for, if any."""
    if asked:
        return _as_asked(data, asked)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    share = _share_of_controls(data)
    utf8 = _utf8(data)
    if share > (_DAMAGED if utf8 else _NO_CONTROLS):
        return _unmarked_wide(data)
    if utf8:
        return _japanese_mail(data) or utf8
    return _repaired(data) or _detected(data) or _last_resort(data)


def _as_asked(data: bytes, encoding: str) -> Decoded:
    """The user knows; but a mark at the start is no character in any encoding."""
    mark = next((mark for mark, marked in _MARKS if marked == encoding and data.startswith(mark)), b"")
    text = data[len(mark) :].decode(encoding, "replace")
    return Decoded(text, encoding, warning=_BROKEN if "\ufffd" in text else "")


def _share_of_controls(data: bytes) -> float:
    sample = data[:_SAMPLE]
    return 1 - len(sample.translate(None, _CONTROLS)) / len(sample) if sample else 0.0


def _utf8(data: bytes) -> Decoded | None:
    """Surrogates written as if they were characters (CESU-8) pass; canonical text has none."""
    try:
        return Decoded(data.decode(), "utf-8", utf8=data)
    except UnicodeDecodeError:
        pass
    try:
        return Decoded(data.decode("utf-8", "surrogatepass"), "utf-8")
    except UnicodeDecodeError:
        return None


def _marked(data: bytes, encoding: str) -> Decoded:
    if encoding == "utf-8":
        return _utf8(data) or _repaired(data, certain=True) or _last_resort(data)
    try:
        return Decoded(data.decode(encoding, "surrogatepass"), encoding)
    except UnicodeDecodeError:
        return Decoded(data.decode(encoding, "replace"), encoding, warning=_BROKEN)


def _unmarked_wide(data: bytes) -> Decoded | None:
    """UTF-32 or UTF-16, if one of them makes prose of the bytes; the one with most blanks and punctuation."""
    found = max(_wide_guesses(data[:_SAMPLE]), default=None)
    return Decoded(data.decode(found[1], "replace"), found[1], guessed=True) if found else None


def _wide_guesses(sample: bytes) -> Iterator[tuple[float, str]]:
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(sample)  # whose last character may be cut
        except UnicodeDecodeError:
            continue
        blanks = sum(text.count(blank) for blank in " \n.,،。，、")
        odd = sum(unicodedata.category(character) in _ODD for character in text if not character.isspace())
        if blanks > _NO_CONTROLS * len(text) > odd:
            yield blanks / len(text), encoding


def _japanese_mail(data: bytes) -> Decoded | None:
    """ISO-2022-JP, which is ASCII with escapes."""
    if b"\x1b" not in data or b"\x1b$" not in data:  # one byte is found ten times as fast as two
        return None
    try:
        return Decoded(data.decode("iso2022_jp"), "iso2022_jp")
    except UnicodeDecodeError:
        return None


def _repaired(data: bytes, *, certain: bool = False) -> Decoded | None:
    """UTF-8 with stray bytes of Windows-1252, or cut off at its end; None where the stray bytes outweigh it."""
    text = data.decode("utf-8", "surrogateescape")
    stray = len(data) - len(text.encode("utf-8", "ignore"))
    sound = len(data) - len(data.translate(None, _BEYOND_ASCII)) - stray
    if not certain and sound < 2 * stray:
        return None
    try:
        data.decode()
    except UnicodeDecodeError as error:
        if sound and error.reason == "unexpected end of data":
            return Decoded(data[: error.start].decode() + "\ufffd", "utf-8", warning=_CUT_OFF)
    return Decoded(_ESCAPED.sub(_from_windows, text), "utf-8", guessed=not certain, warning=_MIXED)


def _from_windows(stray: re.Match[str]) -> str:
    return stray[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _detected(data: bytes) -> Decoded | None:
    encoding = latin_encoding(data) or _by_statistics(data)
    if encoding is None:
        return None
    try:
        return Decoded(data.decode(encoding), encoding, guessed=True)
    except UnicodeDecodeError:
        return Decoded(data.decode(encoding, "replace"), encoding, guessed=True, warning=_BROKEN)


def _by_statistics(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    end = len(data) if len(data) <= _SAMPLE else data.rfind(b"\n", 0, _SAMPLE) + 1 or _SAMPLE
    best = from_bytes(data[:end], cp_exclusion=_NOT_GUESSED).best()
    return best.encoding if best else None


def _last_resort(data: bytes) -> Decoded:
    return Decoded(data.decode("cp1252", "replace"), "cp1252", guessed=True, warning=_LAST_RESORT)
