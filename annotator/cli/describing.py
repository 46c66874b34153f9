"""What is known of an article besides its text."""

import json
from dataclasses import asdict, fields

import click

from annotator import editing
from annotator.cli.options import json_option, library_option, opened
from annotator.cli.output import say
from annotator.model.documents import Article

_FIELDS = tuple(field.name for field in fields(Article) if field.name != "id")


@click.command()
@library_option
@json_option
@click.argument("article")
@click.argument("said", nargs=-1, metavar="[FIELD=VALUE]...")
def describe(article: str, said: tuple[str, ...], as_json: bool) -> None:
    """Print what is known of an article, having changed in one edit what FIELD=VALUE say.

    An empty VALUE empties the field; only the title cannot be empty.
    """
    told = dict(map(_parted, said))
    with opened() as library:
        found = library.article(library.find(article).id)
        if edit := editing.describe_article(found, told):
            library.apply(edit)
        known = asdict(library.article(found.id))
    if as_json:
        print(json.dumps(known, ensure_ascii=False, indent=1))  # noqa: T201
    else:
        for name in _FIELDS:
            say(name, known[name])


def _parted(word: str) -> tuple[str, str]:
    name, equals, value = word.partition("=")
    if not equals or name not in _FIELDS:
        raise click.UsageError(f"“{word}” is no FIELD=VALUE; the fields are {', '.join(_FIELDS)}.")
    return name, value
