"""Search as one types against the least that can be: reading the 50 annotations that it shows, each by its id."""

import random
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from harness import Row, compared, pairs, row

from annotator import editing
from annotator.ids import new_id
from annotator.library import Library
from annotator.model.edits import Verb
from annotator.model.words import Kind
from tests.shelf import Shelf

_WORDS = 5_000
_ARTICLES, _ANNOTATIONS = 100, 200
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
