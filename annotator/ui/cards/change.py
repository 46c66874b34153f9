"""What a newer draft has changed in the words of an annotation, until they are checked again."""

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotator.model.annotations import Annotation
from annotator.text import differing
from annotator.ui import sizes, wording
from annotator.ui.look import Look
from annotator.ui.style import dress

_LONGEST = 600
"""Characters of either that are compared: a card is no page."""


class ChangeLabel(QLabel):
    """The words that went struck out, those that came underlined; hidden where there are none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._annotation: Annotation | None = None
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        dress(self, "small")
        self.hide()
        look.changed.connect(self._draw)

    def show_change(self, annotation: Annotation) -> None:
        """Of this annotation."""
        self._annotation = annotation if annotation.earlier and not annotation.status.done else None
        self.setVisible(self._annotation is not None)
        self._draw()

    def room(self, width: int) -> int:
        """How high it is at this width, with the gap below it."""
        return 0 if self.isHidden() else self.heightForWidth(width) + sizes.GAP

    def _draw(self) -> None:
        if self._annotation is None:
            return
        earlier, words = (
            wording.plain(wording.cut(w, _LONGEST)) for w in (self._annotation.earlier, self._annotation.words)
        )
        self.setText("".join(map(self._shown, differing.pieces(earlier, words))))
        self.setAccessibleName(f"Changed in this draft. Before: {earlier}. Now: {words}")

    def _shown(self, piece: differing.Piece) -> str:
        words = html.escape(piece.words)
        if piece.old and piece.new:
            return words
        tag, color = ("s", "bad") if piece.old else ("u", "ok")
        ink, band = self._look.theme.color(color).name(), self._look.theme.color(f"{color}bg").name()
        return f'<{tag} style="color:{ink};background-color:{band}">{words}</{tag}>'
