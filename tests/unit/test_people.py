"""Whose name stands on new annotations."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator import people
from annotator.places import settings_folder


@pytest.fixture(autouse=True)
def nobody_named(monkeypatch, tmp_path):
    monkeypatch.delenv("ANNOTATOR_NAME", raising=False)
    monkeypatch.setenv("ANNOTATOR_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setattr("getpass.getuser", lambda: "login")


def test_without_a_name_it_is_the_logins():
    assert people.user_name() == "login"


def test_a_name_that_is_given_is_kept():
    people.give_name("  Mara\tHolm ")

    assert people.user_name() == "Mara Holm"


def test_no_name_gives_the_logins_back():
    people.give_name("Mara")
    people.give_name("  ")

    assert people.user_name() == "login"


def test_the_system_goes_before_what_is_given(monkeypatch):
    people.give_name("Mara")
    monkeypatch.setenv("ANNOTATOR_NAME", "desk 4")

    assert people.user_name() == "desk 4"


def test_a_file_of_nonsense_is_no_name():
    settings_folder().mkdir()
    (settings_folder() / "checker-name").write_bytes(b"\xff\xfe\x00")

    assert people.user_name() == "login"


@given(words=st.text())
@example(words="0 \ud7fc\r0")
def test_a_name_is_one_line_that_can_be_seen_and_stays_as_it_is(words):
    name = people.as_name(words)

    assert (name.isprintable(), len(name) <= 80, people.as_name(name)) == (True, True, name)
