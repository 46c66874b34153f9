"""Made-up stories and marks, the same at every run: as long, as nested and as mixed as real ones."""

import random
from collections.abc import Sequence

from annotator.model.documents import Block
from annotator.model.words import Kind
from annotator.ui.article_view.marks import Mark

WORDS = {
    "latin": "the president said on Wednesday that government officials backed a proposal to resolve the conflict "
    "between two countries after visit interview agency report minister economy per cent million according statement "
    "published market year national security trade policy leader talks peace budget committee hearing evidence court "
    "law police city people health public schools of in and for was with by",
    "arabic": "قال الرئيس يوم الأربعاء إن الحكومة تدعم مقترح حل النزاع في المنطقة بين البلدين بعد زيارة مقابلة وكالة",
    "hebrew": "הנשיא אמר ביום רביעי כי הממשלה תומכת בהצעה לפתור את הסכסוך באזור בין המדינות לאחר ביקור ריאיון דיווח",
}
CHINESE = (
    "总统星期三表示政府支持解决该地区冲突的建议两国访问采访机构报告部长经济百分之百万根据声明发表市场年份国家安全贸易"
)
ODD = ["😀", "👩‍👩‍👧", "🇪🇸", "𝒜", "e\u0301", "5,000", "(INR>1.5)", "\u200b", "EFE"]

PARAGRAPH = 420
"""Code points in a paragraph, on the average."""


def story(size: int, script: str = "latin", seed: int = 7) -> str:
    """About `size` code points, paragraphs parted by blank lines; latin, arabic, hebrew, chinese or mixed."""
    chance = random.Random(seed)
    words = WORDS.get(script, WORDS["latin"]).split()
    odd = [*ODD, *WORDS["arabic"].split(), *WORDS["hebrew"].split()] if script == "mixed" else []
    paragraphs: list[str] = []
    total = 0
    while total < size:
        room = max(40, int(chance.gauss(PARAGRAPH, 0.4 * PARAGRAPH)))
        paragraph = ""
        while len(paragraph) < room:
            paragraph += _chinese(chance) if script == "chinese" else _sentence(chance, words, odd)
        paragraphs.append(paragraph.rstrip())
        total += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def _chinese(chance: random.Random) -> str:
    return "".join(chance.choices(CHINESE, k=chance.randint(12, 40))) + "。"


def _sentence(chance: random.Random, words: list[str], odd: list[str]) -> str:
    chosen = chance.choices(words, k=chance.randint(8, 28))
    for other in chance.choices(odd, k=4) if odd else ():
        chosen.insert(chance.randrange(len(chosen)), other)
    sentence = " ".join(chosen)
    sentence = sentence[0].upper() + sentence[1:]
    return f"“{sentence},” he said. " if chance.random() < 0.25 else f"{sentence}. "


def blocks(text: str) -> list[Block]:
    """A block for each line that is not blank."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Block(start=at, end=at + len(line)))
        at += len(line) + 1
    return found


def marks(count: int, text: str, seed: int = 11) -> list[Mark]:
    """One in four nested in, across or right on the one before it; most as long as a clause."""
    chance = random.Random(seed)
    kinds: Sequence[Kind] = list(Kind)
    found: list[Mark] = []
    while len(found) < count:
        draw = chance.random()
        if found and draw < 0.25:
            start, end = _near(chance, draw, found[-1], len(text))
        else:
            start = chance.randrange(max(1, len(text) - 200))
            end = min(len(text), start + max(4, int(chance.lognormvariate(4.0, 0.6))))
        if start < end:
            found.append(Mark(start, end, chance.choice(kinds), f"m{len(found)}", chance.random() < 0.3))
    return found


def _near(chance: random.Random, draw: float, last: Mark, length: int) -> tuple[int, int]:
    size = last.end - last.start
    if draw < 0.03:
        return last.start, last.end
    start = last.start + chance.randint(0, size // 2)
    return start, min(length, start + chance.randint(5, max(6, size)))
