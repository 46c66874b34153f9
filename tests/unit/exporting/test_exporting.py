import io
import json
import os
import re
from pathlib import Path

import pytest

from annotator import editing
from annotator.exporting import EXPORTERS, Exported, ExportError, Options, Record, aside, export, exporter, records
from annotator.exporting.columns import COLUMNS
from annotator.library.paging import FIELDS
from annotator.model.documents import Place
from annotator.model.words import Kind, Status
from tests.shelf import STORY
from tests.tables import raw_csv, read_csv

CSV, JSON = exporter("csv"), exporter("json")


def run(steps):
    """Exhaust an export: what it returns, and what it said on the way."""
    said = []
    while True:
        try:
            said.append(next(steps))
        except StopIteration as end:
            return end.value, said


def exported(library, target, chosen=CSV, **options) -> Exported:
    return run(export(library, library.articles(), chosen, target, Options(**options)))[0]


def rows(library, folder, **options) -> list[dict[str, str]]:
    exported(library, folder / "x.csv", **options)
    return read_csv(folder / "x.csv", options.get("delimiter", ","))


# -- the table


def test_a_record_begins_with_what_the_library_tells():
    assert Record._fields[: len(FIELDS)] == FIELDS


def test_the_columns_are_the_designs_in_their_order():
    assert ", ".join(COLUMNS) == (
        "annotation_id, kind, text, claim_text, quote_type, source_name, source_role, source_type, attribution, cue, "
        "claim_type, check_worthiness, priority, status, verdict, quote_check, explanation, correction, evidence, "
        "evidence_count, note, tags, related, article_title, article_file, place, paragraph, start, end, spans, "
        "prefix, suffix, annotator, created_at, updated_at, article_sha256"
    )


def test_an_annotation_is_one_row_with_all_that_is_known(library, shelf, folder):
    version = shelf.add(name="a.txt", title="Prices rose", places=(Place(start=10, kind="page", label="3"),))
    made = shelf.mark(version, "4 percent", kind=Kind.CLAIM, status=Status.CHECKED, note="look it up")

    (row,) = rows(library, folder)
    assert {name: cell for name, cell in row.items() if cell} == {
        "annotation_id": made.id,
        "kind": "claim",
        "text": "4 percent",
        "status": "checked",
        "note": "look it up",
        "article_title": "Prices rose",
        "article_file": "a.txt",
        "place": "3",
        "paragraph": "2",
        "start": "28",
        "end": "37",
        "prefix": STORY[:28],
        "suffix": made.spans[0].suffix,
        "annotator": "checker",
        "created_at": made.created_at,
        "updated_at": made.updated_at,
        "article_sha256": version.sha256,
    }


def test_an_annotation_with_a_hole_is_one_row(library, shelf, folder):
    made = shelf.mark(shelf.add(), "“We knew,”", "“for weeks.”", kind=Kind.QUOTE)

    (row,) = rows(library, folder)
    assert (row["text"], row["start"], row["end"], row["spans"]) == (
        "“We knew,” […] “for weeks.”",
        str(made.start),
        str(made.end),
        ";".join(f"{start}-{end}" for start, end in made.ranges),
    )


def test_rows_are_in_the_order_of_the_text_articles_in_the_librarys(library, shelf, folder):
    old, new = shelf.add(name="old.txt"), shelf.add("A new story.", name="new.txt")
    for version, words in ((old, "no more"), (new, "story"), (old, "Prices")):
        shelf.mark(version, words)

    assert [row["text"] for row in rows(library, folder)] == ["story", "Prices", "no more"]


@pytest.mark.parametrize(("words", "paragraph"), [("Prices", 1), ("4 percent", 2), ("no more", 3)])
def test_paragraphs_count_from_one(library, shelf, words, paragraph):
    shelf.mark(shelf.add(), words)

    assert [record.paragraph for record in records(library, library.articles())] == [paragraph]


def test_offsets_are_code_points(library, shelf, folder):
    shelf.mark(shelf.add("😀 𝒜 fact."), "fact")

    (row,) = rows(library, folder)
    assert (row["start"], row["end"]) == ("4", "8")


def test_only_the_named_articles_are_written(library, shelf, folder):
    for name in ("a.txt", "b.txt"):
        shelf.mark(shelf.add(f"Story {name}", name=name), "Story")
    run(export(library, [library.find("a.txt")], CSV, folder / "x.csv"))

    assert [row["article_file"] for row in read_csv(folder / "x.csv")] == ["a.txt"]


def test_an_empty_library_is_a_table_of_names(library, folder):
    exported(library, folder / "x.csv")

    assert (folder / "x.csv").read_bytes().decode("utf-8-sig") == '"' + '","'.join(COLUMNS) + '"\r\n'


# -- the bytes of a CSV


def test_a_csv_has_a_mark_of_its_encoding_and_every_cell_quoted(library, shelf, folder):
    shelf.mark(shelf.add(), "4 percent")
    exported(library, folder / "x.csv")

    data = (folder / "x.csv").read_bytes()
    assert data.startswith(b'\xef\xbb\xbf"annotation_id","kind"')
    assert re.fullmatch(r'(?:"(?:[^"]|"")*"(?:,|\r\n))*', data.decode("utf-8-sig"))


@pytest.mark.parametrize(
    "words", ['She said "no", then; left.', '"quoted"', "=1+1", '"=1+1"', "@x", "a\u2028line", "＝full"]
)
@pytest.mark.parametrize("options", [{}, {"delimiter": ";"}])
def test_words_come_back_whatever_they_hold(library, shelf, folder, words, options):
    shelf.mark(shelf.add(f"{words} and more"), words, note=words)

    (row,) = rows(library, folder, **options)
    assert (row["text"], row["note"]) == (words, words)


def test_titles_file_names_and_context_are_guarded_too(library, shelf, folder):
    shelf.mark(shelf.add("=1 words =2", name="=a.txt", title="+title"), "words")
    exported(library, folder / "x.csv")

    (row,) = raw_csv(folder / "x.csv")
    assert [row[name] for name in ("article_file", "article_title", "prefix")] == ["'=a.txt", "'+title", "'=1 "]


def test_raw_cells_are_the_very_words(library, shelf, folder):
    shelf.mark(shelf.add("=" + "1" * 40_000), "=" + "1" * 40_000, note="=1")
    exported(library, folder / "x.csv", raw=True)

    (row,) = raw_csv(folder / "x.csv")
    assert (row["text"], row["note"]) == ("=" + "1" * 40_000, "=1")


def test_a_cell_that_no_spreadsheet_takes_is_cut_and_counted(library, shelf, folder):
    version = shelf.add("a" * 40_000 + " b")
    shelf.mark(version, "a" * 40_000, note="short")
    shelf.mark(version, "b")

    assert exported(library, folder / "x.csv") == Exported(records=2, cut=1)
    assert read_csv(folder / "x.csv")[0]["text"] == "a" * 32_766 + "…"


# -- JSON


def test_json_holds_the_same_records_with_numbers_as_numbers(library, shelf, folder):
    shelf.mark(shelf.add(), "4 percent", note="=1")
    exported(library, folder / "x.json", JSON)
    (row,) = rows(library, folder)

    (found,) = json.loads((folder / "x.json").read_text("utf-8"))
    assert {name: str(value) for name, value in found.items()} == row
    assert [name for name, value in found.items() if isinstance(value, int)] == ["paragraph", "start", "end"]


def test_json_of_nothing_is_an_empty_list(library, folder):
    exported(library, folder / "x.json", JSON)

    assert json.loads((folder / "x.json").read_text("utf-8")) == []


# -- golden files


@pytest.mark.parametrize("chosen", EXPORTERS, ids=[e.name for e in EXPORTERS])
def test_a_golden_file_stays_as_it_is(library, shelf, golden, chosen):
    shelf.ids = map("i{}".format, range(1, 99)).__next__
    version = shelf.add(name="story.txt", title="Prices rose")
    shelf.mark(version, "Prices rose by 4 percent", status=Status.CHECKED, note="= 4.1 in the table\nrounded")
    shelf.mark(version, "“We knew,”", "“for weeks.”", kind=Kind.QUOTE)
    shelf.mark(version, "Officials", kind=Kind.SOURCE, status=Status.WAITING)
    arabic = shelf.add(
        'قال الرئيس: "نعم".', name="-arabic.txt", title="@title", places=(Place(start=0, kind="page", label="1"),)
    )
    shelf.mark(arabic, '"نعم"', kind=Kind.QUOTE)
    out = io.BytesIO()
    run(export(library, library.articles(), chosen, out))

    written = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z", b"2026-01-01T00:00:00.000Z", out.getvalue())
    assert written == golden(f"annotations{chosen.suffix}", written)


# -- the file


def test_an_export_says_how_far_it_is(library, shelf, folder):
    version = shelf.add("word " * 600)
    text = library.text(version.id)
    edits = [editing.annotate(text, version.id, Kind.CLAIM, [(5 * n, 5 * n + 4)], shelf.ids) for n in range(600)]
    library.apply(editing.together(editing.Verb.ANNOTATE, edits))

    written, said = run(export(library, library.articles(), CSV, folder / "x.csv"))
    assert (written, said) == (Exported(600, 0), [(250, 600), (500, 600), (600, 600)])


def test_until_it_is_whole_the_old_file_stays(library, shelf, folder):
    shelf.mark(shelf.add(), "4")
    (folder / "x.csv").write_text("old")
    steps = export(library, library.articles(), CSV, folder / "x.csv")
    next(steps)

    assert (folder / "x.csv").read_text() == "old"


def test_a_cancelled_export_leaves_nothing_behind(library, shelf, folder):
    shelf.mark(shelf.add(), "4")
    steps = export(library, library.articles(), CSV, folder / "x.csv")
    next(steps)
    steps.close()

    assert list(folder.iterdir()) == []


def test_an_edit_may_come_in_between(library, shelf, folder):
    version = shelf.add()
    made = shelf.mark(version, "4")
    steps = export(library, library.articles(), CSV, folder / "x.csv")
    next(steps)
    library.apply(editing.remove([made]))

    assert run(steps)[0] == Exported(records=1, cut=0)


def test_an_article_removed_meanwhile_is_left_out(library, shelf, folder):
    for name in ("a.txt", "b.txt"):
        shelf.mark(shelf.add(f"Story {name}", name=name), "Story")
    steps = export(library, library.articles(), CSV, folder / "x.csv")
    next(steps)
    gone = library.find("a.txt")
    library.apply(
        editing.remove_article(library.article(gone.id), library.versions(gone.id), library.annotations(gone.version))
    )

    assert run(steps)[0].records == 1


@pytest.mark.skipif(os.name != "posix", reason="mode bits are POSIX's")
def test_an_export_is_its_users_alone(library, folder):
    exported(library, folder / "x.csv")

    assert (folder / "x.csv").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="links need a privilege on Windows")
def test_a_link_stays_one(library, folder):
    (folder / "link.csv").symlink_to("real.csv")
    exported(library, folder / "link.csv")

    assert ((folder / "link.csv").is_symlink(), (folder / "real.csv").is_file()) == (True, True)


def test_a_stream_is_written_as_it_comes(library, shelf):
    shelf.mark(shelf.add(), "4")
    out = io.BytesIO()
    exported(library, out)

    assert out.getvalue().count(b"\r\n") == 2


def refusal(library, target) -> str:
    with pytest.raises(ExportError) as caught:
        exported(library, target)
    return str(caught.value)


def test_a_folder_that_does_not_exist_is_one_sentence(library, folder):
    assert "does not exist" in refusal(library, folder / "missing" / "x.csv")


def test_a_folder_is_no_target(library, folder):
    assert "is a folder" in refusal(library, folder)


def test_a_device_is_no_target(library):
    assert "not a regular file" in refusal(library, Path(os.devnull))


def test_a_read_only_file_is_left_as_it_is(library, folder):
    (folder / "x.csv").write_text("old")
    (folder / "x.csv").chmod(0o444)

    assert "read-only" in refusal(library, folder / "x.csv")
    assert (folder / "x.csv").read_text() == "old"


def test_a_name_that_is_too_long_is_one_sentence(library, folder):
    assert "too long" in refusal(library, folder / ("x" * 300))


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        ("os.fsync", OSError(28, "No space left on device"), "disk is full"),
        ("tempfile.mkstemp", PermissionError(13, "Permission denied"), "no permission"),
        ("pathlib.Path.replace", PermissionError(13, "Permission denied"), "no permission"),
        ("os.fsync", OSError(5, "Input/output error"), "Input/output error"),
    ],
)
def test_what_the_system_refuses_is_one_sentence_and_leaves_nothing(library, folder, monkeypatch, call, error, says):
    def refuse(*_args, **_kwargs):
        raise error

    monkeypatch.setattr(call, refuse)

    assert says in refusal(library, folder / "x.csv")
    assert list(folder.iterdir()) == []


def test_a_file_that_is_held_for_a_moment_is_tried_again(library, folder, monkeypatch):
    calls = []
    real = Path.replace

    def held(self, target):
        calls.append(target)
        if len(calls) < 3:
            raise PermissionError(13, "sharing violation")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(aside, "_SHARED", True)
    monkeypatch.setattr(aside, "_WAIT", 0)
    exported(library, folder / "x.csv")

    assert (len(calls), (folder / "x.csv").is_file()) == (3, True)
