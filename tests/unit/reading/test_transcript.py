"""Transcripts made by hand: what is said is kept once, in passages that a checker can use, each word with its time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import editing
from annotator.exporting.records import records
from annotator.model.words import Kind
from annotator.reading import read_bytes


def times(at, seconds=0.9):
    return f"00:{at // 60:02}:{at % 60:02}.000 --> 00:{at // 60:02}:{at % 60:02}.{int(seconds * 1000):03}"


def vtt(*cues, head="WEBVTT"):
    """A file with one cue a second."""
    body = "\n\n".join(f"{times(at)}\n{cue}" for at, cue in enumerate(cues))
    return read_bytes(f"{head}\n\n{body}\n".encode(), "talk.vtt").document


@pytest.mark.parametrize(
    ("cues", "text"),
    [
        (["one", "two"], "one two"),
        (["<v Jane Roe>No.</v>"], "Jane Roe: No."),
        (["<v Jane>No", "<v Jane>way", "<v.loud Bo>Why?", "So."], "Jane: No way\nBo: Why?\nSo."),
        (["<v A>x</v> <v B>y</v>"], "A: x\nB: y"),
        (["- Yes?\n- No."], "- Yes?\n- No."),
        ([">> ONE", "more", ">>> TWO"], ">> ONE more\n>>> TWO"),
        (["JANE: yes", "and 10:30 no", "Note: this"], "JANE: yes and 10:30 no Note: this"),
        (["a <c.red>b</c> <00:00:01.500>c &amp; {\\an8}d <b>e</b>"], "a b c & d e"),
        (["3 < 4 and 5 > 4"], "3 < 4 and 5 > 4"),
        (["價格上漲", "百分之四"], "價格上漲百分之四"),
        (["a b", "c", "c", "d"], "a b c c d"),
        (["No.", "No.", "Three.", "Four.", "Five."], "No. No. Three. Four. Five."),
        (["a", "a\nb", "b\nc", "c"], "a b c"),
    ],
)
def test_what_was_said_is_read_once(cues, text):
    assert vtt(*cues).text == text


def test_notes_styles_and_regions_are_no_words():
    made = read_bytes(
        b"WEBVTT - title\nKind: captions\nLanguage: pt-BR\n\nNOTE secret\nmore\n\nSTYLE\n::cue{color:red}\n\n"
        b"REGION\nid:x\n\nid-1\n00:01.000 --> 00:02.000 align:start\nword\n",
        "talk.vtt",
    ).document

    assert (made.text, made.language, made.media_type) == ("word", "pt-BR", "text/vtt")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_subtitles_are_known_by_their_first_cue_in_any_encoding(encoding):
    data = "1\r\n0:00:01,5 --> 0:00:02,000\r\nEla disse não.\r\n".encode(encoding)
    read = read_bytes(data, "talk.txt")

    assert (read.original.reader, read.document.text) == ("Transcript", "Ela disse não.")


def test_a_pause_begins_a_passage():
    data = b"""1
00:00:01,000 --> 00:00:02,000
a

2
00:00:03,999 --> 00:00:04,500
b

3
00:00:06,500 --> 00:00:07,000
c"""

    assert read_bytes(data, "talk.srt").document.text == "a b\nc"


def test_passages_end_with_sentences_once_they_are_long():
    made = vtt(*[f"Sentence of thirty letters {n:02}." for n in range(30)]).text.split("\n")

    assert [len(passage) for passage in made] == [10 * 31 - 1] * 3


def test_passages_without_sentences_do_not_grow_endless():
    made = vtt(*[f"no sentence at all {n}" for n in range(300)]).text.split("\n")

    assert max(map(len, made)) < 1300


def test_an_annotation_is_exported_with_the_time_code_of_its_first_word(library):
    read = read_bytes(b"1\n00:12:31,500 --> 00:12:32,000\none two\n\n2\n01:12:32,000 --> 01:12:33,000\nthree", "t.srt")
    ids = iter("abcdefgh")
    made = editing.add_article(read.document, read.original, lambda: next(ids))
    library.apply(made)
    version = made.changes[1].after
    for start, end in ((0, 3), (4, 7), (8, 13)):
        library.apply(editing.annotate(read.document.text, version.id, Kind.CLAIM, [(start, end)], lambda: next(ids)))

    assert [record.place for record in records(library, library.articles())] == ["00:12:31", "00:12:31", "01:12:32"]


words = st.text(st.sampled_from("abcé中ב "), min_size=1).map(str.split).filter(bool).map(" ".join)


@given(st.lists(words, min_size=1, max_size=20))
def test_every_place_is_where_its_cue_begins(cues):
    numbered = [f"{number}x {cue}" for number, cue in enumerate(cues)]
    made = vtt(*numbered)
    found = [made.text[place.start :].lstrip() for place in made.places]

    assert [words.startswith(cue) for words, cue in zip(found, numbered, strict=True)] == [True] * len(cues)


def test_a_text_with_the_suffix_of_subtitles_is_read_as_text():
    read = read_bytes(b"An article. It has no times.", "talk.srt")

    assert (read.original.reader, len(read.document.warnings)) == ("Plain text", 1)
