"""Web pages made by hand: what of them is the article, what is left out, and what they cannot do."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.words import Role
from annotator.reading import Asked, Code, UnreadableFile, read_bytes, web
from annotator.reading.files import AS_IT_IS
from annotator.reading.reader import Fit
from annotator.reading.unreadable import Refused
from annotator.reading.web.page import Said, document_of

PROSE = (
    "Minister Jane Roe said on Tuesday that the budget would grow by 4 percent, which is more than last year.",
    "“We will not raise taxes,” she told reporters in Lisbon, citing the figures of the statistics office.",
    "The opposition answered that the same had been promised before, and that taxes had been raised in spring.",
)
STORY = "".join(f"<p>{words}</p>" for words in PROSE)

AT_HOME = Said("https://news.example/a/story.html")


def page(body, head="", said=AT_HOME, asked=AS_IT_IS):
    html = f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return document_of(html.encode(), said, asked)


def whole(body):
    return page(body, asked=Asked(whole=True))


def test_the_article_is_read_and_all_else_that_is_seen_is_noted_where_it_stood():
    made = page(f"<nav><a href=/>Home</a></nav><article>{STORY}</article><footer>© Example</footer>")

    assert (made.text, [(part.at, part.text) for part in made.left_out]) == (
        "\n".join(PROSE),
        [(0, "Home"), (len(made.text), "© Example")],
    )


def test_the_whole_page_is_read_when_that_is_asked_for():
    made = whole(f"<nav><a href=/>Home</a></nav><article>{STORY}</article><footer>© Example</footer>")

    assert (made.text, made.left_out) == ("\n".join(["Home", *PROSE, "© Example"]), ())


def test_control_characters_are_replaced_and_said():
    made = page(f"<article>{STORY}<p>One\x01 more sentence of this article, which is not as short as a line of a menu.")

    assert ("One\N{REPLACEMENT CHARACTER} more" in made.text, len(made.warnings)) == (True, 1)


def test_the_headline_above_the_article_is_part_of_it():
    made = page(f"<div><h1>Taxes</h1></div><p>By us</p><article>{STORY}</article>", "<title>Taxes</title>")

    assert (made.title, made.text.splitlines()[0], made.blocks[0].role) == ("Taxes", "Taxes", Role.HEADING)


def test_what_an_article_quotes_or_heads_its_parts_with_is_part_of_it():
    post = "<blockquote class=social><p>Oh, no.</p><a href=/p>— Ann</a></blockquote>"
    made = page(f"<article>{STORY}{post}<h2>Why?</h2>{STORY}<aside><p>Sign up now.</p></aside>{STORY}</article>")

    assert made.text == "\n".join([*PROSE, "Oh, no.", "— Ann", "Why?", *PROSE, *PROSE])


@pytest.mark.parametrize("stumble", [ValueError("of a library"), None])
def test_where_trafilatura_finds_little_or_stumbles_rules_by_hand_read_the_article(monkeypatch, stumble):
    def extract(*_args, **_more):
        if stumble:
            raise stumble

    monkeypatch.setattr("trafilatura.bare_extraction", extract)
    menu = "<ul><li><a href=/>Home</a></ul><div class=sidebar><p>" + "Most read stories of this week. " * 5 + "</div>"
    made = page(f"<div>{menu}</div><div id=story>{STORY}</div><p>© Example</p>")

    assert made.text == "\n".join(PROSE)


def test_a_page_that_is_one_short_sentence_is_read():
    assert page("<p>Hi").text == "Hi"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>a\n  b<em> c</em>d</p>", "a b cd"),
        ("<p>a&nbsp; b", "a\N{NO-BREAK SPACE} b"),
        ("<p>a<br>b<br><br>c", "a\nb\nc"),
        ("a<div>b</div>c", "a\nb\nc"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<p>a<!-- no -->b", "ab"),
        ("<p>a<script>no()</script><style>no{}</style><noscript>no</noscript>b", "ab"),
        ("<p>a</p><iframe src=x>no</iframe><svg><text>no</text></svg><template>no</template>", "a"),
        ("<p>a</p><p hidden>no</p><p style='display: none'>no</p><p class='lead sr-only'>no</p>", "a"),
        ("<p>a</p><div style='visibility:hidden'><p>no</p></div><p style='font-size:0'>no</p>", "a"),
        ("<table><tr><th>a<th>b<tr><td><p>1</p><td>2 <b>3</b></table>", "a\tb\n1\t2 3"),
        ("<table><tr><td><p>a</p><p>b</p></td></tr></table>", "a\nb"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢"),
    ],
)
def test_what_a_browser_shows_is_what_is_read(body, text):
    assert whole(body).text == text


def test_roles_are_those_of_the_elements():
    made = whole(
        "<h2>a</h2><ul><li>b</li></ul><blockquote><p>c</p></blockquote><figure><figcaption>d</figcaption></figure>"
        "<table><tr><td>e</td><td>f</td></tr></table><p>g</p>"
    )

    assert [block.role for block in made.blocks] == [
        Role.HEADING,
        Role.LIST_ITEM,
        Role.QUOTATION,
        Role.CAPTION,
        Role.TABLE_ROW,
        Role.PARAGRAPH,
    ]


def test_links_lead_from_the_page_and_only_to_the_web():
    made = whole("<p><a href='b.html'>b</a> <a href='//c.example/'>c</a> <a href='javascript:x()'>d</a> <a>e</a>")

    assert [(made.text[link.start : link.end], link.url) for link in made.links] == [
        ("b", "https://news.example/a/b.html"),
        ("c", "https://c.example/"),
    ]


@pytest.mark.parametrize("link", ["https://[bad", "file:///etc/passwd", "data:text/html,x", ""])
def test_an_address_that_is_none_of_the_web_costs_no_words(link):
    assert (whole(f"<p><a href='{link}'>a</a>").text, whole(f"<p><a href='{link}'>a</a>").links) == ("a", ())


def test_a_saved_page_says_where_it_was():
    html = b"<!-- saved from url=(0030)https://news.example/b/s.html --><html><body><p><a href=c>c</a>"

    assert document_of(html).links[0].url == "https://news.example/b/c"


def test_what_a_page_says_of_itself_is_suggested():
    record = (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": '
        '"Taxes", "datePublished": "2026-11-23", "author": [{"@type": "Person", "name": "Ana Sousa"}]}</script>'
    )
    made = page(f"<article>{STORY}</article>", record + "<meta property=og:site_name content='The Example'>")

    assert (made.title, made.byline, made.publisher, made.date) == ("Taxes", "Ana Sousa", "The Example", "2026-11-23")


@pytest.mark.parametrize("record", ["[" * 50_000, "{", '{"@type": 3, "author": [[1]]}', '{"@graph": null}'])
def test_a_broken_record_costs_no_words(record):
    made = page(f"<article>{STORY}</article>", f"<script type='application/ld+json'>{record}</script>")

    assert made.text == "\n".join(PROSE)


@pytest.mark.parametrize(
    ("data", "told", "encoding", "text"),
    [
        ("<meta charset=windows-1251><p>Москва".encode("cp1251"), "", "cp1251", "Москва"),
        ("<p>Москва".encode("koi8-r"), "koi8-r", "koi8-r", "Москва"),
        ("<meta charset=iso-8859-1><p>“a”".encode("cp1252"), "", "cp1252", "“a”"),
        ("<meta charset=shift_jis><p>①東京".encode("cp932"), "", "cp932", "①東京"),
        (b"\xff\xfe" + "<p>a—b".encode("utf-16-le"), "utf-8", "utf-16-le", "a—b"),
        ("<?xml version='1.0' encoding='iso-8859-2'?><html><p>Łódź".encode("iso-8859-2"), "", "iso8859-2", "Łódź"),
        (b"<meta charset=utf-7><p>+ADw-b+AD4-", "", "utf-8", "+ADw-b+AD4-"),
        (b"<meta charset=nonsense><p>a", "", "utf-8", "a"),
        ("<meta charset=utf-16><p>—".encode(), "", "utf-8", "—"),
    ],
)
def test_the_charset_is_the_one_that_browsers_take(data, told, encoding, text):
    made = document_of(data, Said(charset=told))

    assert (made.encoding, made.text, made.encoding_guessed, made.warnings) == (encoding, text, False, ())


def test_a_charset_that_lies_is_not_believed_and_said():
    made = document_of("<meta charset=shift_jis><p>“We will”".encode())

    assert (made.text, made.encoding, [w.partition(",")[0] for w in made.warnings]) == (
        "“We will”",
        "utf-8",
        ["It says that it is in cp932"],
    )


def test_the_user_knows_the_charset_best():
    made = document_of("<meta charset=utf-8><p>Москва".encode("cp1251"), asked=Asked("cp1251"))

    assert made.text == "Москва"


@pytest.mark.parametrize(
    ("body", "code"),
    [("<div id=root></div><script>app()</script>", Code.SCRIPTED), ("<p> </p>", Code.NO_TEXT), ("", Code.NO_TEXT)],
)
def test_a_page_without_words_says_why(body, code):
    with pytest.raises(Refused) as refused:
        page(body)

    assert refused.value.code is code


@pytest.mark.parametrize("hidden", ["<div style='display:none'>{}</div>", "<noscript>{}</noscript>", "<div hidden>{}"])
def test_what_a_script_would_show_is_read_and_said_where_a_page_shows_nothing_else(hidden):
    made = page(hidden.format(STORY) + "<script>show()</script>")

    assert (made.text, [warning.partition(":")[0] for warning in made.warnings]) == (
        "\n".join(PROSE),
        ["All that it says is hidden until a script shows it"],
    )


def test_reading_reaches_for_no_network_and_starts_nothing():
    code = (
        "import sys; from annotator.reading.web.page import document_of, Said\n"
        "def audit(event, told):\n"
        "    if event.startswith(('socket.con', 'socket.get', 'socket.send', 'subprocess.', 'urllib.')): print(event)\n"
        "sys.addaudithook(audit)\n"
        f"html = '<base href=http://a.example/><link rel=next href=b><img src=c><iframe src=d></iframe>{STORY}'\n"
        "print(len(document_of(html.encode(), Said('http://a.example/')).text))"
    )
    told = subprocess.check_output([sys.executable, "-X", "utf8", "-c", code], text=True, encoding="utf-8")

    assert told.split() == [str(len("\n".join(PROSE)))]


def test_a_page_drawn_by_a_script_is_to_be_saved_as_a_complete_page():
    with pytest.raises(UnreadableFile, match=r"no text, since a script draws the page.*“complete page”"):
        read_bytes(b"<!doctype html><div id=root></div><script>app()</script>", "a.html")


def test_pictures_inside_and_endless_tags_are_not_parsed():
    picture = "<img src='data:image/png;base64," + "A" * 300_000 + "'>"
    flood = "<p " + " ".join(f"a{n}=1" for n in range(40_000)) + ">c</p>"

    assert (whole(f"<p>a{picture}b</p>").warnings, whole(f"<p>a</p>{flood}").text, len(whole(flood).warnings)) == (
        (),
        "a\nc",
        1,
    )


def test_a_page_of_xml_may_close_a_script_at_once():
    html = '<?xml version="1.0"?><html xmlns="x"><head><script src="a.js"/></head><body><p>a</p></body></html>'

    assert document_of(html.encode()).text == "a"


def test_a_page_is_read_in_another_process():
    code = (
        "import sys; from annotator.reading import read_bytes; from annotator.reading.child import close; "
        "read_bytes(b'<!doctype html><p>Hi', 'a.html'); close(); "
        "print(sorted({'lxml', 'trafilatura'} & set(sys.modules)))"
    )

    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


@pytest.mark.parametrize(
    ("data", "name", "reader"),
    [
        (b"<!DOCTYPE html><p>Hi", "story.txt", "Web page"),
        (b"<!-- a --> <!-- b -->\n<html><p>Hi", "story", "Web page"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><!-- a --><html><p>Hi</p></html>", "story", "Web page"),
        (b"\xff\xfe" + "<html><p>Hi".encode("utf-16-le"), "story", "Web page"),
        (b"\n<p>a</p><p>b</p>", "story.html", "Web page"),
        (b"\n<p>a</p><p>b</p>", "story.txt", "Plain text"),
        (b"<p>a</p><p>b</p>", "story.md", "Markdown"),
        (b"a <br><br> b", "story.html", "Web page"),
        (b"<?xml version='1.0'?><rss><item>a</item></rss>", "story", "Plain text"),
        (b"From: a\n\n<html><p>Hi", "story", "Plain text"),
    ],
)
def test_a_page_is_known_by_how_it_begins(data, name, reader):
    assert read_bytes(data, name).original.reader == reader


def test_many_comments_are_looked_through_once():
    assert web.READER.fit(b"<!-- a -->" * 100_000, None) is Fit.NONE


_TAGS = st.sampled_from(
    ["p", "div", "b", "a href=x", "li", "table", "tr", "td", "blockquote", "br", "pre", "h1", "/p", "/td"]
)
_PIECES = st.one_of(_TAGS.map(lambda tag: f"<{tag}>"), st.text("ab \n\t&<>\0\u00a0é漢\U0001f600", max_size=8))


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=30))
def test_no_page_breaks_it_and_blocks_and_links_are_in_order(pieces):
    made = whole("<p>x</p>" + "".join(pieces))
    ends = [0, *(at for block in made.blocks for at in (block.start, block.end))]

    assert ends == sorted(ends)
    assert all(0 <= link.start < link.end <= len(made.text) for link in made.links)
