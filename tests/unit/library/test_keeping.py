import zlib

import pytest

from annotator.library import Library
from tests.shelf import Shelf


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.db", annotator="checker") as opened:
        shelf = Shelf(opened)
        version = shelf.add()
        shelf.mark(version, "4 percent")
        shelf.mark(version, "“We knew,”", "“for weeks.”")
        opened._db.execute("PRAGMA foreign_keys = OFF")
        yield opened


def test_a_whole_library_has_no_problems(library):
    assert list(library.problems()) == []


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        ("UPDATE tally SET annotations = 7", "count of annotations of “story.txt” is wrong"),
        ("DELETE FROM tally", "count of annotations"),
        ("UPDATE span SET exact = '5 percent' WHERE exact = '4 percent'", "does not hold the words"),
        ("UPDATE span SET exact = 'some percent' WHERE exact = '4 percent'", "damaged annotation"),
        ('UPDATE annotation SET "end" = "end" + 1 WHERE start < 40', "has lost words"),
        ("DELETE FROM span WHERE exact = '4 percent'", "has lost words"),
        ("DELETE FROM annotation WHERE start < 40", "that is not there"),
        ("DELETE FROM edit WHERE n = 2", "does not follow"),
        ("DELETE FROM blob WHERE sha256 = (SELECT text FROM version)", "cannot be read"),
        ("UPDATE version SET article = 'x'", "names a “article” that is not there"),
        ("UPDATE annotation SET kind = 'rumour'", "damaged annotation"),
    ],
)
def test_what_is_not_as_it_must_be_is_one_line(library, damage, says):
    library._db.execute(damage)

    assert any(says in problem for problem in library.problems())


def test_a_changed_text_is_noticed(library):
    library._db.execute("UPDATE blob SET data = ? WHERE sha256 = (SELECT text FROM version)", (zlib.compress(b"x"),))

    assert any("sha256" in problem for problem in library.problems())


def test_checking_says_how_far_it_is(library):
    reports = []
    list(library.problems(lambda done, total: reports.append((done, total))))

    assert reports == [(0, 1)]
