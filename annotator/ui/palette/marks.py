"""Annotations as lines of the palette, by words, note and tags: this story's first, then the library's; then texts."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple

from annotator.library import Hit
from annotator.library.paging import FIELDS
from annotator.model.words import Kind, Status
from annotator.text.titles import Titles
from annotator.ui import wording
from annotator.ui.icons import icon, swatch
from annotator.ui.look import Look
from annotator.ui.palette.found import Found, GoTo
from annotator.ui.session import Session

_MOST_HERE = 8
_MOST = 50
_TELLING = 2
"""Letters from which the library is searched: one alone finds something in everything."""

_BLANKS = re.compile(r"\s+")
_LEAD = 24
"""Characters shown before what was found."""


class _Mark(NamedTuple):
    """An annotation of this story."""

    id: str
    kind: Kind
    status: Status
    words: str
    note: str
    tags: str


_PLACES = tuple(FIELDS.index(name) for name in _Mark._fields)


class Marks:
    """Annotations, and words of stories; those of this story are read once, until the library has changed."""

    def __init__(self, session: Session, look: Look, go_to: GoTo) -> None:
        self._session, self._look, self._go_to = session, look, go_to
        self._here: Titles[_Mark] | None = None

    def forget(self) -> None:
        """The library has changed, or another story is on the desk."""
        self._here = None

    def found(self, letters: str, *, far: bool) -> tuple[list[Found], list[Found]]:
        """Annotations, and places in texts; `far` asks the library from the first letter on."""
        if not letters.strip():
            return [], []
        here = list(self._found_here(letters))
        telling = len(letters.strip()) >= (1 if far else _TELLING)
        hits = self._session.library.search(letters, _MOST) if telling else []
        known = self._session.current.version.id if self._session.current and here else ""
        marks = [self._hit(hit) for hit in hits if hit.kind and hit.version != known]
        return here + marks, [self._hit(hit) for hit in hits if not hit.kind and hit.end]

    def _found_here(self, letters: str) -> Iterator[Found]:
        if self._here is None:
            self._here = Titles(self._marks(), _names, scattered=False)
        for mark, fit in self._here.best(letters, _MOST_HERE):
            words, at = _near(mark.words, fit.at)
            act = partial(self._session.select, [mark.id])
            drawing = swatch(mark.kind, self._look.theme)
            yield Found("Annotations", words, at, drawing, act, _hint(mark, shown=bool(fit.at)), quoted=True)

    def _marks(self) -> Iterator[_Mark]:
        if current := self._session.current:
            for told in chain.from_iterable(self._session.library.told(current.version.id)):
                mark = _Mark(*(told[place] for place in _PLACES))
                yield mark._replace(kind=Kind(mark.kind), status=Status(mark.status), words=_line(mark.words))

    def _hit(self, hit: Hit) -> Found:
        """With the words around it, and the story it is in."""
        before, words, after = _lead(_line(hit.before)), _line(hit.words), _line(hit.after)
        at = tuple(range(len(before), len(before) + len(words)))
        act = partial(self._go_to, hit.article, hit.annotation, hit.start, hit.end)
        title = wording.plain(hit.title)
        if hit.kind:
            return Found("Annotations", words, (), swatch(hit.kind, self._look.theme), act, title, quoted=True)
        drawing = icon("sample", self._look.theme.color("ink2"))
        return Found("Words in stories", f"{before}{words}{after}", at, drawing, act, title, quoted=True)


def _names(mark: _Mark) -> tuple[str, ...]:
    return mark.words, mark.note, mark.tags


def _line(words: str) -> str:
    return wording.plain(_BLANKS.sub(" ", words))


def _lead(before: str) -> str:
    """The last words of what stands before."""
    return before if len(before) <= _LEAD else "… " + before[-_LEAD:].partition(" ")[2]


def _near(words: str, at: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
    """Words cut at their beginning where what was typed stands too far in them to be seen."""
    cut = words.rfind(" ", 0, at[0] - _LEAD) + 1 if at and at[0] > 2 * _LEAD else 0
    lead = "… " if cut else ""
    return lead + words[cut:], tuple(place - cut + len(lead) for place in at)


def _hint(mark: _Mark, *, shown: bool) -> str:
    """What found it, where its words did not; else how far its check is."""
    return wording.STATUS[mark.status] if shown else wording.cut(_line(mark.note or mark.tags), 2 * _LEAD)
