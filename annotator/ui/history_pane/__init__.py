"""What was done, act by act, and the way back to any of them."""

from annotator.ui.history_pane.place import HistoryPlace

__all__ = ["HistoryPlace"]
