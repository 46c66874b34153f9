import time
from textwrap import dedent

import pytest

from annotator.model.words import Role
from annotator.reading import read


@pytest.fixture
def document(tmp_path):
    def read_text(text, name="the budget.md"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        return read(path).document

    return read_text


def roles(document):
    return [(document.text[b.start : b.end], b.role.value) for b in document.blocks]


def test_the_text_stays_as_it_was_written(document):
    text = "# Head\n\n*One* [two](https://a.example) `three`"

    assert document(text).text == text


def test_lines_have_the_roles_that_their_marks_give_them(document):
    text = "# Head\n\nWords.\n- item\n  2. item\n> quoted\n| a | b |\n#tag\n*emphasis*\n-5 degrees\n### Sub ###"

    assert [role for _, role in roles(document(text))] == [
        *("heading", "paragraph", "list_item", "list_item", "quotation", "table_row"),
        *("paragraph", "paragraph", "paragraph", "heading"),
    ]


def test_an_underlined_line_is_a_heading(document):
    assert roles(document("Head\n====\nWords\n\n---\nSub\n---")) == [
        ("Head", "heading"),
        ("====", "paragraph"),
        ("Words", "paragraph"),
        ("---", "paragraph"),
        ("Sub", "heading"),
        ("---", "paragraph"),
    ]


def test_what_is_fenced_has_no_marks(document):
    text = "```\n# no\n~~~\n- no\n```\n# yes"

    assert [role for _, role in roles(document(text))] == ["paragraph"] * 5 + ["heading"]


FRONT = dedent("""\
    ---
    title: "The budget: what grows"
    author: Jane Roe
    date: 2026-03-01
    lang: en
    publisher: 'Example'
    tags:
      - money
    empty:
    ---
    # Another head
    Words.
    """)


def test_front_matter_says_what_the_document_is(document):
    found = document(FRONT)

    assert (found.title, found.byline, found.date, found.language, found.publisher) == (
        *("The budget: what grows", "Jane Roe", "2026-03-01", "en", "Example"),
    )


def test_front_matter_belongs_to_no_block(document):
    assert roles(document(FRONT)) == [("# Another head", "heading"), ("Words.", "paragraph")]


def test_a_rule_at_the_start_is_no_front_matter(document):
    assert document("---\n# Head\nWords.").title == "Head"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Words.\n\n## The **big** [plan](https://a.example) `now` ##\n", "The big plan now"),
        ("# A snake_case _word_\n", "A snake_case word"),
        ("Head\n===", "Head"),
        ("Words only.", "the budget"),
        ("#\nWords.", "the budget"),
    ],
)
def test_the_title_is_the_first_heading_without_marks_else_the_name(document, text, title):
    assert document(text).title == title


def test_inline_links_are_on_the_words_that_carry_them(document):
    text = 'See [the report](https://a.example/r "R"), ![picture](https://a.example/p) and [x](#here).'
    found = document(text)

    assert [(text[link.start : link.end], link.url) for link in found.links] == [
        ("the report", "https://a.example/r"),
    ]


def test_the_document_says_what_it_is(document):
    assert document("# Head").media_type == "text/markdown"


def test_in_a_text_file_marks_mean_nothing(document):
    found = document("# Head\nWords.", "story.txt")

    assert (found.media_type, found.title, found.blocks[0].role) == ("text/plain", "# Head", Role.HEADING)


@pytest.mark.parametrize(
    "evil", ["[", "[a](https://", "# " + " " * 300_000, "|" * 10, "_", "* ", "> ", "-", "```\n", "---\na: "]
)
def test_no_text_takes_more_than_its_length_in_time(document, evil):
    began = time.process_time()
    document(evil * (300_000 // len(evil)) + "x")

    assert time.process_time() - began < 2
