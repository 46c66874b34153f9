"""Library -> file: the records of some articles, written by one of EXPORTERS.

`export` is the one door, for the window and the command line alike. It is a generator: each step is a page of some
milliseconds, so that a window may pump it between two keys, and closing it leaves no trace.
"""

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO, NamedTuple

from annotator.exporting import as_csv, as_json
from annotator.exporting.aside import written_aside
from annotator.exporting.errors import ExportError
from annotator.exporting.options import DELIMITERS, Options
from annotator.exporting.records import Record, pages, records
from annotator.library import Library, Listed

__all__ = [
    "DELIMITERS",
    "EXPORTERS",
    "ExportError",
    "Exported",
    "Exporter",
    "Options",
    "Record",
    "export",
    "exporter",
    "records",
]

Write = Callable[[Iterable[list[Record]], BinaryIO, Options], Generator[int, None, int]]


class Exporter(NamedTuple):
    """A format: what it is called, how its files end, and how it is written.

    `write` yields the number of records after each page and returns the number of cells it had to cut.
    """

    name: str
    suffix: str
    write: Write


class Exported(NamedTuple):
    """What an export has written."""

    records: int
    cut: int
    """Cells that were longer than a spreadsheet takes, and end in “…” now."""


EXPORTERS = (
    Exporter("csv", ".csv", as_csv.write),
    Exporter("json", ".json", as_json.write),
)


def exporter(name: str) -> Exporter:
    """The exporter of this name. Raises KeyError."""
    return {known.name: known for known in EXPORTERS}[name]


def export(
    library: Library,
    articles: Sequence[Listed],
    chosen: Exporter,
    target: Path | BinaryIO,
    options: Options | None = None,
) -> Generator[tuple[int, int], None, Exported]:
    """Write the annotations of these articles; yields (records written, records in all), returns what was written.

    A path gets its file when all is written: until then, and where this is closed or fails, it stays as it was. A
    stream is written as it comes. Raises ExportError, and LibraryError where a stored text is damaged.
    """
    total = sum(article.annotations for article in articles)
    done = cut = 0
    opened: AbstractContextManager[BinaryIO] = (
        written_aside(target) if isinstance(target, Path) else nullcontext(target)
    )
    with opened as file:
        writing = chosen.write(pages(library, articles), file, options or Options())
        while True:
            try:
                done += next(writing)
            except StopIteration as end:
                cut = end.value
                break
            yield done, max(done, total)
    return Exported(done, cut)
