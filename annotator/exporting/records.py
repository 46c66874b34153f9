"""Records: every annotation with all that it refers to, resolved once and for every exporter."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from annotator import text
from annotator.library import Library, Listed


class Record(NamedTuple):
    """One annotation in its article: what the library tells of it (`paging.FIELDS`), then where it is.

    Offsets are code points. `tags` stand on one line, parted by `; `.
    `spans` is `14-51;60-80` where there are several, else empty. Paragraphs count from 1;
    `place` is the page or time code of the original, empty where it has none.
    """

    id: str
    kind: str
    status: str
    note: str
    tags: str
    start: int
    end: int
    words: str
    prefix: str
    suffix: str
    spans: str
    annotator: str
    created_at: str
    updated_at: str
    paragraph: int
    place: str
    article: Listed


def records(library: Library, articles: Iterable[Listed]) -> Iterator[Record]:
    """Every annotation of these articles, in their order and in the order of the text. Streamed."""
    return chain.from_iterable(pages(library, articles))


def pages(library: Library, articles: Iterable[Listed]) -> Iterator[list[Record]]:
    """The records, some at a time; between two pages the library may be changed."""
    start = Record._fields.index("start")
    for article in articles:
        where: _Where | None = None
        for page in library.told(article.version):
            where = where or _Where(library, article.version)
            yield [
                Record._make((*told, where.paragraph(told[start]), where.place(told[start]), article)) for told in page
            ]


class _Where:
    """Which paragraph and which place of a version an offset is in."""

    def __init__(self, library: Library, version_id: str) -> None:
        self._paragraphs = [start for start, _ in text.paragraphs(library.text(version_id))]
        places = library.layout(version_id).places
        self._places = [place.start for place in places]
        self._labels = ["", *(place.label for place in places)]

    def paragraph(self, offset: int) -> int:
        """Counted from 1."""
        return bisect_right(self._paragraphs, offset)

    def place(self, offset: int) -> str:
        """The label of the last place that begins at the offset or before."""
        return self._labels[bisect_right(self._places, offset)]
