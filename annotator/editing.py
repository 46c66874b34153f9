"""The verbs: values in, an Edit out. No clock, no database; whoever wants it done gives the Edit to `Library.apply`.

An Edit without changes is false: there is nothing to do.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.anchoring import describe
from annotator.model.annotations import Annotation, tidy
from annotator.model.documents import Article, Document, Original, Version
from annotator.model.edits import Change, Content, Edit, Record, Verb
from annotator.model.words import Kind, Status

NewId = Callable[[], str]
Range = tuple[int, int]
"""(start, end) in code points, end exclusive."""


def add_article(document: Document, original: Original, new_id: NewId) -> Edit:
    """A new article whose first version is this document."""
    article = Article(
        id=new_id(),
        title=document.title or original.file_name,
        publisher=document.publisher,
        byline=document.byline,
        date_published=document.date,
        source_url=document.url,
        language=document.language,
    )
    first, contents = version(document, original, article.id, 1, new_id)
    return Edit(Verb.ADD_ARTICLE, (Change(None, article), Change(None, first)), contents)


def version(
    document: Document, original: Original, article: str, number: int, new_id: NewId
) -> tuple[Version, tuple[Content, ...]]:
    """Draft number so much of an article, and the bytes that it names."""
    text = _content(document.text.encode("utf-8"))
    layout = _content(_layout(document))
    made = Version(
        id=new_id(),
        article=article,
        number=number,
        file_name=original.file_name,
        sha256=original.sha256,
        text=text.sha256,
        layout=layout.sha256,
        media_type=document.media_type,
        encoding=document.encoding,
        encoding_guessed=document.encoding_guessed,
        reader=original.reader,
        reader_version=original.reader_version,
        warnings=document.warnings,
    )
    return made, (Content(original.sha256, original.data), text, layout)


def _content(data: bytes) -> Content:
    return Content(hashlib.sha256(data).hexdigest(), data)


def _layout(document: Document) -> bytes:
    """Blocks, links, places and what was left out as JSON: lists, since a long article has many."""
    kept = {
        "blocks": [(block.start, block.end, block.role) for block in document.blocks],
        "links": [(link.start, link.end, link.url) for link in document.links],
        "places": [(place.start, place.kind, place.label) for place in document.places],
        "left_out": [(part.at, part.text) for part in document.left_out],
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def remove_article(article: Article, versions: Iterable[Version], annotations: Iterable[Annotation]) -> Edit:
    """Take an article out of the library with all its versions and annotations; undo brings it back whole."""
    records: list[Record] = [*annotations, *versions, article]
    return Edit(Verb.REMOVE_ARTICLE, tuple(Change(record, None) for record in records))


def describe_article(article: Article, said: Mapping[str, str]) -> Edit:
    """Say of an article what its file only suggested: title, publisher, date, by the names of an Article's fields.

    White space around each goes. An article has a title: an empty one changes nothing.
    """
    told = {name: words.strip() for name, words in said.items()}
    if not told.get("title"):
        told.pop("title", None)
    described = replace(article, **told)
    return Edit(Verb.DESCRIBE_ARTICLE, (Change(article, described),) if described != article else ())


def annotate(
    text: str,
    version: str,
    kind: Kind,
    ranges: Sequence[Range],
    new_id: NewId,
    *,
    existing: Iterable[Annotation] = (),
    status: Status = Status.UNCHECKED,
    note: str = "",
    tags: Iterable[str] = (),
) -> Edit:
    """Mark these words of a version's text.

    White space at both ends goes, and no grapheme cluster is cut. Nothing to do where one of `existing` has the same
    kind on the same words. Raises BadRange where nothing is left to mark.
    """
    spans = describe(text, ranges)
    made = Annotation(id=new_id(), version=version, kind=kind, spans=spans, status=status, note=note, tags=tidy(tags))
    known = any(a.version == version and a.kind == kind and a.ranges == made.ranges for a in existing)
    return Edit(Verb.ANNOTATE, () if known else (Change(None, made),))


def respan(annotation: Annotation, text: str, ranges: Sequence[Range]) -> Edit:
    """Move an annotation to these ranges of its version's text; the ones it has already change nothing.

    They are tidied as in `annotate`, and raise BadRange as there. Kind, status and note stay.
    """
    return _set(Verb.RESPAN, ((annotation, replace(annotation, spans=describe(text, ranges))),))


def together(verb: Verb, edits: Iterable[Edit]) -> Edit:
    """Several edits of one verb as one: done, logged and undone as one."""
    parts = tuple(edits)
    return Edit(
        verb,
        tuple(change for edit in parts for change in edit.changes),
        tuple(content for edit in parts for content in edit.contents),
    )


def relabel(annotations: Iterable[Annotation], kind: Kind) -> Edit:
    """Give every annotation this kind; those that have it already are left alone."""
    return _set(Verb.RELABEL, ((a, replace(a, kind=kind)) for a in annotations))


def set_status(annotations: Iterable[Annotation], status: Status) -> Edit:
    """Give every annotation this status; those that have it already are left alone."""
    return _set(Verb.SET_STATUS, ((a, replace(a, status=status)) for a in annotations))


def set_note(annotation: Annotation, note: str) -> Edit:
    """Write a note; the same words change nothing, and white space alone is none."""
    return _set(Verb.SET_NOTE, ((annotation, replace(annotation, note=note if note.strip() else "")),))


def set_tags(annotations: Iterable[Annotation], tags: Iterable[str]) -> Edit:
    """Give every annotation just these tags; those that have them already are left alone."""
    tags = tidy(tags)
    return _set(Verb.SET_TAGS, ((a, replace(a, tags=tags)) for a in annotations))


def add_tag(annotations: Iterable[Annotation], tag: str) -> Edit:
    """Put a tag behind the others of every annotation that does not have it."""
    return _set(Verb.SET_TAGS, ((a, replace(a, tags=tidy((*a.tags, tag)))) for a in annotations))


def remove_tag(annotations: Iterable[Annotation], tag: str) -> Edit:
    """Take a tag from every annotation that has it."""
    gone = tidy((tag,))
    return _set(Verb.SET_TAGS, ((a, replace(a, tags=tuple(t for t in a.tags if t not in gone))) for a in annotations))


def remove(annotations: Iterable[Annotation]) -> Edit:
    """Take annotations away; undo brings them back as they were."""
    return Edit(Verb.REMOVE, tuple(Change(annotation, None) for annotation in annotations))


def _set(verb: Verb, pairs: Iterable[tuple[Annotation, Annotation]]) -> Edit:
    return Edit(verb, tuple(Change(before, after) for before, after in pairs if before != after))
