"""Cells that a spreadsheet neither runs nor refuses.

A cell that begins like a formula gets a leading `'`, also where quotation marks, separators or line breaks stand before
the sign: a program that takes them for its own begins a cell right there. Within a cell nothing is changed: it is the
article's text. What OWASP lists as triggers (CSV Injection), with the full-width signs that spreadsheets fold.
"""

import re
from collections.abc import Sequence

LONGEST = 32_767
"""Characters that Excel keeps of a cell, counted in UTF-16 units (Microsoft, "Excel specifications and limits")."""

_GUARDED = re.compile(r"""["',;|\n]*[=+\-@＝＋－＠\t\r]""")
_SUSPECT = frozenset("\"',;|=+-@＝＋－＠\t\r\n")


def safe(column: Sequence[str]) -> tuple[Sequence[str], int]:
    """These cells guarded, those that no spreadsheet takes whole cut with “…”; and how many were cut.

    By the column, since most hold few different cells and nothing to guard: to look at each one takes twice as long.
    """
    odd = {cell: _safe(cell) for cell in set(column) if cell[:1] in _SUSPECT or 2 * len(cell) > LONGEST}
    if not odd:
        return column, 0
    cut = {cell for cell in odd if 2 * len(cell) > LONGEST and not _fits(guard(cell))}
    return [odd.get(cell, cell) for cell in column], sum(cell in cut for cell in column) if cut else 0


def guard(cell: str) -> str:
    """The cell with `'` before it, where a spreadsheet might run it. `unguard` takes it off again."""
    return f"'{cell}" if _GUARDED.match(cell) else cell


def unguard(cell: str) -> str:
    """The cell as it was before `guard`."""
    return cell[1:] if cell[:1] == "'" and _GUARDED.match(cell, 1) else cell


def _fits(cell: str) -> bool:
    """Whether a spreadsheet takes the whole cell."""
    return 2 * len(cell) <= LONGEST or len(cell) + sum(c > "\uffff" for c in cell) <= LONGEST


def _safe(cell: str) -> str:
    cell = guard(cell)
    if _fits(cell):
        return cell
    kept = cell.encode("utf-16-le")[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore")
    return f"{kept}…"
