"""Rich text (.rtf): what a reader of the accepted draft sees, its notes behind it.

By hand: striprtf reads every paragraph (measured), but no notes, no roles and no links, and glues table cells by “|”.
Deleted and hidden words, embedded objects, pictures, headers and footers are not in the text.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from annotator.model.documents import Document
from annotator.model.words import Role
from annotator.progress import Report
from annotator.reading.files import File
from annotator.reading.galley import Galley, on_comments
from annotator.reading.manuscript import Manuscript
from annotator.reading.names import stem_title
from annotator.reading.reader import Reader
from annotator.reading.rtf_tables import Fonts, Info, Styles
from annotator.reading.sniffing import RTF, fits

LIMIT = 100_000_000

_DEEP = 256
"""Groups in groups: word processors write a dozen."""

_BODY_LEVEL = 9
"""The outline level of text that is no heading."""

_REPORTED = 1 << 12
"""Tokens between two reports."""

_TOO_DEEP = "It is nested more deeply than word processors write: look whether words are missing."
_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\(.)|([{}])|([^\\{}\r\n\0]+)|[\r\n\0]+|\\", re.DOTALL
)
_LINK = re.compile(r'HYPERLINK\s+"(https?://[^"\s]{1,2000})"')

_UNSEEN = {
    *(
        "colortbl",
        "filetbl",
        "listtable",
        "listoverridetable",
        "revtbl",
        "rsidtbl",
        "template",
        "themedata",
        "datastore",
        "pgdsctbl",
        "private",
    ),
    *("header", "headerf", "headerl", "headerr", "footer", "footerf", "footerl", "footerr"),
    *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn"),
    *("pict", "nonshppict", "objdata", "sn", "sv", "shprslt", "mmathPict"),
    *("pntext", "listtext", "nonesttables", "xe", "tc", "rxe", "txe", "comment", "doccomm"),
}
_TABLES = frozenset({"fonttbl", "stylesheet", "info", "title", "author", "creatim", "fldinst"})
"""Groups whose words are not in the text, but say something about it; the three in the middle only inside `info`."""

_STARRED = frozenset({"fldinst", "shpinst", "do", "shptxt", "footnote"})
"""Groups that older programs shall skip, and that hold words."""

# fmt: off
_CHARACTERS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "nestcell": "\t", "nestrow": "\n", "bullet": "•", "emdash": "—",
    "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003",
    "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e",
    "rtlmark": "\u200f", "zwbo": "\u200b", "zwnbo": "\u2060",
}
# fmt: on
_SIGNS = {b"~": "\xa0", b"-": "\xad", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\"}


class _Look(NamedTuple):
    """What a group hands down to the groups in it, and takes back at its end."""

    place: str = ""
    """The special group that this is in; "" in the text, "-" where nothing is heard."""
    encoding: str = ""
    skip: int = 1
    hidden: bool = False
    deleted: bool = False
    link: str = ""
    note: bool = False
    in_row: bool = False
    style: int = 0
    outlined: bool = False
    listed: bool = False


_LOOKS: dict[str, Callable[[_Look, int | None], _Look]] = {
    "uc": lambda look, value: look._replace(skip=min(max(value or 0, 0), 9)),
    "v": lambda look, value: look._replace(hidden=value != 0),
    "deleted": lambda look, value: look._replace(deleted=value != 0),
    "pard": lambda look, _: look._replace(style=0, outlined=False, listed=False, in_row=False),
    "intbl": lambda look, _: look._replace(in_row=True),
    "s": lambda look, value: look._replace(style=value or 0),
    "outlinelevel": lambda look, value: look._replace(outlined=(value or 0) < _BODY_LEVEL),
    "ls": lambda look, _: look._replace(listed=True),
}
"""Control words that only change how the next words look."""


def _read(file: File, report: Report) -> Document:
    manuscript = Manuscript()
    body = _Body(Galley(manuscript))
    body.hear(file.data, report)
    suggested = body.info.suggested
    title = suggested.title or manuscript.first_heading or stem_title(file.path)
    warnings = (*((_TOO_DEEP,) if body.deepest > _DEEP else ()), *on_comments(body.comments))
    return manuscript.document(READER.media_type, suggested._replace(title=title), warnings=warnings)


class _Body:
    """The document, as it is heard token by token."""

    def __init__(self, galley: Galley) -> None:
        self._galley = galley
        self._fonts, self._styles, self.info = Fonts(), Styles(), Info()
        self._look = _Look(encoding=self._fonts.encoding(None))
        self._outer: list[_Look] = []
        self.deepest = self.comments = 0
        self._bytes = bytearray()
        self._words: list[str] = []
        self._skipped = 0
        self._starred = self._in_row = False
        self._instruction = ""
        self._acts: dict[str, Callable[[int | None], None]] = {
            **dict.fromkeys(("par", "sect", "page"), self._end_paragraph),
            "cell": self._end_cell,
            "row": self._end_row,
            "footnote": self._note,
            "ansicpg": self._codepage,
            "deff": self._fonts.default_font,
            "f": self._font,
            "plain": self._plain,
            "fldrslt": self._result,
        }
        galley.open_paragraph()

    def hear(self, data: bytes, report: Report) -> None:
        """All of it, up to the end of the outermost group; `report` is called in bytes."""
        position, tokens = 0, 0
        while found := _TOKEN.match(data, position):
            position = found.end()
            if not (tokens := tokens + 1) % _REPORTED:
                report(position, len(data))
            if found[1] == b"bin":
                position += max(int(found[2] or 0), 0)
            elif not self._token(found):
                break
        self._flush()
        self._galley.finish()

    def _token(self, found: re.Match[bytes]) -> bool:
        """Whether there is more to come."""
        if found[6]:
            self._raw(found[6])
        elif found[3]:
            self._raw(bytes.fromhex(found[3].decode()))
        elif found[1]:
            self._word(found[1].decode(), None if found[2] is None else int(found[2]))
        elif found[4]:
            self._sign(found[4])
        elif found[5] == b"{":
            self._open()
        elif found[5]:
            return self._close()
        return True

    # -- words

    def _raw(self, data: bytes) -> None:
        """Bytes in the encoding of the font; some of them only stand in for a character that was told by its number."""
        skipped, self._skipped = min(self._skipped, len(data)), max(self._skipped - len(data), 0)
        self._bytes += data[skipped:]

    def _say(self, character: str) -> None:
        self._decode()
        self._words.append(character)

    def _decode(self) -> None:
        if self._bytes:
            self._words.append(self._bytes.decode(self._look.encoding, "replace"))
            self._bytes.clear()

    def _flush(self) -> None:
        """Put the words where they belong, before anything about them changes; halves of characters are joined."""
        self._decode()
        words, self._words = "".join(self._words), []
        if not words.isascii():
            words = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        look = self._look
        if not words or look.place == "-":
            return
        if look.place:
            self._aside(look.place, words)
        elif not (look.hidden or look.deleted):
            if words.strip():
                self._galley.role = self._role()
            self._galley.say(words, look.link)

    def _aside(self, place: str, words: str) -> None:
        if place == "fldinst":
            self._instruction += words
        elif place == "stylesheet":
            self._styles.hear(self._look.style, words)
        elif place != "fonttbl":
            self.info.hear(place, words)

    def _role(self) -> Role:
        if self._look.outlined:
            return Role.HEADING
        role = self._styles.role(self._look.style)
        return Role.LIST_ITEM if self._look.listed and role is Role.PARAGRAPH else role

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif sign in b"\r\n":
            self._end_paragraph(None)
        elif sign in _SIGNS:
            self._say(_SIGNS[sign])

    # -- groups

    def _open(self) -> None:
        self._flush()
        self._skipped, self._starred = 0, False
        self._outer.append(self._look)
        self.deepest = max(self.deepest, len(self._outer))

    def _close(self) -> bool:
        self._flush()
        self._skipped, self._starred = 0, False
        if not self._outer:
            return False
        note, self._look = self._look.note, self._outer.pop()
        if note and not self._look.note:
            self._galley.close_paragraph()
            self._galley.in_note = False
        return bool(self._outer)

    def _place(self, place: str) -> None:
        self._flush()
        self._look = self._look._replace(place=place)

    # -- control words

    def _word(self, word: str, value: int | None) -> None:
        starred, self._starred, self._skipped = self._starred, False, 0
        if word == "u":
            self._say(chr((value or 0) & 0xFFFF))
            self._skipped = self._look.skip
        elif self._look.place == "-":
            return
        elif word in _UNSEEN or (starred and word not in _STARRED):
            self.comments += word == "annotation"
            self._place("-")
        elif word in _TABLES and (word not in ("title", "author", "creatim") or self._look.place == "info"):
            self._place(word)
        elif word in _CHARACTERS:
            self._say(_CHARACTERS[word])
        elif self._look.place in ("fonttbl", "creatim"):
            told = self._fonts.tell if self._look.place == "fonttbl" else self.info.tell
            told(word, value)
        elif change := _LOOKS.get(word):
            self._flush()
            self._look = change(self._look, value)
        elif act := self._acts.get(word):
            self._flush()
            act(value)

    def _end_paragraph(self, _value: int | None) -> None:
        self._flush()
        if self._look.place:
            return
        if self._look.in_row and not self._in_row and not self._look.note:
            self._in_row = True
            self._galley.open_row()
        self._galley.close_paragraph()
        self._galley.open_paragraph()

    def _end_cell(self, _value: int | None) -> None:
        self._look = self._look._replace(in_row=True)
        self._end_paragraph(None)
        self._galley.close_cell()

    def _end_row(self, _value: int | None) -> None:
        if self._in_row:
            self._in_row = False
            self._galley.close_row()

    def _note(self, _value: int | None) -> None:
        if not self._look.note:
            self._galley.in_note = True
            self._galley.open_paragraph()
        self._look = self._look._replace(note=True)

    def _font(self, value: int | None) -> None:
        self._look = self._look._replace(encoding=self._fonts.encoding(value))

    def _plain(self, _value: int | None) -> None:
        self._look = self._look._replace(hidden=False, deleted=False, encoding=self._fonts.encoding(None))

    def _codepage(self, value: int | None) -> None:
        self._fonts.default_encoding(f"cp{value}")
        self._font(None)

    def _result(self, _value: int | None) -> None:
        found = _LINK.search(self._instruction)
        self._instruction = ""
        self._look = self._look._replace(link=found[1] if found else "")


READER = Reader("RTF", "a rich text document (RTF)", (".rtf",), "application/rtf", 1, LIMIT, fits(RTF), _read)
