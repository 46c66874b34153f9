"""Esc, which is a key of the window too: who has the keyboard may claim it first."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def claimed(event: QEvent) -> bool:
    """Whether Qt asks with this event if Esc is a key of the widget's own; then it is."""
    asks = event.type() is QEvent.Type.ShortcutOverride
    if asks and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
        event.accept()
        return True
    return False
