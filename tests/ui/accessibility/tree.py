"""What assistive technology is told of a window, as Qt tells it: a node for each thing, and what is wrong with them."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QAccessible, QAccessibleInterface

ROLE, TEXT = QAccessible.Role, QAccessible.Text

_NAMED = {
    *(ROLE.Button, ROLE.ButtonMenu, ROLE.CheckBox, ROLE.RadioButton, ROLE.ComboBox, ROLE.MenuItem, ROLE.PopupMenu),
    *(ROLE.EditableText, ROLE.Document, ROLE.SpinBox, ROLE.Slider, ROLE.ProgressBar, ROLE.PageTab, ROLE.Link),
    *(ROLE.List, ROLE.ListItem, ROLE.Tree, ROLE.TreeItem, ROLE.Table, ROLE.ToolBar, ROLE.StatusBar, ROLE.Note),
    *(ROLE.Dialog, ROLE.Window, ROLE.Indicator),
}
"""A thing of one of these roles is worthless without a name; others may be boxes and lines."""

_KEY = re.compile(r"\W|\w|F\d+|(Ctrl|Alt|Shift|Esc|Return|Del)\b.*")
"""A name that says how a thing is pressed, and not what it does."""

_MOST = 200
"""Children of one thing that are looked at."""


class Node(NamedTuple):
    """One thing: what it is, what it is called, where it stands."""

    role: ROLE
    name: str
    description: str
    path: str
    parent: int
    state: QAccessible.State
    kind: str

    def __str__(self) -> str:
        return f"{self.path} › {self.role.name} “{self.name}” {self.kind}"


def interface(thing) -> QAccessibleInterface:
    """What assistive technology is given for a widget."""
    return QAccessible.queryAccessibleInterface(thing)


def nodes(thing) -> list[Node]:
    """All that is seen of a widget, and in it."""
    return list(_walk(interface(thing), "", 0))


def _walk(face: QAccessibleInterface, path: str, parent: int) -> Iterator[Node]:
    thing = face.object()
    kind = type(thing).__name__ if thing else ""
    node = Node(face.role(), face.text(TEXT.Name), face.text(TEXT.Description), path, parent, face.state(), kind)
    yield node
    below = f"{path} › {node.name or kind}" if path else node.name or kind
    for number in range(min(face.childCount(), _MOST)):
        child = face.child(number)
        if child and not child.state().invisible:
            yield from _walk(child, below, id(node))


def faults(found: list[Node]) -> list[str]:
    """Things without a name, or with a name that helps nobody; two of one name side by side."""
    named = [node for node in found if node.role in _NAMED or node.state.focusable]
    beside = Counter((node.parent, node.role, node.name) for node in named if node.role not in _REPEATED)
    return [
        *(f"no name: {node}" for node in named if not node.name.strip()),
        *(f"a key for a name: {node}" for node in named if node.role != ROLE.TreeItem and _KEY.fullmatch(node.name)),
        *(f"twice: {node}" for node in named if beside[node.parent, node.role, node.name] > 1),
    ]


_REPEATED = {ROLE.ListItem, ROLE.TreeItem, ROLE.Note}
"""Rows may be called the same: so may stories be."""


def find(thing, role: ROLE, name: str = "") -> Node:
    """The first thing of this role (and name) in a widget."""
    return next(node for node in nodes(thing) if node.role == role and name in node.name)
