import pytest


@pytest.fixture
def folder(tmp_path):
    """An empty folder to export into."""
    made = tmp_path / "exports"
    made.mkdir()
    return made
