"""The palette: one field that finds any action, story, annotation, or words of the library."""

from annotator.ui.palette.palette import Palette

__all__ = ["Palette"]
