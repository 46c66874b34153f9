"""Outlook's packing of rich text, after [MS-OXRTFCP]: a window of 4,096 bytes that begins with what RTF begins with."""

import struct

from annotator.reading.unreadable import Code, Refused

_WINDOW = 4096
_START = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_PACKED, _AS_IT_IS = b"LZFu", b"MELA"
_LONGEST = 64 << 20


def unpacked(data: bytes) -> bytes:
    """The rich text. Raises Refused, or an error of `damage.DAMAGE`."""
    size, form = struct.unpack_from("<4xI4s", data)
    if form == _AS_IT_IS:
        return data[16 : 16 + size]
    if form != _PACKED or size > _LONGEST:
        raise Refused(Code.DAMAGED)
    return _unpacked(data[16:], size)


def _unpacked(data: bytes, size: int) -> bytes:
    """Eight steps follow each byte of flags: a byte as it is, or a reference to bytes in the window."""
    out = bytearray(_START)
    end = len(_START) + size
    position = 0
    while len(out) < end and position < len(data):
        flags, position = data[position], position + 1
        for bit in range(8):
            if not flags >> bit & 1:
                out += data[position : position + 1]
                position += 1
                continue
            (reference,) = struct.unpack_from(">H", data, position)
            position += 2
            back = (len(out) - (reference >> 4)) % _WINDOW
            if not back:  # a reference to where the next byte goes ends it
                return bytes(out[len(_START) : end])
            for _ in range((reference & 0xF) + 2):
                out.append(out[-back] if back <= len(out) else 0)
    return bytes(out[len(_START) : end])
