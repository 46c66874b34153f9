"""Random walks through a library on disk, with undo, redo and restarts; a plain dict says what has to be there."""

import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from annotator import editing, mending
from annotator.anchoring import BadRange
from annotator.library import Library
from annotator.model.annotations import Annotation
from annotator.model.edits import Edit
from annotator.model.words import Kind, Status
from tests.shelf import Shelf

WORDS = "He said no. “We knew,” she said, “for weeks.” 😀 e\u0301 שלום 政府は述べた。"

KINDS, STATES = st.sampled_from(Kind), st.sampled_from(Status)
NOTES = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
RANGES = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), min_size=1, max_size=3)


def known(annotation: Annotation) -> Annotation:
    """What undo and redo bring back; when something was changed last, and that it was, is the library's."""
    return replace(annotation, updated_at="")


class Undoing(RuleBasedStateMachine):
    """`model` is what must be stored: annotations by id, articles with their titles. `done` and `undone` are stacks."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.library = self._open()
        self.model: dict[str, Annotation] = {}
        self.titles: dict[str, str] = {}
        self.done: list[tuple[dict, dict]] = []
        self.undone: list[tuple[dict, dict]] = []
        self.stories = 0
        # Random ids would sort differently each time, and hypothesis could not repeat what failed.
        self.new_id = map("i{:04}".format, count()).__next__

    def teardown(self):
        self.library.close()
        shutil.rmtree(self.folder)

    def _open(self) -> Library:
        return Library(self.folder / "library.db", annotator="checker")

    def _before(self):
        self.done.append((dict(self.model), dict(self.titles)))
        self.undone.clear()

    def _apply(self, edit: Edit):
        if not edit:
            return
        self._before()
        for change in self.library.apply(edit).edit.changes:
            if not isinstance(change.record, Annotation):
                continue
            if change.after is None:
                del self.model[change.record.id]
            else:
                self.model[change.record.id] = known(change.after)

    def _some(self, data) -> list[Annotation]:
        ids = data.draw(st.lists(st.sampled_from(sorted(self.model)), min_size=1, max_size=4, unique=True))
        return [self.library.annotation(one) for one in ids]

    # -- what a user does

    @precondition(lambda self: len(self.titles) < 3)
    @rule()
    def add_article(self):
        self._before()
        self.stories += 1
        version = Shelf(self.library, self.new_id).add(f"{WORDS} {self.stories}", title=f"Story {self.stories}")
        self.titles[version.article] = f"Story {self.stories}"

    @precondition(lambda self: self.titles)
    @rule(data=st.data(), kind=KINDS, ranges=RANGES, status=STATES, note=NOTES)
    def annotate(self, data, kind, ranges, status, note):
        article = self.library.listed(data.draw(st.sampled_from(sorted(self.titles))))
        text, existing = self.library.text(article.version), self.library.annotations(article.version)
        places = [(start, start + length) for start, length in ranges]
        if all(text[start:end].strip() for start, end in places):
            edit = editing.annotate(
                text, article.version, kind, places, self.new_id, existing=existing, status=status, note=note
            )
            self._apply(edit)

    @precondition(lambda self: self.model)
    @rule(data=st.data(), kind=KINDS)
    def relabel(self, data, kind):
        self._apply(editing.relabel(self._some(data), kind))

    @precondition(lambda self: self.model)
    @rule(data=st.data(), status=STATES)
    def set_status(self, data, status):
        self._apply(editing.set_status(self._some(data), status))

    @precondition(lambda self: self.model)
    @rule(data=st.data(), note=NOTES)
    def set_note(self, data, note):
        self._apply(editing.set_note(self._some(data)[0], note))

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def remove(self, data):
        self._apply(editing.remove(self._some(data)))

    @precondition(lambda self: self.model)
    @rule(data=st.data(), at=st.integers(0, 40), length=st.integers(0, 12))
    def mend(self, data, at, length):
        some = self._some(data)
        text = self.library.text(some[0].version)
        verbs = (
            lambda: mending.join(some, text),
            lambda: mending.split(some[0], text, (at, at + length), self.new_id),
            lambda: mending.identical(some[0], text, self.library.annotations(some[0].version), self.new_id),
            lambda: mending.add_part(some[0], text, (at, at + length)),
            lambda: mending.drop_part(some[0], text, at),
        )
        with suppress(BadRange):
            self._apply(data.draw(st.sampled_from(verbs))())

    @precondition(lambda self: self.titles)
    @rule(data=st.data(), title=NOTES)
    def describe_article(self, data, title):
        article = self.library.article(data.draw(st.sampled_from(sorted(self.titles))))
        edit = editing.describe_article(article, {"title": title, "publisher": title[::-1]})
        self._apply(edit)
        self.titles[article.id] = edit.changes[0].after.title if edit else article.title

    @precondition(lambda self: self.titles)
    @rule(data=st.data())
    def remove_article(self, data):
        article = self.library.article(data.draw(st.sampled_from(sorted(self.titles))))
        versions = self.library.versions(article.id)
        annotations = [a for version in versions for a in self.library.annotations(version.id)]
        self._apply(editing.remove_article(article, versions, annotations))
        del self.titles[article.id]

    @rule()
    def undo(self):
        applied = self.library.undo()
        assert bool(applied) == bool(self.done)
        if applied:
            self.undone.append((self.model, self.titles))
            self.model, self.titles = self.done.pop()

    @rule()
    def redo(self):
        applied = self.library.redo()
        assert bool(applied) == bool(self.undone)
        if applied:
            self.done.append((self.model, self.titles))
            self.model, self.titles = self.undone.pop()

    @rule()
    def reopen(self):
        self.library.close()
        self.library = self._open()

    # -- what always holds

    @invariant()
    def the_library_holds_what_the_model_holds(self):
        listed = self.library.articles()
        stored = {a.id: known(a) for article in listed for a in self.library.annotations(article.version)}

        assert (stored, {article.id: article.title for article in listed}) == (self.model, self.titles)

    @invariant()
    def the_library_is_whole(self):
        assert list(self.library.problems()) == []

    @invariant()
    def undo_and_redo_are_offered_where_there_are_any(self):
        assert (bool(self.library.undoable()), bool(self.library.redoable())) == (bool(self.done), bool(self.undone))


TestUndoing = Undoing.TestCase
TestUndoing.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
