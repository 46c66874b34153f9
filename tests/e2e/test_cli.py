"""The command line as its users have it: a process of its own, bytes in and out."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from annotator.library import Library
from tests.tables import read_csv

STORY = "Prices rose by 4 percent, “we knew,” she said.\n\nOfficials said no more.\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and devices are POSIX's")


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def env(tmp_path) -> dict[str, str]:
    """Settings and library of this test alone, no screen, and a console that knows no UTF-8."""
    away = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONUTF8", "PYTHONIOENCODING")
    kept = {name: value for name, value in os.environ.items() if name not in away}
    return kept | {
        "ANNOTATOR_LIBRARY": str(tmp_path / "library.db"),
        "ANNOTATOR_SETTINGS": str(tmp_path / "settings"),
        "ANNOTATOR_NAME": "checker",
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONIOENCODING": "ascii",
    }


@pytest.fixture
def run(env, tmp_path):
    def run(*words: object, stdin: str = "", code: int = 0) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "annotator", *map(str, words)],
            check=False,
            input=stdin.encode(),
            capture_output=True,
            cwd=tmp_path,
            env=env,
            timeout=60,
        )
        ran = Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
        assert (ran.code, "Traceback" in ran.err) == (code, False), ran
        return ran

    return run


@pytest.fixture
def story(tmp_path) -> Path:
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode())
    return path


@pytest.fixture
def article(run, story) -> str:
    """The id of the story in the library."""
    return run("import", story).out.split("\t")[0]


def is_one_sentence(err: str) -> bool:
    return err.startswith("annotator: ") and err.count("\n") == 1 and err.endswith(".\n")


# -- articles


def test_import_prints_the_id_and_the_title(run, story):
    first, _, title = run("import", story).out.partition("\t")

    assert (first[0], len(first), title) == ("i", 17, "story\n")


def test_a_file_that_is_there_already_is_not_added_twice(run, story):
    outputs = [run("import", story).out for _ in range(2)]

    assert (outputs[0], len(run("articles").out.splitlines())) == (outputs[1], 1)


def test_of_several_files_the_good_ones_get_in(run, story, tmp_path):
    (tmp_path / "empty.txt").touch()
    ran = run("import", "missing.txt", story, "empty.txt", code=2)

    assert (len(ran.out.splitlines()), [line.split("“")[1].split("”")[0] for line in ran.err.splitlines()]) == (
        1,
        ["missing.txt", "empty.txt"],
    )


def test_of_a_folder_all_is_imported_and_what_is_left_out_is_said(run, tmp_path):
    for name, words in {
        "a.txt": "One.",
        "b.txt": "",
        "below/c.txt": "Two.",
        "below/again.txt": "One.",
        "d.css": "b",
    }.items():
        (tmp_path / "desk" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "desk" / name).write_text(words, encoding="utf-8")
    ran = run("import", "desk", code=2)

    assert (len(run("articles").out.splitlines()), [line.split("“")[-1] for line in ran.err.splitlines()]) == (
        2,
        [
            "b.txt” is empty: check that it was saved, or downloaded to this computer.",
            "d.css” was skipped, since its name is of no kind that Annotator reads.",
            "annotator: 2 added, 1 there already, 1 not readable, 1 skipped.",
        ],
    )


def test_standard_input_is_imported_under_a_name(run):
    run("import", "-", "--name", "wire.txt", stdin="Rates rise\n\nThey rose.\n")

    (found,) = json.loads(run("articles", "--json").out)
    assert (found["title"], found["file"]) == ("Rates rise", "wire.txt")


def test_nothing_on_standard_input_is_refused(run):
    assert is_one_sentence(run("import", "-", stdin="", code=2).err)


def test_a_text_is_read_in_the_encoding_that_is_asked_for(run, tmp_path):
    (tmp_path / "mac.txt").write_bytes("Le café a fermé à Noël.".encode("mac-roman"))

    assert run("read", "--encoding", "macintosh", "mac.txt").out == "Le café a fermé à Noël."


def test_a_text_is_imported_in_the_encoding_that_is_asked_for(run, tmp_path):
    (tmp_path / "dos.txt").write_bytes("Štěstí.".encode("cp852"))
    run("import", "--encoding", "cp852", "dos.txt")

    assert run("articles").out.split("\t")[2] == "dos"


@pytest.mark.parametrize("name", ["frob", "rot13", "idna", "undefined"])
def test_an_encoding_that_is_none_is_a_misspelt_option(run, story, name):
    assert "is no encoding" in run("read", f"--encoding={name}", story, code=2).err


def test_articles_as_json_have_the_agreed_keys(run, article):
    run("annotate", article, "--kind", "claim", "--start", 0, "--end", 6)

    (found,) = json.loads(run("articles", "--json").out)
    assert {name: value for name, value in found.items() if name != "sha256"} == {
        "id": article,
        "title": "story",
        "file": "story.txt",
        "annotations": 1,
    }


def test_a_list_has_one_line_for_each_whatever_its_name_holds(run, tmp_path):
    (tmp_path / "\u202etxt.exe.txt").write_text("A story.\n", "utf-8")
    run("import", "\u202etxt.exe.txt")

    assert run("articles").out.count("\\u202e") == 1


# -- annotations


def test_annotate_prints_the_id_and_annotations_shows_it(run, article):
    made = run("annotate", article, "--kind", "claim", "--start", 0, "--end", 24, "--note", "=1").out.strip()

    assert run("annotations").out == f"{made}\tclaim\tunchecked\t0-24\tPrices rose by 4 percent\tstory.txt\n"


def test_the_article_may_be_named_by_its_file_or_its_first_characters(run, article):
    ids = {
        run("annotate", name, "--kind", "claim", "--start", 0, "--end", 6).out for name in (article[:7], "story.txt")
    }

    assert len(ids) == 1


def test_what_is_marked_already_is_not_marked_twice(run, article):
    first, second = (run("annotate", article, "--kind", "claim", "--start", 0, "--end", end).out for end in (6, 7))

    assert (first, len(run("annotations").out.splitlines())) == (second, 1)


def test_a_list_is_one_edit(run, article):
    wanted = [
        {"kind": "claim", "start": 0, "end": 24, "note": "n"},
        {"kind": "quote", "spans": [[26, 36], [48, 57]], "status": "waiting"},
        {"kind": "claim", "start": 0, "end": 24},
    ]
    ids = run("annotate", article, "--from", "-", stdin=json.dumps(wanted)).out.split()
    listed = [line.split("\t")[:4] for line in run("annotations").out.splitlines()]
    run("undo")

    assert (listed, ids[0], run("annotations").out) == (
        [[ids[0], "claim", "unchecked", "0-24"], [ids[1], "quote", "waiting", "26-36;48-57"]],
        ids[2],
        "",
    )


def test_a_list_with_one_bad_item_is_refused_whole(run, article, tmp_path):
    (tmp_path / "list.json").write_text(
        '[{"kind": "claim", "start": 0, "end": 6}, {"kind": "claim", "start": 0, "end": 9999}]'
    )
    ran = run("annotate", article, "--from", "list.json", code=2)

    assert (is_one_sentence(ran.err), run("annotations").out) == (True, "")


@pytest.mark.parametrize(
    "words",
    [
        ("annotate", "story.txt", "--kind", "claim", "--start", 5, "--end", 5),
        ("annotate", "story.txt", "--kind", "claim", "--start", -1, "--end", 5),
        ("annotate", "story.txt", "--kind", "claim", "--start", 46, "--end", 48),
        ("annotate", "story.txt", "--from", "missing.json"),
        ("annotate", "story.txt", "--from", "story.txt"),
        ("annotate", "nothing", "--kind", "claim", "--start", 0, "--end", 5),
        ("remove", "nothing"),
        ("read", "missing.txt"),
        ("annotations", "nothing"),
        ("export", "nothing", "-o", "x.csv"),
        ("export", "-o", "missing/x.csv"),
        ("export", "-o", "."),
        ("--library", "missing.db", "articles"),
        ("check", "--library", "story.txt"),
        ("undo", "--library", "missing.db"),
        ("export", "-o", "-", "--library", "missing.db"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_2(run, article, tmp_path, words):
    before = sorted(tmp_path.iterdir())
    ran = run(*words, code=2)

    assert (is_one_sentence(ran.err), ran.out, sorted(tmp_path.iterdir())) == (True, "", before), ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("annotate", "story.txt"),
        ("annotate", "story.txt", "--kind", "rumour", "--start", 0, "--end", 5),
        ("annotate", "story.txt", "--from", "-", "--kind", "claim"),
        ("export",),
        ("export", "-o", "x", "--format", "xls"),
        ("import",),
        ("story.txt", "--theme", "dark"),
        ("--frobnicate",),
        ("screenshot", "--out", "x.png", "--size", "big"),
    ],
)
def test_a_misspelt_command_says_how_it_is_used(run, article, words):
    assert run(*words, code=2).err.startswith("Usage: annotator")


def test_remove_takes_several_away_in_one_edit(run, article):
    ids = [
        run("annotate", article, "--kind", kind, "--start", 0, "--end", 6).out.strip() for kind in ("claim", "quote")
    ]
    run("remove", *ids)
    gone = run("annotations").out
    run("undo")

    assert (gone, len(run("annotations").out.splitlines())) == ("", 2)


def test_annotations_are_moved_split_and_joined_by_id(run, article):
    one = run("annotate", article, "--kind", "claim", "--start", 0, "--end", 6).out.strip()
    run("respan", one, 0, 11)
    two = run("split", one, 6).out.split()
    joined = run("join", *two).out.split()
    verbs = [run("undo").out.split("\t")[1] for _ in range(3)]

    assert (two[0], joined, verbs) == (one, [one], ["join", "split", "respan"])


def test_identical_marks_the_same_words_elsewhere(run, article):
    one = run("annotate", article, "--kind", "claim", "--start", 0, "--end", 6).out.strip()
    new = run("identical", one).out.split()

    assert len(run("annotations").out.splitlines()) == 1 + len(new)


@pytest.mark.parametrize("words", [("split", "{}", 0), ("join", "{}"), ("respan", "{}", 0, 99999), ("split", "no", 1)])
def test_what_cannot_be_mended_is_one_sentence(run, article, words):
    one = run("annotate", article, "--kind", "claim", "--start", 0, "--end", 6).out.strip()
    done = run(*(str(word).format(one) for word in words), code=2)

    assert is_one_sentence(done.err)


def test_undo_and_redo_say_what_they_did_until_there_is_nothing(run, article):
    run("annotate", article, "--kind", "claim", "--start", 0, "--end", 6)
    said = [run(step).out for step in ("undo", "redo", "undo", "undo")]
    last = run("undo", code=1)

    assert (said, last.err) == (
        [
            "undone\tannotate\tclaim\t1\n",
            "redone\tannotate\tclaim\t1\n",
            "undone\tannotate\tclaim\t1\n",
            "undone\tadd_article\tstory\t2\n",
        ],
        "annotator: There is nothing to undo.\n",
    )


# -- out


def test_read_prints_the_text_as_annotations_count_it(run, story):
    assert run("read", story).out == STORY.rstrip()


def test_read_as_json_is_the_document(run, story):
    found = json.loads(run("read", story, "--json").out)

    assert (found["text"], found["media_type"], found["blocks"][0]["role"]) == (
        STORY.rstrip(),
        "text/plain",
        "paragraph",
    )


def test_read_stores_nothing(run, story, tmp_path):
    run("read", story)

    assert not (tmp_path / "library.db").exists()


def test_export_and_annotations_have_the_same_records(run, article, tmp_path):
    run("annotate", article, "--kind", "claim", "--start", 0, "--end", 24, "--note", "=1")
    run("export", "--format", "csv", "-o", "x.csv")
    as_json = json.loads(run("annotations", "--json").out)

    assert [{name: str(value) for name, value in record.items()} for record in as_json] == read_csv(tmp_path / "x.csv")


def test_export_to_standard_output_is_the_file(run, article, tmp_path):
    run("annotate", article, "--kind", "claim", "--start", 0, "--end", 24)
    run("export", article, "-o", "x.csv", "--delimiter", ";", "--raw")

    out = run("export", article, "-o", "-", "--delimiter", ";", "--raw").out
    assert out.encode() == (tmp_path / "x.csv").read_bytes()


def test_the_format_follows_the_name_of_the_file(run, article, tmp_path):
    run("export", "-o", "x.json")

    assert json.loads((tmp_path / "x.json").read_text()) == []


def test_a_cell_that_was_cut_is_said(run, tmp_path):
    (tmp_path / "long.txt").write_text("a" * 40_000)
    run("import", "long.txt")
    run("annotate", "long.txt", "--kind", "claim", "--start", 0, "--end", 40_000)

    assert "1 of the cells" in run("export", "-o", "x.csv").err


# -- the library


def test_check_says_whole(run, article):
    assert run("check").out == "whole\n"


def test_check_says_what_is_wrong_and_exits_with_1(run, article, tmp_path):
    with Library(tmp_path / "library.db", annotator="checker") as library:
        library._db.execute("INSERT INTO tally SELECT id, 7, 7 FROM version")

    assert run("check", code=1).out == "The count of annotations of “story.txt” is wrong.\n"


@pytest.mark.parametrize("order", [("--library", "other.db", "import"), ("import", "--library", "other.db")])
def test_the_library_may_be_named_before_and_behind_the_command(run, story, tmp_path, order):
    run(*order, story)

    assert ((tmp_path / "other.db").is_file(), (tmp_path / "library.db").exists()) == (True, False)


def test_a_library_that_is_open_elsewhere_is_exit_5(run, article, tmp_path):
    with Library(tmp_path / "library.db", annotator="checker"):
        ran = run("articles", code=5)

    assert (is_one_sentence(ran.err), "another Annotator" in ran.err) == (True, True)


def test_ones_own_library_is_made_when_it_is_missing(run, tmp_path):
    run("articles")

    assert (tmp_path / "library.db").is_file()


# -- manners


def test_the_windows_start_waits_for_neither_click_nor_sqlite_utils(env, tmp_path):
    code = "import sys, annotator.__main__, annotator.cli.window, annotator.library; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], env=env, cwd=tmp_path, capture_output=True, check=True)

    assert {"click", "sqlite_utils", "annotator.exporting"}.isdisjoint(done.stdout.decode().split())


def test_a_command_is_one_even_where_a_file_has_its_name(run, tmp_path):
    (tmp_path / "articles").write_text("A file.")

    assert run("articles").out == ""


def test_version_and_help_are_there(run):
    assert (
        run("--version").out.split()[0],
        "annotate" in run("--help").out,
        "--from" in run("annotate", "-h").out,
    ) == (
        "annotator",
        True,
        True,
    )


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen")
@pytest.mark.parametrize("words", [(), ("story.txt",), ("./import",)])
def test_without_a_screen_the_window_is_one_sentence(run, words):
    assert is_one_sentence(run(*words, code=2).err)


@POSIX
def test_a_reader_that_leaves_is_no_error(run, env, article, tmp_path):
    whole = subprocess.Popen(
        [sys.executable, "-m", "annotator", "annotations", "--json"], env=env, cwd=tmp_path, stdout=-1, stderr=-1
    )
    whole.stdout.close()

    assert whole.stderr.read() == b""
    whole.wait()
    whole.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("words", [("articles",), ("export", "-o", "-")])
def test_an_output_that_is_full_is_one_sentence(env, run, article, tmp_path, words):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "annotator", *words], env=env, cwd=tmp_path, stdout=full, stderr=-1, check=False
        )

    assert (done.returncode, is_one_sentence(done.stderr.decode())) == (2, True)


@POSIX
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_command_that_is_stopped_says_nothing(env, run, article, tmp_path, number, code):
    waiting = subprocess.Popen(
        [sys.executable, "-m", "annotator", "annotate", article, "--from", "-"],
        env=env,
        cwd=tmp_path,
        stdin=-1,
        stdout=-1,
        stderr=-1,
    )
    time.sleep(1)
    waiting.send_signal(number)
    out, err = waiting.communicate(timeout=20)

    assert (waiting.returncode, out, err.strip()) == (code, b"", b"")


@POSIX
def test_nothing_that_was_acknowledged_is_lost_when_it_is_killed(env, run, article, tmp_path):
    acknowledged = []
    for length in range(1, 13):
        process = subprocess.Popen(
            [sys.executable, *f"-m annotator annotate {article} --kind claim --start 0 --end {length}".split()],
            env=env,
            cwd=tmp_path,
            stdout=-1,
        )
        if length % 3:
            time.sleep(0.02 * length)
        else:
            acknowledged.append(process.stdout.readline().decode().strip())
        process.kill()
        acknowledged += [line.decode().strip() for line in process.stdout]
        process.wait()
        process.stdout.close()

    stored = {line.split("\t")[0] for line in run("annotations").out.splitlines()}
    assert (set(filter(None, acknowledged)) <= stored, len(acknowledged) >= 4, run("check").out) == (
        True,
        True,
        "whole\n",
    )


WITHOUT_QT = """
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Blocked())
from annotator.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def without_qt(env, tmp_path):
    def without_qt(*words, **more) -> subprocess.CompletedProcess:
        command = [sys.executable, "-c", WITHOUT_QT, *map(str, words)]
        return subprocess.run(
            command, env=env | more, cwd=tmp_path, stdin=-3, capture_output=True, check=False, timeout=60
        )

    return without_qt


def test_every_command_but_the_windows_runs_without_qt(without_qt, story):
    steps = [
        ("import", story),
        ("articles",),
        ("annotate", "story.txt", "--kind", "claim", "--start", 0, "--end", 6),
        ("annotations", "--json"),
        ("export", "-o", "-"),
        ("undo",),
        ("redo",),
        ("read", story),
        ("check",),
    ]

    assert [without_qt(*words).returncode for words in steps] == [0] * len(steps)


@pytest.mark.parametrize("words", [(), ("tour",), ("screenshot", "--out", "x.png")])
def test_without_qt_the_window_is_one_sentence(without_qt, words):
    done = without_qt(*words, QT_QPA_PLATFORM="offscreen")

    assert (done.returncode, is_one_sentence(done.stderr.decode()), b"PySide6" in done.stderr) == (2, True, True)


def test_the_original_comes_out_of_the_library_as_it_went_in(run, tmp_path):
    told = "Prices rose \u2014 by 4 %.\r\n".encode("cp1252")
    (tmp_path / "rise.txt").write_bytes(told)
    run("import", "rise.txt")
    run("original", "rise.txt", "--out", "copy.txt")

    assert (tmp_path / "copy.txt").read_bytes() == told


# -- tags, search, history


@pytest.fixture
def tagged(run, tmp_path) -> str:
    """The id of a claim in a story that was imported."""
    (tmp_path / "rise.txt").write_text(STORY, encoding="utf-8")
    article = run("import", "rise.txt").out.split("\t")[0]
    return run("annotate", article, "--kind", "claim", "--start", 0, "--end", 11, "--tag", "budget").out.strip()


def test_tags_are_given_changed_and_printed(run, tagged):
    ran = run("tag", tagged, "--add", "law", "--add", "tax", "--remove", "budget")

    assert ran.out == f"{tagged}\tlaw\ttax\n"


def test_search_finds_a_tag_and_words_of_the_text(run, tagged):
    found, said = (json.loads(run("search", word, "--json").out) for word in ("budg", '"no more"'))

    assert ([hit["annotation"] for hit in found], [hit["words"] for hit in said]) == ([tagged], ["no more"])


def test_undo_goes_back_to_a_number_and_the_history_shows_it(run, tagged):
    run("tag", tagged, "--add", "law")
    run("undo", "--to", 1)
    states = [line.split("\t")[-1] for line in run("history").out.splitlines()]

    assert states == ["undone", "undone", ""]


def test_undo_to_where_one_is_already_does_nothing(run, tagged):
    assert run("undo", "--to", 2, code=1).err == "annotator: There is nothing to undo.\n"


# -- keys


def test_keys_tells_those_of_every_action_as_they_are(run):
    pytest.importorskip("PySide6")
    told = [json.loads(line) for line in run("keys", "--json").out.splitlines()]

    assert next(one for one in told if one["id"] == "claim") == {
        "id": "claim",
        "menu": "Annotate",
        "text": "Claim",
        "keys": ["1", "C"],
        "changed": False,
    }


def test_keys_are_written_as_a_pdf(run, tmp_path):
    pytest.importorskip("PySide6")
    run("keys", "--pdf", str(tmp_path / "keys.pdf"))

    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF-")


def test_a_draft_takes_the_annotations_along_and_says_how_they_fared(run, article, tmp_path):
    run("annotate", article, "--kind", "claim", "--start", 0, "--end", 24)
    run("annotate", article, "--kind", "source", "--start", 48, "--end", 57)
    (tmp_path / "second.txt").write_text(STORY.replace("4 percent", "5 percent"), encoding="utf-8")

    assert run("draft", article, "second.txt").out == "draft 2\t1 followed\t1 changed\t0 not found\n"


def test_a_file_that_is_the_newest_draft_is_not_added_again(run, article, story):
    refused = run("draft", article, story, code=1)

    assert (refused.out, is_one_sentence(refused.err)) == ("", True)


def test_versions_lists_the_drafts_and_undo_takes_one_back(run, article, tmp_path):
    (tmp_path / "second.txt").write_text(f"{STORY}More.", encoding="utf-8")
    run("draft", article, "second.txt")
    told = [json.loads(line) for line in run("versions", article, "--json").out.splitlines()]
    run("undo")

    assert ([v["number"] for v in told], run("versions", article).out.count("\n")) == ([1, 2], 1)


def test_what_waits_is_listed_with_its_guesses_and_takes_one(run, article, tmp_path):
    marked = run("annotate", article, "--kind", "claim", "--start", 48, "--end", 71).out.strip()
    (tmp_path / "second.txt").write_text("Nothing else rose.\n\nOfficials had said nothing more.", encoding="utf-8")
    run("draft", article, "second.txt")
    [waits] = [json.loads(line) for line in run("waiting", article, "--json").out.splitlines()]

    assert (waits["id"], run("take", marked).out.strip()) == (marked, waits["guesses"][0]["words"])


def test_what_is_known_of_a_story_is_told_and_put_right(run, story):
    name = run("import", story).out.split("\t")[0]
    told = run("describe", name, "title=Fee to rise", "publisher=Courier", "--json")
    refused = run("describe", name, "colour=red", code=2)

    assert (json.loads(told.out)["title"], "colour=red" in refused.err) == ("Fee to rise", True)


def test_a_picture_of_a_marked_story_is_taken_and_nothing_is_said(run, story, tmp_path, env):
    pytest.importorskip("PySide6")
    name = run("import", story).out.split("\t")[0]
    run("annotate", name, "--kind", "claim", "--start", 0, "--end", 11)
    taken = run("screenshot", "--out", "x.png", "--size", "1280x800", "--article", name)

    assert ((tmp_path / "x.png").stat().st_size > 0, taken.err) == (True, "")
