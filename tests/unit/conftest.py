"""A library on disk, and a shelf of short ways to put things into it."""

import pytest

from annotator.library import Library
from tests.shelf import Shelf


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def library(path):
    with Library(path, annotator="checker") as opened:
        yield opened


@pytest.fixture
def shelf(library):
    return Shelf(library)
