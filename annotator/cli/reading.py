"""What a file says, without a library."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from annotator import reading
from annotator.cli.options import asked_options, json_option, library_option
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
