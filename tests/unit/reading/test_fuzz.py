"""Good files made bad by chance: each is read, or refused in one sentence; nothing crashes, nothing hangs."""

import traceback
from pathlib import Path
from random import Random

import pytest

from annotator.reading import READERS, Code, UnreadableFile, child, read_bytes
from tests.mutations import mutated

STORIES = Path(__file__).resolve().parents[2] / "golden" / "reading"


@pytest.fixture(autouse=True, scope="module")
def children_end():
    yield
    child.close()


def shortcoming(data: bytes, name: str) -> str:
    """What was wrong with how a file was read or refused; nothing where all was right."""
    try:
        document = read_bytes(data, name).document
    except UnreadableFile as refused:
        crashed = refused.code in (Code.NO_READER, Code.TOO_SLOW)
        return str(refused) if crashed or "\n" in str(refused) else ""
    except Exception:  # noqa: BLE001  any other is what is looked for
        return traceback.format_exc(limit=-3)
    ends = [part.end for part in (*document.blocks, *document.links)]
    return "" if document.text.encode() and max(ends, default=0) <= len(document.text) else "offsets beyond the text"


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_no_file_crashes_a_reader_or_holds_it_up(reader, request, tmp_path):
    name = f"story{reader.suffixes[0]}"
    good, faults = (STORIES / name).read_bytes(), {}
    for seed in range(request.config.getoption("fuzz")):
        data = mutated(Random(seed), good)
        if fault := shortcoming(data, name):
            faults[seed] = fault
            (tmp_path / f"{seed}{reader.suffixes[0]}").write_bytes(data)

    assert faults == {}
