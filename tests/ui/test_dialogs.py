"""The sheets, opened and used as from the menu."""

import csv
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QLineEdit

from annotator.ui.actions import ACTIONS
from annotator.ui.bindings import bound
from annotator.ui.dialogs.export import ExportSheet
from annotator.ui.dialogs.keys import KeysSheet
from annotator.ui.dialogs.keys_paper import lines_on, width_of
from annotator.ui.jobs import Jobs


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def sheet(session, look, add, mark, jobs, qtbot, monkeypatch, tmp_path):
    add()
    mark("46 jobs")
    mark("740 million crowns")
    made = ExportSheet(None, session, jobs)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def write_to(qtbot, sheet, path):
    field = sheet.findChild(QLineEdit, "path")
    field.setText(str(path))
    qtbot.keyClick(field, Qt.Key.Key_Return)


def rows(path, delimiter=","):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["text"] for row in csv.DictReader(file, delimiter=delimiter)]


def test_return_writes_the_file_and_closes_the_sheet(sheet, tmp_path, qtbot):
    write_to(qtbot, sheet, tmp_path / "out.csv")
    qtbot.waitUntil(lambda: not sheet.isVisible())

    assert (rows(tmp_path / "out.csv"), sheet.exported) == (
        ["740 million crowns", "46 jobs"],
        "Exported 2 rows to out.csv",
    )


def test_semicolons_on_request(sheet, tmp_path, qtbot):
    sheet._separator.group.button(1).click()
    write_to(qtbot, sheet, tmp_path / "out.csv")
    qtbot.waitUntil(lambda: not sheet.isVisible())

    assert rows(tmp_path / "out.csv", ";") == ["740 million crowns", "46 jobs"]


def test_a_name_without_a_suffix_gets_one(sheet, tmp_path, qtbot):
    write_to(qtbot, sheet, tmp_path / "out")
    qtbot.waitUntil(lambda: not sheet.isVisible())

    assert (tmp_path / "out.csv").exists()


def test_a_folder_that_is_not_there_is_said_and_the_sheet_stays(sheet, tmp_path, qtbot):
    write_to(qtbot, sheet, tmp_path / "nowhere" / "out.csv")
    qtbot.waitUntil(lambda: "does not exist" in sheet._hint.text())

    assert (sheet.isVisible(), sheet._go.isEnabled()) == (True, True)


def test_a_file_that_is_there_is_said_to_be_replaced(sheet, tmp_path):
    (tmp_path / "out.csv").write_text("old", encoding="utf-8")
    sheet.findChild(QLineEdit, "path").setText(str(tmp_path / "out.csv"))

    assert sheet._hint.text() == "The file that is there is replaced."


def test_the_button_counts_what_it_writes(sheet):
    assert sheet._go.text() == "Export 2 rows"


def test_the_keys_fit_a_laptop(look, qtbot):
    """Also one whose screen has twice the pixels: the list scrolls, the buttons stay."""
    made = KeysSheet(None, bound({}))
    qtbot.addWidget(made)
    least = made.minimumSizeHint()

    assert (least.width() <= 683, least.height() <= 344) == (True, True)


def test_on_a_laptop_at_its_own_size_nothing_of_the_keys_scrolls(look, qtbot):
    made = KeysSheet(None, bound({}))
    qtbot.addWidget(made)
    wanted = made.table.widget().sizeHint()

    assert (wanted.width() <= 1440 - 96, wanted.height() <= 900 - 48 - 140) == (True, True)


def test_where_every_key_was_taken_away_the_sheet_is_empty(look, qtbot):
    made = KeysSheet(None, dict.fromkeys(bound({}), ()))
    qtbot.addWidget(made)

    assert [label.text() for label in made.findChildren(QLabel) if label.text()] == ["Keys"]


def test_the_keys_are_those_of_the_actions(look, qtbot):
    made = KeysSheet(None, bound({}))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    words = {label.text() for label in made.findChildren(QLabel)}

    assert {"Annotate", "Claim", "1  or  C", "Ctrl O", "Select nothing"} <= words


def keys_of_many():
    """Every action with five long keys: more than anybody has."""
    return {action.id: tuple(f"Ctrl+Alt+Shift+F{n}" for n in range(10, 15)) for action in ACTIONS}


A4 = QSizeF(5102, 7568)
"""Tenths of a point, within margins of 15 mm."""


@pytest.mark.parametrize("keys", [bound({}), keys_of_many()], ids=["usual", "many"])
def test_every_key_stands_on_the_page_and_nothing_is_cut(look, keys):
    lines, letters = lines_on(A4, keys)
    page = QRectF(QPointF(), A4)
    beyond = [line.words for line in lines if not page.contains(line.area)]
    cut = [line.words for line in lines if width_of(line.words, line.keys, letters) > line.area.width()]

    assert (beyond, cut, len(lines) > len(ACTIONS) // 2) == ([], [], True)


def test_no_two_lines_of_the_page_touch(look):
    lines, letters = lines_on(A4, bound({}))

    assert [b.words for a, b in pairwise(lines) if a.area.intersects(b.area) or letters > a.area.height()] == []


def test_the_keys_are_a_pdf_of_one_page(look, qtbot, tmp_path):
    made = KeysSheet(None, bound({"claim": ("F",)}))
    qtbot.addWidget(made)
    made.save(str(tmp_path / "keys.pdf"))
    pdf = (tmp_path / "keys.pdf").read_bytes()

    assert (pdf[:5], pdf.count(b"/Type /Page\n"), made.hint.text()) == (b"%PDF-", 1, "Saved as keys.pdf")


def test_a_pdf_that_cannot_be_written_is_said(look, qtbot, tmp_path):
    made = KeysSheet(None, bound({}))
    qtbot.addWidget(made)
    made.save(str(tmp_path / "nowhere" / "keys.pdf"))

    assert "does not exist" in made.hint.text()


def test_the_keys_are_printed_on_one_page(look, qtbot, tmp_path):
    made = KeysSheet(None, bound({}))
    qtbot.addWidget(made)
    made._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    made._printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    made._print()

    assert (tmp_path / "printed.pdf").read_bytes().count(b"/Type /Page\n") == 1
