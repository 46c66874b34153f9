from pathlib import Path

import pytest

from annotator.reading.names import shown_name, stem_title, storable_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("plain, ünïcödé 📰.txt", "plain, ünïcödé 📰.txt"),
        ("line\nbreak.txt", "line\\nbreak.txt"),
        ("bell\x07\x9b.txt", "bell\\x07\\x9b.txt"),
        ("invoice\u202etxt.exe", "invoice\\u202etxt.exe"),
        ("latin-\udce9.txt", "latin-\\xe9.txt"),
        ("lone-\ud800.txt", "lone-\\ud800.txt"),
        ("x" * 250 + ".txt", "x" * 30 + "…" + "x" * 26 + ".txt"),
    ],
)
def test_a_shown_name_is_one_short_line_that_hides_nothing(name, shown):
    assert shown_name(Path("folder") / name) == shown


def test_a_path_without_a_last_part_is_shown_whole():
    assert shown_name(Path("/")) == str(Path("/"))


@pytest.mark.parametrize(
    ("name", "stored"),
    [("line\nbreak\u202e.txt", "line\nbreak\u202e.txt"), ("latin-\udce9.txt", "latin-\ufffd.txt")],
)
def test_a_stored_name_is_the_name_with_what_no_text_can_hold_replaced(name, stored):
    assert storable_name(Path(name)) == stored


def test_a_title_from_a_name_has_no_suffix_and_nothing_that_cannot_be_shown():
    assert stem_title(Path("folder/the \n budget\u202e story.txt")) == "the budget story"
