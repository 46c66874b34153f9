"""JSON: a list with one object per annotation, its keys named as the CSV's columns.

The words are as they are, numbers are numbers, columns without data are empty text. One object a line, in UTF-8.
"""

import json
from collections.abc import Generator, Iterable
from typing import BinaryIO

from annotator.exporting.columns import COLUMNS, FILLED, values
from annotator.exporting.options import Options
from annotator.exporting.records import Record


def write(pages: Iterable[list[Record]], file: BinaryIO, _options: Options) -> Generator[int, None, int]:
    """Write the pages, saying after each how many records it had; nothing is ever cut: returns 0."""
    before = "[\n"
    for page in pages:
        for record in page:
            file.write(f"{before}{_object(record)}".encode())
            before = ",\n"
        yield len(page)
    file.write(b"[]\n" if before == "[\n" else b"\n]\n")
    return 0


def _object(record: Record) -> str:
    named = dict.fromkeys(COLUMNS, "") | dict(zip(FILLED, values(record), strict=True))
    return json.dumps(named, ensure_ascii=False)
