"""Records: every annotation with all that it refers to, resolved once and for every exporter."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from annotator import text
from annotator.library import Library, Listed
from annotator.library.paging import Told


class Record(NamedTuple):
    """One annotation in its article. Offsets are code points; paragraphs count from 1."""

    annotation: Told
    article: Listed
    paragraph: int
    place: str
    """The page or time code of the original; empty where it has none."""


def records(library: Library, articles: Iterable[Listed]) -> Iterator[Record]:
    """Every annotation of these articles, in their order and in the order of the text. Streamed."""
    return chain.from_iterable(pages(library, articles))


def pages(library: Library, articles: Iterable[Listed]) -> Iterator[list[Record]]:
    """The records, some at a time; between two pages the library may be changed."""
    for article in articles:
        where: _Where | None = None
        for page in library.told(article.version):
            where = where or _Where(library, article.version)
            yield [Record(told, article, *where.of(told.start)) for told in page]


class _Where:
    """Which paragraph and which place of a version an offset is in."""

    def __init__(self, library: Library, version_id: str) -> None:
        self._paragraphs = text.paragraphs(library.text(version_id))
        places = library.layout(version_id).places
        self._starts = [place.start for place in places]
        self._labels = ["", *(place.label for place in places)]

    def of(self, offset: int) -> tuple[int, str]:
        return (
            text.paragraph_number(self._paragraphs, offset),
            self._labels[bisect_right(self._starts, offset)],
        )
