"""A real library on disk, filled in a line each."""

import hashlib
from pathlib import Path

from annotator import editing
from annotator.ids import new_id
from annotator.library import Library
from annotator.model.annotations import Annotation
from annotator.model.documents import Document, Original, Place, Version
from annotator.model.words import Kind, Status

STORY = "Prices rose\n\nPrices rose by 4 percent. “We knew,” she said, “for weeks.”\n\nOfficials said no more."


class Shelf:
    """Puts stories into a library and marks words of them. `ids` makes the ids."""

    def __init__(self, library: Library, ids=new_id):
        self.library, self.ids = library, ids

    def add(
        self, text: str = STORY, name: str = "story.txt", title: str = "", places: tuple[Place, ...] = ()
    ) -> Version:
        data = text.encode()
        document = Document(text=text, media_type="text/plain", encoding="utf-8", title=title, places=places)
        sha256 = hashlib.sha256(data).hexdigest()
        original = Original(file_name=name, data=data, sha256=sha256, reader="text", reader_version=1)
        edit = editing.add_article(document, original, self.ids)
        self.library.apply(edit)
        return self.library.version(edit.changes[1].after.id)

    def mark(self, version: Version, *words: str, kind=Kind.CLAIM, status=Status.UNCHECKED, note="") -> Annotation:
        """Mark the first of each of these words, as one annotation."""
        text = self.library.text(version.id)
        ranges = [(text.index(word), text.index(word) + len(word)) for word in words]
        edit = editing.annotate(text, version.id, kind, ranges, self.ids, status=status, note=note)
        applied = self.library.apply(edit)
        return applied.edit.changes[0].after


def filled(path: Path, annotations: int = 3) -> Path:
    """A closed library with one story and so many annotations."""
    with Library(path, annotator="checker") as library:
        shelf = Shelf(library)
        text = "\n\n".join(f"Sentence {n} says something that is {n} words long." for n in range(annotations + 1))
        version = shelf.add(text)
        edits = [
            editing.annotate(text, version.id, Kind.CLAIM, [(place, place + 8)], new_id, note="n" * 200)
            for n in range(annotations)
            if (place := text.index(f"Sentence {n} ")) >= 0
        ]
        library.apply(editing.together(editing.Verb.ANNOTATE, edits))
    return path
