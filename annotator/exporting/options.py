"""How an export is to be written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`delimiter` parts the cells of a CSV; `raw` writes cells as they are, neither guarded nor cut."""

    delimiter: str = ","
    raw: bool = False


DELIMITERS = (",", ";")
"""The second one for spreadsheets of a locale with a decimal comma."""
