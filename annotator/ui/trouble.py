"""Dialogs for what went wrong: one sentence for the expected, a report to copy for a bug."""

import sys
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from annotator import __version__


def show_error(parent: QWidget | None, sentence: str) -> None:
    """One sentence that says what is wrong and what to do; the window goes on beside it."""
    _box(parent, sentence).open()


def show_last_error(sentence: str) -> None:
    """The same where there is no window to go on with: returns when it is closed."""
    _box(None, sentence).exec()


def _box(parent: QWidget | None, sentence: str) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Warning, "Annotator", sentence, QMessageBox.StandardButton.Ok, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What a developer needs of a bug: versions and places in our code, and no words, which may be an article's."""
    import traceback

    frames = "".join(traceback.format_tb(trace))
    return f"Annotator {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n{kind.__name__}\n{frames}"


def install() -> None:
    """Show a bug as a dialog with “Copy report”, once at a time; the window stays, and what was saved is saved."""
    shown: list[QMessageBox] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if shown:
            return
        box = _box(
            QApplication.activeWindow(),
            "Something went wrong in Annotator itself. What the status bar calls saved is saved.",
        )
        copy = box.addButton("Copy report", QMessageBox.ButtonRole.ActionRole)
        words = report(kind, trace)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(words))
        box.finished.connect(shown.clear)
        shown.append(box)
        box.open()

    sys.excepthook = hook
