"""The main job through the real window: marks by mouse and keys, the export, everything undone and redone."""

import csv
import io
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from annotator import text as texts

DRIVER = Path(__file__).parent / "driver.py"
TIMES = {"created_at", "updated_at"}


@pytest.fixture
def drive(tmp_path, display):
    """Do these acts in a window on the test's library."""

    def drive(*words):
        done = subprocess.run(
            [sys.executable, DRIVER, tmp_path / "library.db", *map(str, words)],
            env=display,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    return drive


@pytest.fixture
def exported(tmp_path, display):
    """The rows of the CSV that the command line writes of the test's library."""

    def exported():
        target = tmp_path / "annotations.csv"
        subprocess.run(
            [sys.executable, "-m", "annotator", "export", "--library", tmp_path / "library.db", "-o", target],
            env=display,
            check=True,
            timeout=60,
        )
        return list(csv.DictReader(io.StringIO(target.read_bytes().decode("utf-8-sig"), newline="")))

    return exported


def without_times(rows):
    return [{name: cell for name, cell in row.items() if name not in TIMES} for row in rows]


def marked(rows):
    return sorted((int(row["start"]), int(row["end"]), row["kind"], row["text"].removeprefix("'")) for row in rows)


def expected(spans, text):
    return sorted((start, end, kind, text[start:end]) for start, end, kind in spans)


def write(path, spans):
    path.write_text(json.dumps(spans), encoding="utf-8")
    return path


def test_the_gold_annotation_goes_through_the_window_and_back(articles, tmp_path, drive, exported):
    """24 claims, 15 quotes and 17 sources by mouse; then undone, restarted and redone."""
    path = articles / "russia-backs-chinas-peace-plan.txt"
    gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    spans = [(a["start"], a["end"], a["kind"]) for a in gold["annotations"]]
    drive("open", path, "mark", write(tmp_path / "spans.json", spans), "mouse")
    first = exported()
    assert marked(first) == expected(spans, path.read_text(encoding="utf-8"))
    drive("undo-all")
    assert exported() == []
    drive("redo-all")

    assert without_times(exported()) == without_times(first)


def test_words_that_were_copied_do_not_end_the_program_badly(tmp_path, without_display):
    """Without a screen the clipboard is Qt's own, and is asked for its words when Python is gone."""
    path = tmp_path / "story.txt"
    path.write_text("A story of one line.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, DRIVER, tmp_path / "library.db", "open", path, "copy"],
        env=without_display | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
        timeout=60,
    )

    assert done.returncode == 0


def ranges(text, count, reach, seed=5):
    """Ranges near the text's beginning, over words, numbers and changes of direction; in order, ends at words' ends."""
    rnd, words, spans = random.Random(seed), texts.words(text, 0, reach), set()
    while len(spans) < count:
        first = rnd.randrange(len(words) - 12)
        last = first + rnd.randrange(1, 12)
        start, end = words[first][0], words[last][1]
        if "\n\n" not in text[start:end] or rnd.random() < 0.3:
            spans.add((start, end, rnd.choice(("claim", "quote", "source"))))
    return sorted(spans)


@pytest.mark.parametrize("name", ["pud-ar.txt", "pud-zh.txt", "pud-he.txt"])
def test_every_script_is_marked_where_the_keys_went(name, articles, tmp_path, drive, exported):
    path = articles / name
    text = texts.canonical(path.read_text(encoding="utf-8"))[0]
    spans = ranges(text, 15, 1800)
    drive("open", path, "mark", write(tmp_path / "spans.json", spans), "keys")

    assert marked(exported()) == expected(spans, text)
