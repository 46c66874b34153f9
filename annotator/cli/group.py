"""`annotator`: the command that has all others below it."""

from collections.abc import Sequence
from importlib import import_module

import click

import annotator
from annotator.cli.ending import INTERRUPTED
from annotator.cli.options import library_option, named_library
from annotator.cli.table import COMMANDS


class Commands(click.Group):
    """The commands of the table, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Their names, in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name].partition(":")
        found: click.Command = getattr(import_module(f"annotator.cli.{module}"), function)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Words that are no command were files, had there not been options beside them."""
        if args[0] not in COMMANDS:
            ctx.fail(f"“{args[0]}” is no command; beside files, only --library is understood.")
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    subcommand_metavar="[FILE]... | COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Without a command: opens the window, and the files in it. A file named like a command is ./import.",
)
@library_option
@click.version_option(annotator.__version__, message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context) -> int:
    """Mark every claim, quote and source of a news story, check them, and hand the editor a CSV."""
    if context.invoked_subcommand is None:
        from annotator.cli.window import show

        return show((), named_library())
    return 0


def run(words: Sequence[str]) -> int:
    """Do what these words say; the exit code."""
    try:
        return commands.main(list(words), prog_name="annotator", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
