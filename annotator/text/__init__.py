"""Text: what is canonical, and the paragraphs, sentences, words and quotations in it (the bottom of the house).

All offsets are Unicode code points, end exclusive. Nothing here changes a text; `canonical` makes the one that is kept.
Each function looks only at the paragraph it is asked about, and no further than `span.REACH` in a paragraph that is
endless, so that a file of one line costs no more than any other.
"""

from annotator.text.canon import canonical
from annotator.text.cluster import is_boundary, snap_graphemes, tidy
from annotator.text.edge import character_edge, snap_words, word_edge
from annotator.text.paragraph import paragraph_at, paragraph_number, paragraphs
from annotator.text.quotation import quotation_at
from annotator.text.sentence import each_sentence, sentence_at, sentence_start, sentences
from annotator.text.span import Span, trim
from annotator.text.word import word_at, words

__all__ = [
    "Span",
    "canonical",
    "character_edge",
    "each_sentence",
    "is_boundary",
    "paragraph_at",
    "paragraph_number",
    "paragraphs",
    "quotation_at",
    "sentence_at",
    "sentence_start",
    "sentences",
    "snap_graphemes",
    "snap_words",
    "tidy",
    "trim",
    "word_at",
    "word_edge",
    "words",
]
