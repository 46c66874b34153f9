"""Web pages: which share of the sentences of an article is read, beside what other extractors keep of it.

By hand, since the pages are not ours to pass on: `ANNOTATOR_PAGES` names a folder with `ground-truth.json` and
`html/ID.html.gz` as in scrapinghub/article-extraction-benchmark. trafilatura alone, readability-lxml and newspaper4k
are measured in the same run where they are installed. A share is of sentences lost, so that less is better.
`ANNOTATOR_SNIPPETS` names one with `evaldata.json` and `eval/FILE` as in trafilatura's own tests: words of many pages
that are, and that are not, the article's. What a page takes, beside trafilatura alone, is measured on one of our own.
"""

import gzip
import json
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from harness import Row, compared, pairs, row

from annotator.reading.unreadable import Refused
from annotator.reading.web.page import Said, document_of
from annotator.text import sentences

_STORY = Path(__file__).resolve().parents[1] / "golden" / "reading" / "story.html"
_MOST_TIME = 2.5
_MOST_LOST = 0.015
_MOST_SNIPPETS_LOST = 0.045
_QUICK = 30
_NOT_A_WORD = re.compile(r"[\W_]+")

Extractor = Callable[[bytes, str], str]


class Page(NamedTuple):
    """A page as it was saved, and the text that people agreed on."""

    name: str
    html: bytes
    url: str
    gold: str


class Clipping(NamedTuple):
    """A page as it was saved, words that are the article's, and words that are not."""

    html: bytes
    url: str
    within: list[str]
    without: list[str]


def rows(quick: bool) -> Iterator[Row]:
    """Ours must hold; the others' rows say what it is measured by."""
    few = _QUICK if quick else None
    yield _pace(5 if quick else 25)
    if folder := os.environ.get("ANNOTATOR_PAGES"):
        pages = list(_pages(Path(folder)))[:few]
        yield _measured("ours", _ours, pages, _MOST_LOST)
        for name, extractor in _others():
            yield _measured(name, extractor, pages, 1)
    if folder := os.environ.get("ANNOTATOR_SNIPPETS"):
        clippings = list(_clippings(Path(folder)))[:few]
        yield _clipped("ours", _ours, clippings, _MOST_SNIPPETS_LOST)
        for name, extractor in _others():
            yield _clipped(name, extractor, clippings, 1)


def _pace(rounds: int) -> Row:
    """What reading a page takes, which keeps all that is left out too, beside trafilatura's words alone."""
    from trafilatura import extract

    page = _STORY.read_bytes()
    measured = pairs(lambda: extract(page), lambda: document_of(page, Said()), rounds)
    return row("pages: one page read : trafilatura alone", at_most=_MOST_TIME, **compared(measured))


def _pages(folder: Path) -> Iterator[Page]:
    for name, told in sorted(json.loads((folder / "ground-truth.json").read_text()).items()):
        html = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield Page(name, html, told["url"], told["articleBody"])


def _measured(name: str, extractor: Extractor, pages: list[Page], most: float) -> Row:
    """Sentences lost of all, pages that lost more than half, words that were not the article's, time a page."""
    lost = total = alien = said = 0
    emptied: list[str] = []
    whole, began = 0, time.process_time()
    texts = [extractor(page.html, page.url) for page in pages]
    taken = (time.process_time() - began) / len(pages)
    for page, text in zip(pages, texts, strict=True):
        missing, count = _missing(page.gold, text)
        lost, total, whole = lost + missing, total + count, whole + (not missing)
        emptied += [page.name] * (2 * missing > count)
        strange, spoken = _missing(text, page.gold)
        alien, said = alien + strange, said + spoken
    return row(
        f"pages: sentences that {name} loses",
        lost / total,
        most,
        pages=len(pages),
        kept=round(1 - lost / total, 4),
        precise=round(1 - alien / said, 4),
        pages_without_loss=whole,
        pages_over_half_lost=emptied,
        milliseconds=round(1000 * taken),
    )


def _clippings(folder: Path) -> Iterator[Clipping]:
    for url, told in sorted(json.loads((folder / "evaldata.json").read_text()).items()):
        path = folder / "eval" / told["file"]
        if path.is_file():
            yield Clipping(path.read_bytes(), url, told["with"], told["without"])


def _clipped(name: str, extractor: Extractor, clippings: list[Clipping], most: float) -> Row:
    """Snippets of the articles that are lost, and snippets of all the rest that came in."""
    texts = [_letters(extractor(clipping.html, clipping.url)) for clipping in clippings]
    within = [_letters(words) in text for c, text in zip(clippings, texts, strict=True) for words in c.within]
    without = [_letters(words) in text for c, text in zip(clippings, texts, strict=True) for words in c.without]
    lost, alien = within.count(False) / len(within), without.count(True) / len(without)
    return row(f"pages: snippets that {name} loses", lost, most, pages=len(clippings), alien=round(alien, 4))


def _missing(text: str, other: str) -> tuple[int, int]:
    """How many sentences of a text are not in the other, and how many there are; only letters and digits count."""
    there = _letters(other)
    said = [letters for start, end in sentences(text, 0, len(text)) if (letters := _letters(text[start:end]))]
    return sum(letters not in there for letters in said), len(said)


def _letters(text: str) -> str:
    return _NOT_A_WORD.sub("", text).casefold()


def _ours(html: bytes, url: str) -> str:
    try:
        return document_of(html, Said(url)).text
    except Refused:
        return ""


def _others() -> Iterator[tuple[str, Extractor]]:
    with suppress(ImportError):
        from trafilatura import extract

        yield "trafilatura", lambda html, url: extract(html, url=url, include_comments=False) or ""
    with suppress(ImportError):
        import readability

        yield "readability-lxml", lambda html, url: _readable(readability, html, url)
    with suppress(ImportError):
        import newspaper

        yield "newspaper4k", lambda html, url: _as_newspaper(newspaper, html, url)


def _readable(readability: Any, html: bytes, url: str) -> str:
    from lxml.html import fromstring

    try:
        summary = readability.Document(html, url=url).summary()
    except readability.readability.Unparseable:
        return ""
    return "\n".join(fromstring(summary).itertext())


def _as_newspaper(newspaper: Any, html: bytes, url: str) -> str:
    article = newspaper.Article(url, fetch_images=False)
    article.download(input_html=html.decode("utf-8", "replace"))
    try:
        article.parse()
    except (ImportError, LookupError):  # Korean needs data of nltk's, to be fetched
        return ""
    return str(article.text)
