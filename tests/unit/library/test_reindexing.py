"""An index of the search that is wrong is told, and made anew; nothing else suffers from it."""

import pytest

from annotator.library import Library
from annotator.library.keeping import BAD_INDEX
from tests.shelf import Shelf

WRONG = (
    "INSERT INTO search (search, rowid, words) VALUES ('delete', 2, 'Prices rose')",
    "INSERT INTO search (rowid, words) VALUES (99, 'zebra')",
    "DELETE FROM search_data WHERE id > 10",
    "UPDATE search_data SET block = x'0011223344' WHERE id > 10",
)
"""Ways in which it may be."""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "library.db"
    with Library(path, annotator="checker") as library:
        shelf = Shelf(library)
        shelf.mark(shelf.add(), "4 percent", note="zoo")
    return path


def opened(path):
    return Library(path, annotator="checker")


def spoil(path, how):
    with opened(path) as library:
        library._db.execute(how)


@pytest.mark.parametrize("how", WRONG)
def test_a_wrong_index_is_one_sentence(path, how):
    spoil(path, how)
    with opened(path) as library:
        found = list(library.problems())

    assert found == [BAD_INDEX]


@pytest.mark.parametrize("how", WRONG)
def test_the_next_opening_makes_it_anew(path, how):
    spoil(path, how)
    with opened(path) as library:
        list(library.problems())
    with opened(path) as library:
        found = (list(library.problems()), len(library.search("zoo")), len(library.search("prices")))

    assert found == ([], 1, 2)


def test_of_a_library_that_may_only_be_read_it_is_told_and_nothing_written(path):
    spoil(path, WRONG[0])
    path.chmod(0o444)
    before = path.read_bytes()
    with opened(path) as library:
        found = list(library.problems())

    assert (found, path.read_bytes()) == ([BAD_INDEX], before)


@pytest.mark.parametrize("how", WRONG)
def test_no_annotation_is_lost_by_it(path, how):
    spoil(path, how)
    with opened(path) as library:
        shelf = Shelf(library)
        version = library.version(library.articles()[0].version)
        shelf.mark(version, "We knew", note="zoo")
        library.search("zoo")
        kept = [annotation.words for annotation in library.annotations(version.id)]

    assert kept == ["4 percent", "We knew"]
