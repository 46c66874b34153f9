import pytest

from annotator.library import Entry
from annotator.model.edits import Verb
from annotator.ui import wording


@pytest.mark.parametrize(
    ("verb", "count", "detail", "said"),
    [
        (Verb.ANNOTATE, 1, "claim", "mark claim"),
        (Verb.ANNOTATE, 56, "", "mark 56 annotations"),
        (Verb.RELABEL, 1, "source", "make it a source"),
        (Verb.SET_STATUS, 1, "in_progress", "set to in progress"),
        (Verb.SET_STATUS, 3, "checked", "set the status of 3 annotations"),
        (Verb.REMOVE, 1, "quote", "remove quote"),
        (Verb.REMOVE, 2, "quote", "remove 2 annotations"),
        (Verb.ADD_ARTICLE, 2, "Tunnel opens", "add “Tunnel opens”"),
        (Verb.SET_NOTE, 1, "", "write a note"),
    ],
)
def test_every_act_has_its_words(verb, count, detail, said):
    assert wording.act(Entry(1, verb, "", count, detail)) == said


@pytest.mark.parametrize("verb", Verb)
def test_no_verb_is_without_words(verb):
    assert "{" not in wording.act(Entry(1, verb, "", 1, ""))


@pytest.mark.parametrize(
    ("words", "length", "cut"),
    [("short", 10, "short"), ("one two three", 8, "one two …"), ("a\n b", 10, "a b"), ("x" * 30, 10, "x" * 10 + " …")],
)
def test_long_words_are_cut_at_a_word(words, length, cut):
    assert wording.cut(words, length) == cut


@pytest.mark.parametrize(
    ("annotations", "done", "left"), [(0, 0, "New"), (5, 2, "3 left"), (5, 5, "Checked"), (1200, 0, "1,200 left")]
)
def test_what_is_left_is_said_with_what_it_counts(annotations, done, left):
    assert wording.left(annotations, done) == left


def test_a_name_that_turns_text_around_is_shown_and_not_obeyed():
    assert wording.plain("invoice\u202etxt.exe\n") == "invoice\\u202etxt.exe\\u000a"


@pytest.mark.parametrize(
    ("name", "within"),
    [("Plain text", "plain text"), ("Markdown", "Markdown"), ("Web page", "web page"), ("PDF", "PDF")],
)
def test_a_format_within_a_sentence_has_no_capital_of_its_own(name, within):
    assert wording.within(name) == within
