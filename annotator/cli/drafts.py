"""Drafts of an article: the next one, all there are, and the annotations that wait for a place in the newest."""

import json
from pathlib import Path

import click

from annotator import drafting, importing
from annotator.cli.options import ARTICLE_HELP, article_argument, json_option, library_option, opened
from annotator.cli.output import complain, say
from annotator.drafting import Draft
from annotator.library import Library
from annotator.model.annotations import Annotation
from annotator.model.documents import Version
from annotator.reading import read

_NOTHING_DONE = 1


@click.command(epilog=ARTICLE_HELP)
@library_option
@json_option
@article_argument
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
def draft(article: str, file: Path, as_json: bool) -> int:
    """Add a file as the next draft of an article, all in one edit; print its number and how the annotations fared.

    Those whose words are there again follow; those whose words were changed follow and are unchecked again; those whose
    words are not found wait at the older draft. Exits with 1 where the newest draft is that very file.
    """
    reading = read(file)
    with opened() as library:
        made = importing.drafting_of(library, library.find(article).id, reading)
        if made:
            library.apply(made.edit)
    if made is None:
        complain("This file is the newest draft already; nothing was added.")
        return _NOTHING_DONE
    _tell(made, as_json=as_json)
    return 0


def _tell(made: Draft, *, as_json: bool) -> None:
    vanished = [annotation.id for annotation in made.vanished]
    if as_json:
        told = {"version": made.version.id, "number": made.version.number}
        say(json.dumps({**told, "followed": made.followed, "changed": made.changed, "vanished": vanished}))
    else:
        fared = f"{made.followed} followed", f"{made.changed} changed", f"{len(vanished)} not found"
        say(f"draft {made.version.number}", *fared)


@click.command(epilog=ARTICLE_HELP)
@library_option
@json_option
@article_argument
def versions(article: str, as_json: bool) -> None:
    """List the drafts of an article, the first one first: number, time, file, annotations there.

    Those at an older draft wait: their words are not in a newer one.
    """
    with opened() as library:
        for version in library.versions(library.find(article).id):
            told = _described(version, sum(1 for _ in library.annotations(version.id)))
            say(json.dumps(told, ensure_ascii=False)) if as_json else say(*_line(told))


def _described(version: Version, annotations: int) -> dict[str, str | int]:
    return {
        "number": version.number,
        "imported_at": version.imported_at,
        "file": version.file_name,
        "annotations": annotations,
        "id": version.id,
        "sha256": version.sha256,
        "encoding": version.encoding,
    }


def _line(told: dict[str, str | int]) -> list[str | int]:
    return [told[name] for name in ("number", "imported_at", "file", "annotations")]


@click.command(epilog=ARTICLE_HELP)
@library_option
@json_option
@article_argument
def waiting(article: str, as_json: bool) -> None:
    """List the annotations whose words no newer draft has: id, kind, status, words; below each the best guesses.

    A guess is its number, how likely it is (of 100), its place, and the words there: “annotator take ID NUMBER”.
    """
    with opened() as library:
        found = library.find(article)
        text = library.text(found.version)
        for annotation in library.waiting(found.id):
            guesses = drafting.guesses(annotation, text)
            if as_json:
                say(json.dumps(_waits(annotation, guesses, text), ensure_ascii=False))
            else:
                say(annotation.id, annotation.kind, annotation.status, annotation.words)
                for number, guess in enumerate(guesses, 1):
                    say("", number, round(guess.score), f"{guess.start}-{guess.end}", text[guess.start : guess.end])


def _waits(annotation: Annotation, guesses: list[drafting.Guess], text: str) -> dict[str, object]:
    told = [{**guess._asdict(), "words": text[guess.start : guess.end]} for guess in guesses]
    return {"id": annotation.id, "kind": annotation.kind, "words": annotation.words, "guesses": told}


@click.command()
@library_option
@click.argument("annotation", metavar="ID")
@click.argument("number", type=click.IntRange(1, drafting.GUESSES), default=1, metavar="[NUMBER]")
def take(annotation: str, number: int) -> int:
    """Put an annotation that waits to its best guess, or to guess NUMBER, and print its words there.

    They are to be checked again. Exits with 1 where there is no such guess; “annotator remove” drops what waits.
    """
    with opened() as library:
        waits = library.annotation(annotation)
        newest = _newest(library, waits)
        text = library.text(newest)
        guesses = drafting.guesses(waits, text) if newest != waits.version else []
        if number > len(guesses):
            complain("There is no such guess; “annotator waiting” lists what there is.")
            return _NOTHING_DONE
        place = guesses[number - 1]
        library.apply(drafting.take(waits, newest, text, [(place.start, place.end)]))
        say(text[place.start : place.end])
    return 0


def _newest(library: Library, annotation: Annotation) -> str:
    return library.versions(library.version(annotation.version).article)[-1].id
