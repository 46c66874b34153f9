"""The settings, as a user changes them: by real keys, through the window."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from annotator import people
from annotator.places import settings_folder
from annotator.ui import sizes
from annotator.ui.dialogs.settings import SettingsSheet
from annotator.ui.settings import Settings
from annotator.ui.typography import CHARACTERS, SIZE, Typography


@pytest.fixture
def desktop(desktop, put):
    put("Budget grows\n\nThe fee is 6 crowns.\n")
    return desktop


@pytest.fixture
def sheet(desktop):
    desktop.window.commands["settings"].trigger()
    return desktop.window.findChild(SettingsSheet)


def give(qtbot, sheet, action, key):
    sheet.page.choose(action)
    qtbot.keyClick(sheet.page.field, key)


def test_a_key_given_to_claim_marks_at_once_and_after_a_restart(desktop, sheet, qtbot):
    give(qtbot, sheet, "claim", Qt.Key.Key_F)
    sheet.accept()
    view = desktop.window.article_pane.view
    desktop.window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.place_caret(desktop.session.current.text.index("fee"))
    qtbot.keyClick(view, Qt.Key.Key_F)
    marked = [a.words for a in desktop.library.annotations(desktop.session.current.version.id)]

    assert (marked, Settings().keys) == (["The fee is 6 crowns."], {"claim": ("F", "1", "C")})


def test_the_first_key_is_the_one_on_the_button(desktop, sheet, qtbot):
    give(qtbot, sheet, "claim", Qt.Key.Key_F)
    sheet.accept()
    action = desktop.window.commands["claim"]

    assert (action.shortcut().toString(), action.toolTip()) == ("F", "Claim (F or 1 or C)")


def test_a_key_of_another_action_is_taken_only_when_confirmed(sheet, qtbot):
    give(qtbot, sheet, "claim", Qt.Key.Key_N)
    before = dict(sheet.page.changes)
    sheet.page.offer.click()
    after = dict(sheet.page.changes)
    sheet.reject()

    assert (before, after) == ({}, {"claim": ("N", "1", "C"), "next": ()})


def test_cancel_takes_the_keys_and_the_theme_back(desktop, sheet, qtbot):
    give(qtbot, sheet, "claim", Qt.Key.Key_F)
    sheet.appearance.theme.group.button(2).click()
    sheet.reject()

    assert (Settings().keys, Settings().theme) == ({}, "system")


@pytest.fixture
def kept():
    Settings().keys = {"claim": ("F",)}


def test_kept_keys_are_there_from_the_start(kept, desktop):
    assert [key.toString() for key in desktop.window.commands["claim"].shortcuts()] == ["F"]


def test_a_key_goes_to_an_action_that_is_seen(sheet, qtbot):
    sheet.page._find.setText("smaller")
    qtbot.keyClick(sheet.page.field, Qt.Key.Key_F9)
    changed = set(sheet.page.changes)
    sheet.reject()

    assert changed == {"zoom_out"}


def test_where_no_action_is_seen_no_key_can_be_given(sheet):
    sheet.page._find.setText("no such action")
    enabled = sheet.page.field.isEnabled()
    sheet.reject()

    assert not enabled


def test_the_story_is_set_while_the_sheet_is_open_and_after_a_restart(desktop, sheet, qtbot):
    sheet.appearance.letters.setFocus()
    qtbot.keyClick(sheet.appearance.letters, Qt.Key.Key_Up)
    qtbot.keyClick(sheet.appearance.characters, Qt.Key.Key_Down)
    shown = desktop.window.article_pane.view._styles.typography
    sheet.accept()

    assert (shown, Settings().typography) == (Typography(size=18, characters=69),) * 2


def test_cancel_sets_the_story_as_it_was(desktop, sheet, qtbot):
    qtbot.keyClick(sheet.appearance.line_height, Qt.Key.Key_Up)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)

    assert (desktop.window.article_pane.view._styles.typography, Settings().typography) == (Typography(),) * 2


def test_a_name_stands_on_the_next_annotation_and_on_those_of_the_command_line(desktop, sheet, qtbot, monkeypatch):
    qtbot.keyClicks(sheet.appearance.name, "  Mara   Holm ")
    qtbot.keyClick(sheet.appearance.name, Qt.Key.Key_Return)
    view = desktop.window.article_pane.view
    desktop.window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.place_caret(desktop.session.current.text.index("fee"))
    qtbot.keyClick(view, Qt.Key.Key_1)
    made = desktop.library.annotations(desktop.session.current.version.id)

    assert ([a.annotator for a in made], people.user_name()) == (["Mara Holm"], "Mara Holm")


def test_a_name_that_is_taken_away_is_the_systems_again(desktop, sheet, qtbot):
    usual = people.user_name()
    people.give_name("Mara")
    sheet.accept()

    assert people.user_name() == usual


def test_motion_is_as_chosen_at_once_and_after_a_restart(desktop, sheet):
    sheet.appearance.motion.group.button(1).click()
    sheet.accept()

    assert (desktop.look.lasting(160), Settings().less_motion) == (0, "on")


# What a file may say. The keys of it are changed by hand, by another version, or by whoever means no good.

NAMES = ("theme", "less_motion", "zoom", "history", "recent", "keys/claim", "keys/nonsense", "shape/window")
NAMES += tuple(f"text/{field}" for field in ("family", "size", "line_height", "characters"))
NONSENSE = (
    "@Invalid()",
    "@ByteArray()",
    "@Variant(\\0\\0\\0\\x2)",
    "@Size(9 9)",
    "1e999",
    "-1",
    "nan",
    "9" * 5000,
    "\\x0",
    "a, b",
)


def what_is_read():
    """Everything that the window asks for at its start."""
    kept = Settings()
    typography = kept.typography
    return (
        kept.theme in ("system", "light", "dark"),
        kept.less_motion in ("system", "on", "off"),
        60 <= kept.zoom <= 300,
        typography.size in SIZE and typography.characters in CHARACTERS and 1.4 <= typography.line_height <= 2,
        all(isinstance(keys, tuple) for keys in kept.keys.values()),
        all(isinstance(path, Path) for path in kept.recent),
        kept.history in (True, False),
        isinstance(kept.article(Path("library.db")), str),
        kept.shape("window") is None or isinstance(kept.shape("window"), QByteArray),
    )


def put_in(text):
    path = settings_folder() / "settings.ini"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)


LINES = st.tuples(st.sampled_from(NAMES), st.one_of(st.sampled_from(NONSENSE), st.text(max_size=20)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINES, max_size=8))
def test_a_file_with_nonsense_for_values_is_read_as_something_sensible(qapp, home, lines):
    groups = [
        f"[{'General' if '/' not in name else name.split('/')[0]}]\n{name.split('/')[-1]}={value}\n"
        for name, value in lines
    ]
    put_in("".join(groups).encode("utf-8", "replace"))

    assert all(what_is_read())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.binary(max_size=300))
def test_a_file_of_any_bytes_is_read_as_something_sensible(qapp, home, text):
    put_in(text)

    assert all(what_is_read())


VALUES = st.one_of(
    st.integers(-(2**31), 2**31 - 1),
    st.floats(),
    st.booleans(),
    st.text(max_size=9),
    st.lists(st.text(max_size=9), max_size=3),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(NAMES), value=VALUES)
def test_a_value_of_any_type_is_read_as_something_sensible(qapp, home, name, value):
    kept = QSettings(str(settings_folder() / "settings.ini"), QSettings.Format.IniFormat)
    kept.setValue(name, value)
    kept.sync()

    assert all(what_is_read())


# Keys, found by being pressed


def test_a_key_that_is_pressed_finds_its_action(sheet, qtbot):
    sheet.tabs.setCurrentIndex(1)
    qtbot.keyClick(sheet.page.by_key, Qt.Key.Key_Space)
    qtbot.keyClick(sheet.page.sought, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    found, said = sheet.page._chosen().id, sheet.page._hint.text()
    sheet.reject()

    assert (found, said) == ("export", "Ctrl E is “Export”.")


def test_a_key_that_nothing_has_is_said_to_be_free(sheet, qtbot):
    sheet.page.by_key.click()
    qtbot.keyClick(sheet.page.sought, Qt.Key.Key_F9)
    said = sheet.page._hint.text()
    sheet.reject()

    assert said == "No action has F9."


def test_a_key_that_another_action_keeps_at_a_reset_is_named(sheet, qtbot):
    give(qtbot, sheet, "claim", Qt.Key.Key_N)
    sheet.page.offer.click()
    sheet.page.choose("next")
    sheet.page._reset.click()
    said = sheet.page._hint.text()
    sheet.reject()

    assert said == "N of “Next annotation” stays with “Claim”."


@pytest.fixture
def in_conflict():
    """As written by hand into the file: nobody was asked."""
    Settings().keys = {"claim": ("N",), "quote": ("N", "G")}


def test_every_conflict_is_named_when_the_keys_are_opened(in_conflict, sheet):
    said = sheet.page._hint.text()
    sheet.reject()

    assert said == "N of “Quote” stays with “Claim”. N of “Next annotation” stays with “Claim”."


def test_where_no_action_is_seen_none_can_be_given_the_key_that_was_offered(sheet, qtbot):
    give(qtbot, sheet, "claim", Qt.Key.Key_N)
    qtbot.keyClicks(sheet.page._find, "no such action")
    offered = sheet.page.offer.isVisible()
    sheet.reject()

    assert not offered


def test_a_row_of_the_keys_is_as_high_as_a_row(sheet):
    height = sheet.page._list.visualItemRect(sheet.page._items[0]).height()
    sheet.reject()

    assert height == sizes.ROW


# The start


@pytest.fixture
def set_before():
    Settings().typography = Typography(size=21, line_height=1.8, characters=60)


def test_the_story_is_set_as_it_was_from_the_start(set_before, desktop):
    assert desktop.window.article_pane.view._styles.typography == Typography(size=21, line_height=1.8, characters=60)


@pytest.fixture
def spoilt(qapp):
    """Shapes as another program, or an enemy, would have written them: panes one above the other, all of them gone."""
    panes = QSplitter(Qt.Orientation.Vertical)
    for _ in range(3):
        panes.addWidget(QWidget())
    panes.setHandleWidth(400)
    panes.setSizes([0, 0, 0])
    kept = Settings()
    kept.remember_shape("panes", panes.saveState())
    kept.remember_shape("window", QByteArray(b"\xff" * 64))
    kept._kept.setValue("zoom", "9" * 5000)
    kept._kept.setValue("text/size", -1)
    kept._kept.setValue("recent", "\0")
    panes.deleteLater()


def test_a_spoilt_file_never_spoils_the_window(spoilt, desktop):
    desktop.window.restore_shape()
    panes = desktop.window._panes
    shown = panes.orientation(), panes.handleWidth(), all(pane.width() > 0 for pane in map(panes.widget, range(3)))

    assert shown == (Qt.Orientation.Horizontal, 1, True)


def test_the_pages_are_turned_by_keys(desktop, sheet, qtbot):
    sheet.tabs.setFocus()
    qtbot.keyClick(sheet.tabs, Qt.Key.Key_Right)
    shown = sheet.page.isVisible()
    sheet.reject()

    assert shown


def test_tab_goes_through_the_fields_as_they_stand(desktop, sheet, qtbot):
    page = sheet.appearance
    fields = [page.family, page.letters, page.line_height, page.characters]
    page.family.setFocus()
    went = []
    for _ in fields:
        went.append(QApplication.focusWidget())
        qtbot.keyClick(went[-1], Qt.Key.Key_Tab)
    sheet.reject()

    assert went == fields


def test_contrast_is_as_chosen_at_once_and_after_a_restart(desktop, sheet):
    sheet.appearance.contrast.group.button(1).click()
    strong = desktop.look.theme.contrast
    sheet.accept()

    assert (strong, Settings().contrast) == (True, "on")


def test_cancel_takes_the_contrast_back(desktop, sheet):
    sheet.appearance.contrast.group.button(1).click()
    sheet.reject()

    assert (desktop.look.theme.contrast, Settings().contrast) == (False, "system")


def test_the_letter_of_the_theme_goes_to_the_chosen_one_and_changes_nothing(desktop, sheet, qtbot):
    desktop.look.choose("light")
    sheet.appearance.theme.choose(2)
    sheet.appearance.name.setFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    there = sheet.appearance.theme.group.button(2).hasFocus()
    sheet.reject()

    assert (there, desktop.look.choice) == (True, "system")
