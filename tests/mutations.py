"""Good files made bad: in their bytes, in the members of a ZIP, in markup, in the streams of a PDF."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random

Mutation = Callable[[Random, bytes], bytes]

_MARKUP = re.compile(rb"<[^<>]*>")
_STREAM = re.compile(rb"(stream\r?\n)(.*?)(\r?\nendstream)", re.DOTALL)
_NUMBER = re.compile(rb"\d+")
_SPICE = (
    *(b"\x00", b"\xff\xff", b"\xef\xbb\xbf", b"\x1b$B", b"\xed\xa0\x80", b"\r\r\n"),
    *(b"&#0;", b"&#x110000;", b"&x;", b"<![CDATA[", b"<!DOCTYPE a [<!ENTITY x 'y'>]>", b"<!--", b"]]>", b"<", b">"),
    *(b"-1", b"0", b"99999999999999999999", b"1e999", b"{\\", b"\\bin9999999 ", b"<<", b"/Length -1", b"charset=utf-7"),
)


def mutated(random: Random, data: bytes) -> bytes:
    """The file with one to four things wrong with it."""
    for _ in range(random.randint(1, 4)):
        data = random.choice(_mutations(data))(random, data)
    return data


def _mutations(data: bytes) -> list[Mutation]:
    """Those that suit this file: where there is something within, it is there that most goes wrong."""
    plain = [_flip, _cut, _double, _season, _number, _end]
    if zipfile.is_zipfile(io.BytesIO(data)):
        return [*plain, *[_in_zip] * 12]
    if data.startswith(b"%PDF"):
        return [*plain, *[_in_stream] * 6]
    return [*plain, *[_markup] * 6] if _MARKUP.search(data) else plain


def _piece(random: Random, data: bytes) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.choice((1, 1, 2, 8, 64, 1024)))


def _flip(random: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 3, 20))):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _cut(random: Random, data: bytes) -> bytes:
    start, end = _piece(random, data)
    return data[:start] + data[end:]


def _double(random: Random, data: bytes) -> bytes:
    start, end = _piece(random, data)
    return data[:end] + data[start:end] * random.choice((1, 1, 2, 100)) + data[end:]


def _season(random: Random, data: bytes) -> bytes:
    start, end = _piece(random, data)
    return data[:start] + random.choice(_SPICE) + data[random.choice((start, end)) :]


def _number(random: Random, data: bytes) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    number = random.choice(found)
    return data[: number.start()] + random.choice((b"0", b"-1", b"65536", b"4294967295")) + data[number.end() :]


def _end(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _markup(random: Random, data: bytes) -> bytes:
    """A tag lost, doubled, many times over, or in the place of another."""
    tags = list(_MARKUP.finditer(data))
    if not tags:
        return data
    one, other = random.choice(tags), random.choice(tags)
    put = random.choice((b"", one[0] * 2, one[0] * 300, other[0], one[0] + other[0]))
    return data[: one.start()] + put + data[one.end() :]


def _in_zip(random: Random, data: bytes) -> bytes:
    """One member with something wrong in it, or lost, or under another's name; the ZIP around it is sound."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(name, archive.read(name)) for name in archive.namelist()]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError, RuntimeError):
        return _flip(random, data)
    if not members:
        return data
    chosen = random.randrange(len(members))
    name, content = members[chosen]
    spoil = random.choice((_flip, _cut, _double, _season, _number, _end, _markup, _markup, _markup))
    members[chosen] = (random.choice((name,) * 9 + (members[0][0],)), spoil(random, content))
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(dict(members).items()):
            archive.writestr(name, content, zipfile.ZIP_STORED if number == 0 else zipfile.ZIP_DEFLATED)
    return sink.getvalue()


def _in_stream(random: Random, data: bytes) -> bytes:
    """Something wrong in what a stream of a PDF holds unpacked."""
    streams = list(_STREAM.finditer(data))
    if not streams:
        return data
    stream = random.choice(streams)
    spoil = random.choice((_flip, _cut, _double, _season, _number))
    try:
        content = zlib.compress(spoil(random, zlib.decompress(stream[2])))
    except zlib.error:
        content = spoil(random, stream[2])
    return data[: stream.start(2)] + content + data[stream.end(2) :]
