import os
import random
import sqlite3
import struct
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError
from annotator.library import Library, LibraryError, LibraryInUse, ReadOnlyLibrary, opening
from annotator.library.format import USER_VERSION
from tests.shelf import Shelf, filled

PAGE = 4096


@pytest.fixture
def path(tmp_path) -> Path:
    return filled(tmp_path / "library.db", 400)


def opened(path, **options) -> Library:
    return Library(path, annotator="checker", create=False, **options)


def refusal(path, **options) -> str:
    """The sentence with which a library is refused; what was there has not changed by a byte."""
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(LibraryError) as caught:
        opened(path, **options).close()
    assert (path.read_bytes() if path.is_file() else b"") == before
    return str(caught.value)


def noise(size, seed=1) -> bytes:
    return random.Random(seed).randbytes(size)


def overwrite(path, offset, data):
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


def statement(path, sql):
    with closing(sqlite3.connect(path)) as db:
        db.execute(sql)
        db.commit()


def test_a_library_opens_with_what_was_in_it(path):
    with opened(path) as library:
        assert (library.writable, library.articles()[0].annotations) == (True, 400)


def test_opening_and_closing_leaves_one_file(path):
    opened(path).close()

    assert list(path.parent.iterdir()) == [path]


def test_a_library_is_made_in_a_folder_that_is_made_too(tmp_path):
    with Library(tmp_path / "a" / "b" / "library.db", annotator="checker") as library:
        assert library.articles() == []


@pytest.mark.skipif(os.name != "posix", reason="mode bits are POSIX's")
def test_a_library_is_its_users_alone(tmp_path):
    Library(tmp_path / "private" / "library.db", annotator="checker").close()

    assert [oct((tmp_path / name).stat().st_mode & 0o777) for name in ("private", "private/library.db")] == [
        "0o700",
        "0o600",
    ]


def test_a_library_that_cannot_be_made_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setattr("annotator.library.schema.migrate", lambda _db: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        Library(tmp_path / "library.db", annotator="checker")
    assert not any(tmp_path.iterdir())


def test_a_disk_that_fails_while_a_library_is_made_is_one_sentence(tmp_path, monkeypatch):
    def fail(_db):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("annotator.library.schema.migrate", fail)

    with pytest.raises(LibraryError, match="disk is full"):
        Library(tmp_path / "library.db", annotator="checker")


def test_a_library_is_never_made_in_place_of_one_that_came_meanwhile(path):
    before = path.read_bytes()
    opening.create(path)

    assert path.read_bytes() == before


def test_a_library_in_a_file_instead_of_a_folder_is_one_sentence(path):
    with pytest.raises(LibraryError, match="choose a folder"):
        Library(path / "library.db", annotator="checker")


def test_a_name_that_the_system_refuses_is_one_sentence(tmp_path):
    with pytest.raises(LibraryError, match="cannot be made here"):
        Library(tmp_path / ("x" * 300), annotator="checker")


def test_a_missing_library_is_refused_and_not_made(tmp_path):
    assert "There is no library" in refusal(tmp_path / "missing.db")
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"this is not a database\n" * 500, "not an Annotator library"),
        (b"", "empty"),
        (b"SQLite format 3\0" + bytes(84), "damaged"),
        (b"SQLite format 3\0" + noise(20_000), "damaged"),
    ],
)
def test_what_is_no_library_is_refused(tmp_path, data, says):
    path = tmp_path / "bad.db"
    path.write_bytes(data)

    assert says in refusal(path)


def test_a_folder_is_refused(tmp_path):
    assert "folder" in refusal(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path):
    os.mkfifo(tmp_path / "pipe.db")

    assert "not a regular file" in refusal(tmp_path / "pipe.db")


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda path: os.truncate(path, path.stat().st_size * 2 // 3), "damaged"),
        (lambda path: os.truncate(path, 5000), "damaged"),
        (lambda path: overwrite(path, 0, b"XXXX"), "not an Annotator library"),
        (lambda path: overwrite(path, 100, noise(3000)), "damaged"),
        (lambda path: overwrite(path, 68, struct.pack(">I", 0)), "another program"),
        (lambda path: overwrite(path, 60, struct.pack(">I", 9999)), "newer version"),
        (lambda path: statement(path, "CREATE TABLE theirs (x)"), "not an Annotator library"),
        (lambda path: statement(path, "CREATE VIEW theirs AS SELECT 1"), "not an Annotator library"),
        (lambda path: statement(path, "DROP TABLE tally"), "not an Annotator library"),
        (
            lambda path: statement(path, "CREATE TRIGGER t AFTER INSERT ON annotation BEGIN DELETE FROM article; END"),
            "not an Annotator library",
        ),
    ],
)
def test_a_damaged_or_foreign_library_is_refused_untouched(path, damage, says):
    damage(path)

    assert says in refusal(path)


def test_any_damaged_page_is_noticed(path):
    whole, size = path.read_bytes(), path.stat().st_size
    missed = []
    for number in range(2, size // PAGE + 1):
        overwrite(path, (number - 1) * PAGE, noise(PAGE, number))
        try:
            with opened(path) as library:
                if not list(library.problems()):
                    missed.append(number)
        except AnnotatorError:
            pass
        path.write_bytes(whole)

    assert missed == []


def test_a_library_with_our_tables_in_other_words_is_refused(path):
    statement(path, "DROP TABLE tally")
    statement(path, "CREATE TABLE tally (version TEXT PRIMARY KEY, theirs TEXT)")

    assert "not an Annotator library" in refusal(path)


@pytest.mark.parametrize("beside", ["-wal", "-journal"])
def test_garbage_beside_a_library_loses_nothing_of_it(path, beside):
    path.with_name(f"{path.name}{beside}").write_bytes(noise(100_000))

    with opened(path) as library:
        assert (library.articles()[0].annotations, list(library.problems())) == (400, [])


def test_the_log_of_another_library_is_noticed(tmp_path, path):
    donor = filled(tmp_path / "donor.db", 3)
    with opened(donor) as library:
        Shelf(library).add("Another story from another device.")
        log = donor.with_name("donor.db-wal").read_bytes()
    path.with_name(f"{path.name}-wal").write_bytes(log)

    try:
        with opened(path) as library:
            found = list(library.problems())
    except LibraryError as error:
        found = [str(error)]
    assert found


def test_a_library_without_write_permission_may_be_read(path):
    path.chmod(0o444)

    with opened(path) as library:
        assert (library.writable, library.articles()[0].annotations) == (False, 400)


@pytest.mark.parametrize("act", [Library.undo, lambda library: Shelf(library).add()])
def test_a_read_only_library_refuses_every_edit_in_one_sentence(path, act):
    path.chmod(0o444)

    with opened(path) as library, pytest.raises(ReadOnlyLibrary, match="read-only"):
        act(library)


def test_a_read_only_library_with_pending_edits_is_refused(path):
    path.with_name(f"{path.name}-wal").write_bytes(noise(100))
    path.chmod(0o444)

    assert "not closed properly" in refusal(path)


HOLDER = """
import sys
from pathlib import Path
from annotator.library import Library
with Library(Path(sys.argv[1]), annotator="other"):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def held(path):
    """The library while another process has it."""
    with subprocess.Popen([sys.executable, "-c", HOLDER, path], stdin=-1, stdout=-1) as other:
        assert other.stdout.readline() == b"open\n"
        yield path
        other.stdin.close()


def test_a_library_that_another_process_has_is_refused(held):
    with pytest.raises(LibraryInUse, match="another Annotator"):
        opened(held, wait=0.1)


def test_a_library_in_use_has_an_exit_code_of_its_own():
    assert LibraryInUse.exit_code == 5


def test_what_was_acknowledged_survives_an_end_without_closing(path):
    library = opened(path)
    version = library.articles()[0].version
    made = Shelf(library).mark(library.version(version), "something that", note="kept")
    copy = path.with_name("copy.db")
    copy.write_bytes(path.read_bytes())
    copy.with_name("copy.db-wal").write_bytes(path.with_name(f"{path.name}-wal").read_bytes())
    library.close()

    with opened(copy) as again:
        assert again.annotation(made.id) == made


def test_edits_are_on_disk_in_full(path):
    with opened(path) as library:
        found = [library._db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]

    assert found == ["wal", 2]


def test_the_format_has_a_number(path):
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (USER_VERSION,)
