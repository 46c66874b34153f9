"""The pane on the right: how many annotations, of which kinds, and the cards."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.errors import AnnotatorError
from annotator.library import Applied
from annotator.model.annotations import Annotation
from annotator.model.words import Kind, Status
from annotator.ui import sizes
from annotator.ui.cards.editor import CardEditor
from annotator.ui.cards.filters import Filters
from annotator.ui.cards.panel import CardsPanel
from annotator.ui.cards.rows import Every, row_of
from annotator.ui.cards.several import SeveralBar
from annotator.ui.look import Look
from annotator.ui.session import Opened, Session
from annotator.ui.style import dress

_NONE = "Select words and press 1, 2 or 3\nto mark a claim, quote or source."
_NONE_SHOWN = "No annotation is like this."
_NO_STORY = "Open a story\nto see its annotations."


class CardsPane(QWidget):
    """Shows the open article's annotations. `leave` when the user is done with a card and wants back to the text."""

    leave = Signal()
    typing = Signal(bool)

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._all = Every()
        self._guests: set[str] = set()
        self.filters, self.several = Filters(look), SeveralBar(look, session.library.tags)
        self.panel = CardsPanel(look, session.library.annotation)
        self.editor = CardEditor(look, self._write_note, self._write_tags, session.library.tags)
        self.panel.set_editor(self.editor)
        self._hint, self.clear_button = QLabel(), QPushButton("Clear filters")
        self._build()
        self._connect()
        self._show(session.current)

    def _build(self) -> None:
        dress(self, "panel")
        self.setAccessibleName("Annotations")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dress(self._hint, "hint")
        dress(self.clear_button, "link")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._hint.setContentsMargins(sizes.MARGIN, sizes.MARGIN_WIDE, sizes.MARGIN, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._hint)
        column.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.panel, 1)
        column.addStretch()
        column.addWidget(self.several)

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._show)
        session.edited.connect(self._follow)
        session.selected.connect(self._select)
        self.panel.picked.connect(self._pick)
        self.panel.edit_asked.connect(self.editor.focus_note)
        self.editor.status_chosen.connect(self._set_status)
        self.several.tag_written.connect(self._add_tag)
        self.editor.typing.connect(self.typing)
        self.editor.grown.connect(self.panel.refit)
        self.editor.done.connect(self.leave)
        self.panel.escaped.connect(self._escape)
        self.filters.changed.connect(self._filter)
        self.clear_button.clicked.connect(self.filters.clear)
        self.several.kind_chosen.connect(self._set_kind)
        self.several.status_chosen.connect(self._set_status)
        self.several.remove_asked.connect(self._remove)
        self.several.done.connect(self.leave)

    @property
    def first(self) -> QWidget:
        """Who has the keys of this pane: the cards, or where none is shown, what may have hidden them."""
        return self.panel if self.panel.shown else self.filters.statuses

    def flush(self) -> None:
        """Save what is being typed."""
        self.editor.flush()

    # -- from the user

    def _escape(self) -> None:
        """Out of the filter, then out of the cards."""
        if self.filters.on:
            self.filters.clear()
        else:
            self.leave.emit()

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

    def focus_tags(self) -> None:
        """Put the caret where tags are written: for one annotation, or for several."""
        if len(self._session.selection) > 1:
            self.several.tag_field.setFocus()
        else:
            self.editor.focus_tags()

    def _write_tags(self, annotation_id: str, tags: tuple[str, ...]) -> bool:
        from annotator import editing

        try:
            edit = editing.set_tags([self._session.library.annotation(annotation_id)], tags)
        except AnnotatorError as error:
            self._session.failed.emit(error)
            return False
        return not edit or self._session.do(edit, self.editor)

    def _add_tag(self, tag: str) -> None:
        from annotator import editing

        self._session.do(editing.add_tag(self._session.selection, tag), self)

    def _set_status(self, status: Status) -> None:
        from annotator import editing

        self.editor.flush()
        self._session.do(editing.set_status(self._session.selection, status), self)

    def _set_kind(self, kind: Kind) -> None:
        from annotator import editing

        self._session.do(editing.relabel(self._session.selection, kind), self)

    def _remove(self) -> None:
        from annotator import editing

        self._session.do(editing.remove(self._session.selection), self)

    # -- from the session

    def _show(self, opened: Opened | None) -> None:
        self.editor.edit(None)
        self._all = Every(opened.marks, opened.article.annotations) if opened else Every()
        self._guests.clear()
        self._show_cards()
        self._tell()

    def _show_cards(self) -> None:
        every = self._all.rows
        shown = filter(self.filters.passing(), every) if self.filters.on else every
        self.panel.show_cards(shown, newest=self.filters.newest)

    def _filter(self) -> None:
        """Show other cards, the selected ones among them whatever is chosen."""
        self._show_cards()
        self._guests.clear()
        self._select(self._session.selection)

    def _select(self, selection: tuple[Annotation, ...]) -> None:
        self._admit({one.id for one in selection})
        self.editor.edit(selection[0] if len(selection) == 1 else None)
        self.panel.select(one.id for one in selection)
        self.several.tell(len(selection))
        self._tell()

    def _admit(self, selected: set[str]) -> None:
        """What is selected has a card, though the filter hides others like it."""
        come = {one for one in selected if one in self._all and one not in self.panel.rows}
        gone = self._guests - selected
        self._guests = (self._guests - gone) | come
        if gone or come:
            self.panel.change(list(gone), [self._all[one] for one in come])

    def _follow(self, applied: Applied, _initiator: QObject | None) -> None:
        here = self._session.current.version.id if self._session.current else ""
        changes = [c for c in applied.edit.changes if c.within(here)]
        if not changes:
            return
        gone = [c.before.id for c in changes if c.before]
        come = [row_of(c.after) for c in changes if isinstance(c.after, Annotation)]
        self._all.change(gone, come)
        passes = self.filters.passing()
        chosen = {one.id for one in self._session.selection}
        self._guests -= set(gone)
        self._guests |= {card.id for card in come if card.id in chosen and not passes(card)}
        self.panel.change(gone, [card for card in come if passes(card) or card.id in chosen])
        self._tell()

    def _tell(self) -> None:
        shown = self.panel.shown
        self.filters.tell(self._all.rows, len(shown))
        self._hint.setText(_NONE_SHOWN if self._all else _NONE if self._session.current else _NO_STORY)
        self._hint.setVisible(not shown)
        self.clear_button.setVisible(bool(self._all) and not shown)
        self.panel.setVisible(bool(shown))
