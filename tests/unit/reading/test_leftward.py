"""Writing to the left, out of glyphs by their places: ten points each, from right to left."""

import pytest

from annotator.reading.leftward import Cluster, clusters, in_reading_order, leftward, rows

SIZE = 10


def row(seen):
    """Clusters as they are seen, from left to right; a blank is room."""
    places = [
        Cluster(character, 10 * n, 10 * n + 10, 0, n) for n, character in enumerate(seen) if not character.isspace()
    ]
    return next(rows(places, 3))


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        ("גבא", "אבג"),
        ("ד גבא", "אבג ד"),
        (".גבא", "אבג."),
        ("ב 150 א", "א 150 ב"),
        ("ב 1,5 א", "א 1,5 ב"),
        ("ב Big Ben א", "א Big Ben ב"),
        ("ב 2016 2015 א", "א 2015 2016 ב"),
    ],
)
def test_words_run_to_the_left_and_numbers_and_foreign_words_to_the_right(seen, words):
    assert in_reading_order(row(seen), SIZE) == words


def test_brackets_are_those_that_are_read():
    assert in_reading_order(row("(ב) א"), SIZE) == "א (ב)"


def test_the_letters_of_a_ligature_are_in_their_order():
    seen = [Cluster("أ", 0, 8, 0, 0), Cluster("ل", 0, 8, 0, 1)]

    assert [one.characters for one in clusters(seen)] == ["لأ"]


def test_a_mark_goes_to_the_letter_that_it_stands_on_wherever_it_was_drawn():
    seen = [Cluster("د", 20, 30, 0, 0), Cluster("ا", 10, 20, 0, 1), Cluster("\u064d", 24, 26, 0, 2)]

    assert [one.characters for one in clusters(seen)] == ["د\u064d", "ا"]


def test_most_letters_decide():
    assert [leftward(words) for words in ("אבג d", "abc א", "123", "")] == [True, False, False, False]
