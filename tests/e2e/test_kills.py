"""Killed at any moment, the library has all that was called saved, nothing by halves, and goes on.

`--kills 200` kills so often, for an evening. What a test says when it fails has the seed of the life that did it.
"""

import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from sqlite_utils import Database

from annotator.library import Library, rows, schema
from tests.bench.corpus import story
from tests.shelf import Shelf

HERE = Path(__file__).resolve().parent
FORMAT_1 = HERE.parent / "golden" / "library" / "format-1.db"
PATIENCE = 30
"""Seconds for anything that a user would wait for."""


@pytest.fixture
def kills(request) -> int:
    return request.config.getoption("kills")


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "library.db"


def log(path) -> dict[int, str]:
    """The number of each edit, and the sha256 of its changes."""
    with closing(sqlite3.connect(path)) as db:
        found = db.execute("SELECT n, changes FROM edit").fetchall()
    return {n: hashlib.sha256(changes.encode()).hexdigest() for n, changes in found}


def replayed(path) -> dict[tuple[str, str], dict]:
    """Every record as the log alone tells it."""
    told: dict[tuple[str, str], dict] = {}
    with closing(sqlite3.connect(path)) as db:
        for (changes,) in db.execute("SELECT changes FROM edit ORDER BY n"):
            for change in json.loads(changes):
                key = change["table"], change["id"]
                before = told.pop(key, {})
                if change["after"] is not None:
                    told[key] = before | change["after"]
    return told


def stored(library) -> dict[tuple[str, str], dict]:
    """Every record as it is stored."""
    articles = [library.article(listed.id) for listed in library.articles()]
    versions = [version for article in articles for version in library.versions(article.id)]
    records = [*articles, *versions, *(one for version in versions for one in library.annotations(version.id))]
    return {(rows.TABLES[type(record)], record.id): rows.to_json(record) for record in records}


def amiss(path) -> list[str]:
    """What of a library that was killed is not as its log tells, or not as it must be."""
    with Library(path, annotator="checker", create=False) as library:
        problems, kept = list(library.problems()), stored(library)
    told = replayed(path)
    return [
        *problems,
        *(f"{key} is not as it was saved" for key in told.keys() | kept.keys() if not same(told, kept, key)),
    ]


def same(told, kept, key) -> bool:
    """Whether a record is what the log tells of it, which knows no times of changes, and none of its newer fields."""
    if key not in told or key not in kept:
        return False
    return all(kept[key][name] == value for name, value in told[key].items() if name not in rows.TIMES)


# A window


def killed_at_work(path, seed, stories, environment) -> dict[int, str]:
    """Work at random for some edits, then be killed; what was called saved."""
    chance, said = Random(seed), []
    many = chance.randint(3, 40)
    command = [sys.executable, HERE / "restless.py", path, str(seed), *stories]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as one:
        while len(said) < many and (line := one.stdout.readline()):
            said.append(line.split(maxsplit=1))
        time.sleep(chance.random() / 20)
        ended = one.poll()
        one.kill()
        said += [line.split(maxsplit=1) for line in one.stdout]
    assert (ended, [words for words in said if words[0] == "refused"]) == (None, []), f"life {seed}"
    return {int(n): digest.strip() for n, digest in said}


def test_a_window_killed_in_the_middle_of_anything_has_lost_nothing(path, tmp_path, without_display, kills):
    environment = without_display | {"QT_QPA_PLATFORM": "offscreen"}
    stories = [tmp_path / f"{script}.txt" for script in ("latin", "mixed")]
    for file in stories:
        file.write_text(story(1500, file.stem), encoding="utf-8")

    for life in range(kills):
        saved = killed_at_work(path, life, stories, environment)
        wrong, kept = amiss(path), log(path)

        # What was begun last may be saved whole and not yet told; nothing else.
        assert (wrong, saved.items() - kept.items(), len(kept) - max(saved) <= 1) == ([], set(), True), life


# Commands


def some_command(chance, library) -> list[object]:
    """Anything that changes the library."""
    listed = library.articles()[0]
    text, marks = library.text(listed.version), list(library.annotations(listed.version))
    at = chance.randrange(len(text) - 80)
    usual = ["annotate", listed.id, "--kind", chance.choice(("claim", "quote")), "--start", at, "--end", at + 80]
    if len(marks) < 4:
        return usual
    one, some = chance.choice(marks), [mark.id for mark in chance.sample(marks, 3)]
    alike = [mark.id for mark in marks if mark.kind is one.kind]
    others = [
        ["split", one.id, (one.start + one.end) // 2],
        ["join", *alike[:3]],
        ["identical", one.id],
        ["tag", *some, "--add", f"tag {at}"],
        ["remove", one.id],
        ["undo"],
        ["undo", "--to", chance.randint(4, 30)],
        ["redo"],
    ]
    return chance.choice([usual, usual, *others])


def run_and_kill(command, environment, after) -> int:
    """Run a command and kill it after so many seconds; its exit code, negative where it was killed."""
    with subprocess.Popen(
        [sys.executable, "-m", "annotator", *map(str, command)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as one:
        try:
            return one.wait(after)
        except subprocess.TimeoutExpired:
            one.kill()
            return one.wait()


def usual_time(command, environment) -> float:
    start = time.monotonic()
    run_and_kill(command, environment, PATIENCE)
    return time.monotonic() - start


def test_a_command_killed_at_any_moment_is_done_or_not_begun(path, without_display, kills):
    chance, environment = Random(7), without_display | {"ANNOTATOR_NAME": "checker"}
    with Library(path, annotator="checker") as library:
        Shelf(library).add(story(4000))
    usual = usual_time(["articles", "--library", path], environment)

    for life in range(4 * kills):
        before = log(path)
        with Library(path, annotator="checker") as library:
            command = some_command(chance, library)
        code = run_and_kill([*command, "--library", path], environment, usual * chance.uniform(0.3, 1.3))
        wrong, kept = amiss(path), log(path)
        came = kept.keys() - before.keys()
        many = "--to" in command  # each act that is taken back is an edit of its own

        assert (wrong, before.items() - kept.items()) == ([], set()), (life, command)
        assert many or len(came) <= 1, (life, command, code)
        assert code or came or command[0] in ("annotate", "identical", "undo", "redo"), (life, command)


# A migration


def older(path, number) -> Path:
    """A library of this format."""
    shutil.copy(FORMAT_1, path)
    if number == 2:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            schema.migrations.apply(Database(db), stop_before="m003_search_as_people_write")
            db.execute("PRAGMA user_version = 2")
    return path


@pytest.mark.parametrize("number", [1, 2])
def test_a_migration_killed_at_any_moment_loses_nothing(path, without_display, kills, number):
    held = log(older(path, number))
    usual = usual_time(["articles", "--library", path], without_display)

    for life in range(kills):
        run_and_kill(
            ["articles", "--library", older(path, number)], without_display, usual * Random(life).uniform(0.3, 1)
        )

        assert (amiss(path), log(path)) == ([], held), life
