"""Edges that are moved: where they go, and where they cannot."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.article_view.edges import Edges, edges_of

TEXT = "We knew, she said, it would cost more."
HOLED = ((0, 7), (19, 37))


def test_a_word_on_the_end_goes_to_the_end_of_the_next():
    moved = edges_of(TEXT, ((0, 7),), start=False).stepped(1, words=True)

    assert moved.ranges == ((0, 12),)


def test_a_word_on_the_start_goes_to_the_start_of_the_next():
    moved = edges_of(TEXT, ((0, 7),), start=True).stepped(1, words=True)

    assert moved.ranges == ((3, 7),)


def test_an_edge_goes_by_character():
    moved = edges_of(TEXT, ((0, 7),), start=False).stepped(-1, words=False)

    assert moved.ranges == ((0, 6),)


def test_an_edge_never_crosses_its_other_edge():
    stayed = edges_of(TEXT, ((3, 7),), start=True).stepped(1, words=True)

    assert stayed.ranges == ((3, 7),)


def test_an_inner_edge_never_crosses_its_neighbour():
    stayed = Edges(TEXT, HOLED, 1).moved(20)

    assert stayed.ranges == HOLED


def test_the_same_key_goes_round_the_parts():
    first = edges_of(TEXT, HOLED, start=True)

    assert [first.picked, first.pick(start=True).picked, first.pick(start=True).pick(start=True).picked] == [0, 2, 0]


def test_the_other_key_takes_the_other_edge_of_the_same_part():
    assert Edges(TEXT, HOLED, 0).pick(start=False).picked == 1


@given(
    text=st.text(alphabet="ab é中ا\u0301\n.👍", min_size=1, max_size=40).filter(lambda text: not text[0].isspace()),
    steps=st.lists(st.tuples(st.sampled_from([-1, 1]), st.booleans(), st.sampled_from(["[", "]", ""])), max_size=20),
)
def test_however_it_is_moved_it_stays_in_the_text_with_words_in_each_part(text, steps):
    edges = edges_of(text, ((0, 1),), start=False)
    for step, words, key in steps:
        edges = (edges.pick(start=key == "[") if key else edges).stepped(step, words=words)

    assert all(0 <= s < e <= len(text) and text[s:e].strip() for s, e in edges.ranges)
