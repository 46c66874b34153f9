"""From the bytes of a page to the Document: the one door for whoever holds one (mail, archives)."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.model.documents import Document
from annotator.model.words import Role
from annotator.reading.files import AS_IT_IS, Asked
from annotator.reading.manuscript import Manuscript
from annotator.reading.names import stem_title
from annotator.reading.unreadable import Code, Refused
from annotator.reading.web.charset import characters
from annotator.reading.web.choosing import chosen
from annotator.reading.web.passages import Passage, passages_of
from annotator.reading.web.suggesting import suggested_by
from annotator.reading.web.tree import MOST_ELEMENTS, Tree, address_of, tree_of

_TOO_MANY = "It has more elements than any article: it was read by simpler rules, so look whether all of it is here."
_UNSEEN = "All that it says is hidden until a script shows it: it was read all the same."
_NOWHERE = Path()


class Said(NamedTuple):
    """What others say of a page that they hold: where it was, and the charset it came with."""

    url: str = ""
    charset: str = ""


_NOTHING = Said()


def document_of(data: bytes, said: Said = _NOTHING, asked: Asked = AS_IT_IS, path: Path = _NOWHERE) -> Document:
    """The article on a page. To be called in a child process: what parses it cannot be interrupted.

    Links that are not whole are led from `said.url`. `path` is where a title is taken from that the page does not
    give. Raises Refused where the page shows no words.
    """
    read = characters(data, said.charset, asked.encoding)
    tree = tree_of(read.text)
    url = said.url or address_of(tree, read.text)
    passages = passages_of(tree.root, url)
    was_unseen = not passages and bool(passages := passages_of(tree.root, url, unseen=True))
    if not passages:
        raise Refused(Code.SCRIPTED if "<script" in read.text.lower() else Code.NO_TEXT)
    suggested = suggested_by(tree, url)
    taken = range(len(passages)) if asked.whole else _article(tree, passages, suggested.title)
    manuscript = _written(passages, taken)
    title = suggested.title or manuscript.first_heading or stem_title(path)
    return manuscript.document(
        "text/html",
        suggested._replace(title=title, url=url),
        warnings=_warnings(read.warning, tree, was_unseen=was_unseen),
        encoding=read.encoding,
        encoding_guessed=read.guessed,
    )


def _warnings(of_charset: str, tree: Tree, *, was_unseen: bool) -> tuple[str, ...]:
    too_many = _TOO_MANY if tree.elements > MOST_ELEMENTS else ""
    return tuple(filter(None, (of_charset, *tree.warnings, too_many, _UNSEEN if was_unseen else "")))


def _article(tree: Tree, passages: Sequence[Passage], title: str) -> Collection[int]:
    """The passages of the article by number, with the headline above it; all where nothing looks like an article."""
    taken = chosen(tree, passages)
    if not taken:
        return range(len(passages))
    headline = _headline(passages[: min(taken)], title)
    return taken if headline is None else taken | {headline}


def _headline(above: Sequence[Passage], title: str) -> int | None:
    """The last main heading before the article, if the page is called by it."""
    heads = [n for n, p in enumerate(above) if p.role is Role.HEADING and p.words and p.words in title]
    return heads[-1] if heads else None


def _written(passages: Sequence[Passage], taken: Collection[int]) -> Manuscript:
    manuscript = Manuscript()
    for number, passage in enumerate(passages):
        if number not in taken:
            manuscript.leave_out(passage.words)
            continue
        for words, link in passage.runs:
            manuscript.write(words, link)
        manuscript.end(passage.role)
    return manuscript
