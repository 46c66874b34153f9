import hashlib
import subprocess
import sys

import pytest

from annotator import reading
from annotator.errors import AnnotatorError
from annotator.model.documents import Original
from annotator.progress import Cancelled
from annotator.reading import READERS, Code, UnreadableFile, read, suffixes
from tests.unit.reading.pdfs import Words, pdf_of


@pytest.fixture
def put(tmp_path):
    def write(name, data):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def test_the_original_is_the_very_file(put):
    data = b"\xef\xbb\xbfHead\r\nBody.\r\n"
    original = read(put("story.txt", data)).original

    assert original == Original(
        file_name="story.txt",
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        reader="Plain text",
        reader_version=1,
    )


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ("a.txt", "Plain text"),
        ("a.MD", "Markdown"),
        ("a.markdown", "Markdown"),
        ("a.log", "Plain text"),
        ("a", "Plain text"),
    ],
)
def test_the_suffix_decides_between_readers_that_can(put, name, reader):
    assert read(put(name, b"# Head\nBody.")).original.reader == reader


def test_content_decides_before_the_suffix(put):
    assert read(put("story.txt", pdf_of([Words(72, 700, "Words.")]))).original.reader == "PDF"


def test_what_holds_no_article_is_said_to_be_no_text(put):
    with pytest.raises(UnreadableFile, match=r"“story\.txt” is not text but a picture: "):
        read(put("story.txt", b"\x89PNG\r\n\x1a\n" + bytes(100)))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.EMPTY),
        (b"\xef\xbb\xbf", Code.EMPTY),
        (b"\xff\xfe", Code.EMPTY),
        (b" \r\n\t", Code.NO_TEXT),
        (bytes(range(256)) * 100, Code.NOT_TEXT),
        (b"\x89PNG\r\n\x1a\n", Code.NOT_TEXT),
        (b"%PDF-1.7", Code.DAMAGED),
    ],
)
def test_every_refusal_has_a_code(put, data, code):
    with pytest.raises(UnreadableFile) as caught:
        read(put("story.txt", data))

    assert caught.value.code is code


@pytest.mark.parametrize("code", Code)
def test_every_code_has_one_sentence_that_names_the_file(code, tmp_path):
    sentence = str(UnreadableFile(code, tmp_path / "a\nb\u202ec.txt", "detail"))

    assert (sentence.startswith("“a\\nb\\u202ec.txt” "), sentence.endswith("."), "\n" in sentence) == (
        True,
        True,
        False,
    )


def test_a_refusal_is_an_expected_failure():
    assert issubclass(UnreadableFile, AnnotatorError)


def test_progress_is_told_and_may_stop_the_reading(put):
    def stop(done, total):
        raise Cancelled((done, total))

    with pytest.raises(Cancelled, match=r"\(5, 5\)"):
        read(put("story.txt", b"Words"), stop)


def test_blocks_are_sorted_disjoint_and_hold_words(put):
    document = read(put("story.md", b"# Head\n\n  \nOne.\n- two\n")).document
    edges = [edge for block in document.blocks for edge in (block.start, block.end)]

    assert edges == sorted(edges)
    assert all(document.text[b.start : b.end].strip() for b in document.blocks)


def test_the_suffixes_of_all_readers_are_lower_case_and_belong_to_one_each():
    found = suffixes()

    assert (len(set(found)), [s for s in found if s != s.lower() or s[0] != "."]) == (len(found), [])


def test_readers_have_names_and_media_types_of_their_own():
    assert len({r.name for r in READERS}) == len({r.media_type for r in READERS}) == len(READERS)


def test_importing_the_door_brings_no_reader_library_along():
    code = "import sys, annotator.reading; print(sorted({'charset_normalizer', 'regex', 'sqlite3'} & set(sys.modules)))"

    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_real_articles_are_read_without_a_warning(articles):
    found = {path.name: reading.read(path).document for path in articles.glob("*.txt")}

    assert {name: d.warnings for name, d in found.items() if d.warnings or not d.blocks or d.encoding != "utf-8"} == {}


def test_the_wire_story_has_its_headline_as_title(articles):
    document = read(articles / "russia-backs-chinas-peace-plan.txt").document

    assert document.title == "Russia backs China’s Peace Plan!"
