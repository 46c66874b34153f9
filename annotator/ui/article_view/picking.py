"""Which of the marks under the pointer a click means."""

from collections.abc import Sequence

from annotator.ui.article_view.marks import Mark


class Picker:
    """The first click picks the smallest, each further one on the same marks the next under it, then round again."""

    def __init__(self) -> None:
        self._stack: tuple[Mark, ...] = ()
        self._turn = 0

    def pick(self, stack: Sequence[Mark]) -> Mark | None:
        """The mark that this click means; `stack` holds those under the pointer, the smallest first."""
        self._turn = self._turn + 1 if stack and tuple(stack) == self._stack else 0
        self._stack = tuple(stack)
        return stack[self._turn % len(stack)] if stack else None

    def forget(self) -> None:
        """The next click is a first one."""
        self._stack = ()
