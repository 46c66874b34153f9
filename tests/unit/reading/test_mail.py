"""Mail made by hand: who wrote what to whom and when, none of its words lost, nothing attached taken for words."""

import pytest

from annotator.model.words import Role
from annotator.reading import Code, UnreadableFile, read_bytes
from annotator.reading.unwrapping import Flow, passages

HEAD = "From: Jane Roe <jane@x.org>\nTo: Desk <desk@x.org>\nSubject: Budget\nDate: Tue, 24 Nov 2026 23:30:00 -0500\n"


def eml(body, head=HEAD, name="story.eml"):
    data = f"MIME-Version: 1.0\n{head}".encode() + (body if isinstance(body, bytes) else body.encode())
    return read_bytes(data.replace(b"\n", b"\r\n"), name)


def parts(kind, *each):
    """A message of these parts, each a head and its body."""
    return f"Content-Type: multipart/{kind}; boundary={kind}\n\n" + "".join(
        f"--{kind}\n{part}\n" for part in each
    ) + f"--{kind}--\n"  # fmt: skip


PLAIN = "Content-Type: text/plain; charset=utf-8\n\nThe budget grows by 4 percent."
PAGE = "Content-Type: text/html; charset=utf-8\n\n<p>The <a href='https://x.org/b'>budget</a> grows by 5 percent.</p>"
HINT = "Content-Type: text/plain\n\nSee it online."
PDF = 'Content-Type: application/pdf\nContent-Disposition: attachment; filename="../../a.pdf"\n\nevil'
PICTURE = "Content-Type: image/png\nContent-ID: <x>\n\nevil"
FORWARDED = "Content-Type: message/rfc822\n\nSubject: Inner\n\nevil"


def said(document):
    """What stands below the head."""
    return document.text.split("\n")[4:]


def said_last(document):
    return document.text.split("\n")[-1]


def test_the_head_is_part_of_the_text_and_suggests_title_byline_and_date():
    made = eml("\nWords.").document

    assert (made.text.split("\n"), made.blocks[0].role, made.title, made.byline, made.date) == (
        ["Budget", "From: Jane Roe <jane@x.org>", "To: Desk <desk@x.org>", "Date: Tue, 24 Nov 2026 23:30:00 -0500",
         "Words."],
        Role.HEADING, "Budget", "Jane Roe", "2026-11-24",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "words", "left_out"),
    [
        (parts("alternative", PLAIN, PAGE), ["The budget grows by 4 percent."], []),
        (parts("alternative", HINT, PAGE), ["The budget grows by 5 percent."], []),
        (parts("mixed", PLAIN, PDF, PLAIN), ["The budget grows by 4 percent."] * 2, ["a.pdf (application/pdf)"]),
        (parts("alternative", PLAIN, parts("mixed", PAGE, PDF)), ["The budget grows by 4 percent."],
         ["a.pdf (application/pdf)"]),
        (parts("related", PAGE, PICTURE), ["The budget grows by 5 percent."], []),
        (parts("mixed", PLAIN, FORWARDED), ["The budget grows by 4 percent."], ["attachment (message/rfc822)"]),
    ],
    ids=["plain", "hint", "attached", "attached to the page", "picture", "forwarded"],
)  # fmt: skip
def test_of_alternatives_the_words_are_read_once_and_what_is_attached_is_named(body, words, left_out):
    made = eml(body).document

    assert (said(made), [part.text for part in made.left_out]) == (words, left_out)


def test_links_of_a_page_stay_on_their_words():
    made = eml(PAGE).document

    assert [(made.text[link.start : link.end], link.url) for link in made.links] == [("budget", "https://x.org/b")]


@pytest.mark.parametrize(
    ("head", "data", "text"),
    [
        ("Content-Type: text/plain; charset=iso-8859-1", "été".encode("latin-1"), "été"),
        ("Content-Type: text/plain; charset=nonsense", "été".encode(), "été"),
        ('Content-Type: text/plain; charset="x\0"', "été".encode(), "été"),
        ("Content-Type: text/plain; charset=us-ascii", "Привет".encode(), "Привет"),
        ("Content-Type: text/plain; charset=koi8-r", "Привет, мир".encode("koi8-r"), "Привет, мир"),
        ("Content-Transfer-Encoding: quoted-printable", b"a =\nb =E2=82=AC", "a b €"),
        ("Content-Transfer-Encoding: base64", b"R3LDvMOfZQ==", "Grüße"),
    ],
)
def test_words_are_decoded_as_the_mail_says_unless_that_is_wrong(head, data, text):
    assert said(eml(f"{head}\n\n".encode() + data).document) == [text]


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        ("=?utf-8?q?caf=C3=A9?= au\n lait", "café au lait"),
        ("=?koi8-r?b?8NLJ18XU?=", "Привет"),
        ("raw café", "raw café"),
        ("=?nonsense?b?!!!?=", "=?nonsense?b?!!!?="),
    ],
)
def test_headers_are_read_as_people_read_them(raw, subject):
    assert eml("\nWords.", f"Subject: {raw}\n").document.title == subject


WRAPPED = """It is the first time in nine years that no ferry sails for longer than a
day, and nobody knows why.
A line of its own.

- One thing
- another

> Is it true that the harbour closes? I heard that from two of the
> people who work there.
>> Ask.
--
Jane"""


def test_lines_are_joined_where_they_were_broken_for_want_of_room():
    assert list(passages(WRAPPED, Flow())) == [
        ("It is the first time in nine years that no ferry sails for longer than a day, and nobody knows why.",
         Role.PARAGRAPH),
        ("A line of its own.", Role.PARAGRAPH),
        ("- One thing", Role.LIST_ITEM),
        ("- another", Role.LIST_ITEM),
        ("> Is it true that the harbour closes? I heard that from two of the people who work there.", Role.QUOTATION),
        (">> Ask.", Role.QUOTATION),
        ("--", Role.PARAGRAPH),
        ("Jane", Role.PARAGRAPH),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("flow", "text", "words"),
    [
        (Flow(flowed=True), "one \ntwo\nthree\n-- \nJane", ["one two", "three", "--", "Jane"]),
        (Flow(flowed=True, delsp=True), "百分 \n之四", ["百分之四"]),
        (Flow(flowed=True), "> one \n> two\n > no mark", ["> one two", "> no mark"]),
        (Flow(), "one line that is long enough to be said to have no breaks at all in it, as it runs on\nx",
         ["one line that is long enough to be said to have no breaks at all in it, as it runs on", "x"]),
    ],
)  # fmt: skip
def test_lines_go_on_only_where_the_mail_says_so(flow, text, words):
    assert [passage for passage, _ in passages(text, flow)] == words


def test_what_is_nested_without_end_is_refused():
    body = "Content-Type: text/plain\n\nx"
    for number in range(50):
        body = f"Content-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n{body}\n--b{number}--\n"
    with pytest.raises(UnreadableFile) as caught:
        eml(body)

    assert caught.value.code is Code.TOO_DEEP


@pytest.mark.parametrize(
    "head",
    [
        "Subject: " + "=?utf-8?q?a?= " * 200_000,
        "From: " + '(<"@,' * 200_000,
        "Content-Type: multipart/alternative; boundary=x\n\n--x\n\nWords.\n--x\nContent-Type: text/html\n\n"
        + "<style" * 300_000,
    ],
    ids=["subject", "sender", "page"],
)
def test_nothing_endless_stops_the_reading(head):
    assert said_last(eml(f"{head}\n\nWords.\n").document) == "Words."


def test_mail_without_words_is_refused():
    with pytest.raises(UnreadableFile) as caught:
        eml(parts("mixed", PDF))

    assert caught.value.code is Code.NO_TEXT


def test_mail_is_known_by_its_headers_and_a_story_that_begins_like_one_is_a_story():
    mail, story = eml("\nWords.", name="x.bin"), read_bytes(b"Subject: x\nFrom: y\n\nWords.", "x.txt")

    assert (mail.original.reader, story.original.reader) == ("Mail", "Plain text")
