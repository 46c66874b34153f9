"""The CSV of a large library against csv.writer, which has its rows in memory already; and the memory it takes."""

import csv
import resource
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from corpus import marks, story
from harness import Row, compared, measured_apart, pairs, row

from annotator import editing, exporting
from annotator.ids import new_id
from annotator.library import Library
from annotator.model.edits import Change, Edit, Verb
from tests.shelf import Shelf

_EACH = 200
"""Annotations an article, of 9,000 characters."""


def rows(quick: bool) -> Iterator[Row]:
    """Time and memory."""
    size = 20_000 if quick else 200_000
    with tempfile.TemporaryDirectory() as folder:
        large, small = (_library(Path(folder, f"{size}.db"), size) for size in (size, size // 10))
        yield row(
            f"export: CSV of {size:,} annotations : csv.writer over tuples in memory",
            at_most=1.6,
            **_compare(large, 5 if quick else 7),
        )
        more, less = _peak(large), _peak(small)
        yield row(f"export: memory for {size:,} : for {size // 10:,}", more / less, 1.25, mb=more, floor_mb=less)


def _library(path: Path, size: int) -> Path:
    text = story(9_000)
    with Library(path, annotator="you") as library:
        shelf = Shelf(library)
        made = [
            replace(edit.changes[0].after, note="compare with the full interview" if n % 5 == 0 else "")
            for n, mark in enumerate(marks(_EACH, text))
            for edit in [editing.annotate(text, "", mark.kind, [(mark.start, mark.end)], new_id)]
        ]
        for nth in range(size // _EACH):
            version = shelf.add(text, name=f"article-{nth}.txt", title=f"Article {nth}").id
            changes = (Change(None, replace(one, id=new_id(), version=version)) for one in made)
            library.apply(Edit(Verb.ANNOTATE, tuple(changes)))
    return path


def _export(library: Library, target: Path) -> None:
    for _ in exporting.export(library, library.articles(), exporting.exporter("csv"), target):
        pass


def _compare(path: Path, rounds: int) -> dict[str, float]:
    target = path.with_suffix(".csv")
    with Library(path, annotator="you") as library:
        _export(library, target)
        with target.open(encoding="utf-8-sig", newline="") as file:
            table = [tuple(cells) for cells in csv.reader(file)]

        def floor() -> None:
            with target.with_suffix(".floor").open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file, quoting=csv.QUOTE_ALL).writerows(table)

        found = compared(pairs(floor, lambda: _export(library, target), rounds))
    assert target.read_bytes() == target.with_suffix(".floor").read_bytes()
    return found


def _peak(path: Path) -> float:
    """MB that a process of its own has at most while it exports."""
    return measured_apart("bench_export", "measure", str(path))


def measure(path: str) -> float:
    """What `_peak` asks for, in the process of its own."""
    with Library(Path(path), annotator="you") as library:
        _export(library, Path(path).with_suffix(".csv"))
    return _most_memory()


def _most_memory() -> float:
    """MB that this process had at most. On Linux not from getrusage, which counts what its parent had, too."""
    status = Path("/proc/self/status")
    if not status.exists():
        return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20), 1)
    most = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return round(int(most.split()[1]) / 1024, 1)
