"""What a file says, without a library; and the file that an article was read from."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

import click

from annotator import reading
from annotator.cli.options import ARTICLE_HELP, article_argument, asked_options, json_option, library_option, opened
from annotator.cli.output import binary_output


@click.command()
@library_option
@json_option
@asked_options
@click.argument("file", type=click.Path(path_type=Path, allow_dash=False))
def read(file: Path, as_json: bool, encoding: str, whole: bool) -> None:
    """Print the text of a file exactly as annotations count it, or all that was read of it as JSON.

    Nothing is added to the text, but a line break on a terminal. Nothing is stored.
    """
    document = reading.read(file, asked=reading.Asked(encoding, whole)).document
    text = json.dumps(asdict(document), ensure_ascii=False, indent=1) + "\n" if as_json else document.text
    if not as_json and sys.stdout.isatty():
        text += "\n"
    binary_output().write(text.encode())


@click.command(epilog=ARTICLE_HELP)
@library_option
@article_argument
@click.option(
    *("-o", "--out"),
    type=click.File("wb", atomic=True),
    default="-",
    metavar="FILE",
    help="The file to write; without it, standard output.",
)
def original(article: str, out: BinaryIO) -> None:
    """Write the very bytes of the file that the newest version of an article was read from."""
    with opened() as library:
        out.write(library.original(library.find(article).version))
