"""Every hostile file of the areas that this room answers for, against what its manifest demands."""

import json
import os
import subprocess
import sys
import time

import pytest

from annotator.reading import UnreadableFile, read

AREAS = ("text", "csv", "path", "word", "odt", "epub", "rtf", "transcript", "mail", "html", "pdf")
NOT_OURS = {"looping-folder"}  # how a folder is walked is the importer's
WINDOWS_ONLY = {"locked-windows.txt"}  # nothing else refuses a file that another program holds
NOT_ON_DISK = {"name-300-characters": "x" * 300 + ".txt"}


def outcome(path):
    """What came of a file: expect's word, and the text or message with it."""
    try:
        document = read(path).document
    except UnreadableFile as error:
        return "error", str(error)
    document.text.encode()
    return ("warns" if document.warnings else "reads"), document.text


def shortcomings(case, path):
    began = time.process_time()
    came, text = outcome(path)
    return [
        *([f"{came}, not {case['expect']}"] if came != case["expect"] else []),
        *(f"lacks {words!r}" for words in case["must"] if words not in text),
        *(f"holds {words!r}" for words in case["must_not"] if words in text),
        *([f"{len(text)} characters"] if case["chars"] not in (None, -1, len(text)) else []),
        *([f"{time.process_time() - began:.1f} s"] if time.process_time() - began > case["seconds"] else []),
    ]


@pytest.mark.parametrize("area", AREAS)
def test_every_hostile_file_ends_as_its_manifest_says(bad_corpus, area):
    left_out = NOT_OURS | (WINDOWS_ONLY if os.name != "nt" else set())
    cases = [case for case in bad_corpus.cases if case["area"] == area and case["name"] not in left_out]
    paths = [bad_corpus.folder / area / NOT_ON_DISK.get(case["name"], case["name"]) for case in cases]
    found = {case["name"]: shortcomings(case, path) for case, path in zip(cases, paths, strict=True)}

    assert cases
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_no_other_hostile_file_gets_more_than_one_sentence_in_two_seconds(bad_corpus):
    found = {}
    for case in bad_corpus.cases:
        if case["area"] not in AREAS and (bad_corpus.folder / case["path"]).is_file():
            began = time.process_time()
            outcome(bad_corpus.folder / case["path"])
            found[case["name"]] = time.process_time() - began

    assert {name: seconds for name, seconds in found.items() if seconds > 2} == {}


MEASURE = """
import json, resource, sys
from pathlib import Path
from annotator.reading import read
unit = 1 if sys.platform == "darwin" else 1024
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
idle = peak()
read(Path(sys.argv[1]))
print(json.dumps(peak() - idle))
"""


@pytest.mark.skipif(os.name != "posix", reason="peak memory is told by getrusage")
@pytest.mark.parametrize("name", ["line-20mb.txt", "million-one-char-paragraphs.txt", "million-blank-lines.txt"])
def test_heavy_files_stay_within_their_memory(bad_corpus, name):
    [case] = [case for case in bad_corpus.cases if case["name"] == name]
    answer = subprocess.check_output([sys.executable, "-c", MEASURE, bad_corpus.folder / case["path"]], text=True)

    assert json.loads(answer) < case["mb"]
