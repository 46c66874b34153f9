"""Word documents of 1997 to 2003 (.doc, .dot): what a reader of the accepted draft sees, its notes behind it.

By hand on olefile: nothing that reads them has wheels for every system. In a process of its own, since a hostile file
can ask for a lot.
"""

import re
from itertools import accumulate, pairwise

from annotator.model.documents import Document
from annotator.model.words import Role
from annotator.progress import Report
from annotator.reading.files import File
from annotator.reading.galley import Galley, link_of, on_comments, role_named
from annotator.reading.manuscript import Manuscript, Suggested
from annotator.reading.names import stem_title
from annotator.reading.ole import Ole
from annotator.reading.reader import Reader
from annotator.reading.sniffing import DOC, LOCKED, fits, kind_of
from annotator.reading.unreadable import Code, Refused
from annotator.reading.word97 import ENDS_ROW, IN_LIST, IN_TABLE, STYLE, Word97, fib_of

LIMIT = 100_000_000

_TOKEN = re.compile(r"[\r\x07\x0c\x13\x14\x15]|[^\r\x07\x0c\x13\x14\x15]+")
_CHARACTERS = {0x0B: "\n", 0x0E: "\n", 0x1E: "\u2011", **dict.fromkeys((*range(9), 0x1F), None)}
"""Breaks of lines and columns, the hyphen that does not break; marks of notes and pictures, and hyphens nobody sees."""


def _read(file: File, _report: Report) -> Document:
    if kind_of(file.data) is LOCKED:
        raise Refused(Code.PASSWORD)
    ole = Ole(file.data)
    main = ole.read("WordDocument")
    fib = fib_of(main)
    word = Word97(main, ole.read("1Table" if fib.in_table_1 else "0Table"), fib)
    manuscript = Manuscript()
    galley = Galley(manuscript)
    text = word.text()
    body, footnotes, _, _, _, endnotes, boxes = (range(*span) for span in pairwise(accumulate(fib.lengths, initial=0)))
    for part in (body, boxes, footnotes, endnotes):
        galley.in_note = part in (footnotes, endnotes)
        _Body(galley, word).tell(text, part)
    galley.finish()
    suggested = _suggested(ole, manuscript, file)
    return manuscript.document(READER.media_type, suggested, warnings=on_comments(word.comments))


def _suggested(ole: Ole, manuscript: Manuscript, file: File) -> Suggested:
    about = ole.about()
    title = manuscript.first_heading or about.title or stem_title(file.path)
    return Suggested(title=title, byline=about.author, date=about.date)


class _Field:
    """A field: what it is told to do, then what that came to."""

    def __init__(self) -> None:
        self.told = ""
        self.speaks = False

    @property
    def link(self) -> str:
        """The address that its words lead to."""
        return link_of(self.told)


class _Body:
    """One part of the text, as it is heard."""

    def __init__(self, galley: Galley, word: Word97) -> None:
        self._galley, self._word = galley, word
        self._fields: list[_Field] = []
        self._in_row = False

    def tell(self, text: str, part: range) -> None:
        """Tell of the characters of `part`, given as CP."""
        for found in _TOKEN.finditer(text, part.start, part.stop):
            self._hear(found[0], found.end() - 1)
        self._end_row()
        self._galley.close_paragraph()

    def _hear(self, heard: str, cp: int) -> None:
        if heard in "\r\x07\x0c":
            self._end(heard, self._word.paragraph(cp))
        elif heard == "\x13":
            self._fields.append(_Field())
        elif heard == "\x14":
            if self._fields:
                self._fields[-1].speaks = True
        elif heard == "\x15":
            if self._fields:
                self._fields.pop()
        else:
            self._say(heard)

    def _say(self, words: str) -> None:
        silent = next((field for field in self._fields if not field.speaks), None)
        if silent:
            silent.told += words
            return
        if not self._galley.in_paragraph:
            self._galley.open_paragraph()
        link = next((field.link for field in reversed(self._fields) if field.link), "")
        self._galley.say(_shown(words), link)

    def _end(self, mark: str, said: dict[int, int]) -> None:
        """A paragraph ends, or a cell with it, or a row."""
        if said.get(IN_TABLE) and not self._in_row:
            self._galley.open_row()
            self._in_row = True
        elif not said.get(IN_TABLE):
            self._end_row()
        if self._galley.in_paragraph:
            self._galley.role = self._role(said)
            self._galley.close_paragraph()
        if said.get(ENDS_ROW):
            self._end_row()
        elif mark == "\x07":
            self._galley.close_cell()

    def _end_row(self) -> None:
        if self._in_row:
            self._galley.close_row()
        self._in_row = False

    def _role(self, said: dict[int, int]) -> Role:
        named = next(filter(None, map(role_named, self._word.style_names(said.get(STYLE, 0)))), Role.PARAGRAPH)
        return Role.LIST_ITEM if named is Role.PARAGRAPH and said.get(IN_LIST) else named


def _shown(words: str) -> str:
    """What a reader sees of the words; pairs of units become one character."""
    return words.translate(_CHARACTERS).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


READER = Reader(
    "Word 97",
    "a Word document of 1997 to 2003",
    (".doc", ".dot"),
    "application/msword",
    1,
    LIMIT,
    fits(DOC, LOCKED),
    _read,
    apart=20,
)
