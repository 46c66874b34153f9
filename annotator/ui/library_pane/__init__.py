"""The library: the articles, and how much of each is left."""

from annotator.ui.library_pane.pane import LibraryPane

__all__ = ["LibraryPane"]
