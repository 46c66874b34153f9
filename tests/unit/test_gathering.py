"""Folders become files: each real one once, in the order of names, and nothing left out unsaid."""

import os

import pytest

from annotator.gathering import gather
from annotator.progress import Cancelled
from annotator.reading import Code


@pytest.fixture
def make(tmp_path):
    """Files with these names below a folder; the folder."""

    def make(*names):
        for name in names:
            path = tmp_path / "desk" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"This is {name}.", encoding="utf-8")
        return tmp_path / "desk"

    return make


def names(paths, folder):
    return [path.relative_to(folder).as_posix() for path in paths]


def test_a_folder_is_all_files_in_it_and_below_that_a_reader_may_take(make):
    folder = make("b.txt", "a.md", "README", "below/c.TXT", "below/deeper/d.docx")

    found = ["README", "a.md", "b.txt", "below/c.TXT", "below/deeper/d.docx"]
    assert names(gather([folder]).files, folder) == found


def test_files_that_are_named_are_read_whatever_they_are(make):
    folder = make("picture.png", "b.txt")

    assert names(gather([folder / "picture.png", folder / "missing.txt"]).files, folder) == [
        "picture.png",
        "missing.txt",
    ]


def test_files_of_no_kind_that_is_read_are_skipped_and_listed(make):
    folder = make("a.txt", "below/photo.png", "below/style.css")

    assert names(gather([folder]).skipped, folder) == ["below/photo.png", "below/style.css"]


def test_what_programs_keep_for_themselves_is_not_looked_at(make):
    folder = make("a.txt", ".DS_Store", ".git/HEAD", "~$letter.docx")
    gathered = gather([folder])

    assert (names(gathered.files, folder), gathered.skipped) == (["a.txt"], ())


def test_the_parts_of_a_page_that_was_saved_complete_are_one_thing_that_is_skipped(make):
    folder = make("page.html", "page_files/frame.txt", "other_files/story.txt")

    assert names(gather([folder]).skipped, folder) in (["page_files"], ["page.html", "page_files"])


def test_a_file_is_taken_once_though_links_lead_to_it(make):
    folder = make("a.txt", "below/b.txt")
    (folder / "again.txt").symlink_to(folder / "a.txt")
    (folder / "z").symlink_to(folder / "below")
    os.link(folder / "a.txt", folder / "hard.txt")

    assert names(gather([folder]).files, folder) == ["a.txt", "below/b.txt"]


def test_folders_that_lead_back_to_themselves_come_to_an_end(make):
    folder = make("a.txt", "below/b.txt")
    (folder / "below" / "up").symlink_to(folder)
    (folder / "loop").symlink_to(folder / "loop")

    assert names(gather([folder]).files, folder) == ["a.txt", "loop", "below/b.txt"]


@pytest.mark.parametrize("inside", [(), ("photo.png",)])
def test_a_folder_without_a_text_is_refused_in_one_sentence(make, inside):
    folder = make("x", *inside)
    (folder / "x").unlink()
    (refused,) = gather([folder]).refused

    assert (refused.code, "no text" in str(refused)) == (Code.NOTHING_INSIDE, True)


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="root may look everywhere")
def test_a_folder_that_may_not_be_looked_into_is_refused_and_the_others_are_in(make):
    folder = make("a.txt", "secret/b.txt")
    (folder / "secret").chmod(0)
    gathered = gather([folder])
    (folder / "secret").chmod(0o700)

    assert ([r.code for r in gathered.refused], names(gathered.files, folder)) == ([Code.NO_PERMISSION], ["a.txt"])


def test_the_hostile_folder_holds_no_text(bad_corpus):
    (refused,) = gather([bad_corpus.folder / "path" / "looping-folder"]).refused

    assert "no text" in str(refused)


def test_the_walk_can_be_stopped(make):
    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        gather([make("a.txt")], stop)
