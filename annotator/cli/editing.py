"""What changes annotations. An id is printed when what it names is on disk."""

from collections.abc import Iterable

import click

from annotator import editing
from annotator.cli.items import BadItem, Item, items
from annotator.cli.options import ARTICLE_HELP, article_argument, library_option, opened
from annotator.cli.output import complain, say
from annotator.ids import new_id
from annotator.library import Entry, Library
from annotator.model.annotations import Annotation
from annotator.model.edits import Verb
from annotator.model.words import Kind, Status

_NOTHING_DONE = 1
"""So that `while annotator undo; do :; done` comes to an end."""


@click.command(epilog=ARTICLE_HELP)
@library_option
@article_argument
@click.option("--kind", type=click.Choice([str(kind) for kind in Kind]))
@click.option("--start", type=int, metavar="N", help="The first character, counted from 0 in code points.")
@click.option("--end", type=int, metavar="M", help="Behind the last character.")
@click.option("--note", default="", help="A note on it.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="A tag on it; may be said again for more.")
@click.option("--status", type=click.Choice([str(status) for status in Status]), default=str(Status.UNCHECKED))
@click.option(
    "--from", "listed", metavar="FILE", help="A JSON list of such annotations instead; “-” is standard input."
)
def annotate(
    article: str,
    kind: str | None,
    start: int | None,
    end: int | None,
    note: str,
    tags: tuple[str, ...],
    status: str,
    listed: str | None,
) -> None:
    """Mark words of an article as a claim, a quote or a source, and print the new annotation's id.

    What is marked already is not marked twice: its id is printed. A list is one edit: all of it or nothing. Each of its
    objects has kind, start and end (or spans: a list of [start, end]), and may have note, status and tags (a list).
    """
    single = (kind, start, end)
    if listed:
        if any(part is not None for part in single):
            raise click.UsageError("--from brings its own --kind, --start and --end; leave them out.")
        wanted = items(_read(listed))
    elif kind is None or start is None or end is None:
        raise click.UsageError("Say --kind, --start and --end, or --from.")
    else:
        wanted = [Item(kind=Kind(kind), ranges=((start, end),), note=note, tags=tags, status=Status(status))]
    with opened() as library:
        ids = _annotate(library, library.find(article).version, wanted)
    for found in ids:
        say(found)


def _read(listed: str) -> str:
    try:
        with click.open_file(listed, "rb") as file:
            words: bytes = file.read()
            return words.decode("utf-8-sig")
    except OSError as error:
        raise BadItem(f"“{listed}” cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise BadItem(f"“{listed}” is not UTF-8; save the list in that encoding.") from error


def _annotate(library: Library, version: str, wanted: Iterable[Item]) -> list[str]:
    """Mark them in one edit; the id of each, in their order, also of those that were there."""
    text = library.text(version)
    ids = {_identity(known): known.id for known in library.annotations(version)}
    edits, found = [], []
    for item in wanted:
        edit = editing.annotate(
            text, version, item.kind, item.ranges, new_id, status=item.status, note=item.note, tags=item.tags
        )
        made = edit.changes[0].after
        assert isinstance(made, Annotation)
        if _identity(made) not in ids:
            ids[_identity(made)] = made.id
            edits.append(edit)
        found.append(ids[_identity(made)])
    if edits:
        library.apply(editing.together(Verb.ANNOTATE, edits))
    return found


def _identity(annotation: Annotation) -> tuple[object, ...]:
    return (annotation.kind, annotation.ranges)


@click.command()
@library_option
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
def remove(ids: tuple[str, ...]) -> None:
    """Take annotations away, all in one edit; undo brings them back."""
    with opened() as library:
        library.apply(editing.remove([library.annotation(one) for one in dict.fromkeys(ids)]))


@click.command()
@library_option
@click.option("--to", "number", type=int, metavar="N", help="Take back all your edits after number N of the history.")
def undo(number: int | None) -> int:
    """Take back your newest edit, and print what it was; exits with 1 where there is nothing to undo."""
    if number is not None:
        return _undo_to(number)
    with opened() as library:
        entry = library.undoable()
        library.undo()
    return _told("undone", "undo", entry)


def _undo_to(number: int) -> int:
    with opened() as library:
        found = library.undoable()
        if found is None or found.n <= number:
            return _told("undone", "undo", None)
        for done in library.undo_to(number):
            say("undone", done.edit.verb, done.undoes)
    return 0


@click.command()
@library_option
def redo() -> int:
    """Do again what was undone last, and print what it is; exits with 1 where there is nothing to redo."""
    with opened() as library:
        entry = library.redoable()
        library.redo()
    return _told("redone", "redo", entry)


def _told(done: str, step: str, entry: Entry | None) -> int:
    if entry is None:
        complain(f"There is nothing to {step}.")
        return _NOTHING_DONE
    say(done, entry.verb, entry.detail, entry.count)
    return 0
