"""Drafts: 500 scripted edits of real articles with 20 annotations each, and where `locating` says that they went.

A draft is a list of characters that know where they come from, so what is right is known for each annotation: it has
its very words somewhere, or some of them were changed, or its sentence is gone. A ratio is a share of annotations.
"""

import os
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from harness import Row, compared, pairs, row

from annotator.locating import Located, locate
from annotator.text import Span, quotation_at, sentences, tidy, words
from annotator.text.aligning import Alignment

_ARTICLES = Path(os.environ.get("ANNOTATOR_ARTICLES", Path(__file__).resolve().parents[3] / "shared" / "articles"))
_DRAFTS, _ANNOTATIONS = 500, 20
_LARGE = 400_000
_LONGEST_TWIN = 500
_MOSTLY = 2 / 3
"""Of changed words that share at least has to be there still, for an annotation that should have been found."""


class Letter(NamedTuple):
    """A character of a draft, the place it has in the draft before (-1: none), and whether it is the one from there."""

    c: str
    at: int
    kept: bool = True


Story = list[list[list[Letter]]]
"""Paragraphs of sentences of letters."""


def rows(quick: bool) -> Iterator[Row]:
    """Of all annotations those that are not where they should be, those wrong without a word, and what it takes."""
    texts = [path.read_text(encoding="utf-8").rstrip() for path in sorted(_ARTICLES.glob("*.txt"))]
    found = Counter[str]()
    for number in range((_DRAFTS // 10 if quick else _DRAFTS) if texts else 0):
        dice = random.Random(number)
        found.update(_fared(dice, texts[number % len(texts)]))
    if found:
        all_of_them, wrong = found.total(), found["lost"] + found["misplaced"] + found["silent"]
        yield row("drafts: annotations lost or misplaced : all", wrong / all_of_them, 0.02, **found)
        yield row("drafts: wrong and not opened again : all", found["silent"] / all_of_them, 0.0)
    text = _made_up(random.Random(1), _LARGE // 10 if quick else _LARGE)
    newer = text[: _LARGE // 2] + "A new sentence. " + text[_LARGE // 2 :].replace("a", "e", 50)
    measured = pairs(lambda: (words(text), words(newer)), lambda: Alignment(text, newer), 5, time.process_time)
    yield row("drafts: two of 400,000 characters aligned : their words found", at_most=5.0, **compared(measured))


def _made_up(dice: random.Random, length: int) -> str:
    known = ["".join(dice.choices("abcdefghijklmnoprstuvwz", k=dice.randint(3, 9))) for _ in range(5_000)]
    return " ".join(dice.choices(known, [1 / (n + 1) for n in range(5_000)], k=length // 7))


def _fared(dice: random.Random, text: str) -> Iterator[str]:
    marked = [_mark(dice, text) for _ in range(_ANNOTATIONS)]
    story = _story(text)
    for _ in range(dice.randint(1, 6)):
        dice.choice(EDITS)(dice, story, text, marked)
    letters = _joined(story)
    drafts = Alignment(text, "".join(letter.c for letter in letters))
    for ranges in marked:
        yield _judged(locate(ranges, drafts), [_truth(span, letters, text) for span in ranges], drafts.new)


def _mark(dice: random.Random, text: str) -> list[Span]:
    """A sentence, a quotation, a name, a phrase, or a phrase with a hole in it."""
    found = sentences(text)
    sentence = dice.choice(found)
    inside = words(text, *sentence)
    if not inside:
        return _mark(dice, text)
    kind = dice.randrange(5)
    if kind == 0:
        return [sentence]
    if kind == 1:
        quotation = quotation_at(text, dice.randrange(*sentence))
        return [tidy(text, *quotation)] if quotation else [sentence]
    size = dice.randint(1, 3) if kind == 2 else dice.randint(4, 10)
    first = dice.randrange(len(inside))
    last = min(first + size, len(inside)) - 1
    if kind == 4 and last - first > 3:
        return [(inside[first][0], inside[first + 1][1]), (inside[last - 1][0], inside[last][1])]
    return [(inside[first][0], inside[last][1])]


# -- what a desk does to a story


def _story(text: str) -> Story:
    """Each sentence with the white space behind it."""
    story: Story = []
    for line in re.finditer(r"[^\n]+\n*", text):
        cuts = [line.start(), *(start for start, _ in sentences(text, line.start(), line.end())[1:]), line.end()]
        story.append([[Letter(text[n], n) for n in range(*cut)] for cut in pairwise(cuts)])
    return story


def _joined(story: Story) -> list[Letter]:
    letters = [letter for paragraph in story for sentence in paragraph for letter in sentence]
    while letters and letters[-1].c.isspace():
        letters.pop()
    return letters


def _typed(words: str, at: int = -1) -> list[Letter]:
    return [Letter(c, at, kept=False) for c in words]


def _any(dice: random.Random, story: Story) -> tuple[list[list[Letter]], int]:
    paragraph = dice.choice([paragraph for paragraph in story if paragraph])
    return paragraph, dice.randrange(len(paragraph))


def _bare(sentence: list[Letter]) -> list[Letter]:
    """Without the white space behind it."""
    end = len(sentence)
    while end and sentence[end - 1].c.isspace():
        end -= 1
    return sentence[:end]


def _move(dice: random.Random, story: Story, *_: object) -> None:
    """Never the headline: where it was repeated, nobody could tell the two apart."""
    paragraph, at = _any(dice, story[1:])
    moved, gap = _bare(paragraph[at]), paragraph[at][len(_bare(paragraph[at])) :]
    if at + 1 == len(paragraph) and at:
        paragraph[at - 1] = _bare(paragraph[at - 1]) + gap
    del paragraph[at]
    target, place = _any(dice, story)
    target.insert(place, moved + _typed(" "))


def _merge(dice: random.Random, story: Story, *_: object) -> None:
    paragraph, at = _any(dice, story)
    if at + 1 < len(paragraph) and (first := _bare(paragraph[at])) and (second := paragraph[at + 1]):
        head = Letter(second[0].c.lower(), second[0].at, kept=second[0].c.lower() == second[0].c)
        paragraph[at : at + 2] = [first[:-1] + _typed(", and ") + [head, *second[1:]]]


def _reword(dice: random.Random, story: Story, text: str, *_: object) -> None:
    paragraph, at = _any(dice, story)
    for _number in range(dice.randint(1, 3)):
        paragraph[at] = _with_word(dice, paragraph[at], text)


def _with_word(dice: random.Random, sentence: list[Letter], text: str) -> list[Letter]:
    """Another word in the place of one."""
    found = words("".join(letter.c for letter in sentence))
    if not found:
        return sentence
    start, end = dice.choice(found)
    other = slice(*dice.choice(words(text)))
    return sentence[:start] + _typed(text[other], sentence[start].at) + sentence[end:]


def _change_marked(dice: random.Random, story: Story, text: str, marked: list[list[Span]]) -> None:
    start, end = dice.choice(marked)[0]
    for paragraph in story:
        for at, sentence in enumerate(paragraph):
            inside = [n for n, letter in enumerate(sentence) if letter.kept and start <= letter.at < end]
            if inside and inside[-1] - inside[0] + 1 == len(inside):
                part = _with_word(dice, sentence[inside[0] : inside[-1] + 1], text)
                paragraph[at] = sentence[: inside[0]] + part + sentence[inside[-1] + 1 :]
                return


def _repeat_headline(dice: random.Random, story: Story, text: str, *_: object) -> None:
    head = text.partition("\n")[0]
    story.insert(dice.randrange(2, len(story) + 1), [_typed(f"{head}\n\n")])


def _cut(dice: random.Random, story: Story, *_: object) -> None:
    """Never the headline: where it was repeated, nobody could tell that from moving it."""
    paragraph, at = _any(dice, story[1:])
    gap = paragraph[at][len(_bare(paragraph[at])) :]
    if at + 1 == len(paragraph) and at:
        paragraph[at - 1] = _bare(paragraph[at - 1]) + gap
    del paragraph[at]


def _add(dice: random.Random, story: Story, text: str, *_: object) -> None:
    paragraph, at = _any(dice, story)
    known = words(text)
    paragraph.insert(at, _typed(" ".join(text[slice(*dice.choice(known))] for _ in range(dice.randint(5, 20))) + ". "))


def _swap(dice: random.Random, story: Story, *_: object) -> None:
    at = dice.randrange(len(story) - 2)
    story[at], story[at + 1] = story[at + 1], story[at]


EDITS: tuple[Callable[..., None], ...] = (
    *(_move, _merge, _reword, _change_marked, _repeat_headline, _cut, _add, _swap),
)


# -- what is right


class Truth(NamedTuple):
    """Where the words of a span are in truth: `kept` of them, of 1; `same` where not one was touched."""

    place: Span | None
    same: bool
    kept: float


def _truth(span: Span, letters: list[Letter], text: str) -> Truth:
    at = [n for n, letter in enumerate(letters) if span[0] <= letter.at < span[1]]
    kept = sum(letters[n].kept for n in at) / (span[1] - span[0])
    if not at:
        return Truth(None, same=False, kept=0.0)
    place = at[0], at[-1] + 1
    return Truth(place, "".join(letter.c for letter in letters[slice(*place)]) == text[slice(*span)], kept)


def _judged(found: Located | None, truths: list[Truth], new: str) -> str:
    if found is None:
        return "lost" if all(truth.kept >= _MOSTLY for truth in truths) else "right"
    if not all(truth.same for truth in truths):
        return "silent" if found.same else "right" if all(map(_overlap, found.ranges, truths)) else "misplaced"
    if not found.same:
        return "misplaced"
    return "right" if all(map(partial(_is_twin, new), found.ranges, truths)) else "silent"


def _is_twin(new: str, found: Span, truth: Truth) -> bool:
    """Whether the place found is beside the true one, and nobody can tell which of the two is the repetition."""
    first, second = sorted((found[0], truth.place[0] if truth.place else 0))
    apart = second - first
    begins = range(max(0, first - apart), first + 1) if apart < _LONGEST_TWIN else ()
    return any(new[at : at + apart] == new[at + apart : at + 2 * apart] for at in begins)


def _overlap(found: Span, truth: Truth) -> bool:
    if truth.place is None:
        return False
    shared = min(found[1], truth.place[1]) - max(found[0], truth.place[0])
    return 2 * shared >= max(found[1], truth.place[1]) - min(found[0], truth.place[0])
