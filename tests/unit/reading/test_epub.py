"""E-books made by hand: each holds one thing that a reader must not lose, or must not show."""

import io
import zipfile

import pytest

from annotator.model.words import Role
from annotator.reading import Asked, Code, UnreadableFile, read_bytes
from annotator.reading.files import AS_IT_IS

CONTAINER = '<container><rootfiles><rootfile full-path="o/c.opf"/></rootfiles></container>'


def epub(*pages, parts=(), about="", spine=None, contents=None, asked=AS_IT_IS):
    names = [f"p {n}.xhtml" for n in range(len(pages))]
    items = "".join(
        f'<item id="i{n}" href="p%20{n}.xhtml" media-type="application/xhtml+xml" '
        f'properties="{"nav" if n == contents else ""}"/>'
        for n in range(len(pages))
    )
    order = "".join(f'<itemref idref="i{n}"/>' for n in (range(len(pages)) if spine is None else spine))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", "application/epub+zip")
        file.writestr("META-INF/container.xml", CONTAINER)
        file.writestr(
            "o/c.opf",
            f'<package xmlns:dc="urn:dc"><metadata>{about}</metadata><manifest>{items}</manifest><spine>{order}</spine>'
            "</package>",
        )
        for name, page in zip(names, pages, strict=True):
            if page is not None:
                file.writestr(f"o/{name}", page)
        for name, data in parts:
            file.writestr(name, data)
    return read_bytes(out.getvalue(), "story.epub", asked=asked).document


def page(body):
    return f'<html xmlns="urn:x" xmlns:e="urn:e"><head><title>T</title></head><body>{body}</body></html>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>a\n  <b>b</b> c</p>", "a b c"),
        ("<div>a<p>b</p>c</div>", "a\nb\nc"),
        ("<p>a<br/>\n b</p>", "a\nb"),
        ("<pre>a  b\n c</pre>", "a  b\n c"),
        ("<p>a&nbsp;b</p>", "a\u00a0b"),
        ("<p>a<script>s</script><span hidden='hidden'>h</span><i style='display: none'>n</i></p>", "a"),
        ("<p>a<span e:type='pagebreak'>23</span>b<a e:type='noteref' href='#n'>1</a></p>", "ab"),
        (
            "<aside e:type='footnote'><p><sup><a href='#r'>1</a></sup>Note, see <a href='#x'>x</a>.</p></aside>",
            "Note, see x.",
        ),
        ("<table><tr><td><p>a</p><p>b</p></td><th>c</th></tr><tr><td>d</td></tr></table>", "a b\tc\nd"),
        ("<p><ruby>漢<rp>(</rp><rt>kan</rt></ruby></p>", "漢"),
    ],
)
def test_what_a_page_shows_is_read(body, text):
    assert epub(page(body)).text == text


def test_roles_follow_from_elements():
    made = epub(
        page(
            "<h1>a</h1><ul><li><p>b</p></li></ul><blockquote><p>c</p></blockquote><figure><figcaption>d</figcaption>"
            "</figure><table><tr><td>e</td></tr></table><p>f</p>"
        )
    )

    assert [b.role for b in made.blocks] == [
        Role.HEADING,
        Role.LIST_ITEM,
        Role.QUOTATION,
        Role.CAPTION,
        Role.TABLE_ROW,
        Role.PARAGRAPH,
    ]


def test_pages_stand_in_the_order_of_the_spine_and_each_once():
    assert epub(page("<p>a</p>"), page("<p>b</p>"), spine=[1, 0, 1, 1]).text == "b\na"


def test_headings_are_places_and_so_is_a_page_without_one():
    made = epub(page("<p>Foreword.</p>"), page("<h1>Rain</h1><p>It rained.</p><h2>Sun</h2><p>It shone.</p>"))

    assert [(made.text[place.start :].split("\n")[0], place.label) for place in made.places] == [
        ("Foreword.", "Part 1"),
        ("Rain", "Rain"),
        ("Sun", "Sun"),
    ]


def test_links_lead_to_the_web_or_nowhere():
    made = epub(page('<p><a href="https://x.org">a</a> <a href="p2.xhtml">b</a></p>'))

    assert [(made.text[link.start : link.end], link.url) for link in made.links] == [("a", "https://x.org")]


def test_a_list_of_contents_is_left_out_and_kept_beside_the_text():
    pages = page("<nav><ol><li><a href='x'>Rain</a></li></ol></nav>"), page("<p>It rained.</p>")
    made, whole = (epub(*pages, contents=0, asked=asked) for asked in (Asked(), Asked(whole=True)))

    assert (made.text, [part.text for part in made.left_out], whole.text) == (
        "It rained.",
        ["Rain"],
        "Rain\nIt rained.",
    )


def test_what_it_says_of_itself_is_suggested():
    about = (
        "<dc:title>T</dc:title><dc:creator>Ana</dc:creator><dc:creator>Bo</dc:creator><dc:publisher>P</dc:publisher>"
        "<dc:date>2026-11-24T10:00:00Z</dc:date><dc:language>pt</dc:language>"
    )
    made = epub(page("<h1>Head</h1>"), about=about)

    assert (made.title, made.byline, made.publisher, made.date, made.language) == (
        "T",
        "Ana, Bo",
        "P",
        "2026-11-24",
        "pt",
    )


def test_what_nobody_told_is_not_suggested():
    made = epub(
        page("<h1>Head</h1>"), about="<dc:title>Unknown Title</dc:title><dc:creator>Unknown Author</dc:creator>"
    )

    assert (made.title, made.byline) == ("Head", "")


def test_a_page_that_is_no_xml_is_read_as_browsers_do():
    assert epub("<!doctype html><p>café<p>b<br>c &amp; d").text == "café\nb\nc & d"


def test_breaks_that_nobody_closes_are_no_depth():
    assert epub("<html><p>a" + "<br>" * 300 + "b").text == "a" + "\n" * 300 + "b"


def test_a_page_that_is_missing_is_told():
    assert epub(page("<p>a</p>"), None).warnings == ("1 of its pages is not in the file.",)


def encryption(path):
    return [("META-INF/encryption.xml", f'<e><EncryptedData><CipherReference URI="{path}"/></EncryptedData></e>')]


def test_locked_fonts_hinder_nobody():
    assert epub(page("<p>a</p>"), parts=encryption("o/font.otf")).text == "a"


@pytest.mark.parametrize(
    ("pages", "parts", "code"),
    [
        ([page("<p>a</p>")], encryption("o/p%200.xhtml"), Code.PROTECTED),
        ([], (), Code.NO_TEXT),
        (["<!DOCTYPE x [<!ENTITY a 'b'>]><p>&a;</p>"], (), Code.DAMAGED),
        (["<html>" + "<div>" * 300 + "a" + "</div>" * 300 + "</html>"], (), Code.TOO_DEEP),
    ],
)
def test_what_cannot_be_read_is_refused(pages, parts, code):
    with pytest.raises(UnreadableFile) as caught:
        epub(*pages, parts=parts)

    assert caught.value.code is code
