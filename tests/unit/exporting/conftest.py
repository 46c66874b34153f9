import pytest

from annotator.library import Library
from tests.shelf import Shelf


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.db", annotator="checker") as opened:
        yield opened


@pytest.fixture
def shelf(library):
    return Shelf(library)


@pytest.fixture
def folder(tmp_path):
    """An empty folder to export into."""
    made = tmp_path / "exports"
    made.mkdir()
    return made
