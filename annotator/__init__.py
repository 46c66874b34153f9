"""Annotator: mark every claim, quote and source of a news story, check them, and hand the editor a CSV."""

__version__ = "0.1.0"
