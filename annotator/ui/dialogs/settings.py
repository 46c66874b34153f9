"""The settings: how things look, and the keys. What is changed is seen at once; Cancel takes it back."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QTabBar, QWidget

from annotator import people
from annotator.ui import sizes
from annotator.ui.dialogs.appearance_page import AppearancePage
from annotator.ui.dialogs.keys_page import KeysPage
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.look import Choice, Look, Wish
from annotator.ui.settings import Settings
from annotator.ui.style import dress
from annotator.ui.typography import Typography

_WIDTH, _HEIGHT = 560, 560
_TAKEN_BACK = ("theme", "contrast", "less_motion", "typography", "keys")


class SettingsSheet(Sheet):
    """Kept as it is changed, but for the name, which Done gives.

    rebound(): the kept keys are others; set_anew(Typography): the story is to be set so; signed(str): the user's name
    """

    rebound = Signal()
    set_anew = Signal(object)
    signed = Signal(str)

    def __init__(self, parent: QWidget, settings: Settings, look: Look) -> None:
        super().__init__(parent, "Settings")
        self._settings, self._look = settings, look
        self._before = {name: getattr(settings, name) for name in _TAKEN_BACK}
        self.appearance, self.page = AppearancePage(settings), KeysPage(settings.keys, look)
        self.tabs, self._pages = QTabBar(), QStackedWidget()
        self._build()
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.appearance.themed.connect(self._turn)
        self.appearance.strengthened.connect(self._strengthen)
        self.appearance.stilled.connect(self._still)
        self.appearance.set_anew.connect(self._set)
        self.page.changed.connect(self._bind)

    def _build(self) -> None:
        self.fit(QSize(_WIDTH, _HEIGHT))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Pages")
        scrolled = QScrollArea()
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setAccessibleName("Appearance")
        scrolled.setWidgetResizable(True)
        scrolled.setWidget(self.appearance)
        for words, page in (("&Appearance", scrolled), ("&Keys", self.page)):
            self.tabs.addTab(words)
            self._pages.addWidget(page)
        self.column.addWidget(self.tabs)
        self.column.addWidget(self._pages, 1)
        cancel, done = QPushButton("Cancel"), QPushButton("Done")
        cancel.setAutoDefault(False)
        done.setDefault(True)
        dress(done, "primary")
        self.add_buttons(cancel, done)
        cancel.clicked.connect(self.reject)
        done.clicked.connect(self.accept)

    def showEvent(self, event: QShowEvent) -> None:
        """At the end of the window, so that the story is seen while it is set."""
        super().showEvent(event)
        if window := self.parentWidget():
            place, room = window.geometry(), sizes.MARGIN_WIDE
            self.move(place.right() - self.width() - room, place.top() + room)

    def _turn(self, theme: Choice) -> None:
        self._settings.theme = theme
        self._look.choose(theme)

    def _strengthen(self, contrast: Wish) -> None:
        self._settings.contrast = contrast
        self._look.strengthen(contrast)

    def _still(self, less_motion: Wish) -> None:
        self._settings.less_motion = self._look.less_motion = less_motion

    def _set(self, typography: Typography) -> None:
        self._settings.typography = typography
        self.set_anew.emit(typography)

    def _bind(self) -> None:
        self._settings.keys = self.page.changes
        self.rebound.emit()

    def accept(self) -> None:
        """So it stays."""
        name = self.appearance.name
        if name.isEnabled() and people.as_name(name.text()) != people.given_name():
            try:
                people.give_name(name.text())
            except OSError as error:
                self.appearance.refuse(f"The name could not be kept: {error.strerror}.")
                self.tabs.setCurrentIndex(0)
                return
            self.signed.emit(people.user_name())
        super().accept()

    def reject(self) -> None:
        """As it was before."""
        for name, value in self._before.items():
            setattr(self._settings, name, value)
        self._look.less_motion = self._settings.less_motion
        self._look.choose(self._settings.theme)
        self._look.strengthen(self._settings.contrast)
        self.set_anew.emit(self._settings.typography)
        self.rebound.emit()
        super().reject()
