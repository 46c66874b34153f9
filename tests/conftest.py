"""A home of its own for every test, and what tests find outside the project: real articles and hostile files."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
"""Real articles and hostile files lie beside the checkout; variables name other folders."""

HOMES = (
    *("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"),
    *("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"),
    "ANNOTATOR_SETTINGS",
)
"""All that says, on some system, where a user's things are."""

collect_ignore = [] if find_spec("PySide6") else ["ui", "leaks.py"]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt; e2e's `display` says otherwise


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def home(homes, monkeypatch) -> Path:
    """An empty home, so that no test sees or touches the user's library, settings or name."""
    folder = next(homes)
    folder.mkdir()
    for name in HOMES:
        monkeypatch.setenv(name, str(folder))
    for name in ("ANNOTATOR_LIBRARY", "ANNOTATOR_NAME"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture(scope="session", autouse=True)
def no_child_left():
    """Readers keep a process warm for the next file; none outlives the tests."""
    yield
    from annotator.reading import child

    child.close()


class BadCorpus(NamedTuple):
    folder: Path
    cases: list[dict]


@pytest.fixture(scope="session")
def articles() -> Path:
    folder = Path(os.environ.get("ANNOTATOR_ARTICLES", SHARED / "articles"))
    if not folder.is_dir():
        pytest.skip(f"no real articles in {folder} (ANNOTATOR_ARTICLES names another folder)")
    return folder


@pytest.fixture(scope="session")
def bad_corpus(tmp_path_factory) -> BadCorpus:
    maker = Path(os.environ.get("ANNOTATOR_BAD", SHARED / "bad")) / "make_bad.py"
    if not maker.is_file():
        pytest.skip(f"no {maker} that makes hostile files (ANNOTATOR_BAD names another folder)")
    folder = tmp_path_factory.mktemp("bad")
    subprocess.run([sys.executable, maker, folder], check=True, capture_output=True, timeout=60)
    return BadCorpus(folder, json.loads((folder / "manifest.json").read_text())["cases"])


def pytest_addoption(parser):
    parser.addoption("--rewrite-golden", action="store_true", help="write tests/golden anew; read the difference")
    parser.addoption("--walks", type=int, default=2, help="random walks through the window; 200 take an evening")
    parser.addoption("--kills", type=int, default=2, help="kills of a program at work; 200 take an evening")


@pytest.fixture
def golden(request):
    """golden(name, written): the bytes that were agreed on for what is written now."""

    def golden(name: str, written: bytes) -> bytes:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("rewrite_golden"):
            path.write_bytes(written)
        return path.read_bytes()

    return golden
