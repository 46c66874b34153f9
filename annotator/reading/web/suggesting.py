"""What a page says of itself: title, byline, publisher, date and language, for the user to confirm."""

import json
from typing import TYPE_CHECKING

from annotator.reading.manuscript import Suggested
from annotator.reading.web.tree import MOST_ELEMENTS, Tree

if TYPE_CHECKING:
    from lxml.etree import _Element
    from trafilatura.settings import Document

_LANGUAGE = ("lang", "xml:lang", "{http://www.w3.org/XML/1998/namespace}lang")


def suggested_by(tree: Tree, url: str) -> Suggested:
    """What trafilatura finds in the page's own records; of a page beyond all measure, its title alone."""
    language = next((tree.root.get(name) for name in _LANGUAGE if tree.root.get(name)), "") or ""
    if tree.elements > MOST_ELEMENTS:
        return Suggested(title=tree.root.findtext(".//title") or "", language=language)
    found = _records(tree.root, url)
    return Suggested(
        title=found.title or "",
        byline=(found.author or "").replace("; ", ", "),
        publisher=found.sitename or "",
        date=found.date or "",
        language=language,
    )


def _records(root: "_Element", url: str) -> "Document":
    """Title and all that; broken records are taken out of the tree before, since they break their reader too."""
    from trafilatura.metadata import Document, extract_metadata

    for script in root.xpath("//script[contains(@type, 'json')]"):
        if not _is_json(script.text or ""):
            script.getparent().remove(script)
    try:
        return extract_metadata(root, default_url=url or None)
    except Exception:  # noqa: BLE001 - a library's stumble over a page's records must not cost the article
        return Document()


def _is_json(words: str) -> bool:
    """Whether a record can be read: it is JSON, and not nested without end."""
    try:
        json.loads(words)
    except (ValueError, RecursionError):
        return False
    return True
