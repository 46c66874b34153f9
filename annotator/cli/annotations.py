"""Annotations out of the library: as lines, as JSON, as a file. The records are the exports' in every case."""

from collections.abc import Generator, Iterable
from pathlib import Path
from typing import BinaryIO, TypeVar

import click

from annotator.cli.options import ARTICLE_HELP, json_option, library_option, opened
from annotator.cli.output import binary_output, complain, say
from annotator.exporting import (
    DELIMITERS,
    EXPORTERS,
    Exported,
    Exporter,
    Options,
    Record,
    exporter,
    records,
)
from annotator.exporting import export as export_steps
from annotator.library import Library, Listed

_Value = TypeVar("_Value")


@click.command(epilog=ARTICLE_HELP)
@library_option
@json_option
@click.argument("article", required=False)
def annotations(article: str | None, as_json: bool) -> None:
    """List the annotations, of one article or of all: id, kind, status, place, words, file."""
    with opened() as library:
        chosen = _chosen(library, [article] if article else [])
        if as_json:
            _run(export_steps(library, chosen, exporter("json"), binary_output()))
        else:
            for record in records(library, chosen):
                say(*_line(record))


def _line(record: Record) -> tuple[object, ...]:
    place = record.spans or f"{record.start}-{record.end}"
    return (record.id, record.kind, record.status, place, record.words, record.article.file_name)


@click.command(epilog=ARTICLE_HELP)
@library_option
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option(
    "--format", "name", type=click.Choice([e.name for e in EXPORTERS]), help="Default: as the file's name ends."
)
@click.option("-o", "--out", required=True, metavar="FILE", help="The file to write; “-” is standard output.")
@click.option(
    "--delimiter", type=click.Choice(DELIMITERS), default=DELIMITERS[0], help="What parts the cells of a CSV."
)
@click.option("--raw", is_flag=True, help="Write cells as they are, neither guarded against formulas nor cut.")
def export(articles: tuple[str, ...], name: str | None, out: str, delimiter: str, raw: bool) -> None:
    """Write the annotations of these articles, or of all, to a file.

    The file is replaced only when all of it is written.
    """
    chosen = exporter(name) if name else _by_suffix(out)
    target: Path | BinaryIO = binary_output() if out == "-" else Path(out)
    with opened() as library:
        stories = _chosen(library, articles)
        written = _run(export_steps(library, stories, chosen, target, Options(delimiter=delimiter, raw=raw)))
    _tell(written)


def _by_suffix(out: str) -> Exporter:
    suffix = Path(out).suffix.lower()
    return next((known for known in EXPORTERS if known.suffix == suffix), EXPORTERS[0])


def _tell(written: Exported) -> None:
    if written.cut:
        complain(
            f"{written.cut} of the cells were longer than a spreadsheet takes (32,767 characters) and end in “…” now; "
            "--raw or --format json writes all of their words."
        )


def _chosen(library: Library, words: Iterable[str]) -> list[Listed]:
    """The articles that are meant, in the library's order; all of them where none is named. Raises NotFound."""
    meant = {library.find(word).id for word in words}
    return [article for article in library.articles() if not meant or article.id in meant]


def _run(steps: Generator[tuple[int, int], None, _Value]) -> _Value:
    """Do all the steps; what they come to."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            value: _Value = end.value
            return value
