"""CSV: one row per annotation, people's columns first, the machine's last.

RFC 4180 with every cell quoted, and a BOM, since spreadsheets guess wrong without one. A cell that a spreadsheet would
run gets a leading apostrophe, and one that it cannot hold is cut (`cells`); `Options.raw` writes the very words.

A line is one `%` of a template that holds the columns without data already; csv.writer alone would take as long as
everything here together.
"""

from collections.abc import Generator, Iterable, Sequence
from typing import BinaryIO

from annotator.exporting import cells
from annotator.exporting.columns import COLUMNS, FILLED, NUMBERS, values
from annotator.exporting.options import Options
from annotator.exporting.records import Record

_BOM = "\ufeff"
_TEXTS = tuple(place for place, name in enumerate(FILLED) if name not in NUMBERS)


def write(pages: Iterable[list[Record]], file: BinaryIO, options: Options) -> Generator[int, None, int]:
    """Write the pages, saying after each how many records it had; returns how many cells were cut."""
    between = f'"{options.delimiter}"'
    template = between.join("%s" if name in FILLED else "" for name in COLUMNS)
    line, cut = f'"{template}"\r\n', 0
    file.write(f'{_BOM}"{between.join(COLUMNS)}"\r\n'.encode())
    for page in pages:
        columns: list[Sequence[str]] = list(zip(*map(values, page), strict=True))
        for place in _TEXTS:
            if not options.raw:
                columns[place], shortened = cells.safe(columns[place])
                cut += shortened
            columns[place] = _doubled(columns[place])
        file.write("".join([line % row for row in zip(*columns, strict=True)]).encode())
        yield len(page)
    return cut


def _doubled(column: Sequence[str]) -> Sequence[str]:
    """The cells as they stand between two quotation marks."""
    return [cell.replace('"', '""') for cell in column] if '"' in "".join(column) else column
