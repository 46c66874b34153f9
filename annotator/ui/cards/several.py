"""The bar at the foot of the cards: what can be done to several annotations at once."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from annotator.model.words import Kind, Status
from annotator.ui import sizes, wording
from annotator.ui.cards.tags import TagLine, complete
from annotator.ui.icons import icon, status_icon, swatch
from annotator.ui.look import Look
from annotator.ui.short_label import ShortLabel
from annotator.ui.style import dress

_TAG = 56
"""The least width of the field for a tag, in device-independent pixels."""


class SeveralBar(QWidget):
    """Says how many are selected.

    kind_chosen(Kind), status_chosen(Status), tag_written(str), remove_asked: what is wanted of all; `done`: Esc
    """

    kind_chosen = Signal(object)
    status_chosen = Signal(object)
    tag_written = Signal(str)
    remove_asked = Signal()
    done = Signal()

    def __init__(self, look: Look, known: Callable[[], Iterable[str]]) -> None:
        """`known` tells the tags that are offered."""
        super().__init__()
        self._look, self._known = look, known
        self._count = ShortLabel()
        self.kinds = {kind: QToolButton() for kind in Kind}
        self.statuses, self.trash, self.tag_field = QToolButton(), QToolButton(), TagLine()
        self._build()
        look.changed.connect(self._draw)
        self._draw()
        self.hide()

    def _build(self) -> None:
        dress(self._count, "strong")
        self.setAccessibleName("All that are selected")
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.MARGIN, sizes.GAP_HAIR, sizes.GAP_WIDE, sizes.GAP_HAIR)
        row.setSpacing(0)
        row.addWidget(self._count)
        row.addSpacing(sizes.GAP)
        self.tag_field.setPlaceholderText("Tag")
        self.tag_field.setAccessibleName("Tag for all that are selected")
        self.tag_field.asked.connect(self._offer)
        self.tag_field.escaped.connect(self.done)
        self.tag_field.returnPressed.connect(self._write_tag)
        self.tag_field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.tag_field.setMinimumWidth(_TAG)
        row.addWidget(self.tag_field, 1)
        row.addSpacing(sizes.GAP_HAIR)
        for kind, button in self.kinds.items():
            choose: Callable[[], None] = partial(self.kind_chosen.emit, kind)
            button.clicked.connect(choose)
            button.setToolTip(f"Make them {wording.KINDS[kind]}")
        self.statuses.setText("Status")
        self.statuses.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.statuses.setMenu(QMenu(self.statuses))
        self.statuses.menu().setAccessibleName("Status")
        for status in Status:
            give: Callable[[], None] = partial(self.status_chosen.emit, status)
            self.statuses.menu().addAction(wording.STATUS[status]).triggered.connect(give)
        self.trash.setToolTip("Remove them")
        self.trash.clicked.connect(self.remove_asked)
        for button in (*self.kinds.values(), self.statuses, self.trash):
            dress(button, "bare")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(button.toolTip() or button.text())
            row.addWidget(button)

    def _draw(self) -> None:
        theme = self._look.theme
        for kind, button in self.kinds.items():
            button.setIcon(swatch(kind, theme))
        for entry, status in zip(self.statuses.menu().actions(), Status, strict=True):
            entry.setIcon(status_icon(status, theme))
        self.trash.setIcon(icon("trash", theme.color("ink2")))

    def _offer(self) -> None:
        complete(self.tag_field, self._known())

    def _write_tag(self) -> None:
        self.tag_written.emit(self.tag_field.text())
        self.tag_field.clear()

    def tell(self, count: int) -> None:
        """Be there for more than one."""
        self._count.tell(f"{count:,} selected", f"{count:,}")
        self.setVisible(count > 1)
