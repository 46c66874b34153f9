import pytest

from annotator.model.words import Role
from annotator.reading import read


@pytest.fixture
def document(tmp_path):
    def read_text(text, name="the budget.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        return read(path).document

    return read_text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n  Russia backs China’s Peace Plan! \n\nBeijing.", "Russia backs China’s Peace Plan!"),
        ("Will it rain?\nNobody knows.", "Will it rain?"),
        ("The minister spoke on Tuesday.\nShe left.", "the budget"),
        ("She said “no.”\nShe left.", "the budget"),
        ("部长讲话。\n她走了。", "the budget"),
        ("word " * 40 + "\nMore.", "the budget"),
    ],
)
def test_the_title_is_a_first_line_like_a_headline_else_the_name(document, text, title):
    assert document(text).title == title


def test_each_line_with_words_is_a_block_and_the_headline_is_a_heading(document):
    found = document("Head\n\n One.\nTwo.\n")

    assert [(found.text[b.start : b.end], b.role) for b in found.blocks] == [
        ("Head", Role.HEADING),
        (" One.", Role.PARAGRAPH),
        ("Two.", Role.PARAGRAPH),
    ]


def test_a_first_sentence_is_a_paragraph(document):
    assert [b.role for b in document("It rained.\nIt stopped.").blocks] == [Role.PARAGRAPH] * 2


def test_a_single_line_is_a_paragraph_though_it_gives_the_title(document):
    found = document("Only this")

    assert (found.title, [b.role for b in found.blocks]) == ("Only this", [Role.PARAGRAPH])


def test_the_document_says_what_it_is(document):
    found = document("Head\nBody.")

    assert (found.media_type, found.encoding, found.encoding_guessed, found.warnings) == (
        "text/plain",
        "utf-8",
        False,
        (),
    )


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("One \0 here", "1 character in it cannot be shown: � stands instead."),
        ("\0Two\x1b here", "2 characters in it cannot be shown: � stands instead."),
        (
            "Turn \u202eback\u202c.",
            "2 characters in it turn the direction of writing: it may not read as it is stored.",
        ),
        ("word " * 30_000 + ".", "One paragraph has 150,001 characters: it will be slow to show."),
    ],
)
def test_what_is_odd_is_said_in_a_sentence(document, text, warning):
    assert document(text).warnings == (warning,)


def test_bidi_controls_are_found_in_any_encoding(tmp_path):
    path = tmp_path / "wide.txt"
    path.write_bytes("Turn \u2067back\u2069.".encode("utf-16"))

    assert [warning[:12] for warning in read(path).document.warnings] == ["2 characters"]
