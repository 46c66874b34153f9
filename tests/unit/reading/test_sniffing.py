import zipfile
from io import BytesIO

import pytest

from annotator.reading.reader import Fit
from annotator.reading.sniffing import kind_of, text_fit


def zipped(*members):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\n %PDF-1.4\n", "a PDF"),
        (b"{\\rtf1\\ansi text}", "a rich text document (RTF)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "an older Office document"),
        (zipped(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>")), "a Word document"),
        (zipped(("mimetype", "application/epub+zip"), ("a.html", "")), "an e-book (EPUB)"),
        (zipped(("mimetype", "application/vnd.oasis.opendocument.text")), "an OpenDocument text"),
        (zipped(("xl/workbook.xml", "")), "a spreadsheet"),
        (zipped(("story.txt", "text")), "a compressed archive"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><p>Hi", "a web page"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "a web page"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\0\0\0\x20ftypheic", "a picture"),
        (b"\0\0\0\x20ftypisom", "a recording"),
        (b"ID3\x04", "a recording"),
        (b"SQLite format 3\0", "a database"),
        (b"MZ" + bytes(100), "a program"),
    ],
)
def test_a_format_is_told_by_its_first_bytes(data, words):
    assert kind_of(data).words == words


@pytest.mark.parametrize(
    "data",
    [b"", b"Plain.", b"# Heading", b"<p>a fragment", b"MZ is a prefix.", b"BM said", b"The <html> tag", b"PK said"],
)
def test_prose_may_be_text(data):
    assert text_fit(data, kind_of(data)) is Fit.POSSIBLE
