import pytest

from annotator import resembling
from annotator.library import Library
from tests.shelf import Shelf

STORY = (
    "A bridge too dear\n\nThe mayor opened the new bridge on Monday before a crowd of hundreds.\n\nCritics say that it "
    "cost far more than the town hall had promised.\n\nWork on a second bridge begins next spring, it says."
)
OTHER = "Rain\n\nIt rained all day in the north of the country.\n\nThe south stayed dry for once, and was glad of it."


@pytest.fixture
def shelf(tmp_path):
    with Library(tmp_path / "library.db", annotator="checker") as library:
        yield Shelf(library)


def listed(shelf, text, name):
    return shelf.library.listed(shelf.add(text, name).article)


def test_a_story_with_the_same_paragraphs_is_found(shelf):
    first, _other = listed(shelf, STORY, "a.txt"), listed(shelf, OTHER, "b.txt")
    second = listed(shelf, STORY.replace("Critics", "Some").replace("spring", "year"), "c.txt")

    assert resembling.resembling(shelf.library, second) == first


def test_a_story_of_its_own_resembles_none(shelf):
    listed(shelf, STORY, "a.txt")

    assert resembling.resembling(shelf.library, listed(shelf, OTHER, "b.txt")) is None


def test_one_paragraph_in_common_is_not_enough(shelf):
    listed(shelf, STORY, "a.txt")
    shared = STORY.split("\n\n")[1]

    assert resembling.resembling(shelf.library, listed(shelf, f"{OTHER}\n\n{shared}", "b.txt")) is None


def test_joined_it_is_the_next_draft_and_no_story_of_its_own(shelf):
    first, second = listed(shelf, STORY, "a.txt"), listed(shelf, f"{STORY} More.", "b.txt")
    library = shelf.library
    library.apply(resembling.joining(library, first, second).edit)

    assert [(v.number, v.file_name) for v in library.versions(first.id)] == [(1, "a.txt"), (2, "b.txt")]
