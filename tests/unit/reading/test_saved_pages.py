"""Pages saved in one file: the page in it is read, and nothing that only looks like one."""

import plistlib

import pytest

from annotator import editing
from annotator.reading import Code, UnreadableFile, read_bytes

WORDS = "The budget would grow by four percent, the minister said on Tuesday in Lisbon."
PAGE = f"<html><title>Budget</title><body><article><p>{WORDS} <a href='/b'>Figures</a></p></article>".encode()


def mhtml(*parts, head="Snapshot-Content-Location: https://x.org/a\n"):
    body = b"".join(b"--b\n" + part + b"\n" for part in parts)
    return read_bytes(
        b"From: <Saved by Blink>\n" + head.encode() + b"MIME-Version: 1.0\n"
        b'Content-Type: multipart/related; boundary=b; start="<main>"\n\n' + body + b"--b--\n",
        "page.mhtml",
    )  # fmt: skip


def archive(main, **more):
    return read_bytes(plistlib.dumps({"WebMainResource": main}, **more), "page.webarchive").document


def test_the_page_that_was_shown_is_read_and_its_links_lead_from_where_it_was():
    frame = b"Content-Type: text/html\nContent-ID: <frame>\n\n<p>An advertisement."
    main = b"Content-Type: text/html\nContent-ID: <main>\n\n" + PAGE
    made = mhtml(frame, main).document

    assert (made.title, made.text, [link.url for link in made.links], made.url) == (
        "Budget",
        f"{WORDS} Figures",
        ["https://x.org/b"],
        "https://x.org/a",
    )


def test_a_saved_message_without_a_page_is_refused():
    with pytest.raises(UnreadableFile) as caught:
        mhtml(b"Content-Type: image/png\n\nx")

    assert caught.value.code is Code.NO_TEXT


@pytest.mark.parametrize("kind", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_the_page_of_a_web_archive_is_read_and_its_links_lead_from_where_it_was(kind):
    made = archive({"WebResourceData": PAGE, "WebResourceURL": "https://x.org/a"}, fmt=kind)

    assert (made.text, [link.url for link in made.links]) == (f"{WORDS} Figures", ["https://x.org/b"])


@pytest.mark.parametrize("main", ["x", ["x"], {}, {"WebResourceData": "words"}])
def test_a_web_archive_of_other_things_is_refused(main):
    with pytest.raises(UnreadableFile) as caught:
        archive(main)

    assert caught.value.code is Code.DAMAGED


def test_charsets_that_came_with_the_page_are_believed():
    made = archive(
        {"WebResourceData": f"<p>{WORDS} Café".encode("cp1252"), "WebResourceTextEncodingName": "ISO-8859-1"}
    )

    assert (made.text[-4:], made.encoding_guessed) == ("Café", False)


def test_where_a_page_was_becomes_the_address_of_its_article():
    main = {"WebResourceData": PAGE, "WebResourceURL": "https://x.org/a"}
    read = read_bytes(plistlib.dumps({"WebMainResource": main}), "x")
    ids = iter("ab")
    article = editing.add_article(read.document, read.original, lambda: next(ids)).changes[0].after

    assert article.source_url == "https://x.org/a"


@pytest.mark.parametrize("url", ["javascript:x", "file:///etc/passwd", "https://x.org/a b", "https://x.org/\n", 3])
def test_what_is_no_address_on_the_web_is_none(url):
    assert archive({"WebResourceData": PAGE, "WebResourceURL": url}).url == ""
