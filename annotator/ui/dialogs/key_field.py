"""A field that takes a key by being pressed: letters, digits and signs as well as those with Ctrl or Alt."""

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from annotator.ui.bindings import canonical

_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_LEAVES = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)


class KeyField(QLineEdit):
    """Says each key that is pressed in it, in the table's spelling. Tab and Esc leave it, as they leave every field."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Press a key")
        self.setAccessibleName("Press a key")
        self.setReadOnly(True)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _LEAVES:
            super().keyPressEvent(event)
        elif event.key() not in _HELD:
            self.pressed.emit(_spelled(event))


def _spelled(event: QKeyEvent) -> str:
    """Signs need Shift on some keyboards and not on others: it is left out of their names."""
    text = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    text = re.sub(r"Shift\+([^\w\s])$", r"\1", text)
    return canonical(re.sub(r"Del$", "Delete", text))
