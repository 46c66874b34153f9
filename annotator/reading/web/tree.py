"""From the characters of a page to its tree, with caps before the parser sees it and without anything it points at."""

import re
from typing import TYPE_CHECKING, NamedTuple

from annotator.reading.unreadable import Code, Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_TAG = 1 << 18
"""Characters of one tag: libxml2 takes quadratic time for its attributes (200,000 of them over 20 s)."""

MOST_ELEMENTS = 200_000
"""More than any article has: trafilatura takes over 20 s for a million empty elements."""

_DEEPEST = 250
"""libxml2 puts what is nested deeper than 256 elements beside its place."""

_DATA = re.compile(r"data:[\w.+-]{1,40}/[^\"'\s()<>]{99,}", re.IGNORECASE)
_LONG_TAG = re.compile(rf"<[a-z/!?][^<>]{{{_LONGEST_TAG},}}>", re.IGNORECASE)
_XML = re.compile(r"\s{0,99}<\?xml\b", re.IGNORECASE)
_CLOSED_AT_ONCE = re.compile(
    r"<(script|style|title|iframe|textarea|noscript|template)\b([^<>]{0,999})/>", re.IGNORECASE
)
_SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=\(\d{1,9}\)(https?://[^\s>]{1,2000})", re.IGNORECASE)
_HEAD = 20_000
_CUT = "Some of its markup is larger than any article needs and was passed over."
_DEEP = "Its elements are nested deeper than in any article: the order of some words may be wrong."


class Tree(NamedTuple):
    """A parsed page, the number of its elements, and sentences for the user."""

    root: "_Element"
    elements: int
    warnings: tuple[str, ...]


def tree_of(text: str) -> Tree:
    """Parse a page as browsers do, however broken it is. Raises Refused where there is nothing to parse."""
    from lxml.etree import ParserError, XMLSyntaxError, fromstring
    from lxml.html import HTMLParser

    capped, was_cut = _capped(text)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = fromstring(capped.encode("utf-8", "replace"), parser)
    except (ParserError, XMLSyntaxError) as error:  # nothing but comments
        raise Refused(Code.NO_TEXT) from error
    if root is None:
        raise Refused(Code.NO_TEXT)
    is_deep = root.xpath(f"boolean({'/*' * _DEEPEST})")
    warnings = tuple(filter(None, (_CUT if was_cut else "", _DEEP if is_deep else "")))
    return Tree(root, int(root.xpath("count(//*)")), warnings)


def address_of(tree: Tree, text: str) -> str:
    """Where the page was, as the browser that saved it or the page itself says; "" if neither does."""
    if saved := _SAVED_FROM.search(text[:_HEAD]):
        return saved[1]
    said = tree.root.xpath("//base/@href | //link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    return next((str(url) for url in said if url.startswith(("http://", "https://"))), "")


def _capped(text: str) -> tuple[str, bool]:
    """The characters without pictures inside and without endless tags; NUL would end them for the parser."""
    text = text.replace("\0", "\ufffd")
    if "data:" in text:
        text = _DATA.sub("data:,", text)
    if _XML.match(text):
        text = _CLOSED_AT_ONCE.sub(r"<\1\2></\1>", text)
    capped = _LONG_TAG.sub("", text)
    return capped, len(capped) < len(text)
