from importlib import import_module
from pathlib import Path

import click
import pytest

from annotator.cli.table import COMMANDS, bare


def files(*names) -> tuple[Path, ...]:
    return tuple(map(Path, names))


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([], (files(), None)),
        (["a.txt", "b.txt"], (files("a.txt", "b.txt"), None)),
        (["--library", "x.db"], (files(), Path("x.db"))),
        (["--library=x.db", "a.txt"], (files("a.txt"), Path("x.db"))),
        (["a.txt", "--library", "x.db"], (files("a.txt"), Path("x.db"))),
        (["./import"], (files("import"), None)),
        (["a.txt", "import"], (files("a.txt", "import"), None)),
        (["--", "-rf --help.txt", "import"], (files("-rf --help.txt", "import"), None)),
    ],
)
def test_files_alone_are_the_windows(words, wanted):
    assert bare(words) == wanted


@pytest.mark.parametrize(
    "words",
    [
        ["import", "a.txt"],
        ["--library", "x.db", "check"],
        ["--help"],
        ["--library"],
        ["--library="],
        ["a.txt", "--theme"],
    ],
)
def test_all_else_is_for_click(words):
    assert bare(words) is None


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_where_the_table_says(name):
    module, _, function = COMMANDS[name].partition(":")

    assert getattr(import_module(f"annotator.cli.{module}"), function).name == name


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_takes_a_library_and_says_what_it_does(name):
    module, _, function = COMMANDS[name].partition(":")
    command: click.Command = getattr(import_module(f"annotator.cli.{module}"), function)

    assert (any("--library" in option.opts for option in command.params), bool(command.help)) == (True, True)
