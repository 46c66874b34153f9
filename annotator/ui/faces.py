"""Faces: what assistive technology meets where we paint things ourselves.

Qt keeps every face that it has been given, until the widget or the application goes, or until it is told to let the
face go. It deletes them itself, so Python must hold each as long as Qt may, and never be the first to let go: both are
done here and nowhere else.

Only a viewport may wear a face of ours. It is a plain QWidget: PySide gives another meta-object to widgets of our own
classes with every slot that is connected, and Qt forgets the face of what has another meta-object.
"""

from collections.abc import Callable
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QObject, QRect, Slot
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget
from shiboken6 import Shiboken, VoidPtr

Role: TypeAlias = QAccessible.Role
Text: TypeAlias = QAccessible.Text

_MOST = 256
"""Parts that are kept at once. Qt never holds more of them between two calls than it has asked for in one."""

_PRESS = "Press"


class Part(QAccessibleInterface, QAccessibleActionInterface):
    """Something that a widget paints: it has a name, a place and a state, and can be pressed."""

    def __init__(self, whole: "Face", role: Role) -> None:
        QAccessibleInterface.__init__(self)
        QAccessibleActionInterface.__init__(self)
        self._whole, self._role = whole, role

    # -- what a part says of itself

    def name(self) -> str:
        """What it is called."""
        raise NotImplementedError

    def details(self) -> str:
        """What there is to say beyond its name."""
        return ""

    def press(self) -> None:
        """What a click on it does."""

    # -- Qt

    def isValid(self) -> bool:
        return self._whole.there

    def object(self) -> QObject | None:  # type: ignore[override]  # the stubs know no None
        return None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]  # the stubs know no None
        return self._whole if self._whole.there else None

    def window(self) -> QWindow | None:  # type: ignore[override]  # the stubs know no None
        return self._whole.window() if self._whole.there else None

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # the stubs know no None
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # the same
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # the same
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> Role:
        return self._role

    def text(self, kind: Text) -> str:
        if not self._whole.there:
            return ""
        return {Text.Name: self.name, Text.Description: self.details}.get(kind, str)()

    def setText(self, _kind: Text, _text: str) -> None:
        """Nothing in it can be written."""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]  # the stubs say int
        """A pointer for Qt, always a VoidPtr: PySide crashes on a number, and on None."""
        acts = kind is QAccessible.InterfaceType.ActionInterface
        return VoidPtr(Shiboken.getCppPointer(self)[1] if acts else 0)

    def actionNames(self) -> list[str]:
        return [_PRESS]

    def doAction(self, name: str) -> None:
        if name == _PRESS and self._whole.there:
            self.press()

    def keyBindingsForAction(self, _name: str) -> list[str]:
        return []


class Parts:
    """The parts of one face: each is made when it is first asked for, and the one asked for longest ago goes for it."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[int, Part]] = {}

    def __len__(self) -> int:
        return len(self._made)

    def get(self, key: str, make: Callable[[], Part]) -> Part:
        """The part of this key."""
        made = self._made.pop(key, None)
        if made is None:
            part = make()
            made = QAccessible.uniqueId(part), part
        self._made[key] = made
        if len(self._made) > _MOST:
            self.drop(next(iter(self._made)))
        return made[1]

    def drop(self, key: str) -> None:
        """This part is no more."""
        if made := self._made.pop(key, None):
            QAccessible.deleteAccessibleInterface(made[0])

    def clear(self) -> None:
        """None is any more."""
        for key in list(self._made):
            self.drop(key)


class Face(QAccessibleWidget):
    """The face of a widget that paints parts. It holds no widget: Qt tells which it is of, while it is there."""

    def __init__(self, widget: QWidget, role: Role) -> None:
        super().__init__(widget, role)
        self.parts = Parts()

    @property
    def there(self) -> bool:
        """Whether the widget is."""
        return Shiboken.isValid(self) and self.object() is not None


class _Keeper(QObject):
    """Holds the faces that are worn; a child of the application, so that it outlives what Qt holds."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._worn: list[Face] = []

    def keep(self, widget: QWidget, face: Face) -> None:
        """Hand a face to Qt, which deletes it with the widget."""
        self._worn.append(face)
        QAccessible.registerAccessibleInterface(face)
        widget.destroyed.connect(self.let_go)

    @Slot()
    def let_go(self) -> None:
        """The parts of faces that have gone with their widgets go too."""
        gone = [face for face in self._worn if not face.there]
        self._worn = [face for face in self._worn if face.there]
        for face in gone:
            face.parts.clear()


F = TypeVar("F", bound=Face)


def wear(widget: QWidget, make: Callable[[QWidget], F]) -> F:
    """Give a plain widget the face that is made for it, instead of the one that it may have from Qt."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(QAccessible.queryAccessibleInterface(widget)))
    face = make(widget)
    (app.findChild(_Keeper) or _Keeper(app)).keep(widget, face)
    return face


def on_screen(widget: QWidget, rect: QRect) -> QRect:
    """A rectangle of a widget as one of the screen."""
    return QRect(widget.mapToGlobal(rect.topLeft()), rect.size())
