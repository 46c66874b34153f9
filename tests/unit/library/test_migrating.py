import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.library import Library, LibraryError, reindexing

KEPT_LIBRARIES = Path(__file__).resolve().parents[2] / "golden" / "library"
FORMAT_1, FORMAT_3 = KEPT_LIBRARIES / "format-1.db", KEPT_LIBRARIES / "format-3.db"


@pytest.fixture
def path(tmp_path) -> Path:
    return Path(shutil.copy(FORMAT_1, tmp_path / "library.db"))


def opened(path) -> Library:
    return Library(path, annotator="checker", create=False)


def told(library) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(a.words, a.note, a.tags) for a in library.annotations(library.articles()[0].version)]


KEPT = [
    ("Prices rose by 4 percent", "Ask the statistics office", ()),
    ("We knew […] for weeks", "", ()),
    ("Officials", "", ()),
]


def test_an_older_library_opens_with_all_that_it_held(path):
    with opened(path) as library:
        found, problems = told(library), list(library.problems())

    assert (found, problems) == (KEPT, [])


def test_what_it_was_is_kept_beside_it(path):
    with opened(path):
        pass

    assert path.with_name("library.before-format-4.db").read_bytes() == FORMAT_1.read_bytes()


def test_a_second_opening_migrates_nothing(path):
    for _ in range(2):
        with opened(path):
            pass

    assert sorted(p.name for p in path.parent.iterdir()) == ["library.before-format-4.db", "library.db"]


def test_undo_reaches_back_over_the_migration(path):
    with opened(path) as library:
        library.undo()
        library.undo()
        found = told(library)

    assert found == KEPT[:1]


def test_a_migration_that_fails_leaves_the_file_as_it_was(path, monkeypatch):
    def fail(_db):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(reindexing, "fill", fail)
    with pytest.raises(LibraryError, match="it is as it was"):
        opened(path)

    assert [(p.name, p.read_bytes()) for p in path.parent.iterdir()] == [("library.db", FORMAT_1.read_bytes())]


def test_a_read_only_older_library_can_be_read_and_stays_as_it_is(path):
    path.chmod(0o444)
    with opened(path) as library:
        found = (library.writable, told(library))

    assert (*found, path.read_bytes()) == (False, KEPT, FORMAT_1.read_bytes())


def test_a_migrated_library_is_made_like_a_new_one(path, tmp_path):
    def objects(file):
        with closing(sqlite3.connect(file)) as db:
            return sorted(row for row in db.execute("SELECT type, name FROM sqlite_schema"))

    with opened(path), Library(tmp_path / "new.db", annotator="checker"):
        pass

    assert objects(path) == objects(tmp_path / "new.db")


def test_a_library_with_tags_opens_with_all_that_it_held(tmp_path):
    with opened(Path(shutil.copy(FORMAT_3, tmp_path / "library.db"))) as library:
        found, problems = told(library), list(library.problems())

    tagged = (*KEPT[1][:2], ("phone",))
    assert (found, problems) == ([KEPT[0], tagged, KEPT[2]], [])


def test_what_an_older_library_holds_is_found(path):
    with opened(path) as library:
        hits = library.search("statistics office")

    assert [hit.annotation != "" for hit in hits] == [True]
