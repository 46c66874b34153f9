import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.matching import match
from annotator.text.titles import Titles

ANY = st.text(alphabet=st.one_of(st.sampled_from("abe é\0\nİß كِا"), st.characters()), max_size=12)


def names(*things):
    return Titles(things, lambda names: names)


@pytest.mark.parametrize("letters", ["cafe", "CAFÉ", "كتاب", "كِتَاب", "tun har"])
def test_capitals_accents_and_vowel_points_make_no_difference(letters):
    titles = names(("Café",), ("كِتَابٌ",), ("Tunnel, harbour",))

    assert len(titles.best(letters, 5)) == 1


def test_the_letters_of_a_pointed_word_are_shown_where_they_are():
    assert match("تاب", "كِتَاب").at == (2, 4, 5)


def test_what_is_found_by_another_name_comes_behind_the_titles():
    found = names(("Other", "wiki.txt"), ("A wiki",)).best("wiki", 5)

    assert [(thing[0], fit.at) for thing, fit in found] == [("A wiki", (2, 3, 4, 5)), ("Other", ())]


def test_of_a_sentence_whole_pieces_count():
    titles = Titles(["prices rose at once"], lambda words: (words,), scattered=False)

    assert (titles.best("pro", 5), len(titles.best("rose at", 5))) == ([], 1)


def test_nothing_typed_is_the_first_of_all():
    assert [thing for thing, _ in names(("b",), ("a",), ("c",)).best(" ", 2)] == [("b",), ("a",)]


@given(ANY, st.lists(st.tuples(ANY, ANY), max_size=4))
def test_it_finds_what_looking_at_each_finds(letters, things):
    found = {thing for thing, _ in names(*things).best(letters, 50)}

    assert found >= {thing for thing in things if letters.strip() and match(letters, thing[0].replace("\0", ""))}
