"""One line of the palette."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QIcon

GoTo = Callable[[str, str, int, int], object]
"""Opens an article (its id) at an annotation ("" for none), or at words (code points)."""


class Found(NamedTuple):
    """What a line says, which of its letters were typed (code points), what stands at its end, and what Enter does.

    `key` is a key that does the same; `quoted` words are set as in the story; what is not `possible` now is grey.
    """

    group: str
    words: str
    at: tuple[int, ...]
    icon: QIcon
    act: Callable[[], object]
    hint: str = ""
    key: str = ""
    quoted: bool = False
    possible: bool = True
