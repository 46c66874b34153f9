"""Strategies: text that is nasty where offsets are concerned, and places in it."""

from hypothesis import strategies as st

_PIECES = (
    *"ab Z.!?…,;:'’“”\"«»()-\t\n",
    *("\n\n", "  ", "Mr. ", "U.S. ", "4.5 ", "said ", "é", "e\u0301", "o\u0302\u0323", " \u0301", "𝒜"),
    *("👍🏽", "👩‍👩‍👧‍👦", "🇺🇦", "🇵🇹🇪🇺", "©\ufe0f", "한국", "\u1112\u1161\u11ab", "सत्य ", "สำ", "\u0600"),
    *("שלום ", 'צה"ל ', "الحَرْب ", "؟ ", "政府は。", "「", "」", "カ\u3099", "\u200d", "\u0301", "\u202e"),
)

prose = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)


@st.composite
def prose_and_offset(draw):
    text = draw(prose)
    return text, draw(st.integers(0, len(text)))


@st.composite
def prose_and_ranges(draw, size=1):
    """A text and `size` ranges in it, each (start, end) with start ≤ end."""
    text = draw(prose)
    offsets = st.integers(0, len(text))
    return text, [tuple(sorted((draw(offsets), draw(offsets)))) for _ in range(size)]


def are_spans(text, spans):
    """Whether these are inside the text, not empty, sorted and disjoint."""
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    return edges == sorted(edges) and all(start < end for start, end in spans)


def shown(text, span):
    """The words of a span, or None."""
    return None if span is None else text[slice(*span)]
