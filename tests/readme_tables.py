"""The README's tables, made from what the program itself is made from.

A table stands between `<!-- name -->` and `<!-- /name -->`. `pytest tests/unit/test_house.py --rewrite-golden` writes
them anew.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from annotator.cli.group import commands
from annotator.exporting import EXPORTERS
from annotator.reading import READERS
from annotator.ui.actions import ACTIONS, MENUS

README = Path(__file__).resolve().parents[1] / "README.md"


def keys() -> str:
    """Every action that has a key, menu by menu."""
    keyed = [action for menu in MENUS for action in ACTIONS if action.menu == menu and action.keys]
    return _table(
        ("Menu", "What", "Key"),
        ((a.menu, a.text.removesuffix("…"), " or ".join(f"<kbd>{key}</kbd>" for key in a.keys)) for a in keyed),
    )


def formats() -> str:
    """What can be opened."""
    return _table(("Format", "Files"), ((r.name, ", ".join(f"`{s}`" for s in r.suffixes)) for r in READERS))


def exports() -> str:
    """What can be written."""
    return _table(("Format", "Files"), ((e.name.upper(), f"`{e.suffix}`") for e in EXPORTERS))


def command_line() -> str:
    """Every command, in the words of its own help."""
    whole = click.Context(commands, info_name="annotator")
    found = [(name, commands.get_command(whole, name)) for name in commands.list_commands(whole)]
    return _table(("Command", "What it does"), ((_usage(name, c), _summary(c)) for name, c in found if c))


TABLES: dict[str, Callable[[], str]] = {
    "keys": keys,
    "formats": formats,
    "exports": exports,
    "commands": command_line,
}


def filled(readme: str) -> str:
    """The README with each of its tables as it must be."""
    for name, table in TABLES.items():
        begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        old = re.search(f"{begin}.*?{end}", readme, re.DOTALL)
        assert old, f"README.md has no {begin} … {end}"
        readme = readme.replace(old[0], f"{begin}\n{table()}\n{end}")
    return readme


def _usage(name: str, command: click.Command) -> str:
    arguments = command.collect_usage_pieces(click.Context(command, info_name=name))[1:]
    return f"`{' '.join([name, *arguments])}`"


def _summary(command: click.Command) -> str:
    return " ".join((command.help or "").split("\n\n")[0].split())


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)
