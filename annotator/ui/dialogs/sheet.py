"""What every sheet has: a title, its content, and a row of buttons; Esc closes it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui import sizes
from annotator.ui.style import dress


class Sheet(QDialog):
    """A window-modal sheet that goes when it is closed."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = QLabel(title)
        dress(heading, "title")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(sizes.MARGIN_WIDE, sizes.MARGIN_WIDE, sizes.MARGIN_WIDE, sizes.MARGIN_WIDE)
        self.column.setSpacing(sizes.GAP_WIDE)
        self.column.addWidget(heading)

    def fit(self, wanted: QSize) -> None:
        """As large as wanted, but no larger than the screen has room for, with the window's frame around it."""
        self.resize(wanted.boundedTo(self.screen().availableSize() - QSize(sizes.MARGIN, 2 * sizes.MARGIN_WIDE)))

    def add_buttons(self, *buttons: QPushButton, left: QWidget | None = None) -> None:
        """The last row: something on the left, the buttons on the right, the one that does it last."""
        row = QHBoxLayout()
        row.setSpacing(sizes.GAP)
        if left:
            row.addWidget(left, 1)
        else:
            row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self.column.addSpacing(sizes.GAP_HAIR)
        self.column.addLayout(row)
