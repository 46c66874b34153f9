"""What stands before the text of a rich text file: its fonts, which say the encodings, its styles, and who wrote it."""

import codecs

from annotator.model.words import Role
from annotator.reading.galley import role_named
from annotator.reading.manuscript import Suggested

# fmt: off
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}
# fmt: on
"""The encodings of Windows' character sets; 2, of signs, has none."""


class Fonts:
    """The encoding of what is written in a font."""

    def __init__(self) -> None:
        self._encodings: dict[int, str] = {}
        self._default, self._default_font, self._font = "cp1252", 0, 0

    def tell(self, word: str, value: int | None) -> None:
        """Hear a control word of the table of fonts."""
        if word == "f":
            self._font = value or 0
        elif word == "fcharset" and value in _CHARSETS:
            self._encodings[self._font] = _CHARSETS[value]

    def default_font(self, number: int | None) -> None:
        """This font is meant where none is named."""
        self._default_font = number or 0

    def default_encoding(self, encoding: str) -> str:
        """This encoding is meant where the font names none; one that nobody knows is none."""
        try:
            codecs.lookup(encoding)
            self._default = encoding
        except LookupError:
            pass
        return self._default

    def encoding(self, font: int | None) -> str:
        """The encoding of a font; None is the default one."""
        number = self._default_font if font is None else font
        return self._encodings.get(number, self._default)


class Styles:
    """The paragraph styles by their numbers. Their names are English in most programs."""

    def __init__(self) -> None:
        self._names: dict[int, str] = {}

    def hear(self, number: int, words: str) -> None:
        """Hear a part of a style's name."""
        self._names[number] = self._names.get(number, "") + words

    def role(self, number: int) -> Role:
        """What paragraphs of this style are, by its name."""
        return role_named(self._names.get(number, "")) or Role.PARAGRAPH


class Info:
    """What the file says of itself."""

    def __init__(self) -> None:
        self._said: dict[str, str] = {}
        self._date: dict[str, int] = {}

    def hear(self, field: str, words: str) -> None:
        """Hear a part of a field."""
        self._said[field] = self._said.get(field, "") + words

    def tell(self, word: str, value: int | None) -> None:
        """Hear a control word of the date at which it was made: yr, mo, dy."""
        self._date[word] = value or 0

    @property
    def suggested(self) -> Suggested:
        """For the user to confirm."""
        year, month, day = (self._date.get(part, 0) for part in ("yr", "mo", "dy"))
        date = f"{year:04}-{month:02}-{day:02}" if year > 0 and month > 0 and day > 0 else ""
        return Suggested(title=self._said.get("title", ""), byline=self._said.get("author", ""), date=date)
