"""The head of the cards: how many there are of each kind, which of them are shown, and in which order.

Marks in the text stay.
"""

from collections.abc import Callable, Collection
from operator import itemgetter

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from annotator.library.queries import Marked
from annotator.model.words import Kind, Status
from annotator.ui import sizes, wording
from annotator.ui.icons import icon, status_icon, swatch
from annotator.ui.look import Look
from annotator.ui.short_label import ShortLabel
from annotator.ui.style import dress

_NEWEST = "newest"
_KIND = itemgetter(Marked._fields.index("kind"))


class Filters(QWidget):
    """Chips for the kinds, a menu of statuses and orders; nothing chosen shows all. `changed` at another choice."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._count = ShortLabel()
        self.kinds = {kind: QToolButton() for kind in Kind}
        self.statuses = QToolButton()
        self._newest = QAction("Newest first", self)
        self._build()
        look.changed.connect(self._draw)
        self._draw()

    def _build(self) -> None:
        dress(self, "head")
        self.setAccessibleName("Which annotations are shown")
        self.setObjectName("head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dress(self._count, "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.MARGIN, 0, sizes.GAP_WIDE, 0)
        row.setSpacing(sizes.GAP_HAIR)
        row.addWidget(self._count)
        row.addStretch(1)
        for button in (*self.kinds.values(), self.statuses):
            dress(button, "chip", "small")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        for chip in self.kinds.values():
            chip.setCheckable(True)
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.toggled.connect(self._choose)
        self._build_statuses()

    def _build_statuses(self) -> None:
        menu = QMenu(self.statuses)
        menu.setAccessibleName("Show by status")
        for status in Status:
            entry = menu.addAction(wording.STATUS[status])
            entry.setCheckable(True)
            entry.toggled.connect(self._choose)
        menu.addSeparator()
        menu.addAction("Show all").triggered.connect(self.clear)
        menu.addSeparator()
        menu.addAction(self._newest)
        self._newest.setCheckable(True)
        self._newest.toggled.connect(self._choose)
        self.statuses.setToolTip("Show by status, newest first")
        self.statuses.setCheckable(True)
        self.statuses.setAccessibleName("Show by status")
        self.statuses.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.statuses.setMenu(menu)

    def _draw(self) -> None:
        for kind, chip in self.kinds.items():
            chip.setIcon(swatch(kind, self._look.theme))
            chip.setIconSize(QSize(sizes.ICON, sizes.ICON))
        self.statuses.setIcon(icon("in_progress", self._look.theme.color("ink2")))
        for entry, status in zip(self.statuses.menu().actions(), Status, strict=False):
            entry.setIcon(status_icon(status, self._look.theme))

    @property
    def on(self) -> bool:
        """Whether some cards may be hidden."""
        return bool(self._chosen_kinds() or self._chosen_statuses())

    @property
    def newest(self) -> bool:
        """Whether the newest come first, whatever their place in the text."""
        return self._newest.isChecked()

    def turn_order(self) -> None:
        """The newest first, or the order of the text again."""
        self._newest.toggle()

    @property
    def names(self) -> list[str]:
        """All that is chosen, to be remembered."""
        return [*self._chosen_kinds(), *self._chosen_statuses(), *([_NEWEST] if self.newest else [])]

    def choose(self, names: Collection[str]) -> None:
        """Choose this, and nothing else; names that are not known are left out."""
        blocked = self.blockSignals(True)
        for kind, chip in self.kinds.items():
            chip.setChecked(kind in names)
        for status, entry in zip(Status, self.statuses.menu().actions(), strict=False):
            entry.setChecked(status in names)
        self._newest.setChecked(_NEWEST in names)
        self.blockSignals(blocked)
        self._choose()

    def passing(self) -> Callable[[Marked], bool]:
        """Tells whether a card is to be shown, by what is chosen now."""
        kinds, statuses = self._chosen_kinds() or set(Kind), self._chosen_statuses() or set(Status)
        return lambda card: card.kind in kinds and card.status in statuses

    def tell(self, cards: Collection[Marked], shown: int) -> None:
        """Say how many there are, and how many of them are shown."""
        every = wording.count(len(cards), "annotation", "annotations")
        self._count.tell(*((f"{shown:,} of {len(cards):,}",) if self.on else (every, f"{len(cards):,}")))
        self._count.setToolTip(f"{shown:,} of {every} shown" if self.on else every)
        kinds = list(map(_KIND, cards))  # whose count() is quicker than a Counter's hashes
        for kind, chip in self.kinds.items():
            count = kinds.count(kind)
            chip.setText(f" {count:,}")
            chip.setToolTip(f"Show {wording.KINDS[kind]} only")
            chip.setAccessibleName(wording.count(count, wording.KIND[kind].lower(), wording.KINDS[kind]))

    def clear(self) -> None:
        """Show all again; their order stays."""
        self.choose([_NEWEST] if self.newest else [])

    def _chosen_kinds(self) -> set[Kind]:
        return {kind for kind, chip in self.kinds.items() if chip.isChecked()}

    def _chosen_statuses(self) -> set[Status]:
        entries = zip(Status, self.statuses.menu().actions(), strict=False)
        return {status for status, entry in entries if entry.isChecked()}

    def _choose(self) -> None:
        self.statuses.setChecked(bool(self._chosen_statuses()) or self.newest)
        self.changed.emit()
