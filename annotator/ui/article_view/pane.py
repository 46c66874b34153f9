"""The article with its header, joined to the session: keys and clicks become edits, edits become marks."""

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ids import new_id
from annotator.library import Applied
from annotator.model.annotations import Annotation
from annotator.model.edits import Verb
from annotator.model.words import Kind
from annotator.ui import sizes
from annotator.ui.article_view.brush import Brush, pointer
from annotator.ui.article_view.header import ArticleHeader
from annotator.ui.article_view.marks import Mark, marks_of
from annotator.ui.article_view.mending import Mending
from annotator.ui.article_view.view import ArticleView
from annotator.ui.look import Look
from annotator.ui.session import Opened, Session
from annotator.ui.settings import Settings

if TYPE_CHECKING:
    from annotator.ui.article_view.find_bar import FindBar
    from annotator.ui.article_view.offer_bar import OfferBar
    from annotator.ui.article_view.strip import Strip

_BEAM = Qt.CursorShape.IBeamCursor


class ArticlePane(QWidget):
    """Shows the open article. The verbs of the window's actions that concern the text are here."""

    told = Signal(str)
    zoomed = Signal(int)
    hovered = Signal(str)

    def __init__(self, session: Session, look: Look, settings: Settings) -> None:
        super().__init__()
        self._session, self._look, self._settings = session, look, settings
        self._quiet = False
        self._shown = ""
        self._made, self._made_at = "", 0.0
        """What the key of a kind has made of the sentence at the caret, and when: the same key again widens it."""

        self._find_bar: FindBar | None = None
        self._offer: OfferBar | None = None
        self._strip: Strip | None = None
        self.header, self.view = ArticleHeader(look), ArticleView(look.theme)
        self.setAccessibleName("Story")
        self.view.setAccessibleName("Text of the story")
        # Before this pane hears of an edit, an edge that is being moved must be back where it was.
        self.mending = Mending(session, self.view)
        self.mending.told.connect(self.told)
        self.brush = Brush(self)
        self.brush.changed.connect(self._show_brush)
        self.view.swept.connect(self._brush_on)
        self.view.escaped.connect(self.brush.put_away)
        session.opened.connect(self.brush.put_away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._reading = QHBoxLayout()
        self._reading.setSpacing(0)
        self._reading.addWidget(self.view, 1)
        column.addLayout(self._reading, 1)
        self._show(session.current)
        session.opened.connect(self._show)
        self.header.draft_chosen.connect(self._read_draft)
        session.edited.connect(self._follow)
        session.selected.connect(self._show_selection)
        self.view.clicked_at.connect(self._pick)
        self.view.lane_clicked.connect(self._pick_lane)
        self.view.hovered.connect(self.hovered)
        self.view.moved.connect(self._leave_selection)
        look.changed.connect(self._wear)

    @property
    def find_bar(self) -> "FindBar":
        """The bar that finds words in the article, hidden until it is asked to open."""
        if self._find_bar is None:
            from annotator.ui.article_view.find_bar import FindBar

            self._find_bar = FindBar(self._session, self.view, self._look)
            self._find_bar.hide()
            column = self.layout()
            assert isinstance(column, QVBoxLayout)
            column.insertWidget(1, self._find_bar)
        return self._find_bar

    @property
    def offer(self) -> "OfferBar":
        """The bar with a question about the article, hidden until it has one."""
        if self._offer is None:
            from annotator.ui.article_view.offer_bar import OfferBar

            self._offer = OfferBar()
            column = self.layout()
            assert isinstance(column, QVBoxLayout)
            column.insertWidget(1, self._offer)
        return self._offer

    def show_margins(self, *, shown: bool) -> None:
        """Whether lanes and the strip are shown; before there is a strip, whether room is left for it.

        The strip is the scroll bar while it is there.
        """
        self.view.show_lanes(shown=shown)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if shown else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.view.setVerticalScrollBarPolicy(policy)
        if self._strip:
            self._strip.setVisible(shown)
        else:
            self._reading.setContentsMargins(0, 0, sizes.STRIP if shown else 0, 0)

    @property
    def strip(self) -> "Strip":
        """The map of the article, in the place of its scroll bar."""
        if self._strip is None:
            from annotator.ui.article_view.strip import Strip

            self._strip = Strip(self.view)
            self._reading.setContentsMargins(0, 0, 0, 0)
            self._reading.addWidget(self._strip)
        return self._strip

    def _wear(self) -> None:
        self.view.set_look(self._look.theme)
        self._show_brush("")

    def set_zoom(self, percent: int) -> None:
        """The text's size in percent."""
        self.view.set_zoom(percent)
        self.zoomed.emit(percent)

    # -- what the keys do

    def press(self, kind: Kind) -> None:
        """The key of a kind: mark, or relabel; where there is nothing to mark, take its brush."""
        from annotator import marking  # with all that knows of sentences: not before the first paint
        from annotator.anchoring import BadRange

        current = self._session.current
        if current is None:
            return
        selection, caret = self.view.selected_range(), self.view.caret()
        if selection is None and self.brush.kind:
            self._take_brush(kind)
            return
        here = [self._annotation(mark.id) for mark in self.view.marks_at(selection[0] if selection else caret)]
        chosen = self._session.selection[-1] if self._session.selection else None
        try:
            edit = marking.press(
                kind,
                current.text,
                current.version.id,
                new_id,
                selection=selection,
                caret=caret,
                here=here,
                chosen=None if selection else chosen,
                made=chosen if chosen and chosen.id == self._made else None,
                since=monotonic() - self._made_at,
            )
        except BadRange as error:
            if selection is None:
                self._take_brush(kind)
            else:
                self.told.emit(str(error))
            return
        if not self._session.do(edit, self):
            if not edit:
                self.told.emit(f"Already a {kind}")
        elif selection:
            self.view.place_caret(self._session.selection[-1].end, reveal=False)
        elif edit.verb is not Verb.RELABEL:
            self._made, self._made_at = edit.changes[0].record.id, monotonic()

    def _take_brush(self, kind: Kind) -> None:
        if self._session.library.writable:
            self.brush.take(kind)
        else:
            self.told.emit("This library is read-only, so nothing can be marked")

    def _show_brush(self, _words: str) -> None:
        """The mouse over the text says what it would mark."""
        kind = self.brush.kind
        shape = pointer(kind, self._look.theme, self.devicePixelRatioF()) if kind else QCursor(_BEAM)
        self.view.set_pointer(shape)

    def _brush_on(self) -> None:
        """Words were swept: with a brush they are marked at once."""
        if self.brush.kind:
            self.press(self.brush.kind)

    def deselect(self) -> None:
        """Put the brush away and select nothing."""
        self.brush.put_away()
        self._session.select(())

    def brush_with(self, kind: Kind) -> None:
        """Take the brush of a kind wherever the caret is; the one that is held already is put away."""
        if self.brush.kind is kind:
            self.brush.put_away()
        elif self._session.current:
            self._take_brush(kind)

    def _annotation(self, annotation_id: str) -> Annotation:
        return self._session.library.annotation(annotation_id)

    def remove(self) -> None:
        """Take the selected annotations away."""
        from annotator import editing

        count = len(self._session.selection)
        what = self._session.selection[-1].kind if count == 1 else f"{count:,} annotations"
        if self._session.do(editing.remove(self._session.selection), self):
            self.told.emit(f"Removed {what}; undo brings it back")

    def step(self, *, forward: bool) -> None:
        """Select the next annotation, or the one before, of the selected one or of the caret."""
        current, selection = self._session.current, self._session.selection
        if current is None:
            return
        place: int | Annotation = selection[-1] if selection else self.view.caret()
        found = self._session.library.beside(current.version.id, place, forward=forward)
        if found is None:
            self.told.emit("No annotation after this one" if forward else "No annotation before this one")
            return
        self._session.select([found.id])
        self.view.place_caret(found.start, reveal=False)
        self.view.reveal(found.start, found.end)

    def go_to(self, article: str, annotation: str, start: int, end: int) -> None:
        """Open an article at an annotation, or else with these words selected."""
        current = self._session.current
        if current is None or current.article.id != article:
            self._session.open(article)
        self.view.setFocus()
        if annotation:
            self._session.select([annotation])
            self.view.place_caret(start, reveal=False)
            self.view.reveal(start, end)
        else:
            self.view.select_range(start, end)

    def look_for(self) -> None:
        """Open the bar that finds words."""
        self.find_bar.open_bar()

    def step_hit(self, *, forward: bool) -> None:
        """Go to the next hit of what was looked for, or to the one before."""
        self.find_bar.step(1 if forward else -1)

    def _pick(self, offset: int) -> None:
        """A click: the smallest annotation there; again, the next one under it; beside all, none."""
        picked = self.view.pick_at(offset)
        if picked or self._session.selection:
            self._session.select([picked.id] if picked else [])

    def _pick_lane(self, annotation: str) -> None:
        """The caret goes to its start: keys are about what is selected, and the view keeps still."""
        self._session.select([annotation])
        self.view.place_caret(self._session.selection[-1].start, reveal=False)

    def _leave_selection(self) -> None:
        """The caret goes elsewhere: what is selected is no longer what the next key is about."""
        selection = self._session.selection
        if selection and not (self._quiet or self.mending.active) and self.view.selected_range() is None:
            caret = self.view.caret()
            if not any(a.start <= caret <= a.end for a in selection):
                self._session.select([])

    # -- what the session says

    def _show(self, opened: Opened | None) -> None:
        """Another article, at the place where it was left."""
        self._quiet = True
        self.remember_place()
        self._shown = opened.version.id if opened else ""
        if opened is None:
            self.view.clear_text()
        else:
            self.header.show_article(opened)
            self.header.show_left_out(len(self._session.library.layout(opened.version.id).left_out))
            self.header.show_progress(opened.article.done, opened.article.annotations)
            marks = (Mark(m.start, m.end, m.kind, m.id, m.status.done) for m in opened.marks)
            self.view.show_text(opened.text, opened.blocks, marks)
            if place := self._settings.place(opened.version.id):
                self.view.go_back(place)
        self._quiet = False

    def _read_draft(self, version: str) -> None:
        if current := self._session.current:
            self._session.open(current.article.id, version)

    def remember_place(self) -> None:
        """The story that is shown begins here the next time, also after another start."""
        if self._shown:
            self._settings.remember_place(self._shown, self.view.place())

    def _follow(self, applied: Applied, initiator: QObject | None) -> None:
        current = self._session.current
        if current and applied.edit.of_articles:
            self.header.show_article(current)
        here = [
            (change.before, change.after)
            for change in applied.edit.changes
            if current and change.within(current.version.id)
        ]
        if current is None or not here:
            return
        gone = [mark for before, _ in here if isinstance(before, Annotation) for mark in marks_of(before)]
        come = [mark for _, after in here if isinstance(after, Annotation) for mark in marks_of(after)]
        self.view.change_marks(gone, come)
        listed = self._session.library.listed(current.article.id)
        self.header.show_progress(listed.done, listed.annotations)
        if initiator is None and applied.undoes:
            places = [a for pair in here for a in pair if isinstance(a, Annotation)]
            self.view.reveal(min(a.start for a in places), min(a.end for a in places))

    def _show_selection(self, selection: tuple[Annotation, ...]) -> None:
        self.view.set_grips(selection[-1].ranges if selection else ())
        self.view.select_marks(one.id for one in selection)
        if selection and not self.view.hasFocus():
            self.view.reveal(selection[-1].start, selection[-1].end)
