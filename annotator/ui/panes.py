"""The keys go from pane to pane, around the window. Within a pane, Tab goes from control to control."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

Pane = tuple[QWidget, QWidget]
"""A pane, and who in it gets the keys. No focus proxy says the same: Tab would go past all else in the pane."""


class Panes(QObject):
    """The panes in the order in which they are visited.

    `listed` tells which panes there are now: some are made when they are first asked for. `home` is the one to start
    from when the keys are in none of them.
    """

    def __init__(self, window: QWidget, listed: Callable[[], Iterable[Pane]], home: QWidget) -> None:
        super().__init__(window)
        self._window, self._listed, self._home = window, listed, home

    def acts(self) -> dict[str, Callable[[], object]]:
        """What the actions of the table do."""
        return {"next_pane": partial(self._go, 1), "previous_pane": partial(self._go, -1)}

    def _go(self, by: int) -> None:
        """As by Tab, so that whoever gets the keys shows that it has them."""
        seen = {pane: first for pane, first in self._listed() if pane.isVisible()}
        focus, panes = self._window.focusWidget(), list(seen)
        here = next((pane for pane in panes if focus and pane.isAncestorOf(focus)), self._home)
        if here in panes:
            seen[panes[(panes.index(here) + by) % len(panes)]].setFocus(Qt.FocusReason.TabFocusReason)


def tab_through(widgets: Iterable[QWidget]) -> None:
    """Tab goes through these in their order, whenever they were made."""
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)
