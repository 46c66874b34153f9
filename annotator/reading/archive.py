"""Archives (ZIP) as documents use them: members read by name, with caps, never extracted.

Sizes are counted while inflating: what the directory says of them is nobody's word.
"""

import zipfile
from io import BytesIO

from annotator.reading.unreadable import Code, Refused

MOST_MEMBERS = 10_000
LARGEST_MEMBER = 64 << 20
LARGEST_ALL = 256 << 20
"""Bytes inflated. Two novels in a Word file have 3 MB; bombs have what fits into the format."""

_CHUNK = 1 << 18
_ENCRYPTED = 0x1


class Archive:
    """The members of a ZIP that is held in memory. Raises Refused, or an error of `damage.DAMAGE`."""

    def __init__(self, data: bytes) -> None:
        """Read the directory. Raises Refused where it has more than MOST_MEMBERS entries."""
        self._zip = zipfile.ZipFile(BytesIO(data))
        infos = self._zip.infolist()
        if len(infos) > MOST_MEMBERS:
            raise Refused(Code.TOO_MANY, "parts")
        self._members: dict[str, list[zipfile.ZipInfo]] = {}
        for info in infos:
            self._members.setdefault(info.filename, []).append(info)
        self._left = LARGEST_ALL

    def __contains__(self, name: str) -> bool:
        return name in self._members

    @property
    def names(self) -> list[str]:
        """The names of all members, in the order of the directory."""
        return list(self._members)

    def read(self, name: str) -> bytes:
        """The bytes of a member.

        Raises Refused where there is none, or two of that name (which one did the sender's program show?), where it is
        locked with a password, or inflates to more than LARGEST_MEMBER, or with the others to more than LARGEST_ALL.
        """
        members = self._members.get(name, [])
        if len(members) != 1:
            raise Refused(
                Code.DAMAGED, " (a part of it is missing)" if not members else " (a part of it is there twice)"
            )
        if members[0].flag_bits & _ENCRYPTED:
            raise Refused(Code.PASSWORD)
        return self._inflated(members[0])

    def _inflated(self, info: zipfile.ZipInfo) -> bytes:
        chunks: list[bytes] = []
        room = min(LARGEST_MEMBER, self._left)
        try:
            with self._zip.open(info) as member:
                while chunk := member.read(_CHUNK):
                    room -= len(chunk)
                    if room < 0:
                        raise Refused(Code.TOO_LARGE, f"over {LARGEST_MEMBER >> 20} MB when unpacked")
                    chunks.append(chunk)
        except ValueError as error:  # a place before the start of the file
            raise Refused(Code.DAMAGED) from error
        data = b"".join(chunks)
        self._left -= len(data)
        return data
