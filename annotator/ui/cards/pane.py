"""The pane on the right: how many annotations, of which kinds, and the cards."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.errors import AnnotatorError
from annotator.library import Applied
from annotator.library.queries import Marked
from annotator.model.annotations import Annotation
from annotator.model.words import Kind, Status
from annotator.ui import sizes, wording
from annotator.ui.cards.card import Card
from annotator.ui.cards.editor import CardEditor
from annotator.ui.cards.panel import CardsPanel
from annotator.ui.icons import swatch
from annotator.ui.look import Look
from annotator.ui.session import Opened, Session
from annotator.ui.style import dress


class CardsPane(QWidget):
    """Shows the open article's annotations. `leave` when the user is done with a card and wants back to the text."""

    leave = Signal()
    typing = Signal(bool)

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session, self._look = session, look
        self._count = QLabel()
        self._kinds = {kind: QLabel() for kind in Kind}
        self._swatches = {kind: QLabel() for kind in Kind}
        self.panel = CardsPanel(look)
        self.editor = CardEditor(look, self._write_note)
        self.panel.set_editor(self.editor)
        self._hint = QLabel("Select words and press 1, 2 or 3\nto mark a claim, quote or source.")
        self._build()
        self._connect()
        self._show(session.current)

    def _build(self) -> None:
        dress(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dress(self._count, "strong")
        head = QHBoxLayout()
        head.setContentsMargins(sizes.MARGIN, 0, sizes.GAP_WIDE, 0)
        head.setSpacing(sizes.GAP)
        head.addWidget(self._count)
        head.addStretch(1)
        for kind in Kind:
            head.addWidget(self._chip(kind))
        bar = QWidget()
        dress(bar, "head")
        bar.setObjectName("head")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setLayout(head)
        dress(self._hint, "hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._hint.setContentsMargins(sizes.MARGIN, sizes.MARGIN_WIDE, sizes.MARGIN, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._hint, 1)
        column.addWidget(self.panel, 1)
        self._dress_swatches()

    def _chip(self, kind: Kind) -> QWidget:
        chip = QWidget()
        row = QHBoxLayout(chip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._swatches[kind])
        row.addWidget(self._kinds[kind])
        dress(self._kinds[kind], "secondary", "small")
        return chip

    def _dress_swatches(self) -> None:
        for kind, label in self._swatches.items():
            label.setPixmap(
                swatch(kind, self._look.theme).pixmap(QSize(sizes.ICON, sizes.ICON), self.devicePixelRatio())
            )

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._show)
        session.edited.connect(self._follow)
        session.selected.connect(self._select)
        self.panel.picked.connect(self._pick)
        self.panel.edit_asked.connect(self.editor.focus_note)
        self.editor.status_chosen.connect(self._set_status)
        self.editor.typing.connect(self.typing)
        self.editor.grown.connect(self.panel.refit)
        self.editor.done.connect(self.leave)
        self._look.changed.connect(self._dress_swatches)

    def flush(self) -> None:
        """Save what is being typed."""
        self.editor.flush()

    # -- from the user

    def _pick(self, ids: tuple[str, ...]) -> None:
        self._session.select(ids)

    def _write_note(self, annotation_id: str, note: str) -> bool:
        from annotator import editing

        try:
            edit = editing.set_note(self._session.library.annotation(annotation_id), note)
        except AnnotatorError as error:
            self._session.failed.emit(error)
            return False
        return not edit or self._session.do(edit, self.editor)

    def _set_status(self, status: Status) -> None:
        from annotator import editing

        self.editor.flush()
        self._session.do(editing.set_status(self._session.selection, status), self)

    # -- from the session

    def _show(self, opened: Opened | None) -> None:
        self.editor.edit(None)
        self.panel.show_cards(opened.text if opened else "", _cards(opened.marks) if opened else [])
        self._tell()

    def _select(self, selection: tuple[Annotation, ...]) -> None:
        self.editor.edit(selection[0] if len(selection) == 1 else None)
        self.panel.select(one.id for one in selection)

    def _follow(self, applied: Applied, _initiator: QObject | None) -> None:
        here = self._session.current.version.id if self._session.current else ""
        changes = [c for c in applied.edit.changes if isinstance(c.record, Annotation) and c.record.version == here]
        if not changes:
            return
        gone = [c.before.id for c in changes if c.before]
        come = [_card(c.after) for c in changes if isinstance(c.after, Annotation)]
        self.panel.change(gone, come)
        self._tell()

    def _tell(self) -> None:
        shown = self.panel.shown
        counted = Counter(card.kind for card in shown)
        self._count.setText(wording.count(len(shown), "annotation", "annotations"))
        for kind, label in self._kinds.items():
            label.setText(f"{counted[kind]:,}")
            label.setToolTip(wording.count(counted[kind], wording.KIND[kind].lower(), wording.KINDS[kind]))
        self._hint.setVisible(not shown)
        self.panel.setVisible(bool(shown))


def _card(annotation: Annotation) -> Card:
    return Card(annotation.start, annotation.end, annotation.id, annotation.kind, annotation.status, annotation.ranges)


def _cards(marks: Iterable[Marked]) -> list[Card]:
    """A card for each annotation; its marks, one for each span, come in the order of the text."""
    spans: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    facts: dict[str, Marked] = {}
    for mark in marks:
        spans[mark.id].append((mark.start, mark.end))
        facts[mark.id] = mark
    return [
        Card(ranges[0][0], ranges[-1][1], card_id, facts[card_id].kind, facts[card_id].status, tuple(ranges))
        for card_id, ranges in spans.items()
    ]
