"""Canonical text: what a file's characters become once, when it is read, and stay for ever."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_LINE_BREAKS = ("\r\n", "\r", "\x85", "\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}")
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"]
_NONCHARACTERS = [
    *map(chr, range(0xFDD0, 0xFDF0)),
    *(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)),
]


def _by_first_byte(characters: list[str]) -> dict[bytes, list[str]]:
    table: dict[bytes, list[str]] = {}
    for character in characters:
        table.setdefault(character.encode()[:1], []).append(character)
    return table


_UNWANTED = _by_first_byte(_CONTROLS + _NONCHARACTERS)


def canonical(decoded: str, utf8: bytes | None = None) -> tuple[str, int]:
    """The text to keep, and how many of its characters had to become U+FFFD.

    CRLF, CR, U+0085, U+2028 and U+2029 become a line feed. Byte order marks at the very start and white space at the
    very end go. Control characters other than line feed and tab, lone surrogates and noncharacters become U+FFFD, so
    that every text can be written as UTF-8, drawn and put into any format. Nothing else changes: no normalisation, no
    collapsing; U+00A0 and the controls of writing direction stay.

    `utf8` is `decoded` in UTF-8, where the caller has it at hand: encoding it takes longer than all the rest.
    """
    text, replaced = decoded.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}"), 0
    for line_break in _LINE_BREAKS:
        if line_break[0] in text:
            text = text.replace(line_break, "\n")
    if utf8 is None:
        try:
            utf8 = text.encode()
        except UnicodeEncodeError:
            text, replaced = _SURROGATES.subn(REPLACEMENT, text)
            utf8 = text.encode()
    for character in _unwanted(text, utf8):
        replaced += text.count(character)
        text = text.replace(character, REPLACEMENT)
    return text.rstrip(), replaced


def _unwanted(text: str, utf8: bytes) -> list[str]:
    """The characters that have to go. A byte is sought ten times as fast as a character, so bytes are asked first."""
    return [
        character
        for first_byte, characters in _UNWANTED.items()
        if first_byte in utf8
        for character in characters
        if character in text
    ]
