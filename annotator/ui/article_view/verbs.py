"""Mending, and walking by the sentence: what their keys do to the open article, and what is said of it."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu

from annotator.errors import AnnotatorError
from annotator.ids import new_id
from annotator.library import Applied
from annotator.model.annotations import Annotation
from annotator.model.edits import Edit, Verb
from annotator.model.words import Kind
from annotator.ui import wording
from annotator.ui.article_view.pane import ArticlePane
from annotator.ui.icons import swatch
from annotator.ui.look import Look
from annotator.ui.session import Opened, Session

_LISTED = 48
"""Characters of an annotation in the list of those at the caret."""
_AHEAD = 20
"""So many annotations further on, at most, one is looked for that can be merged with the selected one."""


class Verbs(QObject):
    """The acts beyond marking and removing. `told` is a remark for the status bar."""

    told = Signal(str)

    def __init__(self, session: Session, pane: ArticlePane, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._pane, self._look = session, pane, look
        self._last = ""
        """The annotation that was selected last: selecting other words in the text lets it go before “+” is pressed."""
        session.selected.connect(self._remember)
        session.opened.connect(self._forget)
        session.edited.connect(self._offer)

    def acts(self) -> dict[str, Callable[[], object]]:
        """What each action of the table does."""
        return {f"add_to_{kind}": partial(self._add_part, kind) for kind in Kind} | {
            "add_part": self._add_part,
            "drop_part": self._drop_part,
            "split": self._split,
            "join": self._join,
            "identical": self._identical,
            "next_sentence": partial(self._walk, forward=True),
            "previous_sentence": partial(self._walk, forward=False),
            "untouched": self._go_untouched,
        }

    # -- mending

    def _add_part(self, kind: Kind | None = None) -> None:
        """The selected words become a part of the selected annotation, if it is of this kind."""
        from annotator import mending

        current, part, target = self._session.current, self._pane.view.selected_range(), self._target()
        if current is None or target is None:
            self.told.emit("Select an annotation first, then more words, then press +")
        elif kind and target.kind is not kind:
            self.told.emit(f"The selected annotation is a {target.kind}: + adds to it")
        elif part is None:
            self.told.emit("Select the words that belong to it too, then press +")
        elif self._do(lambda: mending.add_part(target, current.text, part), f"Already part of this {target.kind}"):
            self._pane.view.place_caret(part[1], reveal=False)
            self._session.select([target.id])
            self.told.emit(f"Added to {target.kind} “{wording.cut(target.words, _LISTED)}”")

    def _drop_part(self) -> None:
        from annotator import mending

        chosen, caret = self._chosen("Select an annotation first, then press −"), self._pane.view.caret()
        if chosen and self._do(lambda: mending.drop_part(chosen, self._text(), caret)):
            self.told.emit(f"Took a part of the {chosen.kind} away")

    def _split(self) -> None:
        from annotator import mending

        view, chosen = self._pane.view, self._target()
        place = view.selected_range() or (view.caret(), view.caret())
        if chosen is None:
            self.told.emit("Select an annotation first, then put the caret where to split it")
        elif self._do(lambda: mending.split(chosen, self._text(), place, new_id)):
            view.place_caret(self._session.selection[-1].start, reveal=False)
            self.told.emit(f"Split into two {wording.KINDS[chosen.kind]}")

    def _join(self) -> None:
        from annotator import mending

        if chosen := self._chosen("Select the annotations to merge first"):
            several, text = list(self._session.selection), self._text()
            if len(several) == 1:
                several += mending.partners(chosen, text, self._near(chosen))
            if self._do(lambda: mending.join(several, text)):
                first = min(several, key=lambda a: (a.start, a.end, a.id))
                self._session.select([first.id])
                self.told.emit(f"Merged {len(several):,} {wording.KINDS[chosen.kind]} into one")

    def _identical(self) -> None:
        from annotator import mending

        chosen = self._chosen("Mark the words first, then A marks every other place that has them")
        if chosen is None:
            return
        existing, count = self._session.library.annotations(chosen.version), 0

        def found() -> Edit:
            nonlocal count
            edit = mending.identical(chosen, self._text(), existing, new_id)
            count = len(edit.changes)
            return edit

        if self._do(found, "No other place with these words is left to mark"):
            self._session.select([chosen.id])
            self.told.emit(f"Marked {wording.count(count, 'other place', 'other places')} with the same words")

    def _do(self, make: Callable[[], Edit], otherwise: str = "") -> bool:
        """Do the edit; what refuses it, and that there is nothing to do, is said."""
        try:
            edit = make()
        except AnnotatorError as error:
            self.told.emit(str(error))
            return False
        if not edit and otherwise:
            self.told.emit(otherwise)
        return self._session.do(edit, self)

    # -- which annotation is meant

    def _chosen(self, otherwise: str) -> Annotation | None:
        """The selected annotation, the newest of several; where there is none, that is said."""
        selection = self._session.selection
        if not selection:
            self.told.emit(otherwise)
        return selection[-1] if selection else None

    def _target(self) -> Annotation | None:
        """The selected annotation; while other words are selected in the text, the one that was before."""
        if self._session.selection:
            return self._session.selection[-1]
        chosen = self._last if self._pane.view.selected_range() else ""
        try:
            return self._session.library.annotation(chosen) if chosen else None
        except AnnotatorError:
            return None  # it was removed

    def _near(self, annotation: Annotation) -> Iterator[Annotation]:
        """Those of its kind that may be nearly the same, or beside it."""
        library, place = self._session.library, annotation
        yield from self._alike(annotation)
        for _ in range(_AHEAD):
            found = library.beside(annotation.version, place, forward=True)
            if found is None:
                return
            if found.kind is annotation.kind:
                yield found
            place = found

    def _alike(self, annotation: Annotation) -> list[Annotation]:
        """Those nearly the same: what shares four fifths of the words holds the middle of one of the spans."""
        from annotator.mending import nearly_same

        middles = [(start + end) // 2 for start, end in annotation.ranges]
        ids = {m.id for at in middles for m in self._pane.view.marks_at(at) if m.kind is annotation.kind}
        others = map(self._session.library.annotation, sorted(ids - {annotation.id}))
        return [other for other in others if nearly_same(annotation, other, self._text())]

    def _text(self) -> str:
        return self._session.current.text if self._session.current else ""

    def _remember(self, selection: tuple[Annotation, ...]) -> None:
        if selection:
            self._last = selection[-1].id

    def _forget(self, _opened: Opened | None) -> None:
        self._last = ""

    def _offer(self, applied: Applied, _initiator: QObject | None) -> None:
        """After a mark or a move that makes a near-duplicate: say so, and the key that merges them."""
        edit, current = applied.edit, self._session.current
        if current is None or applied.undoes or edit.verb not in (Verb.ANNOTATE, Verb.RESPAN) or len(edit.changes) > 1:
            return
        made = edit.changes[0].after
        if isinstance(made, Annotation) and made.version == current.version.id and self._alike(made):
            self.told.emit(f"Nearly the same as another {made.kind}: M merges them")

    # -- walking

    def _walk(self, *, forward: bool) -> None:
        from annotator.walking import sentence_beside

        found = sentence_beside(self._text(), self._pane.view.caret(), forward=forward)
        if found:
            self._go(found)
        else:
            self.told.emit("No sentence after this one" if forward else "No sentence before this one")

    def _go_untouched(self) -> None:
        from annotator.walking import next_untouched

        current, caret = self._session.current, self._pane.view.caret()
        if current is None:
            return
        marked = ((mark.start, mark.end) for mark in self._session.library.marks(current.version.id))
        found = next_untouched(current.text, caret, marked)
        if found is None:
            self.told.emit("Every sentence has an annotation")
        else:
            self._go(found)
            self.told.emit("From the top again" if found[0] <= caret else "")

    def _go(self, sentence: tuple[int, int]) -> None:
        self._pane.view.place_caret(sentence[0])
        self._pane.view.reveal(*sentence)

    # -- several at the caret

    def pick(self) -> bool:
        """Select what is at the caret: the only annotation, or one of a list. Whether there is any."""
        view, caret = self._pane.view, self._pane.view.caret()
        marks = view.marks_at(caret) or view.marks_at(caret - 1)
        found = [self._session.library.annotation(name) for name in dict.fromkeys(mark.id for mark in marks)]
        if len(found) == 1:
            self._session.select([found[0].id])
        elif found:
            self._list(found)
        else:
            self.told.emit("No annotation at the caret: N goes to the next one")
        return bool(found)

    def _list(self, found: Iterable[Annotation]) -> None:
        menu = QMenu(self._pane)
        menu.setObjectName("at_caret")
        menu.setAccessibleName("Annotations at the caret")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for annotation in found:
            words = wording.plain(wording.cut(annotation.words, _LISTED)).replace("&", "&&")
            action = menu.addAction(swatch(Kind(annotation.kind), self._look.theme), f"\u2068{words}\u2069")
            action.triggered.connect(partial(self._session.select, (annotation.id,)))
        menu.setActiveAction(menu.actions()[0])
        view = self._pane.view
        menu.popup(view.viewport().mapToGlobal(view.cursorRect().bottomLeft()))
