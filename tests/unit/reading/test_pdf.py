"""PDF files made by hand: each holds one thing that must be put together again, or left out, or said."""

import subprocess
import sys
import time

import pytest

from annotator.model.documents import Place
from annotator.model.words import Role
from annotator.progress import Cancelled
from annotator.reading import Asked, Code, UnreadableFile, read_bytes
from annotator.reading.hyphens import Hyphens
from tests.unit.reading.pdfs import Words, pdf_of

LONG = "The minister said on Tuesday that the budget would grow by four percent"
LEADING = 14


def read(*pages, asked=None, **parts):
    return read_bytes(pdf_of(*pages, **parts), "story.pdf", asked=asked or Asked()).document


def lines(*words, x=72, y=700, size=11):
    return [Words(x, y - LEADING * number, line, size) for number, line in enumerate(words)]


def test_lines_become_paragraphs_where_air_parts_them():
    document = read([*lines(LONG, "and a half."), *lines(LONG, "and a third.", y=660)])

    assert document.text == f"{LONG} and a half.\n{LONG} and a third."


def test_lines_become_paragraphs_where_the_first_one_is_set_in():
    document = read([*lines(LONG, LONG), *lines(LONG, x=84, y=700 - 2 * LEADING), *lines(LONG, y=700 - 3 * LEADING)])

    assert document.text == f"{LONG} {LONG}\n{LONG} {LONG}"


def test_a_line_with_room_for_the_next_word_ends_its_paragraph():
    document = read(lines(LONG, "It grew.", LONG, "It shrank."))

    assert document.text == f"{LONG} It grew.\n{LONG} It shrank."


def test_columns_are_read_one_after_another():
    left = lines("The first column has a line", "and another line that is long", "and ends here.", x=60)
    right = lines("The second column has a line", "and another line that is long", "and ends there.", x=320)
    rows = [line for row in zip(left, right, strict=True) for line in row]
    document = read([*lines("A headline across both of the columns", x=60, y=740, size=20), *rows])

    assert document.text.split("\n") == [
        "A headline across both of the columns",
        "The first column has a line and another line that is long and ends here.",
        "The second column has a line and another line that is long and ends there.",
    ]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the bud-", "get grew", "the budget grew"),
        ("a well-", "known name", "a well-known name"),
        ("from Rio-", "Santos to", "from Rio-Santos to"),
        ("a forecast \u2013", "it says", "a forecast \u2013 it says"),
        ("http://example.org/", "story of", "http://example.org/story of"),
        ("the state-of-", "affairs", "the state-of-affairs"),
    ],
)
def test_divided_words_are_whole_again_and_compounds_keep_their_hyphen(before, after, joined):
    document = read(lines(f"{LONG[:60]} {before}", after))

    assert document.text == f"{LONG[:60]} {joined}"


def test_a_hyphen_is_the_words_where_the_word_stands_elsewhere_with_it():
    document = read(lines("The long-term plan is known to us", "all as the famous, or so, long-", "term plan."))

    assert document.text == "The long-term plan is known to us all as the famous, or so, long-term plan."


def test_larger_letters_are_headings_and_the_first_one_is_the_title():
    document = read([*lines("Budget to grow", y=760, size=20), *lines(LONG, "and so on.")])

    assert (document.title, [block.role for block in document.blocks]) == (
        "Budget to grow",
        [Role.HEADING, Role.PARAGRAPH],
    )


def headed(number):
    body = lines(f"{LONG} {number}", "and so on.")
    return [Words(72, 820, "THE DAILY EXAMPLE"), *body, Words(280, 20, f"Page {number}")]


def test_running_heads_and_page_numbers_are_left_out_and_told():
    document = read(*map(headed, (1, 2, 3)))

    assert ("DAILY" in document.text, "Page" in document.text, [part.text for part in document.left_out]) == (
        False,
        False,
        ["THE DAILY EXAMPLE", "Page 1", "THE DAILY EXAMPLE", "Page 2", "THE DAILY EXAMPLE", "Page 3"],
    )


def test_all_of_a_page_is_read_if_the_user_wants_it():
    document = read(*map(headed, (1, 2, 3)), asked=Asked(whole=True))

    assert (document.text.count("THE DAILY EXAMPLE"), "Page 3" in document.text, document.left_out) == (3, True, ())


def test_a_paragraph_goes_on_over_the_page_and_each_word_knows_its_page():
    document = read(lines(LONG, LONG), lines("of the whole.", y=760))

    assert (document.text, document.places) == (
        f"{LONG} {LONG} of the whole.",
        (Place(start=0, kind="page", label="1"), Place(start=2 * len(LONG) + 2, kind="page", label="2")),
    )


def test_pages_are_called_as_the_file_calls_them():
    document = read(
        lines("One."), lines("Two."), catalog=b"/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 7 >>] >>"
    )

    assert [place.label for place in document.places] == ["i", "7"]


def test_what_the_file_says_of_itself_is_suggested():
    info = b"/Title (Budget) /Author (Ana Sol) /CreationDate (D:20260304120000Z)"
    document = read(lines(LONG), info=info)

    assert (document.title, document.byline, document.date) == ("Budget", "Ana Sol", "2026-03-04")


def test_a_title_that_is_the_name_of_a_file_is_none():
    assert read(lines(LONG), info=b"/Title (Microsoft Word - final2.docx)").title == "story"


def test_a_file_without_text_is_refused_with_the_way_out():
    with pytest.raises(UnreadableFile, match=r"no text layer.*OCR") as caught:
        read([])

    assert caught.value.code is Code.NO_TEXT_LAYER


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\0" * 999, pdf_of(lines(LONG))[:300]])
def test_what_is_no_whole_file_is_damaged(data):
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, "story.pdf")

    assert caught.value.code is Code.DAMAGED


LOCKED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00><00>]" % (b"11" * 32, b"22" * 32)


def test_a_locked_file_is_told_from_a_damaged_one():
    with pytest.raises(UnreadableFile) as caught:
        read(lines(LONG), trailer=LOCKED)

    assert caught.value.code is Code.PASSWORD


def test_stopping_ends_the_process_that_reads_at_once():
    data = pdf_of(*[lines(*[LONG] * 40)] * 400)
    stopped = []

    def report(_done, _total):
        if not stopped:
            stopped.append(time.monotonic() + 0.3)
        if time.monotonic() > stopped[0]:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_bytes(data, "story.pdf", report)

    assert time.monotonic() - stopped[0] < 0.2


def test_nothing_of_the_library_is_imported_before_a_file_is_read():
    loaded = "import sys, annotator.reading; print('pypdfium2' in sys.modules)"

    assert subprocess.check_output([sys.executable, "-c", loaded], text=True).strip() == "False"


@pytest.mark.parametrize(("before", "after"), [("直到", "二零"), ("直到", "2035年"), ("in 2035", "年")])
def test_lines_of_han_are_joined_without_a_blank(before, after):
    assert Hyphens([before, after]).join(before, after) == (before, "")
