"""Passages: what a page shows, in the order of its tree, each with its words, links and role.

White space is collapsed as browsers do; two line breaks in a row end a passage. What is hidden, a script, a style or a
frame says nothing here.
"""

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from annotator.model.words import Role

if TYPE_CHECKING:
    from lxml.etree import _Element

_SAYS_NOTHING = {
    *("script", "style", "title", "rp", "rt"),
    *("iframe", "frame", "frameset", "noframes", "object", "embed", "applet"),
    *("audio", "video", "canvas", "svg", "select", "datalist", "textarea", "input"),
}
_UNSEEN = ("head", "noscript", "template")
_INLINE = {
    *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img"),
    *("ins", "kbd", "label", "map", "mark", "math", "nobr", "output", "picture", "q", "ruby", "rb", "s", "samp"),
    *("small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "source", "area", "input"),
}
_ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.HEADING),
    "li": Role.LIST_ITEM,
    "blockquote": Role.QUOTATION,
    **dict.fromkeys(("figcaption", "caption"), Role.CAPTION),
}
_BLOCKS = ("p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "article", "section")
_LONGEST_CELL = 500

_BLANK = re.compile(r"[ \t\n\r\f]+")
_HIDDEN = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|font-size\s{0,9}:\s{0,9}0(?![.\d])", re.IGNORECASE
)
_FOR_EARS = re.compile(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|u-hidden)(?:\s|$)", re.IGNORECASE)

Runs = list[tuple[str, str]]
"""Words, each stretch with the address it leads to, or ""."""


class Spot(NamedTuple):
    """Where some words stand in the tree: in an element, or behind it."""

    element: "_Element"
    behind: bool


class Passage(NamedTuple):
    """One passage of a page, and the spots of the tree that it was read from."""

    words: str
    runs: Runs
    role: Role
    home: "_Element"
    spots: tuple[Spot, ...]

    @property
    def linked(self) -> int:
        """How many of its characters lead elsewhere."""
        return sum(len(words) for words, link in self.runs if link)


def passages_of(root: "_Element", url: str = "", *, unseen: bool = False) -> list[Passage]:
    """All that the page shows, and with `unseen` what only a script would make it show.

    Addresses that are not whole are led from `url`; only those of the web are kept.
    """
    from lxml.etree import iterwalk

    setter = _Setter(root, url)
    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            setter.leave(element)
        elif element.tag in _SAYS_NOTHING or (not unseen and _is_unseen(element)):
            walk.skip_subtree()
        else:
            setter.enter(element)
    setter.flush()
    return setter.passages


def _is_unseen(element: "_Element") -> bool:
    told = element.attrib
    return (
        element.tag in _UNSEEN
        or ("hidden" in told and told["hidden"] != "until-found")
        or ("style" in told and bool(_HIDDEN.search(told["style"])))
        or ("class" in told and bool(_FOR_EARS.search(told["class"])))
    )


class _Setter:
    """Who hears of the elements and sets what they say in passages."""

    def __init__(self, root: "_Element", url: str) -> None:
        self.passages: list[Passage] = []
        self._url = url
        self._runs: Runs = []
        self._spots: list[Spot] = []
        self._homes = [root]
        self._roles: list[tuple[_Element, Role]] = []
        self._links: list[tuple[_Element, str]] = []
        self._row: _Element | None = None
        self._kept: list[_Element] = []

    def enter(self, element: "_Element") -> None:
        tag = str(element.tag)
        if tag == "br":
            self._break()
        elif tag == "a":
            self._links.append((element, self._address(element)))
        elif tag not in _INLINE:
            self._block(element, tag)
        if element.text:
            self._say(element.text, Spot(element, behind=False))

    def leave(self, element: "_Element") -> None:
        if self._links and self._links[-1][0] is element:
            self._links.pop()
        elif self._homes[-1] is element:
            self._unblock(element)
        if element.tail:
            self._say(element.tail, Spot(element, behind=True))

    def flush(self) -> None:
        """End the passage that is open."""
        runs, spots = self._runs, self._spots
        self._runs, self._spots = [], []
        words = "".join(words for words, _ in runs).strip()
        if words:
            role = self._roles[-1][1] if self._roles else Role.PARAGRAPH
            self.passages.append(Passage(words, runs, role, self._homes[-1], tuple(spots)))

    def _block(self, element: "_Element", tag: str) -> None:
        if self._row is None:
            self.flush()
        else:
            self._say(" ", None)
        self._homes.append(element)
        if tag == "pre":
            self._kept.append(element)
        elif self._row is None and tag == "tr" and _is_row(element):
            self._row = element
            self._roles.append((element, Role.TABLE_ROW))
        elif tag in _ROLES:
            self._roles.append((element, _ROLES[tag]))

    def _unblock(self, element: "_Element") -> None:
        if self._row is None or self._row is element:
            self.flush()
            self._row = None
        elif element.tag in ("td", "th"):
            self._drop_blank()
            self._runs.append(("\t", ""))
        else:
            self._say(" ", None)
        self._homes.pop()
        if self._roles and self._roles[-1][0] is element:
            self._roles.pop()
        if self._kept and self._kept[-1] is element:
            self._kept.pop()

    def _say(self, words: str, spot: Spot | None) -> None:
        if not self._kept:
            words = _BLANK.sub(" ", words)
            if not self._runs or self._runs[-1][0][-1] in " \n\t":
                words = words.lstrip(" ")
        if not words:
            return
        self._runs.append((words, self._links[-1][1] if self._links else ""))
        if spot and not words.isspace():
            self._spots.append(spot)

    def _break(self) -> None:
        """A line ends; the second time in a row the passage does."""
        if self._row is not None:
            self._say(" ", None)
            return
        self._drop_blank()
        if self._runs and self._runs[-1][0] == "\n":
            self.flush()
        elif self._runs:
            self._runs.append(("\n", ""))

    def _drop_blank(self) -> None:
        if self._runs and self._runs[-1][0].endswith(" "):
            words, link = self._runs.pop()
            if words[:-1]:
                self._runs.append((words[:-1], link))

    def _address(self, element: "_Element") -> str:
        try:
            address = urljoin(self._url, element.get("href", "").strip()) if element.get("href") else ""
        except ValueError:  # no address at all
            return ""
        return address if address.startswith(("http://", "https://")) else ""


def _is_row(row: "_Element") -> bool:
    """Whether a row is one of a table, and not how an old page was laid out."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    blocks = sum(1 for _ in row.iter(*_BLOCKS))
    return len(cells) > 1 and blocks <= len(cells) and max(len("".join(c.itertext())) for c in cells) <= _LONGEST_CELL
