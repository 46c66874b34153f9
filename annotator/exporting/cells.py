"""Cells that a spreadsheet neither runs nor refuses.

A cell that begins like a formula gets a leading `'`, also where quotation marks or separators stand before the sign:
a program that takes them for its own begins a cell right there. Within a cell nothing is changed: it is the article's
text. What OWASP lists as triggers (CSV Injection), with the full-width signs that spreadsheets fold.
"""

import re
from collections.abc import Sequence

LONGEST = 32_767
"""Characters that Excel keeps of a cell, counted in UTF-16 units (Microsoft, "Excel specifications and limits")."""

_GUARDED = re.compile(r"""["',;|]*[=+\-@＝＋－＠\t\r\n]""")
_SUSPECT = frozenset("\"',;|=+-@＝＋－＠\t\r\n")


def all_plain(cells: Sequence[str]) -> bool:
    """Whether a spreadsheet shows each of these cells (at least one) as it is; wrong only on the side of caution.

    A set of first characters costs a quarter of a look at each cell.
    """
    return 2 * max(map(len, cells)) <= LONGEST and _SUSPECT.isdisjoint({cell[:1] for cell in cells})


def safe(cell: str) -> str:
    """The cell guarded, and cut with “…” where a spreadsheet does not take all of it."""
    return _cut(guard(cell))


def guard(cell: str) -> str:
    """The cell with `'` before it, where a spreadsheet might run it. `unguard` takes it off again."""
    return f"'{cell}" if _GUARDED.match(cell) else cell


def unguard(cell: str) -> str:
    """The cell as it was before `guard`."""
    return cell[1:] if cell[:1] == "'" and _GUARDED.match(cell, 1) else cell


def fits(cell: str) -> bool:
    """Whether a spreadsheet takes the whole cell."""
    return 2 * len(cell) <= LONGEST or len(cell) + sum(c > "\uffff" for c in cell) <= LONGEST


def _cut(cell: str) -> str:
    if fits(cell):
        return cell
    kept = cell.encode("utf-16-le")[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore")
    return f"{kept}…"
