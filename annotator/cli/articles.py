"""Articles: into the library, and what is there."""

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from annotator.cli.options import asked_options, json_option, library_option, opened
from annotator.cli.output import complain, say
from annotator.gathering import gather
from annotator.importing import Arrivals, adding, why_skipped
from annotator.library import Library, Listed
from annotator.reading import READERS, Asked, Reading, UnreadableFile, read, read_bytes

_INPUT = Path("-")


@click.command("import", epilog="A file that is called - is ./-.")
@library_option
@asked_options
@click.option("--name", metavar="NAME", default="input.txt", help="What to call the text of standard input.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
def import_files(paths: tuple[Path, ...], encoding: str, whole: bool, name: str) -> int:
    """Put article files into the library, and print the id and the title of each.

    Of a folder, all that can be read in it and below; of -, what comes by standard input. A file that is there already
    is not added twice. Where some cannot be read, the others get in all the same, and the exit code is 2; how many is
    said behind a folder.
    """
    asked = Asked(encoding, whole)
    with opened(make=True) as library:
        gathered = gather(path for path in paths if path != _INPUT)
        arrivals = Arrivals(skipped=list(gathered.skipped))
        for refused in gathered.refused:
            _refuse(arrivals, refused)
        if _INPUT in paths:
            _bring(library, partial(_read_input, name, asked), arrivals)
        for file in gathered.files:
            _bring(library, partial(read, file, asked=asked), arrivals)
    for path in arrivals.skipped:
        complain(why_skipped(path))
    if any(path.is_dir() for path in paths):
        complain(f"{arrivals}.")
    return UnreadableFile.exit_code if arrivals.refused else 0


def _read_input(name: str, asked: Asked) -> Reading:
    most = max(reader.limit for reader in READERS)
    return read_bytes(sys.stdin.buffer.read(most + 1), name, asked=asked)


def _bring(library: Library, reading: Callable[[], Reading], arrivals: Arrivals) -> None:
    try:
        article, edit = adding(library, reading())
    except UnreadableFile as error:
        _refuse(arrivals, error)
        return
    if edit:
        library.apply(edit)
    arrivals.added += bool(edit)
    arrivals.known += not edit
    say(article, library.listed(article).title)


def _refuse(arrivals: Arrivals, error: UnreadableFile) -> None:
    arrivals.refused.append(error)
    complain(error)


@click.command()
@library_option
@json_option
def articles(as_json: bool) -> None:
    """List the articles: id, annotations, title, file; the newest first."""
    with opened() as library:
        found = library.articles()
    if as_json:
        print(json.dumps([_described(article) for article in found], ensure_ascii=False, indent=1))  # noqa: T201
    else:
        for article in found:
            say(article.id, article.annotations, article.title, article.file_name)


def _described(article: Listed) -> dict[str, str | int]:
    return {
        "id": article.id,
        "title": article.title,
        "file": article.file_name,
        "sha256": article.sha256,
        "annotations": article.annotations,
    }
