"""The window at work: a picture of it, and a tour."""

import re
from pathlib import Path

import click

from annotator.cli.options import ARTICLE_HELP, library_option, named_library

_THEMES = ("light", "dark")
_LARGEST = 8_000
"""Pixels a side: a picture of twice that would take a gigabyte of memory."""


def _size(_context: click.Context, _parameter: click.Parameter, words: str) -> tuple[int, int]:
    """Two numbers of `1440x900`."""
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})", words)
    if not found or max(size := (int(found[1]), int(found[2]))) > _LARGEST:
        raise click.BadParameter(f"“{words}” is no size; say it as 1440x900.")
    return size


@click.command(epilog=ARTICLE_HELP)
@library_option
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="PNG", help="The picture to write.")
@click.option("--theme", type=click.Choice(_THEMES), default=_THEMES[0], show_default=True)
@click.option("--scale", type=click.FloatRange(0.5, 4), default=1.0, show_default=True, help="Pixels for each pixel.")
@click.option("--size", callback=_size, default="1440x900", show_default=True, metavar="WIDTHxHEIGHT")
@click.option("--article", default="", help="The article to show.")
def screenshot(out: Path, theme: str, scale: float, size: tuple[int, int], article: str) -> int:
    """Write a picture of the window."""
    from annotator.cli.window import load

    shooting = load("annotator.ui.shooting")
    code: int = shooting.screenshot(out, library=named_library(), theme=theme, scale=scale, size=size, article=article)
    return code


@click.command()
@library_option
@click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Where its files go; else a new folder.")
def tour(out: Path | None) -> int:
    """Do the whole job once in the real window, on a sample: shows what there is, and that it works here.

    It has a library of its own in the folder; yours stays as it is.
    """
    from annotator.cli.window import check_screen, load
    from annotator.ui import display

    if display.is_there():
        check_screen()
    code: int = load("annotator.ui.touring").tour(out)
    return code
