"""Sentences, by hand rules for news: what a fact-checker would underline as one.

A sentence ends with its paragraph, or after a terminator with the closing quotes and brackets that follow it. A full
stop behind an abbreviation, an initial, an ordinal or a list number ends nothing, nor does any mark before a lower-case
letter or, behind a closing quote, before "Smith said". Chinese and Japanese need no space behind the mark.

Every repetition in the patterns is possessive, and each run of marks is entered once, so that no text is quadratic.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, takewhile

from annotator.text.paragraph import line_at
from annotator.text.span import REACH, Span, trim

_ENDS = "!.?…‼⁇⁈⁉؟۔։।॥።"
_WIDE_ENDS = "。！？｡．"
_CLOSERS = "\"'”“’‘»›«‹)\\]}」』）】〉》〕］｣"
_WIDE_CLOSERS = "\"'”’»)\\]}」』）】〉》〕］｣"
_OPENERS = "\"'“”„‟‘‚«»‹›(\\[{「『（【〈《¿¡—–-"

_NEXT = re.compile(rf"(?>[\s{_OPENERS}]*)(\w[\w’']{{0,30}})?")
_LAST_WORD = re.compile(r"(?:[^\W_]+\.)*[^\W_]+\Z")
_LOOK_BACK = 24


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_GERMAN_MONTHS = _set("Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember")

_TITLES = _set(
    "Mr Mrs Ms Mx Dr Prof Gen Sen Rep Reps Sens Gov Lt Col Sgt Cpl Capt Cmdr Maj Adm Rev Hon Pres Msgr Fr Ste Mt Ft "
    "Supt Insp Amb Sec Atty Dept vs v cf viz al approx ca eg ie Sra Srta Dra Ud Uds Excmo Mme Mlle MM bzw bzgl Hr "
    "Mio Mrd Tsd Bd Abs Str Nr evtl ggf sog núm pág av avda aprox tel Tel"
)
"""What is hardly ever the last word of a sentence, in English, Spanish, French and German."""

_BEFORE_FIGURES = _set("No Nos Nr Art Arts Fig Figs Vol Vols pp p Sec Ch par Op art vol cap") | _set(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
)
_SOMETIMES_LAST = _set("Ave Blvd Bros Co Corp EE Inc Jr Ltd Rd Sr St UU etc usw")
_LIKELY_OPENERS = _set(
    "A After Although An And Another Any Are As At Before Both But By Did Do Does During Each For From Has He Her Here "
    "His How However I If In Is It Its Last Later Many Meanwhile More Most My No Nobody None Nor Not Now On Once One "
    "Only Or Others Our She Since So Some Such That The Their Then There These They This Those Though Through Thus To "
    "Today Under Until Was We Were What When Where Whether While Who Why With Yet You Your "
    "Das Der Die Ein Eine El Elle En Er Es Il La Le Les Sie Un Una"
)
"""With a capital, these open a sentence: one that ends in "U.S.", "p.m." or "Corp." ends before them."""

_REPORTED = re.compile(
    r"(?>\s*)(?>(?:[^\W\d_a-z](?>[\w.’'-]{0,30})(?>\s+)){1,4})(?:said|says|asked|asks|told|tells|added|wrote|writes|replied|tweeted)\b"
)
_WIDE_REPORTED = re.compile("[とっはがをのでにもや、，]|[^。！？｡．，“「\n]{0,20}?(?:说|說|道|称|稱|表示|告诉|告訴)")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences between two offsets, in order, without white space around them."""
    return list(each_sentence(text, start, end))


def each_sentence(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The same one after the other: no further is looked than is asked for."""
    end = len(text) if end is None else end
    while start < end:
        line_end = text.find("\n", start, end)
        line_end = end if line_end < 0 else line_end
        yield from _in_line(text, start, line_end)
        start = line_end + 1


def sentence_start(text: str, offset: int) -> int:
    """Where a sentence begins, at the offset or not far before it: its line, or else one that is found on the way.

    Looked for from REACH before the offset, or further where that holds no end of a sentence: the first end that is
    found may be a false one, as what leads to it is not known, the second is true (unless it
    hangs on it, as in a line of nothing but numbers with full stops).
    """
    start, end = line_at(text, max(0, offset))
    reach = REACH
    while start < offset - reach:
        found = takewhile(lambda sentence: sentence[0] <= offset, _in_line(text, offset - reach, end))
        if begin := next(islice(found, 2, None), None):
            return begin[0]
        reach *= 2
    return start


def sentence_at(text: str, offset: int) -> Span | None:
    """The sentence that holds the offset, or the one before it in its paragraph; None on a blank line."""
    start, end = line_at(text, offset)
    around = sentences(text, max(start, offset - REACH), min(end, offset + REACH))
    before = [sentence for sentence in around if sentence[0] <= offset]
    return before[-1] if before else next(iter(around), None)


def _in_line(text: str, start: int, end: int) -> Iterator[Span]:
    first = start
    for candidate in _candidates().finditer(text, start, end):
        if candidate.end() < end and _ends_sentence(text, first, candidate, end):
            yield trim(text, first, candidate.end())
            first = candidate.end()
    first, end = trim(text, first, end)
    if first < end:
        yield first, end


@cache
def _candidates() -> re.Pattern[str]:
    """Where a sentence may end: marks, what closes behind them, white space. Compiled when first asked for."""
    return re.compile(
        rf"(?:(?<![{_ENDS}])(?>[{_ENDS}]+)(?:[\u00a0\u202f ]?[»›](?=\s|\Z))?(?>[{_CLOSERS}…]*)(?=\s|\Z)"
        rf"|(?<![{_WIDE_ENDS}])(?>[{_WIDE_ENDS}]+)(?>(?:[{_WIDE_CLOSERS}]|[“‘«](?=\s|\Z))*))(?>[^\S\n]*)"
    )


def _ends_sentence(text: str, first: int, candidate: re.Match[str], end: int) -> bool:
    marks = candidate[0].rstrip()
    if marks[0] in _WIDE_ENDS:
        return len(marks.rstrip(_WIDE_ENDS)) == 0 or not _WIDE_REPORTED.match(text, candidate.end())
    following = _NEXT.match(text, candidate.end(), end)
    word = (following and following[1]) or ""
    if word[:1].islower():
        return False
    if marks == ".":
        return not _abbreviates(text, first, candidate.start(), word)
    return not (marks[-1] in _CLOSERS and word not in _LIKELY_OPENERS and _REPORTED.match(text, candidate.end(), end))


def _abbreviates(text: str, first: int, stop: int, following: str) -> bool:
    """Whether the full stop at `stop` belongs to the word before it, as far as the word that follows can tell."""
    found = _LAST_WORD.search(text, max(first, stop - _LOOK_BACK), stop)
    if not found:
        return False
    last = found[0]
    if last.isdigit():
        return found.start() == first or following in _GERMAN_MONTHS
    if last in _TITLES:
        return True
    if last in _BEFORE_FIGURES:
        return following[:1].isdigit()
    if len(last) == 1 or "." in last or last in _SOMETIMES_LAST:
        return following not in _LIKELY_OPENERS
    return False
