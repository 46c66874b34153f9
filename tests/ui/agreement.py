"""Whether everything that shows annotations shows the same ones: the text, the cards, the file on disk, an export."""

import csv
import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QImage

from annotator.exporting import Options, export, exporter
from annotator.exporting.cells import unguard
from annotator.library import Library
from annotator.model.annotations import Annotation
from annotator.ui.app import Desktop
from annotator.ui.article_view.marks import Mark, marks_of
from annotator.ui.article_view.reading_position import scroll_value
from annotator.ui.article_view.view import ArticleView
from annotator.ui.cards.rows import row_of

EXPORTED = ("annotation_id", "kind", "status", "note", "tags", "start", "end", "spans", "text", "article_title")


@contextmanager
def on_disk(library: Library) -> Iterator[Library]:
    """What somebody would find who took the disk out now: the file and its log, opened elsewhere."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / library.path.name
        for end in ("", "-wal"):
            if (part := library.path.with_name(f"{library.path.name}{end}")).exists():
                shutil.copyfile(part, copy.with_name(f"{copy.name}{end}"))
        with Library(copy, annotator="reader", create=False) as found:
            yield found


def held(library: Library) -> dict[str, Annotation]:
    """Every annotation by its id."""
    return {a.id: a for listed in library.articles() for a in library.annotations(listed.version)}


def check(desktop: Desktop) -> None:
    """Fail where anything that can be seen, or taken away, is not what is on disk. Nothing may be half-done now."""
    library = desktop.library
    with on_disk(library) as found:
        stored, problems = held(found), list(found.problems())
        texts = {listed.version: found.text(listed.version) for listed in found.articles()}
        titles = {listed.version: listed.title for listed in found.articles()}
    assert problems == []
    assert held(library) == stored
    for a in stored.values():
        assert [texts[a.version][span.start : span.end] for span in a.spans] == [span.exact for span in a.spans]
    rows = sorted(_row(a, titles[a.version]) for a in stored.values())
    assert sorted(_csv(library)) == rows
    assert sorted(_json(library)) == rows
    _check_desk(desktop, stored)


def _check_desk(desktop: Desktop, stored: dict[str, Annotation]) -> None:
    current, pane, session = desktop.session.current, desktop.window.cards_pane, desktop.session
    version = current.version.id if current else ""
    here = [a for a in stored.values() if a.version == version]
    passes, chosen = pane.filters.passing(), {a.id for a in session.selection}
    cards = [card for a in here if (card := row_of(a)).id in chosen or passes(card)]
    tallies = [(row.annotations, row.done) for row in desktop.library.articles() if row.version == version]
    assert sorted(shown(desktop.window.article_pane.view)) == sorted(mark for a in here for mark in marks_of(a))
    assert sorted(pane.panel.shown) == sorted(cards)
    assert all(stored[a.id] == a for a in pane.panel._facts.values())
    assert [stored[a.id] for a in session.selection] == list(session.selection)
    assert tallies == ([(len(here), sum(a.status.done for a in here))] if current else [])


def shown(view: ArticleView) -> set[Mark]:
    """Every mark that the view would paint somewhere."""
    index = view._layout.index
    return {mark for number in range(len(index._starts)) for mark in index.of_paragraph(number)}


def _row(a: Annotation, title: str) -> tuple[str, ...]:
    spans = ";".join(f"{start}-{end}" for start, end in a.ranges) if len(a.spans) > 1 else ""
    return (a.id, a.kind, a.status, a.note, "; ".join(a.tags), str(a.start), str(a.end), spans, a.words, title)


def _csv(library: Library) -> list[tuple[str, ...]]:
    rows = csv.DictReader(io.StringIO(_exported(library, "csv").decode("utf-8-sig"), newline=""))
    return [tuple(unguard(row[name]) for name in EXPORTED) for row in rows]


def _json(library: Library) -> list[tuple[str, ...]]:
    return [tuple(str(row[name]) for name in EXPORTED) for row in json.loads(_exported(library, "json"))]


def _exported(library: Library, form: str) -> bytes:
    file = io.BytesIO()
    for _ in export(library, library.articles(), exporter(form), file, Options()):
        pass
    return file.getvalue()


def pictures(desktop: Desktop) -> tuple[QImage, QImage]:
    """What the text looks like now, and as a view would paint it that has seen nothing of what was done before."""
    view, current, session = desktop.window.article_pane.view, desktop.session.current, desktop.session
    reading = view._reading_now()
    fresh = ArticleView(desktop.look.theme)
    try:
        fresh.resize(view.size())
        fresh.setVerticalScrollBarPolicy(view.verticalScrollBarPolicy())
        fresh.set_zoom(view._styles.zoom)
        fresh.show_text(current.text, current.blocks, shown(view))
        fresh._set_cursor(*_ends(view), reveal=False)
        fresh.verticalScrollBar().setValue(scroll_value(fresh._layout, reading))
        fresh.select_marks(a.id for a in session.selection)
        fresh.set_grips(session.selection[-1].ranges if session.selection else ())
        fresh._layout.light(view._lighting._lit)
        for name in ("caret_ink", "caret_shown"):
            setattr(fresh._layout, name, getattr(view._layout, name))
        return _picture(view), _picture(fresh)
    finally:
        fresh.deleteLater()


def _ends(view: ArticleView) -> tuple[int, int]:
    cursor = view.textCursor()
    return view._offsets.offset(cursor.anchor()), view._offsets.offset(cursor.position())


def _picture(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage()
