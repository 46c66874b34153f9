"""The window, or a command: each imported only when it is the one."""

import sys
from collections.abc import Sequence

from annotator.cli.ending import ending
from annotator.cli.output import use_utf8
from annotator.cli.table import CHILD, Bare, bare


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line says; the exit code."""
    said = sys.argv[1:] if words is None else list(words)
    if said == [CHILD]:
        from annotator import reading
        from annotator.reading.child import serve

        return serve(reading.READERS)
    use_utf8()
    return ending(lambda: _do(said, bare(said)))


def _do(said: Sequence[str], wanted: Bare | None) -> int:
    if wanted is None:
        from annotator.cli.group import run

        return run(said)
    from annotator.cli.window import show

    return show(wanted.files, wanted.library)


if __name__ == "__main__":
    sys.exit(main())
