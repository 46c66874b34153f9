"""The house test: what must be touched when something is added, told by whatever fails.

A new field fails until it has a CSV column (or a reason not to), a new code until it has a word and a colour, a new
format until it has a golden file and stands in the README, a new module until it is small enough.
"""

import ast
import re
import statistics
import subprocess
from collections import Counter
from dataclasses import fields
from enum import StrEnum
from itertools import product
from pathlib import Path

import pytest

from annotator.assets import asset
from annotator.exporting import EXPORTERS
from annotator.exporting.columns import COLUMNS, FILLED
from annotator.library import Entry
from annotator.model import words
from annotator.model.annotations import Anchor, Annotation
from annotator.model.documents import Article, Version
from annotator.model.edits import Verb
from annotator.model.words import Kind, Role, Status
from annotator.reading import READERS
from annotator.ui import wording
from annotator.ui.actions import ACTIONS, MENUS
from tests.contrast import THEMES, colors, contrast
from tests.readme_tables import README, filled

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden"

# -- fields

COLUMN = {
    (Annotation, "id"): "annotation_id",
    (Annotation, "kind"): "kind",
    (Annotation, "spans"): "spans",
    (Annotation, "status"): "status",
    (Annotation, "note"): "note",
    (Annotation, "tags"): "tags",
    (Annotation, "annotator"): "annotator",
    (Annotation, "created_at"): "created_at",
    (Annotation, "updated_at"): "updated_at",
    (Anchor, "start"): "start",
    (Anchor, "end"): "end",
    (Anchor, "exact"): "text",
    (Anchor, "prefix"): "prefix",
    (Anchor, "suffix"): "suffix",
    (Article, "title"): "article_title",
    (Version, "file_name"): "article_file",
    (Version, "sha256"): "article_sha256",
}
"""Each field of the model that an export tells, and the column that tells it."""

NOT_EXPORTED = {
    (Annotation, "version"): "article_sha256 names it for everybody; its id is this library's alone",
    (
        Annotation,
        "earlier",
    ): "words of an older draft, which domain.md has no column for; the card shows the difference",
    (Article, "id"): "the library's alone",
    (Article, "publisher"): "no reader fills it yet, and domain.md has no column for it",
    (Article, "byline"): "the same",
    (Article, "dateline"): "the same",
    (Article, "date_published"): "the same",
    (Article, "source_url"): "the same",
    (Article, "language"): "the same",
    (Article, "note"): "about the article, and a row is about an annotation",
    (Version, "id"): "article_sha256 names it for everybody",
    (Version, "article"): "a row names its article by title and file",
    (Version, "number"): "article_sha256 tells drafts apart",
    (Version, "text"): "the whole text; the row has the marked words",
    (Version, "layout"): "tells place and paragraph, which have columns",
    (Version, "media_type"): "how the file was read, not what was found in it",
    (Version, "encoding"): "the same",
    (Version, "encoding_guessed"): "the same",
    (Version, "reader"): "the same",
    (Version, "reader_version"): "the same",
    (Version, "warnings"): "the same",
    (Version, "imported_at"): "the same",
}
"""The other fields, and why no export tells them."""


def test_every_field_has_a_column_or_a_reason_to_have_none():
    there = {(record, field.name) for record in (Annotation, Anchor, Article, Version) for field in fields(record)}

    assert there == COLUMN.keys() ^ NOT_EXPORTED.keys()


def test_every_column_of_a_field_is_filled():
    assert set(COLUMN.values()) - set(FILLED) == set()


def test_every_filled_column_tells_a_field():
    made = {"place", "paragraph"}  # from the version's layout and text

    assert set(FILLED) - made == set(COLUMN.values())


def test_columns_of_the_design_are_there_in_its_order():
    designed = (
        "annotation_id, kind, text, claim_text, quote_type, source_name, source_role, source_type, attribution, cue, "
        "claim_type, check_worthiness, priority, status, verdict, quote_check, explanation, correction, evidence, "
        "evidence_count, note, tags, related, article_title, article_file, place, paragraph, start, end, spans, "
        "prefix, suffix, annotator, created_at, updated_at, article_sha256"
    )

    assert ", ".join(COLUMNS) == designed


# -- codes

WORDS = {Kind: (wording.KIND, wording.KINDS), Status: (wording.STATUS,)}
UNSAID = {Role: "a role is seen in the story's layout and never named"}


def test_every_vocabulary_has_words_or_a_reason_to_have_none():
    vocabularies = {found for found in vars(words).values() if isinstance(found, type) and issubclass(found, StrEnum)}

    assert vocabularies - {StrEnum} == WORDS.keys() ^ UNSAID.keys()


@pytest.mark.parametrize("vocabulary", list(WORDS), ids=lambda vocabulary: vocabulary.__name__)
def test_every_code_has_its_words(vocabulary):
    assert [list(table) for table in WORDS[vocabulary]] == [list(vocabulary)] * len(WORDS[vocabulary])


@pytest.mark.parametrize(("verb", "count"), list(product(Verb, (1, 2))))
def test_every_verb_can_be_said_behind_undo(verb, count):
    assert wording.act(Entry(1, verb, "2026-01-01T00:00:00Z", count, "claim"))


@pytest.mark.parametrize(("theme", "kind"), list(product(THEMES, Kind)))
def test_every_kind_has_a_color_that_can_be_read(theme, kind):
    assert contrast(colors(theme)[kind], colors(theme)["paper"]) >= 4.5


# -- actions

DRAWN = {**dict.fromkeys(Kind, ()), "theme": ("sun", "moon")}
"""Icons that are made: the kinds are painted, the theme shows what it would turn to."""

MODIFIERS = r"(?:(?:Ctrl|Shift|Alt|Meta)\+)*"
KEY = re.compile(
    rf"{MODIFIERS}(?:[A-Z0-9]|F\d\d?|[-+=,./\[\]]|Delete|Backspace|Return|Esc|Tab|Space|Up|Down|Left|Right)"
)


def test_every_action_has_an_id_of_its_own():
    assert [name for name, times in Counter(action.id for action in ACTIONS).items() if times > 1] == []


def test_every_key_does_one_thing():
    assert [key for key, times in Counter(k for action in ACTIONS for k in action.keys).items() if times > 1] == []


def test_every_key_is_spelt_as_keys_are():
    assert [key for action in ACTIONS for key in action.keys if not KEY.fullmatch(key)] == []


def test_every_action_is_in_a_menu():
    assert {action.menu for action in ACTIONS} == set(MENUS)


def test_every_icon_is_there():
    names = [name for action in ACTIONS if action.icon for name in DRAWN.get(action.icon, (action.icon,))]

    assert [name for name in names if not asset(f"icons/{name}.svg").is_file()] == []


# -- formats


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_every_export_has_a_golden_file(exporter):
    assert (GOLDEN / f"annotations{exporter.suffix}").is_file()


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_every_reader_has_a_golden_file(reader):
    story = GOLDEN / "reading" / f"story{reader.suffixes[0]}"

    assert (story.is_file(), story.with_suffix(f"{story.suffix}.json").is_file()) == (True, True)


def test_no_two_readers_share_a_suffix():
    assert [s for s, times in Counter(s for reader in READERS for s in reader.suffixes).items() if times > 1] == []


# -- the README


def test_the_tables_of_the_readme_are_those_of_the_program(request):
    if request.config.getoption("rewrite_golden"):
        README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")

    assert README.read_text(encoding="utf-8") == filled(README.read_text(encoding="utf-8"))


def test_every_picture_and_page_of_the_readme_is_there():
    named = re.findall(r"\]\((?!https?:)([^)#]+)\)", README.read_text(encoding="utf-8"))

    assert [name for name in named if not (ROOT / name).is_file()] == []


# -- budgets

SOURCES = sorted((ROOT / "annotator").rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}
LINES = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}


def functions():
    """(lines, where) of every function and method."""
    return [
        (node.end_lineno - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_no_module_is_over_400_lines():
    assert [f"{path.relative_to(ROOT)}: {lines}" for path, lines in LINES.items() if lines > 400] == []


def test_the_median_of_modules_is_at_most_120_lines():
    assert statistics.median(LINES.values()) <= 120


def test_no_function_is_over_50_lines():
    assert [f"{where}: {lines}" for lines, where in functions() if lines > 50] == []


def test_the_median_of_functions_is_at_most_6_lines():
    assert statistics.median(lines for lines, _ in functions()) <= 6


def test_19_of_20_functions_are_at_most_30_lines():
    assert statistics.quantiles((lines for lines, _ in functions()), n=20)[-1] <= 30


# -- habits


def found(kind, holds=bool):
    """Where in annotator/ there is a node of this kind of which this holds."""
    return [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, kind) and holds(node)
    ]


def imported(tree):
    """The modules that are imported whole."""
    return {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}


def test_nothing_is_imported_by_star():
    assert found(ast.ImportFrom, lambda node: node.names[0].name == "*") == []


def test_events_are_processed_by_the_event_loop_alone():
    assert found(ast.Attribute, lambda node: node.attr == "processEvents") == []


def test_no_pattern_is_possessive():
    """Python 3.11.2, which Debian 12 has, matches `(?:…)*+` wrongly (gh-106052); `(?>(?:…)*)` means the same."""
    patterns = {path for path, tree in TREES.items() if "re" in imported(tree)}

    assert [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in patterns
        for node in ast.walk(TREES[path])
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.search(r"[*+?}]\+(?!\])", node.value)
    ] == []


def test_nothing_is_global():
    assert found(ast.Global) == []


def test_no_file_names_a_place_of_one_machine():
    """Homes and mounts of whoever wrote it are of no use to whoever reads it."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("no git checkout: nothing says which files are the project's")
    texts = {name: (ROOT / name) for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()}
    place = re.compile(rb"(?<![\w.~])/(?:work|root|home|Users|opt|mnt)/\w")

    assert [name for name, path in texts.items() if place.search(path.read_bytes())] == []
