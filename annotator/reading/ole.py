"""Compound files (OLE) as older Office formats use them: streams read by name."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from io import BytesIO
from typing import NamedTuple

from annotator.reading.unreadable import Code, Refused

_SUMMARY = "\x05SummaryInformation"
_CODE_PAGE, _TITLE, _AUTHOR, _MADE = 1, 2, 4, 12
_WIDE = 0x1F
_UTF8 = 65001
_MOST = 100
"""Properties: Word writes 15."""


class About(NamedTuple):
    """What an Office file says of itself; `date` in ISO 8601."""

    title: str = ""
    author: str = ""
    date: str = ""


class Ole:
    """The streams of a compound file that is held in memory. Raises Refused, or an error of `damage.DAMAGE`."""

    def __init__(self, data: bytes) -> None:
        """Read the directory."""
        from olefile import OleFileIO

        with _sound():
            self._file = OleFileIO(BytesIO(data))

    def __contains__(self, name: str) -> bool:
        return bool(self._file.exists(name))

    def read(self, name: str) -> bytes:
        """The bytes of a stream, a slash between its folder and its name. Raises Refused where there is none."""
        with _sound():
            return bytes(self._file.openstream(name).read())

    def about(self) -> About:
        """What the file says of itself; what is broken in it is left out."""
        from annotator.reading.damage import DAMAGE

        with suppress(Refused, *DAMAGE):
            return _about(self.read(_SUMMARY))
        return About()


def _about(stream: bytes) -> About:
    """The set of properties, as [MS-OLEPS] tells it. olefile's own way takes hours for some broken ones."""
    (start,) = struct.unpack_from("<I", stream, 44)
    (count,) = struct.unpack_from("<I", stream, start + 4)
    listed = struct.unpack_from(f"<{2 * min(count, _MOST)}I", stream, start + 8)
    places = dict(zip(listed[::2], listed[1::2], strict=True))
    (page,) = struct.unpack_from("<H", stream, start + places[_CODE_PAGE] + 4)
    encoding = "utf-8" if page == _UTF8 else f"cp{page}"
    title, author = (_words(stream, start + places[n], encoding) if n in places else "" for n in (_TITLE, _AUTHOR))
    return About(title, author, _day(stream, start + places[_MADE]) if _MADE in places else "")


def _words(stream: bytes, at: int, encoding: str) -> str:
    kind, size = struct.unpack_from("<II", stream, at)
    if kind == _WIDE:
        return stream[at + 8 : at + 8 + 2 * size].decode("utf-16-le", "replace").partition("\0")[0]
    return stream[at + 8 : at + 8 + size].decode(encoding, "replace").partition("\0")[0]


def _day(stream: bytes, at: int) -> str:
    """A file's time counts tenths of microseconds from 1601; 0 is no time."""
    (ticks,) = struct.unpack_from("<Q", stream, at + 4)
    return (date(1601, 1, 1) + timedelta(microseconds=ticks // 10)).isoformat() if ticks else ""


@contextmanager
def _sound() -> Iterator[None]:
    """OleFileError is an OSError, and nothing here touches the disk."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise Refused(Code.DAMAGED) from error
