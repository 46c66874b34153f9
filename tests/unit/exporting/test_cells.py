import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exporting import cells


def safe(cell: str) -> str:
    return cells.safe([cell])[0][0]


NASTY = st.text(st.sampled_from("='+-@\t\r\n\"',;| a＝＋－＠“😀"), max_size=8)


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1+1",
        "-2",
        "@SUM(A1)",
        "\tTab",
        "\rReturn",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "=cmd|' /C calc'!A0",
        '"=1+1"',
        "'=1+1",
        ";=1",
        ',"=1',
        "@realDonaldTrump said",
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell):
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["", "a=1", "1-2", "“-5 degrees”", "’tis", "'tis", "a\n=1", "\n\nLine", " - he said", "4 %", "–2"]
)
def test_other_cells_are_left_alone(cell):
    assert safe(cell) == cell


@given(NASTY)
def test_the_guard_comes_off_again(cell):
    assert cells.unguard(cells.guard(cell)) == cell


@given(NASTY)
def test_no_guarded_cell_begins_like_a_formula(cell):
    assert safe(cell).lstrip("\"',;|\n")[:1] not in set("=+-@＝＋－＠\t\r") or safe(cell)[:1] == "'"


@given(st.lists(NASTY))
def test_a_column_is_its_cells(column):
    assert list(cells.safe(column)[0]) == [safe(cell) for cell in column]


def test_each_cell_that_was_cut_is_counted():
    assert cells.safe(["a" * 40_000, "b", "a" * 40_000, "=" * 32_767])[1] == 3


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("a" * 32_767, "a" * 32_767),
        ("a" * 32_768, "a" * 32_766 + "…"),
        ("😀" * 16_383, "😀" * 16_383),
        ("😀" * 16_384, "😀" * 16_383 + "…"),
        ("=" * 32_767, "'" + "=" * 32_765 + "…"),
    ],
)
def test_a_cell_keeps_what_a_spreadsheet_takes(cell, kept):
    assert safe(cell) == kept


@pytest.mark.parametrize("character", ["a", "😀", "é"])
@pytest.mark.parametrize("length", [16_383, 16_384, 32_766, 32_767, 32_768, 70_000])
def test_no_cell_is_longer_than_a_spreadsheet_takes(character, length):
    assert len(safe(character * length).encode("utf-16-le")) // 2 <= cells.LONGEST
