"""One edit on disk against the least that can be: 4 KiB written to a file, and fsync.

Wall time, since waiting for the disk is no CPU time; in turn, since a disk has good and bad moments.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from corpus import story
from harness import Row, compared, pairs, row

from annotator import marking
from annotator.ids import new_id
from annotator.library import Library
from annotator.model.words import Kind
from tests.shelf import Shelf

_PAGE = b"x" * 4096
_EDITS = 1000
"""A long day's work. The first 150 or so let the log file grow, which costs the disk more than writing in it again."""


def rows(quick: bool) -> Iterator[Row]:
    """From the press of a key, with the words selected, to the row and the log on disk."""
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder, "library.db"), annotator="you") as library:
        version = Shelf(library).add(story(9_000))
        text, places = library.text(version.id), count(0, 7)

        def press() -> None:
            start = next(places)
            selection = (start, start + 40)
            edit = marking.press(Kind.CLAIM, text, version.id, new_id, selection=selection, caret=start, here=())
            library.apply(edit)

        with Path(folder, "floor").open("wb", buffering=0) as file:

            def floor() -> None:
                file.write(_PAGE)
                os.fsync(file.fileno())

            measured = list(pairs(floor, press, _EDITS, time.perf_counter))
    yield row(
        "storage: key press to row and log on disk : 4 KiB and fsync",
        at_most=2.0,
        **compared(measured),
        first_100=round(compared(measured[:100])["ratio"], 3),
    )
