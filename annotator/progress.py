"""How long work tells how far it is, and how it is told to stop."""

from collections.abc import Callable

Report = Callable[[int, int], None]
"""Called as report(done, total) in one unit throughout; raises Cancelled when the user has had enough."""


class Cancelled(Exception):
    """The user stopped the work; nothing of it is kept."""


def silent(_done: int, _total: int) -> None:
    """Report to nobody."""
