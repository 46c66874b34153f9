"""The cards: every annotation of the article, its words, its status, its note."""

from annotator.ui.cards.pane import CardsPane

__all__ = ["CardsPane"]
