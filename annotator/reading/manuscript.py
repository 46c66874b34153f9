"""Manuscript: what a reader writes down of a file, passage by passage; it becomes the Document.

Every passage is one line or, where the original breaks lines within it, several; passages stand one under another.
"""

import re
from typing import NamedTuple

from annotator.model.documents import Block, Document, LeftOut, Link, Place
from annotator.model.words import Role
from annotator.reading.texts import notes_on
from annotator.reading.unreadable import Code, Refused
from annotator.text import canonical, paragraphs

LONGEST = 5_000_000
"""Characters of a text that was packed in a format: no article, and no book, is longer; some bombs are."""

_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,2000}")


class Suggested(NamedTuple):
    """What a file says of itself, for the user to confirm."""

    title: str = ""
    byline: str = ""
    publisher: str = ""
    date: str = ""
    language: str = ""
    url: str = ""


class Manuscript:
    """Words are written run by run; `end` closes the passage. Blank passages leave no trace."""

    def __init__(self) -> None:
        self._passage: list[str] = []
        self._length = 0
        self._start = 0
        self._text: list[str] = []
        self._links: list[Link] = []
        self._blocks: list[Block] = []
        self._places: list[Place] = []
        self._left_out: list[LeftOut] = []
        self._linked: list[tuple[int, int, str]] = []
        self._replaced = 0

    def write(self, words: str, link: str = "") -> None:
        """Add words to the open passage; `link` is the address that they lead to.

        Raises Refused once all words together are more than LONGEST characters.
        """
        clean, replaced = canonical(words + "|")  # what stands behind keeps the white space at the end
        clean = clean[:-1]
        self._replaced += replaced
        if link and clean.strip():
            self._linked.append((self._length, self._length + len(clean), link))
        self._passage.append(clean)
        self._length += len(clean)
        if self._start + self._length > LONGEST:
            raise Refused(Code.TOO_LARGE, f"over {LONGEST:,} characters of text")

    @property
    def words(self) -> str:
        """The open passage as it stands."""
        return "".join(self._passage)

    def end(self, role: Role = Role.PARAGRAPH) -> None:
        """Close the passage: white space around it goes, and a blank one is none."""
        words, linked = self.words, self._linked
        self._passage, self._length, self._linked = [], 0, []
        stripped = words.strip()
        if not stripped:
            return
        start, skipped = self._start, len(words) - len(words.lstrip())
        self._text.append(stripped)
        self._blocks.append(Block(start=start, end=start + len(stripped), role=role))
        for first, last, url in linked:
            inside = max(first - skipped, 0), min(last - skipped, len(stripped))
            if inside[0] < inside[1]:
                self._links.append(Link(start=start + inside[0], end=start + inside[1], url=url))
        self._start = start + len(stripped) + 1

    def place(self, kind: str, label: str) -> None:
        """From the next word on the original is here: ("page", "3"). In a passage words must be before that."""
        start = self._start + self._length
        if self._places and self._places[-1].start == start:
            self._places.pop()
        self._places.append(Place(start=start, kind=kind, label=label))

    def leave_out(self, words: str) -> None:
        """Note a passage that is in the original at this point, but not in the article."""
        clean, _ = canonical(words)
        if clean.strip():
            self._left_out.append(LeftOut(at=self._start + self._length, text=clean.strip()))

    @property
    def empty(self) -> bool:
        """Whether no passage was closed yet."""
        return not self._blocks

    @property
    def text(self) -> str:
        """The closed passages, one under another."""
        return "\n".join(self._text)

    @property
    def first_heading(self) -> str:
        """The words of the first heading, or nothing."""
        found = next((n for n, block in enumerate(self._blocks) if block.role is Role.HEADING), None)
        return "" if found is None else self._text[found]

    def document(
        self,
        media_type: str,
        suggested: Suggested,
        *,
        warnings: tuple[str, ...] = (),
        encoding: str = "",
        encoding_guessed: bool = False,
    ) -> Document:
        """The Document. Raises Refused where no words were written."""
        if self.empty:
            raise Refused(Code.NO_TEXT)
        text = self.text
        end = len(text)
        return Document(
            text=text,
            media_type=media_type,
            blocks=tuple(self._blocks),
            links=tuple(self._links),
            places=tuple(place for place in self._places if place.start < end),
            left_out=tuple(LeftOut(at=min(part.at, end), text=part.text) for part in self._left_out),
            title=_one_line(suggested.title),
            byline=_one_line(suggested.byline),
            publisher=_one_line(suggested.publisher),
            date=_one_line(suggested.date),
            language=_one_line(suggested.language),
            url=suggested.url if _ADDRESS.fullmatch(suggested.url) else "",
            encoding=encoding,
            encoding_guessed=encoding_guessed,
            warnings=(*warnings, *notes_on(text, paragraphs(text), self._replaced)),
        )


def _one_line(words: str) -> str:
    """A suggestion fit for a field: one line, no control characters, not endless."""
    return " ".join(canonical(words)[0].split())[:300]
