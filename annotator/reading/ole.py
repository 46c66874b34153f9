"""Compound files (OLE) as older Office formats use them: streams read by name."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO

from annotator.reading.unreadable import Code, Refused


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

    def properties(self) -> dict[str, str]:
        """What the file says of itself: title, author, create_time; what is broken in it is left out."""
        from annotator.reading.damage import DAMAGE

        told = None
        with suppress(*DAMAGE, OSError, ValueError, TypeError):
            told = self._file.get_metadata()
        if told is None:
            return {}
        page = (told.codepage or 1252) & 0xFFFF
        encoding = "utf-8" if page == _UTF8 else f"cp{page}"
        return {name: _words(getattr(told, name), encoding) for name in ("title", "author", "create_time")}


_UTF8 = 65001


def _words(value: object, encoding: str) -> str:
    if isinstance(value, bytes):
        try:
            return value.decode(encoding, "replace").strip("\0 ")
        except LookupError:
            return ""
    return str(value) if value else ""


@contextmanager
def _sound() -> Iterator[None]:
    """OleFileError is an OSError, and nothing here touches the disk."""
    try:
        yield
    except OSError as error:
        raise Refused(Code.DAMAGED) from error
