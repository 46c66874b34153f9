from hypothesis import given

from annotator.text.differing import Piece, pieces
from tests.prose import prose


def test_what_went_and_what_came_stand_beside_each_other():
    assert pieces("in five years", "in four years") == [
        Piece("in ", old=True, new=True),
        Piece("five", old=True, new=False),
        Piece("four", old=False, new=True),
        Piece(" years", old=True, new=True),
    ]


def test_the_same_words_are_one_piece():
    assert pieces("a b", "a b") == [Piece("a b", old=True, new=True)]


@given(prose, prose)
def test_the_pieces_give_both_texts_back(old, new):
    found = pieces(old, new)

    assert ("".join(p.words for p in found if p.old), "".join(p.words for p in found if p.new)) == (old, new)
