"""The options that several commands share: the words of each in one place."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from annotator.cli.table import LIBRARY
from annotator.library import Library
from annotator.people import user_name
from annotator.places import library_path

_NAMED = "annotator.library"
_Command = TypeVar("_Command", bound=Callable[..., Any])


def _remember(context: click.Context, _parameter: click.Parameter, named: Path | None) -> None:
    """The last one said wins, whether it stands before the command or behind."""
    if named:
        context.meta[_NAMED] = named


def library_option(command: _Command) -> _Command:
    """`--library`, before or after the command's name; `opened` uses it."""
    return click.option(
        LIBRARY,
        type=click.Path(path_type=Path),
        metavar="PATH",
        help="The library to use instead of your own.",
        expose_value=False,
        callback=_remember,
    )(command)


def json_option(command: _Command) -> _Command:
    """`--json`: for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def article_argument(command: _Command) -> _Command:
    """ARTICLE: which one."""
    return click.argument("article", metavar="ARTICLE")(command)


def _encoding(_context: click.Context, _parameter: click.Parameter, name: str) -> str:
    from annotator.reading import encoding_named

    known = encoding_named(name)
    if name and not known:
        raise click.BadParameter(f"“{name}” is no encoding; utf-8, windows-1252, mac-roman or koi8-r are some.")
    return known


def asked_options(command: _Command) -> _Command:
    """`--encoding` and `--whole`: how a file is to be read; `Asked` takes both."""
    whole = click.option("--whole", is_flag=True, help="Read also what is left out of web pages, such as menus.")
    encoding = click.option(
        "--encoding", metavar="NAME", default="", callback=_encoding, help="Take texts to be in this encoding."
    )
    return encoding(whole(command))


ARTICLE_HELP = "ARTICLE is an id, its first characters, or a file name."


def named_library() -> Path | None:
    """The library that the user named with `--library`."""
    named: Path | None = click.get_current_context().meta.get(_NAMED)
    return named


@contextmanager
def opened(*, make: bool = False) -> Iterator[Library]:
    """The library that this command is about. The user's own is made where it is missing, a named one only on `make`.

    Raises LibraryError.
    """
    named = named_library()
    with Library(library_path(named), annotator=user_name(), create=make or named is None) as library:
        yield library
