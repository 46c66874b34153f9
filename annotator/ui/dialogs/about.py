"""What this is, in which version, on what it rests, and where the library lies."""

import sys

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from annotator import __version__
from annotator.library import Library, sqlite_version
from annotator.ui import wording
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.icons import app_icon
from annotator.ui.style import dress


class AboutSheet(Sheet):
    """Versions and places, to be read out to whoever helps."""

    def __init__(self, parent: QWidget, library: Library) -> None:
        super().__init__(parent, "Annotator")
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(QSize(64, 64)))
        self.column.insertWidget(0, picture)
        words = QLabel(
            "Mark every claim, quote and source, check them, hand over a CSV.\nNothing leaves this computer."
        )
        self.column.addWidget(words)
        facts = QLabel(
            f"Version {__version__}\n"
            f"Library: {wording.plain(str(library.path))}\n"
            f"Python {sys.version.split()[0]}, PySide6 {pyside_version}, SQLite {sqlite_version}"
        )
        facts.setTextFormat(Qt.TextFormat.PlainText)
        facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        dress(facts, "secondary")
        self.column.addWidget(facts)
        close = QPushButton("Close")
        close.clicked.connect(self.accept)
        self.add_buttons(close)
