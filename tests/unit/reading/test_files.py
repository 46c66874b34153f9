import errno
import hashlib
import os
from pathlib import Path

import pytest

from annotator.progress import Cancelled, silent
from annotator.reading import files
from annotator.reading.files import load
from annotator.reading.unreadable import Code, UnreadableFile

posix = pytest.mark.skipif(os.name != "posix", reason="needs links, pipes and mode bits")


@pytest.fixture
def story(tmp_path) -> Path:
    path = tmp_path / "story.txt"
    path.write_bytes(b"Head\nBody\n")
    return path


def refusal(path, limit=100):
    with pytest.raises(UnreadableFile) as caught:
        load(path, limit, silent)
    return caught.value.code


def test_the_bytes_come_with_their_hash(story):
    file = load(story, 100, silent)

    assert file[:3] == (story, b"Head\nBody\n", hashlib.sha256(b"Head\nBody\n").hexdigest())


def test_progress_is_told_in_bytes(story, monkeypatch):
    monkeypatch.setattr(files, "_CHUNK", 4)
    told = []
    load(story, 100, lambda done, total: told.append((done, total)))

    assert told == [(4, 10), (8, 10), (10, 10)]


def test_whoever_reports_can_stop_the_reading(story):
    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        load(story, 100, stop)


def test_a_file_that_grows_while_it_is_read_is_taken_as_it_was(story, monkeypatch):
    monkeypatch.setattr(files, "_CHUNK", 4)

    def append(_done, _total):
        with story.open("ab") as file:
            file.write(b"more")

    assert load(story, 100, append).data == b"Head\nBody\n"


def test_a_file_that_shrinks_while_it_is_read_is_what_was_read(story, monkeypatch):
    monkeypatch.setattr(files, "_CHUNK", 4)
    file = load(story, 100, lambda _done, _total: os.truncate(story, 4))

    assert (file.data, file.sha256) == (b"Head", hashlib.sha256(b"Head").hexdigest())


def test_a_file_over_the_limit_is_refused_before_it_is_opened(tmp_path, monkeypatch):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    monkeypatch.setattr(os, "open", None)

    with pytest.raises(UnreadableFile, match=r"“huge.txt” is too large \(200 MB; Annotator reads up to 50 MB\)"):
        load(path, 50_000_000, silent)


def test_an_empty_file_is_refused(tmp_path):
    (tmp_path / "empty.txt").touch()

    assert refusal(tmp_path / "empty.txt") is Code.EMPTY


def test_a_folder_is_refused(tmp_path):
    assert refusal(tmp_path) is Code.FOLDER


@pytest.mark.parametrize("name", ["gone.txt", "gone/story.txt", "story.txt/inside.txt"])
def test_a_missing_file_is_refused(story, name):
    assert refusal(story.parent / name) is Code.MISSING


@pytest.mark.parametrize("name", ["x" * 300 + ".txt", "nul\0.txt"])
@posix
def test_a_name_that_no_file_can_have_is_refused(tmp_path, name):
    assert refusal(tmp_path / name) is Code.BAD_NAME


@posix
def test_a_link_to_a_file_is_followed(story, tmp_path):
    (tmp_path / "link.txt").symlink_to(story)

    assert load(tmp_path / "link.txt", 100, silent).data == b"Head\nBody\n"


@posix
def test_a_link_to_nothing_is_told_from_a_missing_file(tmp_path):
    (tmp_path / "link.txt").symlink_to("gone.txt")

    assert refusal(tmp_path / "link.txt") is Code.DANGLING_LINK


@posix
def test_links_that_go_round_are_refused(tmp_path):
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")

    assert refusal(tmp_path / "a.txt") is Code.LINK_LOOP


@posix
def test_pipes_and_devices_are_refused_unopened(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "device.txt").symlink_to("/dev/zero")

    assert [refusal(tmp_path / name) for name in ("pipe.txt", "device.txt")] == [Code.NOT_A_FILE] * 2


@posix
def test_a_pipe_put_in_the_place_of_a_file_does_not_block(story, monkeypatch):
    opened = os.open

    def swap(path, flags):
        story.unlink()
        os.mkfifo(story)
        return opened(path, flags)

    monkeypatch.setattr(os, "open", swap)

    assert refusal(story) is Code.NOT_A_FILE


@posix
def test_a_file_that_nobody_may_read_is_refused_even_for_root(story):
    story.chmod(0o200)

    assert refusal(story) is Code.NO_PERMISSION


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.EACCES, "Permission denied"), Code.NO_PERMISSION),
        (OSError(errno.EBUSY, "Device or resource busy"), Code.IN_USE),
        (OSError(errno.EIO, "Input/output error"), Code.SYSTEM),
    ],
)
def test_what_the_system_refuses_is_told_by_its_reason(story, monkeypatch, error, code):
    def refuse(_path, _flags):
        raise error

    monkeypatch.setattr(os, "open", refuse)

    assert refusal(story) is code


def test_a_file_held_by_another_program_on_windows_is_in_use(story):
    error = OSError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32

    assert files.refusal(story, error).code is Code.IN_USE


def test_an_unknown_reason_stands_in_the_sentence(story, monkeypatch):
    def refuse(_path, _flags):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "open", refuse)

    with pytest.raises(UnreadableFile, match=r"“story.txt” could not be read \(input/output error\)"):
        load(story, 100, silent)
