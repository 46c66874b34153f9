"""XML as documents use it: a walk over elements and words by expat, with caps and without document types.

No DTD is ever read: what expands (billion laughs) or reaches out (external entities) ends at the first `<!DOCTYPE`.
"""

from collections.abc import Mapping
from typing import NoReturn, Protocol

from annotator.reading.unreadable import Code, Refused

DEEPEST = 256
MOST_NODES = 3_000_000

_SEPARATOR = " "  # between namespace and local name; no address holds a blank


class Handler(Protocol):
    """Who hears of the elements. Names are local ones: the same format comes under several namespaces."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def words(self, words: str) -> None:
        """Characters between two marks; one stretch may come in several pieces."""


class Silent:
    """A handler that hears nothing: the ground for those that hear something."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Heard, and passed over."""

    def end(self, name: str) -> None:
        """Heard, and passed over."""

    def words(self, words: str) -> None:
        """Heard, and passed over."""


class Leaves(Silent):
    """The words of each element by its name: how documents tell their properties."""

    def __init__(self) -> None:
        self.said: dict[str, str] = {}
        self._open = ""

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        """The innermost element is the one that speaks."""
        self._open = name

    def words(self, words: str) -> None:
        """Kept under the name of the element."""
        self.said[self._open] = self.said.get(self._open, "") + words


def walk(data: bytes, handler: Handler, *, doctype: bool = False) -> None:
    """Tell `handler` of all that is in this XML, in order.

    Where a `doctype` may be (XHTML) it is passed over unread; the named characters of HTML (`&nbsp;`) are known anyway.
    Raises Refused for a DTD, too much depth or too many nodes; ExpatError where this is no XML.
    """
    from xml.parsers import expat

    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    guard = _Guard(handler)
    parser.buffer_text = True
    parser.StartElementHandler = guard.start
    parser.EndElementHandler = guard.end
    parser.CharacterDataHandler = guard.words
    if doctype:
        parser.UseForeignDTD(True)
        parser.EntityDeclHandler = _refuse_dtd
        parser.SkippedEntityHandler = guard.named
    else:
        parser.StartDoctypeDeclHandler = _refuse_dtd
    parser.Parse(data, True)


def walk_html(data: bytes, handler: Handler) -> None:
    """Tell `handler` of all that browsers see in what should have been XHTML: tags are mended, white space is kept.

    Only for the reader's child: libxml2 takes minutes for some pages. Raises Refused as `walk` does.
    """
    from lxml import etree

    try:
        data.decode()
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = None
    guard = _Guard(handler)
    etree.fromstring(data, etree.HTMLParser(target=_Target(guard), encoding=encoding))


class _Target:
    """What lxml calls instead of building a tree."""

    def __init__(self, guard: "_Guard") -> None:
        self.start, self.end, self.data = guard.start, guard.end, guard.words

    def close(self) -> None:
        """Nothing was built."""


class _Guard:
    def __init__(self, handler: Handler) -> None:
        self._handler, self._depth, self._nodes = handler, 0, 0
        self.words = handler.words

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        self._nodes += 1
        if self._depth > DEEPEST:
            raise Refused(Code.TOO_DEEP)
        if self._nodes > MOST_NODES:
            raise Refused(Code.TOO_MANY, "elements")
        self._handler.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self._depth -= 1
        self._handler.end(_local(name))

    def named(self, name: str, parameter: bool) -> None:
        from html.entities import html5

        if not parameter:
            self.words(html5.get(f"{name};", "\ufffd"))


def _local(name: str) -> str:
    return name.rpartition(_SEPARATOR)[2]


def _refuse_dtd(*_told: object) -> NoReturn:
    raise Refused(Code.DAMAGED, " (it has a document type of its own, which no document of this kind needs)")
