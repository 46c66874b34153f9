"""Which keys do what, when the user has changed some of them."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui import bindings
from annotator.ui.actions import ACTIONS

TABLE = {action.id: action for action in ACTIONS}
WORDS = st.text() | st.sampled_from([key for action in ACTIONS for key in action.keys]) | st.sampled_from("FGXÄ;")
TEXTS = st.dictionaries(st.sampled_from(sorted(TABLE)) | st.text(), st.lists(WORDS).map(" ".join), max_size=8)


def test_without_changes_the_keys_are_those_of_the_table():
    assert bindings.bound({}) == {action.id: action.keys for action in ACTIONS}


@pytest.mark.parametrize(
    ("written", "key"),
    [("f", "F"), ("Shift+Ctrl+z", "Ctrl+Shift+Z"), ("Ctrl++", "Ctrl++"), ("+", "+"), ("[", "["), ("ß", "ß")],
)
def test_a_key_has_one_spelling(written, key):
    assert bindings.canonical(written) == key


@pytest.mark.parametrize("written", ["", "Ctrl+", "Hyper+X", "F99", "Ctrl+K, Ctrl+S", "\x00", "Escape", "a b"])
def test_what_is_no_key_is_none(written):
    assert bindings.canonical(written) == ""


def test_every_key_of_the_table_is_spelt_canonically():
    assert [key for action in ACTIONS for key in action.keys if bindings.canonical(key) != key] == []


def test_a_given_key_comes_first():
    assert bindings.bound(bindings.give({}, TABLE["claim"], "F"))["claim"] == ("F", "1", "C")


def test_a_key_that_is_given_is_taken_from_whoever_had_it():
    keys = bindings.bound(bindings.give({}, TABLE["claim"], "N"))

    assert (keys["claim"][0], keys["next"]) == ("N", ())


def test_taking_back_what_was_given_leaves_no_change():
    given_key = bindings.give({}, TABLE["claim"], "F")

    assert bindings.take(given_key, TABLE["claim"], "F") == {}


def test_reset_gives_the_keys_of_the_table():
    changes = bindings.take({}, TABLE["claim"], "C")

    assert bindings.bound(bindings.reset(changes, TABLE["claim"])) == bindings.bound({})


@pytest.mark.parametrize(
    ("action", "key"),
    [("claim", "Left"), ("claim", "Ctrl+Home"), ("claim", "Tab"), ("claim", "Esc"), ("open", "F"), ("open", "Ctrl+V")],
)
def test_reserved_and_plain_keys_are_refused(action, key):
    assert bindings.refusal(TABLE[action], key)


@pytest.mark.parametrize(("action", "key"), [("claim", "F"), ("claim", "F9"), ("open", "Alt+O"), ("deselect", "Esc")])
def test_other_keys_are_not_refused(action, key):
    assert bindings.refusal(TABLE[action], key) == ""


def test_unknown_actions_and_broken_keys_in_the_settings_are_left_out():
    assert bindings.read({"nothing": "F", "claim": "F Hyper+9 Left"}) == {"claim": ("F",)}


@given(TEXTS)
def test_whatever_the_settings_say_a_key_does_one_thing(texts):
    keys = bindings.bound(bindings.read(texts))

    assert [key for key, times in Counter(k for mine in keys.values() for k in mine).items() if times > 1] == []


@given(TEXTS, st.sampled_from(ACTIONS), WORDS.map(bindings.canonical).filter(bool))
def test_a_given_key_does_what_it_was_given_for_and_nothing_else(texts, action, key):
    keys = bindings.bound(bindings.give(bindings.read(texts), action, key))

    assert [name for name, mine in keys.items() if key in mine] == [action.id]
