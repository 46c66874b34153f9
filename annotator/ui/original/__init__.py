"""The file that a story was read from: its pages beside the text, or a copy of it opened by the system."""

from annotator.ui.original.place import OriginalPlace

__all__ = ["OriginalPlace"]
