"""How stories come in: the actions that open files and folders, take the clipboard or what is typed, and stop it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from annotator.assets import asset
from annotator.ui.opener import Opener

if TYPE_CHECKING:
    from annotator.progress import Report
    from annotator.reading import Reading
    from annotator.ui.dialogs.new_story import Written

SAMPLE = "samples/harbour-tunnel.txt"


def _read_pasted(text: str, html: str, report: "Report") -> "Reading":
    """In the worker, which brings the readers with it."""
    from annotator import pasting

    return pasting.read_pasted(text, html, report=report)


def _read_typed(written: "Written", report: "Report") -> "Reading":
    from annotator import pasting

    return pasting.read_typed(written.title, written.text, report)


class Intake(QObject):
    """Asks which stories, and gives them to the opener; `told` where there are none."""

    told = Signal(str)

    def __init__(self, window: QWidget, opener: Opener) -> None:
        super().__init__(window)
        self._window, self._opener = window, opener
        self._begun: Written | None = None

    def acts(self) -> dict[str, Callable[[], object]]:
        """What each of its actions does."""
        return {
            "open": self._ask_files,
            "add": self._ask_files,
            "open_folder": self._ask_folder,
            "new_story": self._write,
            "paste_story": self._paste,
            "stop_reading": self._opener.cancel,
            "sample": partial(self._opener.open, [asset(SAMPLE)]),
        }

    def _ask_files(self) -> None:
        from annotator.reading import suffixes

        patterns = " ".join(f"*{suffix}" for suffix in suffixes())
        dialog = QFileDialog(self._window, "Open stories", "", f"Stories ({patterns});;All files (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._show(dialog)

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self._window, "Open all stories of a folder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._show(dialog)

    def _show(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._open_names)
        dialog.open()

    def _open_names(self, names: list[str]) -> None:
        self._opener.open([Path(name) for name in names])

    def _paste(self) -> None:
        """What is on the clipboard: files, rich text, or words."""
        held = QApplication.clipboard().mimeData() or QMimeData()  # PySide6 has none for an empty one
        files = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
        text, html = held.text(), held.html()
        if files:
            self._opener.open(files)
        elif text.strip() or html.strip():
            self._opener.take("the clipboard", partial(_read_pasted, text, html))
        else:
            self.told.emit("There are no words on the clipboard")

    def _write(self) -> None:
        from annotator.ui.dialogs.new_story import NewStorySheet, Written

        sheet = NewStorySheet(self._window, self._begun or Written())
        sheet.added.connect(self._add)
        sheet.left.connect(self._keep)
        sheet.open()

    def _add(self, written: "Written") -> None:
        self._begun = None
        self._opener.take(written.title or "the new story", partial(_read_typed, written))

    def _keep(self, written: "Written") -> None:
        self._begun = written
