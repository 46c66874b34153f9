"""Spans: (start, end) in code points, end exclusive."""

Span = tuple[int, int]

REACH = 10_000
"""How far around an offset sentences and quotations are looked for, where a paragraph has no end in sight."""


def trim(text: str, start: int, end: int) -> Span:
    """The span without its outer white space; empty where it holds nothing else."""
    words = text[start:end]
    end -= len(words) - len(words.rstrip())
    return min(end, start + len(words) - len(words.lstrip())), end
