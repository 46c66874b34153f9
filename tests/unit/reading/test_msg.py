"""Outlook's messages made by hand: who wrote what to whom and when, whatever form the words are in."""

import struct
from datetime import UTC, datetime

import pytest

from annotator.reading import Code, UnreadableFile, read_bytes
from annotator.reading.lzfu import unpacked
from tests.unit.reading.ole_made import ole

SENT = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
PAGE = b"<html><meta charset=utf-8><p>The <a href='https://x.org/b'>budget</a> grows by 5 percent, caf\xc3\xa9."
HEAD = {
    "0037001F": "Budget",
    "0C1A001F": "Jane Roe",
    "5D01001F": "jane@x.org",
    "0E04001F": "Desk; Bo",
}


def message(properties, *, fixed=(), attached=None):
    ticks = int((SENT - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
    entries = [(0x0040, 0x0039, ticks), *fixed]
    streams = {"__properties_version1.0": bytes(32) + b"".join(struct.pack("<HH4xQ", *entry) for entry in entries)}
    for name, value in {**HEAD, **properties}.items():
        streams[f"__substg1.0_{name}"] = value.encode("utf-16-le") if isinstance(value, str) else value
    for number, name in enumerate(attached or ()):
        streams[f"__attach_version1.0_#{number:08X}/__substg1.0_3707001F"] = name.encode("utf-16-le")
    return ole(streams)


def msg(properties, **more):
    return read_bytes(message(properties, **more), "story.msg").document


def test_the_head_is_part_of_the_text_and_suggests_title_byline_and_date():
    made = msg({"1000001F": "One.\r\n\r\nTwo."})

    assert (made.text.split("\n"), made.title, made.byline, made.date) == (
        ["Budget", "From: Jane Roe <jane@x.org>", "To: Desk; Bo", "Date: Tue, 24 Nov 2026 23:30:00 +0000",
         "One.", "Two."],
        "Budget",
        "Jane Roe",
        "2026-11-24",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("properties", "words"),
    [
        (
            {"1000001F": "The budget grows by 4 percent, café.", "10130102": PAGE},
            "The budget grows by 4 percent, café.",
        ),
        ({"1000001F": "See it online.", "10130102": PAGE}, "The budget grows by 5 percent, café."),
        ({"10130102": PAGE}, "The budget grows by 5 percent, café."),
        ({"1000001E": "Привет".encode("cp1251")}, "Привет"),
    ],
    ids=["plain", "hint", "page", "bytes"],
)
def test_the_words_are_read_in_the_form_that_says_most(properties, words):
    assert msg(properties, fixed=[(0x0003, 0x3FFD, 1251)]).text.split("\n")[-1] == words


def test_what_is_attached_is_named():
    made = msg({"1000001F": "Words."}, attached=["a.pdf", "../b.doc"])

    assert [part.text for part in made.left_out] == ["a.pdf (attachment)", "b.doc (attachment)"]


RICH = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
"""The example of [MS-OXRTFCP]."""


@pytest.mark.parametrize("packed", [RICH, struct.pack("<II4sI", 31, 19, b"MELA", 0) + rb"{\rtf1 hello world}"])
def test_rich_text_is_unpacked_where_there_is_nothing_else(packed):
    assert msg({"10090102": packed}).text.split("\n")[-1] == "hello world"


def test_references_reach_into_what_they_make():
    head = struct.pack("<II4sI", 0, 9, b"LZFu", 0)

    assert unpacked(head + b"\x02a" + struct.pack(">H", 207 << 4 | 6)) == b"a" * 9


@pytest.mark.parametrize(
    ("properties", "code"),
    [({}, Code.NO_TEXT), ({"10090102": b"x" * 99}, Code.DAMAGED)],
)
def test_a_message_whose_words_cannot_be_read_is_refused(properties, code):
    with pytest.raises(UnreadableFile) as caught:
        msg(properties)

    assert caught.value.code is code


@pytest.mark.parametrize("cut", [100, 700, 3000, 6000])
def test_a_message_that_was_cut_off_is_damaged(cut):
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(message({"1000001F": "Words."})[:cut], "story.msg")

    assert caught.value.code is Code.DAMAGED
