"""How far the reading of files is, and the way to stop it: in the status bar while it takes long enough to be seen."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from annotator.ui import sizes, wording
from annotator.ui.style import dress

_PATIENCE_MS = 300
"""What is over before is not announced."""

_WIDTH = 120
_LONGEST = 40


class ReadingBar(QWidget):
    """Which file of how many is read; `stopped` when the user has had enough."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Reading")
        self._words, self._bar, self._stop = QLabel(), QProgressBar(), QToolButton()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(_WIDTH, sizes.GAP)
        self._bar.setAccessibleName("Files read")
        self._stop.setText("Stop")
        dress(self._stop, "plate")
        self._stop.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.GAP, 0, 0, 0)
        row.setSpacing(sizes.GAP)
        for widget in (self._words, self._bar, self._stop):
            row.addWidget(widget)
        self.hide()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.show)

    def show_progress(self, done: int, total: int, name: str) -> None:
        """So many of so many are read, and this one is being; no total while it is looked for what there is."""
        name = wording.cut(wording.plain(name), _LONGEST)
        if total > 1:
            self._words.setText(f"Reading {done + 1:,} of {total:,}: {name}")
        else:
            self._words.setText(f"Reading {name}" if total else f"Looking through {name}")
        self._bar.setRange(0, total if total > 1 else 0)
        self._bar.setValue(done)
        if self.isHidden() and not self._patience.isActive():
            self._patience.start()

    def end(self) -> None:
        """Nothing is read any more."""
        self._patience.stop()
        self.hide()
