"""Reading back what we write."""

import csv
import io
from pathlib import Path

from annotator.exporting import cells


def read_csv(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows of an exported CSV as they were in the library: its guards taken off."""
    return [{name: cells.unguard(cell) for name, cell in row.items()} for row in raw_csv(path, delimiter)]


def raw_csv(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows of a CSV as a spreadsheet gets them."""
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
