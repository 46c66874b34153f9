"""How stories come in: the actions that open files and folders, and the one that stops it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.assets import asset
from annotator.ui.opener import Opener

SAMPLE = "samples/harbour-tunnel.txt"


class Intake(QObject):
    """Asks which files, and gives them to the opener."""

    def __init__(self, window: QWidget, opener: Opener) -> None:
        super().__init__(window)
        self._window, self._opener = window, opener

    def acts(self) -> dict[str, Callable[[], object]]:
        """What each of its actions does."""
        return {
            "open": self._ask_files,
            "add": self._ask_files,
            "open_folder": self._ask_folder,
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
