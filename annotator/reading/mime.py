"""Messages as mail programs and browsers store them (MIME): their parts, and headers that may be anything."""

import binascii
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from typing import NamedTuple

from annotator.reading.decoding import decode
from annotator.reading.letter import says_less
from annotator.reading.unreadable import Code, Refused

_DEEP = 32
"""Parts in parts: mail has four or five."""

_KINDS = ("text/plain", "text/html")
_LONGEST_PACKED = 50_000
"""Characters of a header that is unpacked: `email` takes quadratic time for its words."""

_FOLD = re.compile(r"[ \t]*\r?\n[ \t]*")
_HEADERS = re.compile(rb"(?:From [^\n]{1,300}\n)?(?:[!-9;-~]{1,76}:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_OF_MAIL = re.compile(
    rb"^(?:MIME-Version|Received|Message-ID|Return-Path|Delivered-To|X-Mailer)[ \t]{0,9}:", re.IGNORECASE | re.MULTILINE
)
_OF_A_PAGE = re.compile(rb"^(?:Snapshot-Content-Location:|From: <?saved by )", re.IGNORECASE | re.MULTILINE)
_HEAD = 4096


class Leaf(NamedTuple):
    """A part without parts: what it is, its bytes, and what is said about them."""

    kind: str
    data: bytes
    charset: str
    name: str
    message: Message

    @property
    def is_words(self) -> bool:
        """Whether it is text or a page, to be read where it stands."""
        attached = self.name or self.message.get_content_disposition() == "attachment"
        return not attached and self.kind in _KINDS


def is_message(data: bytes) -> bool:
    """Whether it begins as stored messages do."""
    head = _HEADERS.match(_head(data))
    return bool(head and _OF_MAIL.search(head[0]))


def is_saved_page(data: bytes) -> bool:
    """Whether it begins as the pages that browsers store in a message."""
    head = _HEADERS.match(_head(data))
    return bool(head and _OF_A_PAGE.search(head[0]))


def _head(data: bytes) -> bytes:
    return data[:_HEAD].removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def parsed(data: bytes) -> Message:
    """The message. Raises Refused where it is nested without end."""
    from email import message_from_bytes

    try:
        return message_from_bytes(data)
    except RecursionError:
        raise Refused(Code.TOO_DEEP) from None


def header(message: Message, name: str) -> str:
    """A header as people read it, on one line; "" where there is none."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    return readable(raw)


def readable(raw: str) -> str:
    """A header's value decoded; what cannot be is left as it stands."""
    found = decode(raw.encode("utf-8", "surrogateescape"))
    words = _FOLD.sub(" ", found.text if found else raw).strip()
    if len(words) > _LONGEST_PACKED:
        return words
    try:
        return str(make_header(decode_header(words)))
    except (LookupError, ValueError, MessageError, binascii.Error):
        return words


def leaves(message: Message, depth: int = 0) -> Iterator[Leaf]:
    """The parts in their order; of alternatives the words of one, and all that is no words. Raises Refused."""
    if depth > _DEEP:
        raise Refused(Code.TOO_DEEP)
    kind = message.get_content_type()
    if kind.startswith("message/") or not message.is_multipart():
        yield _leaf(message, kind)
        return
    parts = message.get_payload()
    each = [list(leaves(part, depth + 1)) for part in parts if isinstance(part, Message)]
    best = _best(each) if kind == "multipart/alternative" else None
    for found in each:
        yield from (leaf for leaf in found if best is None or found is best or not leaf.is_words)


def _leaf(message: Message, kind: str) -> Leaf:
    try:
        data = message.get_payload(decode=True)
    except ValueError:  # a charset that is no name at all
        message.del_param("charset")
        data = message.get_payload(decode=True)
    name = readable(message.get_filename() or "")
    charset = message.get_param("charset")
    return Leaf(
        kind, data if isinstance(data, bytes) else b"", charset if isinstance(charset, str) else "", name, message
    )


def _best(each: list[list[Leaf]]) -> list[Leaf]:
    """Of alternatives the plain one, unless it is but a hint at the page that is the other."""
    plain, page = (next((a for a in each if any(leaf.kind == kind for leaf in a)), []) for kind in _KINDS)
    return page if page and says_less(_words(plain), _words(page)) else plain


def _words(leaves_of_one: list[Leaf]) -> bytes:
    return b"\n".join(leaf.data for leaf in leaves_of_one if leaf.is_words)
