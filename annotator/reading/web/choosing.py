"""Which passages of a page are the article: trafilatura's choice, or that of rules by hand where it loses too much.

Each passage is marked in the tree that trafilatura gets, by two letters of a script that no news is written in: what it
keeps of them names the passages, whatever it made of their words. So nothing has to be sought, or can be found twice.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.model.words import Role
from annotator.reading.web.passages import Passage, Spot
from annotator.reading.web.tree import MOST_ELEMENTS, Tree

if TYPE_CHECKING:
    from lxml.etree import _Element

_RESCUE = 0.6
"""Measured on 181 news pages with their text: below this share of what the hand rules find trafilatura lost much."""

_FIRST, _BASE = 0x12000, 900  # cuneiform
_MARK = re.compile("[\U00012000-\U00012383]{2}")
_NOT_OF_A_TREE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that a parsed tree may have, but that nobody may put into it."""

_LONG = 30
"""Characters of a stretch that is marked although it does not begin its passage."""

_PROSE = 60
"""Characters of a passage that is surely no menu, and no button."""
_MOSTLY = 0.8
_ASIDE = re.compile(
    r"comment|related|promo|newsletter|cookie|consent|sidebar|share|social|advert|footer|recommend|subscri|sponsor"
    r"|disqus|breadcrumb|popup|modal|outbrain|taboola|teaser|most-?(?:read|popular)",
    re.IGNORECASE,
)
_OF_AN_ARTICLE = (Role.HEADING, Role.CAPTION)
_ASIDES = ("nav", "aside", "footer", "form", "button", "dialog")


def chosen(tree: Tree, passages: Sequence[Passage]) -> set[int]:
    """The numbers of the passages that are the article. Marks the tree: it is of no use to others afterwards."""
    by_hand = _by_hand(passages)
    if tree.elements > MOST_ELEMENTS or len(passages) >= _BASE * _BASE:
        return by_hand
    theirs = _by_trafilatura(tree.root, passages)
    if _length(passages, theirs) < _RESCUE * _length(passages, by_hand):
        return by_hand
    return theirs | _between(passages, theirs)


def _between(passages: Sequence[Passage], taken: set[int]) -> set[int]:
    """What stands among the article's own passages: quoted posts, subheads, lines of links."""
    home = _home_of([passages[number] for number in sorted(taken)])
    if home is None:
        return set()
    parents = {passages[number].home.getparent() for number in taken}
    between = [number for number in range(min(taken) + 1, max(taken)) if number not in taken]
    return {number for number in between if _is_among(passages[number], home, parents)}


def _is_among(passage: Passage, home: "_Element", parents: set["_Element | None"]) -> bool:
    """Whether it is a sibling of the article's, a quotation in its home, or a heading, a caption, prose there."""
    if passage.home.getparent() in parents:
        return True
    if passage.role is Role.QUOTATION:
        return home in passage.home.iterancestors()
    return (passage.role in _OF_AN_ARTICLE or len(passage.words) >= _PROSE) and _belongs(passage, home)


def _length(passages: Sequence[Passage], numbers: Iterable[int]) -> int:
    return sum(len(passages[number].words) for number in numbers)


def _by_trafilatura(root: "_Element", passages: Sequence[Passage]) -> set[int]:
    from trafilatura import bare_extraction

    for number, passage in enumerate(passages):
        _mark(passage.spots, chr(_FIRST + number // _BASE) + chr(_FIRST + number % _BASE))
    try:
        found = bare_extraction(root, include_comments=False)
    except Exception:  # noqa: BLE001 - a library's stumble must not cost the article: the hand rules read it
        return set()
    if found is None or isinstance(found, dict):  # there is nothing in it; it never is a dict as we ask
        return set()
    kept = "".join(found.body.itertext())
    numbers = {(ord(mark[0]) - _FIRST) * _BASE + ord(mark[1]) - _FIRST for mark in _MARK.findall(kept)}
    return {number for number in numbers if number < len(passages)}


def _mark(spots: Iterable[Spot], mark: str) -> None:
    for at, (element, behind) in enumerate(spots):
        words = (element.tail if behind else element.text) or ""
        if at and len(words) < _LONG:
            continue
        start = len(words) - len(words.lstrip())
        marked = _NOT_OF_A_TREE.sub(" ", words[:start] + mark + words[start:])
        if behind:
            element.tail = marked
        else:
            element.text = marked


def _by_hand(passages: Sequence[Passage]) -> set[int]:
    """What stands in the smallest element that holds most of the page's prose, without what leads elsewhere."""
    home = _home_of([passage for passage in passages if len(passage.words) >= _PROSE and _belongs(passage)])
    return set() if home is None else {number for number, passage in enumerate(passages) if _belongs(passage, home)}


def _home_of(prose: Sequence[Passage]) -> "_Element | None":
    """The innermost element that holds most of it; those that do stand in each other."""
    weights: Counter[_Element] = Counter()
    for passage in prose:
        for element in _around(passage):
            weights[element] += len(passage.words)
    most = _MOSTLY * sum(len(passage.words) for passage in prose)
    homes = [element for element, weight in weights.items() if weight >= most and element.tag != "p"]
    return max(homes, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _around(passage: Passage) -> Iterator["_Element"]:
    yield passage.home
    yield from passage.home.iterancestors()


def _belongs(passage: Passage, home: "_Element | None" = None) -> bool:
    """Whether it stands in `home`, or anywhere, but is no menu and in nothing that is beside the article."""
    if 2 * passage.linked > len(passage.words):
        return False
    for element in _around(passage):
        if element is home or element.tag in ("body", "html"):
            return home is None or element is home
        if element.tag in _ASIDES or _ASIDE.search(f"{element.get('class', '')} {element.get('id', '')}"):
            return False
    return home is None
