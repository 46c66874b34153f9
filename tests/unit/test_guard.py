"""The guard over the suite itself: it refuses what the program must never do, and nothing else."""

import subprocess
import sys

import pytest

from tests import guard


@pytest.fixture
def as_program(nothing_is_forbidden):
    """Run a line as if it stood in the program; the guard forgets what it has seen."""

    def as_program(line: str, **names: object) -> None:
        place = guard.ROOT / "annotator" / "somewhere.py"
        exec(compile(line, str(place), "exec"), names)

    yield as_program
    del guard.seen[:]


@pytest.mark.parametrize(
    "line",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "open('/annotator-was-here', 'w')",
        "import sqlite3; sqlite3.connect('/annotator-was-here.db')",
    ],
)
def test_the_program_reaches_no_network_starts_nothing_and_writes_nowhere_else(as_program, line):
    with pytest.raises(guard.ForbiddenError):
        as_program(line)


def test_what_was_refused_is_remembered_though_the_refusal_was_swallowed(as_program):
    as_program("try:\n    open('/annotator-was-here', 'w')\nexcept BaseException:\n    pass")

    assert len(guard.seen) == 1


def test_the_program_reads_everywhere_and_writes_what_is_temporary(as_program, tmp_path):
    as_program("open(source).close(); open(sink, 'w').close()", source=__file__, sink=tmp_path / "a.txt")

    assert guard.seen == []


def test_tests_start_processes():
    subprocess.run([sys.executable, "-c", ""], check=True)

    assert guard.seen == []
