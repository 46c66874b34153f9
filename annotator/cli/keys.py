"""The keys, as they are now: on the screen, for programs, and on paper."""

import json
import sys
from pathlib import Path

import click

from annotator.cli.options import json_option, library_option
from annotator.cli.output import say
from annotator.cli.window import load
from annotator.ui.actions import ACTIONS
from annotator.ui.bindings import Keys, bound


@click.command()
@library_option  # as every command; keys are the same for all libraries
@json_option
@click.option("--pdf", type=click.Path(path_type=Path), metavar="FILE", help="Write the list to print, one page of A4.")
def keys(as_json: bool, pdf: Path | None) -> None:
    """List the keys, with what was changed of them: action, menu, words, keys, and “changed” where they were."""
    now = bound(load("annotator.ui.settings").Settings().keys)
    if pdf:
        _write(pdf, now)
        return
    for row in ACTIONS:
        mine, changed = now[row.id], now[row.id] != row.keys
        if as_json:
            told = {"id": row.id, "menu": row.menu, "text": row.text, "keys": mine, "changed": changed}
            say(json.dumps(told, ensure_ascii=False))
        else:
            say(row.id, row.menu, row.text, " ".join(mine), "changed" if changed else "")


def _write(path: Path, now: Keys) -> None:
    """Paint the list without a screen."""
    from annotator.ui import display

    if sys.platform not in ("win32", "darwin"):
        display.do_without()
    app = load("PySide6.QtGui").QGuiApplication(["annotator"])
    load("annotator.ui.dialogs.keys_paper").write_pdf(path, now)
    del app
