"""Search as one types: against the least that can be, reading the 50 annotations that it shows, and against LIKE.

The second part has the library of the design, 1,000 stories with 200,000 annotations: every key of words that are typed
letter by letter. What the palette adds to a search of its own (stories, this story's annotations) is a row too.
"""

import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import cycle
from pathlib import Path

from harness import Row, compared, pairs, row

from annotator import editing
from annotator.ids import new_id
from annotator.library import Library
from annotator.model.edits import Verb
from annotator.model.words import Kind
from annotator.text.titles import Titles
from tests.shelf import Shelf

_WORDS = 5_000
_TYPED = (3, 20, 90, 400, 1_500)
"""The places of words in their order of frequency: from what stands in every fourth annotation to a rare one."""
_ARTICLES, _MOST_ARTICLES, _ANNOTATIONS = 100, 1_000, 200
"""Of these so many in each."""


def rows(quick: bool) -> Iterator[Row]:
    """From the words to the first 50 hits with what stands around them; a short beginning has the most to merge."""
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder, "library.db"), annotator="you") as library:
        words = _fill(library, _ARTICLES // 5 if quick else _ARTICLES)
        ids = [hit.annotation for hit in library.search(words[3]) if hit.annotation]

        def floor() -> None:
            for one in ids:
                library.annotation(one)

        for name, typed in (("a letter", words[3][:1]), ("a word", words[3]), ("two words", f"{words[3]} {words[9]}")):
            measured = list(pairs(floor, partial(library.search, typed), 100, time.process_time))
            yield row(f"search: {name} to 50 hits : reading 50 annotations", at_most=2.0, **compared(measured))
    yield from _as_typed(_MOST_ARTICLES // 20 if quick else _MOST_ARTICLES)


def _as_typed(stories: int) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder, "library.db"), annotator="you") as library:
        words = _fill(library, stories)
        typed = [words[place][: length + 1] for place in _TYPED for length in range(len(words[place]))]
        with closing(sqlite3.connect(":memory:")) as peer:
            peer.execute("CREATE TABLE kept (words TEXT)")
            for article in library.articles():
                peer.executemany(
                    "INSERT INTO kept VALUES (?)", ((a.words,) for a in library.annotations(article.version))
                )
            keys = cycle(typed)
            like = "SELECT rowid, words FROM kept WHERE words LIKE ? ORDER BY rowid DESC"
            measured = list(
                pairs(
                    lambda: peer.execute(like, (f"%{next(keys)}%",)).fetchall(),
                    cycled(library.search, typed),
                    4 * len(typed),
                    time.process_time,
                )
            )
        many = f"{stories * _ANNOTATIONS:,}"
        yield row(
            f"search: a key typed, {many} annotations : LIKE over all",
            at_most=0.1 if stories == _MOST_ARTICLES else 1.0,
            **compared(measured),
        )
        yield _palette(library, typed, many)


def _palette(library: Library, typed: list[str], many: str) -> Row:
    """All that the palette asks at a key but for the actions, against the search of the library alone."""
    articles = library.articles()
    stories = Titles(articles, lambda article: (article.title, article.publisher, article.file_name))
    marks = [(a.words, a.note, *a.tags) for a in library.annotations(articles[0].version)]
    here = Titles(marks, lambda names: names, scattered=False)

    def ask(letters: str) -> None:
        stories.best(letters, 8)
        here.best(letters, 8)
        library.search(letters)

    measured = list(pairs(cycled(library.search, typed), cycled(ask, typed), 4 * len(typed), time.process_time))
    return row(f"palette: a key typed, {many} annotations : search alone", at_most=2.5, **compared(measured))


def cycled(work: Callable[[str], object], words: list[str]) -> Callable[[], object]:
    """The same work, with the next of these words at each call."""
    following = cycle(words)
    return lambda: work(next(following))


def _fill(library: Library, articles: int) -> list[str]:
    """Stories of made-up words, the first of which are as frequent as those of a language; the words."""
    dice, shelf = random.Random(1), Shelf(library)
    words = ["".join(dice.choices("abcdefghijklmnoprstuvwz", k=dice.randint(3, 9))) for _ in range(_WORDS)]
    weights = [1 / (place + 1) for place in range(_WORDS)]
    for number in range(articles):
        text = "\n\n".join(" ".join(dice.choices(words, weights, k=60)) for _ in range(15))
        version = shelf.add(text, name=f"{number}.txt").id
        places = dice.sample(range(len(text) - 90), _ANNOTATIONS)
        edits = [editing.annotate(text, version, Kind.CLAIM, [(at, at + 80)], new_id) for at in places]
        library.apply(editing.together(Verb.ANNOTATE, edits))
    return words
