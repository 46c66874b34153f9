import pytest
from hypothesis import assume, given

from annotator.locating import locate
from annotator.text import tidy
from annotator.text.aligning import Alignment
from tests.prose import prose, prose_and_ranges

OLD = (
    "A bridge too dear\n\nThe mayor opened the new bridge on Monday before a crowd of hundreds. “It is worth every "
    "cent,” she said, “of the forty million.” Critics say that it cost far more than the town hall had promised.\n\n"
    "The mayor will speak to the council in two weeks. Work on a second bridge begins next spring, it has decided."
)


def ranges(*words):
    return [(OLD.index(w), OLD.index(w) + len(w)) for w in words]


def went(new, *words):
    """Where these words of OLD are in the newer draft, and whether they are the same."""
    found = locate(ranges(*words), Alignment(OLD, new))
    return found and ([new[slice(*span)] for span in found.ranges], found.same)


def without(words):
    return OLD.replace(words, "")


def test_words_that_were_not_touched_follow():
    assert went(f"By our reporter\n\n{OLD}", "forty million") == (["forty million"], True)


def test_a_moved_sentence_takes_its_words_along():
    moved = "Critics say that it cost far more than the town hall had promised."

    assert went(f"{moved}\n\n{without(moved)}", "the town hall") == (["the town hall"], True)


def test_changed_words_are_found_and_said_to_be_changed():
    new = OLD.replace("crowd of hundreds", "crowd of thousands")

    assert went(new, "a crowd of hundreds") == (["a crowd of thousands"], False)


def test_a_word_that_was_replaced_is_found_between_what_it_stood_between():
    assert went(OLD.replace("Monday", "Friday"), "Monday") == (["Friday"], False)


def test_words_put_in_the_middle_belong_to_it():
    assert went(OLD.replace("new bridge", "new stone bridge"), "the new bridge") == (["the new stone bridge"], False)


def test_quotation_marks_are_kept_around_changed_words():
    new = OLD.replace("of the forty million.”", "of the fifty million.”")

    assert went(new, "“of the forty million.”") == (["“of the fifty million.”"], False)


def test_marks_behind_a_bracket_that_is_gone_are_not_taken():
    old, new = "It grew (by a lot), he said to us on Monday.", "It grew, he said to us on Monday."
    span = (old.index("grew"), old.index(", he"))

    assert new[slice(*locate([span], Alignment(old, new)).ranges[0])] == "grew"


def test_a_name_in_a_sentence_that_replaced_another_is_not_the_same_one():
    gone = "Critics say that it cost far more than the town hall had promised."
    new = OLD.replace(gone, "Nobody else was reached at the town hall.")

    assert went(new, "town hall") is None


def test_a_mark_that_was_changed_is_a_change():
    assert went(OLD.replace("dear\n", "dear?\n").replace("weeks.", "weeks!"), "in two weeks.") == (
        ["in two weeks!"],
        False,
    )


def test_lines_that_were_broken_otherwise_are_no_change():
    assert went(OLD.replace("new bridge on", "new\nbridge on"), "the new bridge") == (["the new\nbridge"], True)


def test_what_was_cut_is_not_found_elsewhere():
    new = without("The mayor will speak to the council in two weeks. ")

    assert locate([(OLD.rindex("The mayor"), OLD.rindex("The mayor") + 9)], Alignment(OLD, new)) is None


def test_a_sentence_in_the_place_of_another_is_not_it():
    new = OLD.replace("Critics say that it cost far more than the town hall had promised.", "It will rain on Tuesday.")

    assert went(new, "Critics say that it cost far more than the town hall had promised.") is None


def test_the_headline_stays_the_headline_where_it_is_repeated():
    new = OLD.replace("\n\nThe mayor will", "\n\nA bridge too dear\n\nThe mayor will")

    assert locate(ranges("A bridge too dear"), Alignment(OLD, new)).ranges == tuple(ranges("A bridge too dear"))


def test_both_parts_of_a_quote_with_a_hole_follow():
    quote = ("“It is worth every cent,”", "“of the forty million.”")

    assert went(f"Dear.\n\n{OLD}", *quote) == ([*quote], True)


def test_a_quote_of_which_a_part_is_gone_is_not_found():
    assert (
        went(without(" she said, “of the forty million.”"), "“It is worth every cent,”", "“of the forty million.”")
        is None
    )


@pytest.mark.parametrize("new", ["", "Nothing of it.", "…"])
def test_nothing_is_found_where_nothing_is_left(new):
    assert went(new, "A bridge too dear", "crowd of hundreds") is None


@given(prose_and_ranges(), prose)
def test_the_same_words_are_the_same_words(text_and_ranges, new):
    old, [span] = text_and_ranges
    assume(old[slice(*span)].strip())
    found = locate([tidy(old, *span)], Alignment(old, new))

    assert not (found and found.same) or old[slice(*tidy(old, *span))].split() == new[slice(*found.ranges[0])].split()


@given(prose_and_ranges(), prose)
def test_a_place_lies_within_the_text(text_and_ranges, new):
    old, [span] = text_and_ranges
    assume(old[slice(*span)].strip())
    found = locate([tidy(old, *span)], Alignment(old, new))

    assert found is None or 0 <= found.ranges[0][0] < found.ranges[0][1] <= len(new)
