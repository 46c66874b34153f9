"""What every format of text shares: bytes to canonical text, and what to tell the user about the way there."""

import re
from typing import NamedTuple

from annotator.reading.decoding import decode
from annotator.reading.files import File
from annotator.reading.unreadable import Code, UnreadableFile
from annotator.text import Span, canonical, paragraphs

LIMIT = 50_000_000
"""Bytes of a text file: a thousand times an article, and what a window can still hold."""

_LONG_PARAGRAPH = 100_000
_HEADLINE = 160
_BIDI_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ENDS_SENTENCE = re.compile(r"[.,;:。．，；：۔،؛][\"'”’»)\]」』]*\Z")


class Text(NamedTuple):
    """Canonical text with its paragraphs, the encoding it was in, and sentences for the user."""

    text: str
    paragraphs: list[Span]
    encoding: str
    guessed: bool
    warnings: tuple[str, ...]


def text_of(file: File) -> Text:
    """The text of a file that is text; raises UnreadableFile where it is not, or holds none."""
    decoded = decode(file.data, file.asked.encoding)
    if decoded is None:
        raise UnreadableFile(Code.NOT_TEXT, file.path)
    text, replaced = canonical(decoded.text, decoded.utf8)
    if not text:
        raise UnreadableFile(Code.NO_TEXT if decoded.text.strip("\ufeff") else Code.EMPTY, file.path)
    spans = paragraphs(text)
    warnings = notes_on(text, spans, replaced, decoded.utf8)
    if decoded.warning:
        warnings = (decoded.warning, *warnings)
    return Text(text, spans, decoded.encoding, decoded.guessed, warnings)


def notes_on(text: str, spans: list[Span], replaced: int, utf8: bytes | None = None) -> tuple[str, ...]:
    """What to tell the user of a canonical text: characters that were `replaced`, turned writing, endless paragraphs.

    `utf8` is the text in UTF-8, where the caller has it at hand.
    """
    return tuple(filter(None, (_on_replaced(replaced), _on_bidi(text, utf8), _on_length(spans))))


def is_headline(words: str) -> bool:
    """Whether a line looks like a headline: short, and not ended as a sentence or a list is."""
    return len(words) <= _HEADLINE and not _ENDS_SENTENCE.search(words)


def _on_replaced(count: int) -> str:
    return f"{_characters(count)} in it cannot be shown: � stands instead." if count else ""


def _on_bidi(text: str, utf8: bytes | None) -> str:
    """Where the bytes are at hand their last ones are asked first: Latin text has none of them."""
    suspects = [control for control in _BIDI_CONTROLS if utf8 is None or control.encode()[-1:] in utf8]
    count = sum(text.count(control) for control in suspects if control in text)
    return (
        f"{_characters(count)} in it turn the direction of writing: it may not read as it is stored." if count else ""
    )


def _on_length(spans: list[Span]) -> str:
    longest = max((end - start for start, end in spans), default=0)
    return f"One paragraph has {_characters(longest)}: it will be slow to show." if longest > _LONG_PARAGRAPH else ""


def _characters(count: int) -> str:
    return "1 character" if count == 1 else f"{count:,} characters"
