"""Words that do not fit on their line: cut at a word, with “…”."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics


def cut_at_word(words: str, font: QFont, width: int) -> str:
    """As many whole words as fit into so many device-independent pixels; part of one where not even that fits."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(words) <= width:
        return words
    cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - metrics.horizontalAdvance(" "))
    head, _, _ = cut.removesuffix("…").rpartition(" ")
    return f"{head} …" if len(head) > len(cut) // 2 else cut
