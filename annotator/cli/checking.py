"""Whether the library is whole."""

import click

from annotator.cli.options import library_option, opened
from annotator.cli.output import say


@click.command()
@library_option
def check() -> int:
    """Look at every byte of the library: prints “whole”, or a line for each problem (and exits with 1)."""
    found = False
    with opened() as library:
        for problem in library.problems():
            found = True
            say(problem)
    if not found:
        say("whole")
    return int(found)
