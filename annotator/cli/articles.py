"""Articles: into the library, and what is there."""

import json
from pathlib import Path

import click

from annotator import importing
from annotator.cli.options import json_option, library_option, opened
from annotator.cli.output import complain, say
from annotator.library import Library, Listed
from annotator.reading import UnreadableFile, read


@click.command("import")
@library_option
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
def import_files(files: tuple[Path, ...]) -> int:
    """Put article files into the library, and print the id and the title of each.

    A file that is there already is not added twice. Where some cannot be read, the others get in all the same, and the
    exit code is 2.
    """
    code = 0
    with opened(make=True) as library:
        for file in files:
            try:
                article = _add(library, file)
            except UnreadableFile as error:
                complain(error)
                code = error.exit_code
            else:
                say(article.id, article.title)
    return code


def _add(library: Library, file: Path) -> Listed:
    article, edit = importing.adding(library, read(file))
    if edit:
        library.apply(edit)
    return library.listed(article)


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
