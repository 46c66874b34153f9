"""What mends annotations: the window's verbs by id. An id is printed when what it names is on disk."""

from collections.abc import Callable

import click

from annotator import editing, mending
from annotator.cli.options import library_option, opened
from annotator.cli.output import say
from annotator.ids import new_id
from annotator.library import Library
from annotator.model.annotations import Annotation
from annotator.model.edits import Edit


@click.command()
@library_option
@click.argument("annotation", metavar="ID")
@click.argument("ranges", nargs=-1, required=True, type=int, metavar="START END...")
def respan(annotation: str, ranges: tuple[int, ...]) -> None:
    """Move an annotation to these characters, counted from 0 in code points; several pairs are its parts."""
    if len(ranges) % 2:
        raise click.UsageError("Give START and END of each part: this is an odd number of offsets.")
    pairs = list(zip(ranges[::2], ranges[1::2], strict=True))
    with opened() as library:
        _do(library, annotation, lambda one, text: editing.respan(one, text, pairs))


@click.command()
@library_option
@click.argument("annotation", metavar="ID")
@click.argument("start", type=int, metavar="OFFSET")
@click.argument("end", type=int, required=False, metavar="[END]")
def split(annotation: str, start: int, end: int | None) -> None:
    """Make two annotations of one, before and behind the offset, and print both ids; what is up to END is left out."""
    place = (start, start if end is None else end)
    with opened() as library:
        edit = _do(library, annotation, lambda one, text: mending.split(one, text, place, new_id))
    _say_ids(edit)


@click.command()
@library_option
@click.argument("ids", nargs=-1, required=True, metavar="ID ID...")
def join(ids: tuple[str, ...]) -> None:
    """Make one of several annotations of one kind, and print the id that stays: the first in the text."""
    with opened() as library:
        several = [library.annotation(one) for one in dict.fromkeys(ids)]
        edit = mending.join(several, library.text(several[0].version))
        library.apply(edit)
    _say_ids(edit)


@click.command()
@library_option
@click.argument("annotation", metavar="ID")
def identical(annotation: str) -> None:
    """Give its kind to every other place with the same words, in one edit, and print the new ids."""
    with opened() as library:
        known = library.annotations(library.annotation(annotation).version)
        edit = _do(library, annotation, lambda one, text: mending.identical(one, text, known, new_id))
    _say_ids(edit)


def _do(library: Library, annotation_id: str, make: Callable[[Annotation, str], Edit]) -> Edit:
    annotation = library.annotation(annotation_id)
    edit = make(annotation, library.text(annotation.version))
    if edit:
        library.apply(edit)
    return edit


def _say_ids(edit: Edit) -> None:
    for change in edit.changes:
        if change.after:
            say(change.record.id)
