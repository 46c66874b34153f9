"""What each reader makes of a story with everything its format has, agreed on once and read in review."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from annotator import reading

STORIES = Path(__file__).resolve().parents[2] / "golden" / "reading"


@pytest.mark.parametrize("reader", reading.READERS, ids=lambda reader: reader.name)
def test_a_story_is_read_as_agreed_on(reader, golden):
    name = f"story{reader.suffixes[0]}"
    read = reading.read(STORIES / name)
    told = {"reader": read.original.reader, "version": read.original.reader_version, **asdict(read.document)}
    written = json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"

    assert written == golden(f"reading/{name}.json", written)
