"""What is in the library and what was done to it: search and history."""

import json
from collections.abc import Iterator

import click

from annotator.cli.options import ARTICLE_HELP, json_option, library_option, opened
from annotator.cli.output import say
from annotator.library import Act, Hit, Library

_PAGE = 200


@click.command()
@library_option
@json_option
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")
def search(words: tuple[str, ...], as_json: bool, limit: int) -> None:
    """Find words in annotations, notes, tags, texts and titles: article, what, place, and the words around.

    All words must be there, by their beginnings; put “quotation marks” around words that stand together. The
    newest come first.
    """
    with opened() as library:
        found = library.search(" ".join(words), limit)
    if as_json:
        say(json.dumps([hit._asdict() for hit in found], ensure_ascii=False))
    else:
        for hit in found:
            say(*_line(hit))


def _line(hit: Hit) -> tuple[object, ...]:
    what = hit.annotation or ("text" if hit.end else "title")
    return (hit.title, what, f"{hit.start}-{hit.end}", f"{hit.before}{hit.words}{hit.after}")


@click.command(epilog=ARTICLE_HELP)
@library_option
@json_option
@click.argument("article", required=False)
def history(article: str | None, as_json: bool) -> None:
    """List what was done, the newest first: number, time, who, what, how many, article, and “undone” where it was."""
    with opened() as library:
        meant = library.find(article).id if article else None
        for act in _acts(library):
            if meant in (None, act.article):
                say(json.dumps(_told(act), ensure_ascii=False)) if as_json else say(*_told(act).values())


def _acts(library: Library) -> Iterator[Act]:
    page = library.acts(_PAGE)
    while page:
        yield from page
        page = library.acts(_PAGE, page[-1].entry.n)


def _told(act: Act) -> dict[str, object]:
    entry = act.entry
    return {
        "n": entry.n,
        "at": entry.at,
        "annotator": act.annotator,
        "verb": entry.verb,
        "detail": entry.detail,
        "count": entry.count,
        "article": act.title,
        "state": "" if act.in_force else "undone",
    }
