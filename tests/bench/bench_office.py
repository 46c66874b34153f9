"""Word processors' files: paragraphs of real articles that are lost, or added, on the way through LibreOffice.

Each article becomes a draft with headings, lists, quotations, tables, notes, links, bold letters within words and
tracked changes; LibreOffice saves it in every format, and what is read of it is compared with what the accepted draft
says.
Without `soffice` the drafts are read as we write them, and without the articles the sample stands for them.
"""

import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

from harness import Row, row

from annotator.reading import read, suffixes

ARTICLES = Path(
    os.environ.get("ANNOTATOR_ARTICLES", Path(__file__).resolve().parents[2].parent / "shared" / "articles")
)
_SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "harbour-tunnel.txt"
FORMATS = ("docx", "odt", "fodt", "rtf", "doc", "epub")
DELETIONS_SHOWN = ("epub",)
"""LibreOffice writes what was deleted into e-books as if it were not: there it must be read."""

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_HEAD = (
    "<?xml version='1.0'?><office:document office:mimetype='application/vnd.oasis.opendocument.text' "
    f"office:version='1.2' xmlns:office='{_OASIS}:office:1.0' xmlns:text='{_OASIS}:text:1.0' "
    f"xmlns:table='{_OASIS}:table:1.0' xmlns:style='{_OASIS}:style:1.0' xmlns:fo='{_OASIS}:xsl-fo-compatible:1.0' "
    "xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:dc='http://purl.org/dc/elements/1.1/'><office:automatic-styles>"
    "<style:style style:name='B' style:family='text'><style:text-properties fo:font-weight='bold'/></style:style>"
    "</office:automatic-styles><office:body><office:text>"
)
_FOOT = "</office:text></office:body></office:document>"
_CHANGE = "<office:change-info><dc:creator>Ana</dc:creator><dc:date>2026-11-24T10:00:00</dc:date></office:change-info>"
_GONE = "DELETED"


class Draft:
    """A flat OpenDocument text, and the paragraphs that a reader must find in it."""

    def __init__(self, paragraphs: list[str]) -> None:
        self.expected: list[str] = []
        self._changes: list[str] = []
        makers = (self._plain, self._heading, self._item, self._quotation, self._row, self._styled, self._changed)
        body = "".join(makers[number % len(makers)](words) for number, words in zip(count(), paragraphs, strict=False))
        changes = f"<text:tracked-changes>{''.join(self._changes)}</text:tracked-changes>"
        self.xml = _HEAD.replace("'", '"') + changes + body + _FOOT

    def _plain(self, words: str) -> str:
        note = f"Note {len(self.expected)}: says the port authority."
        self.expected += [words, note]
        return (
            f"<text:p>{escape(words)}<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
            f"<text:note-body><text:p>{note}</text:p></text:note-body></text:note></text:p>"
        )

    def _heading(self, words: str) -> str:
        self.expected.append(words)
        return f"<text:h text:outline-level='2'>{escape(words)}</text:h>"

    def _item(self, words: str) -> str:
        self.expected.append(words)
        return f"<text:list><text:list-item><text:p>{escape(words)}</text:p></text:list-item></text:list>"

    def _quotation(self, words: str) -> str:
        self.expected.append(words)
        return f"<text:p text:style-name='Quotations'>{escape(words)}</text:p>"

    def _row(self, words: str) -> str:
        left, right = words[: len(words) // 2].strip(), words[len(words) // 2 :].strip()
        self.expected.append(f"{left}\t{right}")
        cells = "".join(f"<table:table-cell><text:p>{escape(p)}</text:p></table:table-cell>" for p in (left, right))
        columns = "<table:table-column table:number-columns-repeated='2'/>"
        return f"<table:table>{columns}<table:table-row>{cells}</table:table-row></table:table>"

    def _styled(self, words: str) -> str:
        self.expected.append(words)
        first, second, third = words[:3], words[3:9], words[9:]
        return (
            f"<text:p>{escape(first)}<text:span text:style-name='B'>{escape(second)}</text:span>"
            f"<text:a xlink:href='https://example.org/a'>{escape(third)}</text:a></text:p>"
        )

    def _changed(self, words: str) -> str:
        self.expected.append(words)
        number = len(self._changes)
        deletion = f"<text:deletion>{_CHANGE}<text:p>{_GONE}</text:p></text:deletion>"
        insertion = f"<text:insertion>{_CHANGE}</text:insertion>"
        self._changes += [
            f"<text:changed-region text:id='c{number + n}'>{change}</text:changed-region>"
            for n, change in enumerate((deletion, insertion))
        ]
        deleted, start, end = (
            f"<text:{mark} text:change-id='c{number + n}'/>"
            for mark, n in (("change", 0), ("change-start", 1), ("change-end", 1))
        )
        return f"<text:p>{escape(words[:5])}{deleted}{start}{escape(words[5:])}{end}</text:p>"


def rows(quick: bool) -> Iterator[Row]:
    """A row a format: the share of paragraphs lost; none may be."""
    found = sorted(ARTICLES.glob("*.txt"))[: 3 if quick else None] or [_SAMPLE]
    drafts = {path.stem: Draft(_paragraphs(path)) for path in found}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for stem, draft in drafts.items():
            (folder / f"{stem}.fodt").write_text(draft.xml, encoding="utf-8")
        yield _measured("fodt as we write it", "fodt", drafts, folder)
        for suffix in FORMATS if shutil.which("soffice") else ():
            if f".{suffix}" in suffixes():
                yield _measured(suffix, suffix, drafts, _saved(folder, suffix))


def _paragraphs(path: Path) -> list[str]:
    return [" ".join(line.split()) for line in path.read_text(encoding="utf-8").splitlines() if line.split()]


def _saved(folder: Path, suffix: str) -> Path:
    """Where LibreOffice has saved all drafts in this format."""
    out = folder / suffix
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    drafts = map(str, folder.glob("*.fodt"))
    command = ["soffice", "--headless", profile, "--convert-to", suffix, "--outdir", str(out), *drafts]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return out


def _measured(name: str, suffix: str, drafts: dict[str, Draft], folder: Path) -> Row:
    lost, added, total = 0, 0, 0
    gone = _GONE if suffix in DELETIONS_SHOWN else "\0"
    for stem, draft in drafts.items():
        document = read(folder / f"{stem}.{suffix}").document
        found = Counter(document.text[b.start : b.end].replace(gone, "") for b in document.blocks)
        expected = Counter(draft.expected)
        lost += (expected - found).total()
        added += (found - expected).total()
        total += expected.total()
    return row(f"paragraphs of {name} that are lost", lost / total, 0, added=added, paragraphs=total)
