"""Tags of annotations."""

import click

from annotator import editing
from annotator.cli.options import library_option, opened
from annotator.cli.output import say
from annotator.model.annotations import tidy
from annotator.model.edits import Verb


@click.command()
@library_option
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--add", "added", multiple=True, metavar="TAG", help="Put this tag on them; may be said again.")
@click.option("--remove", "removed", multiple=True, metavar="TAG", help="Take this tag off them; may be said again.")
def tag(ids: tuple[str, ...], added: tuple[str, ...], removed: tuple[str, ...]) -> None:
    """Change the tags of annotations in one edit, and print the tags of each."""
    gone = tidy(removed)
    with opened() as library:
        chosen = [library.annotation(one) for one in dict.fromkeys(ids)]
        wanted = [(a, [t for t in (*a.tags, *tidy(added)) if t not in gone]) for a in chosen]
        edit = editing.together(Verb.SET_TAGS, (editing.set_tags([a], tags) for a, tags in wanted))
        if edit:
            library.apply(edit)
        for a in chosen:
            say(a.id, *library.annotation(a.id).tags)
