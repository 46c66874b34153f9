"""A story that came by itself may be the next draft of another one."""

from collections import Counter

from annotator import drafting, editing
from annotator.drafting import Draft
from annotator.ids import new_id
from annotator.library import Library, Listed
from annotator.model.edits import Verb
from annotator.text import paragraphs, words

_PARAGRAPHS, _WORDS = 5, 8
"""So many paragraphs of a story are looked for in others, by so many of their first words."""


def resembling(library: Library, story: Listed) -> Listed | None:
    """Another story that has half of this one's longest paragraphs, by their first words; None where none has."""
    text = library.text(story.version)
    longest = sorted(paragraphs(text), key=lambda span: span[0] - span[1])[:_PARAGRAPHS]
    found = Counter[str]()
    for start, end in longest:
        sample = " ".join(text[slice(*word)] for word in words(text, start, end)[:_WORDS])
        found.update({hit.article for hit in library.search(f'"{sample}"')} - {story.id} if sample else ())
    best = found.most_common(1)
    return library.listed(best[0][0]) if best and best[0][1] >= max(2, len(longest) / 2) else None


def joining(library: Library, known: Listed, story: Listed) -> Draft:
    """The edit that makes a story without annotations the next draft of a known one."""
    newest, lone = library.versions(known.id)[-1], library.versions(story.id)
    text, other = library.text(newest.id), library.text(lone[-1].id)
    draft = drafting.adopt(newest, text, library.annotations(newest.id), lone[-1], other, new_id)
    removed = editing.remove_article(library.article(story.id), lone, ())
    return draft._replace(edit=editing.together(Verb.ADD_DRAFT, (draft.edit, removed)))
