"""What tests find outside the project: real articles and hostile files, beside the checkout or named by a variable."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


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


@pytest.fixture
def golden(request):
    """golden(name, written): the bytes that were agreed on for what is written now."""

    def golden(name: str, written: bytes) -> bytes:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("rewrite_golden"):
            path.write_bytes(written)
        return path.read_bytes()

    return golden
