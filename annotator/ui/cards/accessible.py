"""The cards as assistive technology meets them: a list, each card an item of it that can be pressed.

Ten thousand cards are as many children and no objects: an item is made when it is asked for, and some are kept.
"""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from annotator.ui.annotation_part import AnnotationPart
from annotator.ui.cards.panel import CardsPanel
from annotator.ui.faces import Face, Part, Role, on_screen
from annotator.ui.session import Session


class CardsFace(Face):
    """The list: the cards in the order of the text, then what lies over them (the editor of the selected one)."""

    def __init__(self, viewport: QWidget, session: Session) -> None:
        super().__init__(viewport, Role.List)
        self.session = session

    @property
    def panel(self) -> CardsPanel | None:
        """The panel, as long as it is there."""
        viewport = self.object()
        panel = viewport.parent() if viewport else None
        return panel if isinstance(panel, CardsPanel) else None

    def card(self, card_id: str) -> Part:
        """The item of a card."""
        return self.parts.get(card_id, lambda: CardPart(self, card_id))

    def childCount(self) -> int:
        return len(self.panel.shown) + super().childCount() if self.panel else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # the stubs know no None
        panel = self.panel
        if panel is None or not 0 <= index < self.childCount():
            return None
        cards = len(panel.shown)
        return self.card(panel.shown[index].id) if index < cards else super().child(index - cards)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        panel = self.panel
        if panel is None:
            return -1
        if isinstance(child, CardPart):
            return child.row(panel)
        beyond = super().indexOfChild(child)
        return beyond + len(panel.shown) if beyond >= 0 else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # the same
        panel = self.panel
        found = panel.card_at(panel.viewport().mapFromGlobal(QPoint(x, y))) if panel else ""
        return self.card(found) if found else super().childAt(x, y)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # the same
        panel, selection = self.panel, self.session.selection
        if panel and panel.hasFocus() and selection and selection[-1].id in panel.rows:
            return self.card(selection[-1].id)
        return super().focusChild()

    def state(self) -> QAccessible.State:
        state = super().state()
        state.multiSelectable = True
        return state


class CardPart(AnnotationPart):
    """A card: where it is, and whether it is selected."""

    def __init__(self, whole: CardsFace, card_id: str) -> None:
        super().__init__(whole, Role.ListItem, whole.session, card_id)
        self._cards = whole

    def row(self, panel: CardsPanel) -> int:
        """Its place in the list, from 0; -1 where it is not."""
        return panel.rows.number(self._id)

    def rect(self) -> QRect:
        panel = self._cards.panel
        if panel is None or self._id not in panel.rows:
            return QRect()
        return on_screen(panel.viewport(), panel.card_rect(self._id))

    def state(self) -> QAccessible.State:
        state, panel = QAccessible.State(), self._cards.panel
        if panel is None or self._id not in panel.rows:
            state.invalid = True
            return state
        chosen = [one.id for one in self._session.selection]
        state.focusable = state.selectable = state.extSelectable = True
        state.selected = self._id in chosen
        state.focused = panel.hasFocus() and chosen[-1:] == [self._id]
        state.offscreen = not panel.viewport().rect().intersects(panel.card_rect(self._id))
        state.invisible = not panel.isVisible()
        return state
