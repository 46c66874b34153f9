"""Galley: paragraphs as word processors nest them, laid one after another into a manuscript.

Paragraphs stand in paragraphs (text boxes), in cells of tables (a row becomes one passage, its cells apart by tabs) and
in notes, which wait for the end of the text.
"""

import re
from collections.abc import Iterable

from annotator.model.words import Role
from annotator.reading.manuscript import Manuscript

_ROLES = (
    ("heading", Role.HEADING),
    ("title", Role.HEADING),
    ("caption", Role.CAPTION),
    ("quot", Role.QUOTATION),
    ("list bullet", Role.LIST_ITEM),
    ("list number", Role.LIST_ITEM),
)

_HYPERLINK = re.compile(r'\bHYPERLINK\s+"(https?://[^"]+)"')

_Runs = list[tuple[str, str]]
"""Words, each stretch with the address it leads to, or ""."""


def role_named(style: str) -> Role | None:
    """What paragraphs are whose style has this English name, if the name says it."""
    return next((role for words, role in _ROLES if words in style.lower()), None)


def link_of(field: str) -> str:
    """The address on the web that a field of Word leads to, if it leads to one."""
    found = _HYPERLINK.search(field)
    return found[1] if found else ""


def on_comments(count: int) -> tuple[str, ...]:
    """What to tell the user of the comments in a file: they are no part of the article."""
    words = "1 comment beside the text was" if count == 1 else f"{count:,} comments beside the text were"
    return (f"{words} left out.",) if count else ()


def tell_margins(out: Manuscript, margins: Iterable[str], *, whole: bool) -> None:
    """What stands above or below each page is told once, and is no part of the article unless the `whole` is wanted.

    What only numbers the pages is nothing.
    """
    for words in dict.fromkeys(margins):
        if not any(map(str.isalpha, words)):
            continue
        if not whole:
            out.leave_out(words)
            continue
        for passage in words.split("\n"):
            out.write(passage)
            out.end()


class Galley:
    """Where a reader of a word processor's file puts what it hears."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._out = manuscript
        self._open: list[tuple[_Runs, Role]] = []
        self._rows: list[_Runs] = []
        self._notes: list[tuple[_Runs, Role]] = []
        self._goes_on = False
        self.in_note = False

    @property
    def in_paragraph(self) -> bool:
        """Whether words may come."""
        return bool(self._open)

    @property
    def role(self) -> Role:
        """What the open paragraph is."""
        return self._open[-1][1]

    @role.setter
    def role(self, role: Role) -> None:
        self._open[-1] = self._open[-1][0], role

    def open_paragraph(self, role: Role = Role.PARAGRAPH) -> None:
        """A paragraph begins, perhaps inside another; or the open one goes on, and is what this one says."""
        if self._goes_on:
            self.role = role
        else:
            self._open.append(([], role))
        self._goes_on = False

    def say(self, words: str, link: str = "") -> None:
        """Put words into the open paragraph; where none is open they are lost, as the word processor loses them."""
        if self._open:
            self._open[-1][0].append((words, link))

    def close_paragraph(self, *, deleted: bool = False) -> None:
        """The paragraph that was opened last ends; where its end is `deleted` the next one goes on with it."""
        self._goes_on = deleted and self.in_paragraph
        if self._goes_on or not self._open:
            return
        runs, role = self._open.pop()
        if self.in_note:
            self._notes.append((runs, role))
        elif self._rows:
            row = self._rows[-1]
            row += [*([(" ", "")] if row and row[-1][0] != "\t" else []), *runs]
        else:
            self._write(runs, role)

    def open_row(self) -> None:
        """A row of a table begins, perhaps inside another's cell."""
        self._rows.append([])

    def close_cell(self) -> None:
        """A cell of the row ends."""
        self._stop()
        if self._rows:
            self._rows[-1].append(("\t", ""))

    def close_row(self) -> None:
        """The row ends; one inside a cell becomes words of that cell."""
        self._stop()
        if not self._rows:
            return
        runs = self._rows.pop()
        if self._rows:
            self._rows[-1] += [(words.replace("\t", " "), link) for words, link in runs]
        else:
            self._write(runs, Role.TABLE_ROW)

    def finish(self) -> None:
        """Write what is still open, and the notes."""
        while self._open:
            self.close_paragraph()
        while self._rows:
            self.close_row()
        for runs, role in self._notes:
            self._write(runs, role)
        self._notes = []

    def _stop(self) -> None:
        if self._goes_on:
            self.close_paragraph()

    def _write(self, runs: _Runs, role: Role) -> None:
        for words, link in runs:
            self._out.write(words, link)
        self._out.end(role)
