"""Word 97 documents made by hand: each holds one thing that a reader must not lose, or must not show."""

import struct
from itertools import accumulate

import pytest

from annotator.model.words import Role
from annotator.reading import Code, UnreadableFile, read_bytes
from annotator.reading.sniffing import kind_of
from annotator.reading.word97 import ENDS_ROW, IN_LIST, IN_TABLE
from tests.unit.reading.ole_made import ole

PAGE = 512
DELETED, VANISHES = 0x0800, 0x083C
TEXT = 4 * PAGE
"""Where the text begins in the stream: behind the head of the file and the page of each kind of runs."""


def page(runs, step, told):
    """One page of runs: (bytes, what is said of them)."""
    ends = list(accumulate((length for length, _ in runs), initial=TEXT))
    index = bytes(step * len(runs))
    at = PAGE - 2
    out = bytearray(struct.pack(f"<{len(ends)}I", *ends) + index).ljust(PAGE, b"\0")
    for number, (_, said) in enumerate(runs):
        data = told(said)
        at -= len(data) + len(data) % 2
        out[at : at + len(data)] = data
        out[4 * len(ends) + step * number] = at // 2
    out[PAGE - 1] = len(runs)
    return bytes(out)


def sprms(said):
    return b"".join(struct.pack("<HB" if sprm >> 13 < 2 else "<HH", sprm, value) for sprm, value in said.items())


def of_paragraph(said):
    told = struct.pack("<H", said.get("style", 0)) + sprms({k: v for k, v in said.items() if k != "style"})
    told += bytes((len(told) + 1) % 2)  # its length is told as 2 n - 1
    return bytes([(len(told) + 1) // 2]) + told


def of_characters(said):
    return bytes([len(sprms(said))]) + sprms(said)


def styles(names):
    out = struct.pack("<HHH", 4, len(names), 10)
    for number, (name, based_on) in enumerate(names):
        told = (
            struct.pack("<HH6xH", 0xFFE if name else number, based_on << 4, len(name))
            + name.encode("utf-16-le")
            + bytes(2)
        )
        out += struct.pack("<H", len(told)) + told + bytes(len(told) % 2)
    return out


def doc(*paragraphs, runs=None, notes="", comments=0, wide=True, flags=0, version=0xC1, names=()):
    """A .doc of these paragraphs, (text with its mark, what is said of it); `runs` are of characters in bytes."""
    width = 2 if wide else 1
    text = "".join(words for words, _ in paragraphs)
    body = len(text)
    data = (text + notes).encode("utf-16-le" if wide else "cp1252")
    paragraph_runs = [(len(words) * width, said) for words, said in paragraphs] + (
        [(len(notes) * width, {})] * bool(notes)
    )
    piece = struct.pack("<HIH", 0, TEXT if wide else 0x40000000 | TEXT * 2, 0)
    clx = b"\2" + struct.pack("<III", 16, 0, len(data) // width) + piece
    stored = {
        1: styles(names),
        4: bytes(4 + 34 * comments),
        12: struct.pack("<III", TEXT, TEXT + len(data), 2),
        13: struct.pack("<III", TEXT, TEXT + len(data), 3),
        33: clx,
    }
    table, pairs = b"", [0] * 186
    for number, part in stored.items():
        pairs[2 * number : 2 * number + 2] = len(table), len(part)
        table += part
    head = struct.pack("<HH6xH20x", 0xA5EC, version, 0x200 | flags)
    head += struct.pack("<H28xH12xII20x48x", 14, 22, body, len(notes)) + struct.pack("<H186I", 93, *pairs)
    main = head.ljust(2 * PAGE, b"\0")
    main += page(runs or [(len(data), {})], 1, of_characters) + page(paragraph_runs, 13, of_paragraph) + data
    return read_made({"WordDocument": main, "1Table": table})


def read_made(streams):
    return read_bytes(ole(streams), "story.doc").document


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\rb\r", "a\nb"),
        ("a\x0bb\x1ec\x1fd\r", "a\nb\u2011cd"),
        ("a\x01\x02\x05\x08b\r", "ab"),
        ("a\x0cb\r", "a\nb"),
        ("page \x13 PAGE \x143\x15 of\x13 TC \x15 it\r", "page 3 of it"),
        ("\x13 IF \x13 PAGE \x141\x15 = 1 \x14yes\x15\r", "yes"),
        ("smile 😀\r", "smile 😀"),
        ("stray \x15\x14marks\r", "stray marks"),
    ],
)
def test_what_an_accepted_draft_says_is_read(text, shown):
    assert doc((text, {})).text == shown


def test_a_piece_of_eight_bits_is_in_the_code_page_of_windows():
    assert doc(("“Naïve” — €\r", {}), wide=False).text == "“Naïve” — €"


def test_what_is_deleted_or_hidden_is_not_read():
    runs = [(2, {}), (4, {DELETED: 1}), (4, {VANISHES: 1}), (2, {VANISHES: 0}), (2, {})]

    assert doc(("addhhb\r", {}), runs=runs).text == "ab"


def test_where_the_end_of_a_paragraph_is_deleted_the_next_one_goes_on():
    assert doc(("a\r", {}), ("b\r", {}), runs=[(2, {}), (2, {DELETED: 1}), (4, {})]).text == "ab"


def test_rows_of_tables_are_passages_with_cells_apart():
    cell, end = {IN_TABLE: 1}, {IN_TABLE: 1, ENDS_ROW: 1}
    made = doc(
        ("a\r", cell),
        ("b\x07", cell),
        ("\x07", cell),
        ("c\x07", cell),
        ("\x07", end),
        ("d\x07", cell),
        ("\x07", end),
        ("e\r", {}),
    )

    assert made.text == "a b\t\tc\nd\ne"


def test_notes_stand_behind_the_text():
    assert doc(("a\x02 b\r", {}), ("c\r", {}), notes="\x02 See page 3.\r").text == "a b\nc\nSee page 3."


def test_roles_follow_from_styles_by_number_or_name_and_from_lists():
    names = [("Normal", 0xFFF), ("", 0xFFF), ("House", 1), ("My Quote", 0xFFF), ("Loop", 4)]
    made = doc(
        *(("a\r", {"style": style}) for style in range(5)),
        ("b\r", {IN_LIST: 1}),
        names=names,
    )

    assert [block.role for block in made.blocks] == [
        Role.PARAGRAPH,
        Role.HEADING,
        Role.HEADING,
        Role.QUOTATION,
        Role.PARAGRAPH,
        Role.LIST_ITEM,
    ]


def test_links_lead_to_the_web_or_nowhere():
    made = doc(('\x13 HYPERLINK "https://x.org" \x14a\x15 \x13 HYPERLINK "file:///x" \x14b\x15\r', {}))

    assert [(made.text[link.start : link.end], link.url) for link in made.links] == [("a", "https://x.org")]


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 comment beside the text was left out."), (2, "2 comments beside the text were left out.")],
)
def test_comments_are_left_out_and_counted(count, words):
    assert doc(("a\r", {}), comments=count).warnings == (words,)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (lambda: doc(("a\r", {}), flags=0x100), Code.PASSWORD),
        (lambda: doc(("a\r", {}), version=0x68), Code.OTHER_FORMAT),
        (lambda: doc(("\r", {})), Code.NO_TEXT),
        (lambda: read_made({"WordDocument": b"", "1Table": b""}), Code.DAMAGED),
        (lambda: read_made({"WordDocument": b"\xec\xa5\xc1\0", "0Table": b""}), Code.DAMAGED),
        (lambda: read_made({"EncryptedPackage": b"", "EncryptionInfo": b""}), Code.PASSWORD),
        (lambda: read_made({"Workbook": b"", "WordDocument": b""}), Code.DAMAGED),
    ],
)
def test_what_cannot_be_read_is_refused(made, code):
    with pytest.raises(UnreadableFile) as caught:
        made()

    assert caught.value.code is code


@pytest.mark.parametrize(
    ("streams", "words"),
    [
        (["Workbook", "WordDocument"], "a spreadsheet"),
        (["WordDocument", "ObjectPool", "Workbook"], "a Word document of 1997 to 2003"),
        (["PowerPoint Document"], "a presentation"),
        (["__properties_version1.0"], "an Outlook message"),
        (["EncryptedPackage"], "an Office document with a password"),
        (["Other"], "an older Office document"),
    ],
)
def test_older_office_files_are_told_apart_by_their_streams(streams, words):
    assert kind_of(ole(dict.fromkeys(streams, b""))).words == words
