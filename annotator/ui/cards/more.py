"""“n more above”, “n more below”: cards that do not fit, and the way to the next one of them."""

from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.ui import sizes
from annotator.ui.style import dress


class More(QObject):
    """Two buttons at the ends of a widget. `asked(step)`: -1 for what is above, 1 for what is below."""

    asked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.counts = (0, 0)
        self.buttons = {step: QPushButton(parent) for step in (-1, 1)}
        for step, button in self.buttons.items():
            dress(button, "more")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self.asked.emit, step))
            button.hide()
            button.setEnabled(False)

    def tell(self, above: int, below: int) -> None:
        """Show how many there are; nothing where there is none."""
        self.counts = (above, below)
        for step, count, where in ((-1, above, "above"), (1, below, "below")):
            self.buttons[step].setText(f"{count:,} more {where}")
            self.buttons[step].setVisible(count > 0)
            self.buttons[step].setEnabled(count > 0)  # a screen reader presses what nobody sees
            self.buttons[step].raise_()

    def fit(self, size: QSize) -> None:
        """Stand at the ends of a widget of this size."""
        for step, button in self.buttons.items():
            top = 0 if step < 0 else size.height() - sizes.CHIP
            button.setGeometry(0, top, size.width(), sizes.CHIP)
