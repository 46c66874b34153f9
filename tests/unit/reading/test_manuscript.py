import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.documents import Block, LeftOut, Link, Place
from annotator.model.words import Role
from annotator.reading.manuscript import LONGEST, Manuscript, Suggested
from annotator.reading.unreadable import Code, Refused


def document(manuscript):
    return manuscript.document("text/x", Suggested())


def test_passages_stand_one_under_another():
    out = Manuscript()
    out.write("Head")
    out.end(Role.HEADING)
    out.write("One ")
    out.write("two.")
    out.end()
    made = document(out)

    assert (made.text, made.blocks) == (
        "Head\nOne two.",
        (Block(start=0, end=4, role=Role.HEADING), Block(start=5, end=13)),
    )


def test_blank_passages_leave_no_trace():
    out = Manuscript()
    for words in ("a", " \n", "", "\ufeff", "b"):
        out.write(words)
        out.end()

    assert document(out).text == "a\nb"


def test_a_link_is_on_its_words_though_white_space_before_them_goes():
    out = Manuscript()
    out.write("  ")
    out.write(" the port ", "https://example.org")
    out.end()
    made = document(out)

    assert (made.text, made.links) == ("the port", (Link(start=0, end=8, url="https://example.org"),))


def test_a_place_may_begin_within_a_passage():
    out = Manuscript()
    out.write("One ")
    out.place("page", "2")
    out.leave_out("Page 2")
    out.write("two.")
    out.end()
    made = document(out)

    assert (made.places, made.left_out) == (
        (Place(start=4, kind="page", label="2"),),
        (LeftOut(at=4, text="Page 2"),),
    )


def test_a_place_holds_from_the_next_passage_on():
    out = Manuscript()
    out.place("page", "1")
    out.write("One.")
    out.end()
    out.place("page", "2")
    out.place("page", "3")
    out.write("Three.")
    out.end()
    out.place("page", "4")

    assert document(out).places == (Place(start=0, kind="page", label="1"), Place(start=5, kind="page", label="3"))


def test_what_was_left_out_knows_where_it_would_stand():
    out = Manuscript()
    out.leave_out("Menu")
    out.write("One.")
    out.end()
    out.leave_out(" \n")
    out.leave_out("Imprint ")

    assert document(out).left_out == (LeftOut(at=0, text="Menu"), LeftOut(at=4, text="Imprint"))


def test_characters_that_no_text_can_hold_are_counted_once_for_all_passages():
    out = Manuscript()
    for words in ("a\x00", "\ud800b"):
        out.write(words)
        out.end()

    assert (document(out).text, document(out).warnings) == (
        "a�\n�b",
        ("2 characters in it cannot be shown: � stands instead.",),
    )


def test_nothing_written_is_no_article():
    with pytest.raises(Refused) as caught:
        document(Manuscript())

    assert caught.value.code is Code.NO_TEXT


def test_no_article_is_endless():
    out = Manuscript()
    out.write("x" * (LONGEST - 5))
    out.end()

    with pytest.raises(Refused) as caught:
        out.write("six six")

    assert caught.value.code is Code.TOO_LARGE


@given(st.lists(st.lists(st.tuples(st.text(max_size=9), st.sampled_from(["", "u:1", "u:2"])), max_size=4), max_size=5))
def test_blocks_and_links_lie_in_the_text_whatever_is_written(passages):
    out = Manuscript()
    out.write("x")
    out.end()
    for runs in passages:
        for words, link in runs:
            out.write(words, link)
        out.end()
    made = document(out)

    assert "\n".join(made.text[b.start : b.end] for b in made.blocks) == made.text
    assert all(any(b.start <= link.start < link.end <= b.end for b in made.blocks) for link in made.links)
