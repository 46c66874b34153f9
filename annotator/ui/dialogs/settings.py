"""The settings: the theme, and the keys. What is changed is seen at once; Cancel takes it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.ui.dialogs.export import Choice as Row
from annotator.ui.dialogs.keys_page import KeysPage
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.look import Choice, Look
from annotator.ui.settings import Settings

_THEMES: tuple[Choice, ...] = ("system", "light", "dark")


class SettingsSheet(Sheet):
    """Theme and keys, kept as they are changed. `rebound` says that the kept keys are others."""

    rebound = Signal()

    def __init__(self, parent: QWidget, settings: Settings, look: Look) -> None:
        super().__init__(parent, "Settings")
        self._settings, self._look = settings, look
        self._before = (settings.theme, settings.keys)
        self.theme, self.page = Row("System", "Light", "Dark"), KeysPage(settings.keys)
        self.theme.group.button(_THEMES.index(settings.theme)).setChecked(True)
        self.theme.setAccessibleName("Theme")
        self.resize(620, 560)
        self.column.addWidget(self.theme)
        self.column.addWidget(self.page, 1)
        cancel, done = QPushButton("Cancel"), QPushButton("Done")
        cancel.setAutoDefault(False)
        done.setDefault(True)
        self.add_buttons(cancel, done)
        self.theme.group.idClicked.connect(self._turn)
        self.page.changed.connect(self._bind)
        cancel.clicked.connect(self.reject)
        done.clicked.connect(self.accept)

    def _turn(self, number: int) -> None:
        self._settings.theme = _THEMES[number]
        self._look.choose(self._settings.theme)

    def _bind(self) -> None:
        self._settings.keys = self.page.changes
        self.rebound.emit()

    def reject(self) -> None:
        """As it was before."""
        self._settings.theme, self._settings.keys = self._before
        self._look.choose(self._settings.theme)
        self.rebound.emit()
        super().reject()
