import pytest

from annotator import editing, marking
from annotator.anchoring import BadRange
from annotator.model.edits import Verb
from annotator.model.words import Kind

TEXT = "The fee is 6 crowns. “We knew,” she said, “for years.”\n\nNo more."
QUOTE_START = TEXT.index("“We")


def made(start, end, kind=Kind.CLAIM, name="one"):
    return editing.annotate(TEXT, "v", kind, [(start, end)], lambda: name).changes[0].after


def press(kind, *, selection=None, caret=0, here=(), chosen=None):
    return marking.press(kind, TEXT, "v", lambda: "new", selection=selection, caret=caret, here=here, chosen=chosen)


def test_selected_words_are_marked():
    assert press(Kind.CLAIM, selection=(11, 19)).changes[0].after.words == "6 crowns"


def test_selected_words_are_marked_also_inside_another_annotation():
    edit = press(Kind.SOURCE, selection=(4, 7), here=[made(0, 20)])

    assert (edit.verb, edit.changes[0].after.words) == (Verb.ANNOTATE, "fee")


def test_without_a_selection_the_sentence_is_marked():
    assert press(Kind.CLAIM, caret=13).changes[0].after.words == "The fee is 6 crowns."


def test_a_quote_takes_the_quotation_under_the_caret():
    assert press(Kind.QUOTE, caret=QUOTE_START + 3).changes[0].after.words == "“We knew,”"


def test_a_claim_takes_the_sentence_around_a_quotation():
    edit = press(Kind.CLAIM, caret=QUOTE_START + 3)

    assert edit.changes[0].after.words == "“We knew,” she said, “for years.”"


def test_the_caret_in_an_annotation_relabels_the_smallest():
    edit = press(Kind.QUOTE, caret=5, here=[made(4, 7, name="small"), made(0, 20, name="large")])

    assert [(c.before.id, c.after.kind) for c in edit.changes] == [("small", Kind.QUOTE)]


def test_the_chosen_annotation_is_relabelled_before_a_smaller_one():
    large = made(0, 20, name="large")
    edit = press(Kind.QUOTE, caret=5, here=[made(4, 7, name="small"), large], chosen=large)

    assert [c.before.id for c in edit.changes] == ["large"]


def test_a_chosen_annotation_elsewhere_is_left_alone():
    edit = press(Kind.CLAIM, caret=len(TEXT) - 2, chosen=made(0, 20))

    assert (edit.verb, edit.changes[0].after.words) == (Verb.ANNOTATE, "No more.")


def again(annotation, kind, since):
    return marking.press(
        kind, TEXT, "v", lambda: "new", selection=None, caret=annotation.start, here=[], made=annotation, since=since
    )


def test_pressed_again_a_quote_grows_to_its_sentence_and_a_sentence_to_its_paragraph():
    quote = made(*(QUOTE_START, QUOTE_START + 10), Kind.QUOTE)
    sentence = again(quote, Kind.QUOTE, 0.5).changes[0].after
    paragraph = again(sentence, Kind.QUOTE, 0.5).changes[0].after

    assert (sentence.words, paragraph.words) == (
        "“We knew,” she said, “for years.”",
        TEXT.partition("\n")[0],
    )


def test_what_is_all_of_its_paragraph_grows_no_further():
    assert not again(made(0, TEXT.index("\n")), Kind.CLAIM, 0.5)


@pytest.mark.parametrize(("kind", "since"), [(Kind.CLAIM, 1.5), (Kind.SOURCE, 0.5)])
def test_another_key_or_a_later_one_widens_nothing(kind, since):
    edit = again(made(0, 20), kind, since)

    assert edit.verb is not Verb.RESPAN


def test_between_paragraphs_there_is_nothing_to_mark():
    with pytest.raises(BadRange):
        marking.press(Kind.CLAIM, "\n\n", "v", lambda: "new", selection=None, caret=1, here=())


def test_a_line_without_words_has_nothing_to_mark():
    with pytest.raises(BadRange):
        marking.press(Kind.CLAIM, "One.\n\n* * *\n", "v", lambda: "new", selection=None, caret=8, here=())
