"""Mending and walking in the real window, by real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from annotator.model.words import Kind
from annotator.ui.dialogs.near import NearSheet

STORY = (
    "Budget grows\n\nThe fee is 6 crowns. “We knew,” she said, “for years.” The fee is old.\n\n"
    "السعر 6 كرونات. قال الوزير نعم.\n\n政府说不。政府说好。\n\nA fee 👍🏽 for the fee. Coffee.\n"
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desktop(desktop, put):
    put(STORY)
    desktop.window.furnish()
    desktop.window.article_pane.view.setFocus()
    return desktop


@pytest.fixture
def view(desktop):
    return desktop.window.article_pane.view


@pytest.fixture
def text(desktop):
    return desktop.session.current.text


@pytest.fixture
def press(qtbot, view):
    """Press these keys in the text, one after the other."""

    def press(*keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            qtbot.keyClick(view, key, modifier)

    return press


@pytest.fixture
def sweep(view, text):
    """Select these words in the text."""

    def sweep(words):
        view.select_range(text.index(words), text.index(words) + len(words))

    return sweep


@pytest.fixture
def told(desktop):
    """The remarks that the status bar was given."""
    remarks = []
    desktop.window.furnish().desk.told.connect(remarks.append)
    return remarks


def marks(desktop):
    return [(a.kind, a.words) for a in desktop.library.annotations(desktop.session.current.version.id)]


def words(desktop):
    return [words for _, words in marks(desktop)]


def test_the_key_again_widens_to_the_paragraph_and_undo_goes_back_to_the_sentence(desktop, view, text, press):
    view.place_caret(text.index("fee"))
    press("1", "1")
    wide = words(desktop)
    desktop.session.undo()

    assert wide == [text.split("\n\n")[1]]
    assert words(desktop) == ["The fee is 6 crowns."]


def test_a_quote_grows_from_the_quotation_to_its_sentence(desktop, view, text, press):
    view.place_caret(text.index("knew"))
    press("q", "q")

    assert marks(desktop) == [(Kind.QUOTE, "“We knew,” she said, “for years.”")]


def test_the_key_pressed_much_later_widens_nothing(desktop, view, text, press, monkeypatch):
    view.place_caret(text.index("fee"))
    press("1")
    monkeypatch.setattr("annotator.ui.article_view.pane.monotonic", lambda: float("inf"))
    press("1")

    assert words(desktop) == ["The fee is 6 crowns."]


@pytest.mark.parametrize(("key", "modifier"), [("+", Qt.KeyboardModifier.NoModifier), ("q", SHIFT), ("2", SHIFT)])
def test_more_words_become_a_part_of_the_quote(desktop, sweep, press, key, modifier):
    sweep("“We knew,”")
    press("2")
    sweep("“for years.”")
    press(key, modifier=modifier)

    assert marks(desktop) == [(Kind.QUOTE, "“We knew,” […] “for years.”")]


def test_the_key_of_another_kind_adds_nothing(desktop, sweep, press, told):
    sweep("“We knew,”")
    press("2")
    sweep("“for years.”")
    press("1", modifier=SHIFT)

    assert (words(desktop), told) == (["“We knew,”"], ["The selected annotation is a quote: + adds to it"])


def test_a_part_is_added_also_when_the_caret_walked_to_its_words(desktop, view, text, sweep, press):
    sweep("“We knew,”")
    press("2")
    view.place_caret(text.index("“for"))
    press(*[Qt.Key.Key_Right] * len("“for years.”"), modifier=SHIFT)
    press("+")

    assert words(desktop) == ["“We knew,” […] “for years.”"]


def test_what_got_a_part_and_what_was_split_off_stay_selected(desktop, sweep, press):
    sweep("“We knew,”")
    press("2")
    sweep(" “for years.” ")
    press("+")
    holed = [a.words for a in desktop.session.selection]
    sweep(" she ")
    press("/")

    assert (holed, [a.words for a in desktop.session.selection]) == (["“We knew,” […] “for years.”"], ["“for years.”"])


def test_a_quote_with_a_hole_is_undone_as_one(desktop, sweep, press):
    sweep("“We knew,”")
    press("2")
    sweep("“for years.”")
    press("+")
    desktop.session.undo()

    assert words(desktop) == ["“We knew,”"]


def test_minus_takes_the_part_under_the_caret_and_refuses_the_last(desktop, view, text, sweep, press, told):
    sweep("“We knew,”")
    press("2")
    sweep("“for years.”")
    press("+")
    view.place_caret(text.index("knew"))
    press("-")
    left = words(desktop)
    view.place_caret(text.index("years"))
    desktop.session.select([next(desktop.library.annotations(desktop.session.current.version.id)).id])
    press("-")

    assert left == words(desktop) == ["“for years.”"]
    assert told[-1] == "This annotation has one part only: Delete removes it."


@pytest.mark.parametrize(("marked", "times"), [("fee", 4), ("政府", 2)])
def test_all_identical_words_are_marked_in_one_edit_and_counted(desktop, sweep, press, told, marked, times):
    sweep(marked)
    press("1", "A")
    many = words(desktop)
    desktop.session.undo()

    assert (many, words(desktop)) == ([marked] * times, [marked])
    assert told[-1].startswith(f"Marked {times - 1} other place")


def test_without_an_annotation_a_says_to_mark_first(desktop, sweep, press, told):
    sweep("fee")
    press("A")

    assert (marks(desktop), told) == ([], ["Mark the words first, then A marks every other place that has them"])


def test_split_at_the_caret_and_merge_again(desktop, view, text, sweep, press):
    sweep("قال الوزير نعم.")
    press("1")
    view.place_caret(text.index("الوزير"))
    press("/")
    two = words(desktop)
    press(Qt.Key.Key_P, "M")

    assert (two, words(desktop)) == (["قال", "الوزير نعم."], ["قال الوزير نعم."])


def test_split_around_selected_words_leaves_them_out(desktop, sweep, press):
    sweep("“We knew,” she said, “for years.”")
    press("2")
    sweep("she said, ")
    press("/")

    assert words(desktop) == ["“We knew,”", "“for years.”"]


def test_a_near_duplicate_is_offered_and_merged_with_one_key(desktop, sweep, press, told):
    sweep("“We knew,”")
    press("2")
    sweep("We knew")
    press("2")
    offered = told[-1]
    press("M")

    assert offered == "Nearly the same as another quote: M merges them"
    assert words(desktop) == ["“We knew,”"]


def near_sheet(desktop, sweep, press):
    """The sheet of near-duplicates, with two in it."""
    for one in ("“We knew,”", "We knew", "The fee is old.", "The fee is old"):
        sweep(one)
        press("2")
    press("M", modifier=Qt.KeyboardModifier.ControlModifier | SHIFT)
    return desktop.window.findChild(NearSheet)


def test_the_near_duplicates_of_a_story_are_merged_in_one_edit(desktop, sweep, press, qtbot):
    sheet = near_sheet(desktop, sweep, press)
    qtbot.keyClick(sheet.merge, Qt.Key.Key_Space)
    merged = words(desktop)
    desktop.session.undo()

    assert (merged, len(words(desktop))) == (["“We knew,”", "The fee is old."], 4)


def test_only_the_chosen_near_duplicates_are_merged(desktop, sweep, press, qtbot):
    sheet = near_sheet(desktop, sweep, press)
    sheet.groups.item(0).setCheckState(Qt.CheckState.Unchecked)
    qtbot.keyClick(sheet.merge, Qt.Key.Key_Space)

    assert len(words(desktop)) == 3


def test_without_near_duplicates_that_is_said(press, told):
    press("M", modifier=Qt.KeyboardModifier.ControlModifier | SHIFT)

    assert told == ["No two annotations are nearly the same"]


def test_several_selected_annotations_are_merged(desktop, sweep, press):
    for one in ("6 crowns", "政府说不", "👍🏽"):
        sweep(one)
        press("1")
    desktop.session.select([a.id for a in desktop.library.annotations(desktop.session.current.version.id)])
    press("M")

    assert words(desktop) == ["6 crowns […] 政府说不 […] 👍🏽"]


def test_j_and_k_go_from_sentence_to_sentence(view, text, press):
    view.place_caret(0)
    seen = []
    for key in "JJJJJJKK":
        press(key)
        seen.append(text[view.caret() :][:5])

    assert seen == ["The f", "“We k", "The f", "السعر", "قال ا", "政府说不。", "قال ا", "السعر"]


def test_u_goes_to_what_nobody_dealt_with_and_round(view, text, sweep, press, told):
    sweep("The fee is 6 crowns. “We knew,” she said, “for years.”")
    press("1")
    view.place_caret(0)
    press("U")
    there = text[view.caret() :][:15]
    view.place_caret(len(text) - 1)
    press("U")

    assert (there, view.caret(), told[-1]) == ("The fee is old.", 0, "From the top again")


def test_u_says_when_every_sentence_has_an_annotation(view, text, press, told):
    view.select_range(0, len(text))
    press("1", "U")

    assert told[-1] == "Every sentence has an annotation"


def test_return_lists_the_annotations_at_the_caret(desktop, view, text, sweep, press, qtbot):
    for one in ("The fee is 6 crowns.", "6 crowns"):
        sweep(one)
        press("1")
    desktop.session.select([])
    view.place_caret(text.index("crowns"))
    press(Qt.Key.Key_Return)
    menu = desktop.window.findChild(QMenu, "at_caret")
    listed = [action.text().strip("\u2068\u2069") for action in menu.actions()]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)

    assert listed == ["6 crowns", "The fee is 6 crowns."]
    assert [a.words for a in desktop.session.selection] == ["The fee is 6 crowns."]


def test_esc_steps_out_of_the_note_to_the_end_of_the_span(desktop, view, text, sweep, press, qtbot):
    sweep("6 crowns")
    press("1")
    view.place_caret(text.index("6 crowns"))
    press(Qt.Key.Key_Return)
    field = desktop.window.cards_pane.editor.note_field
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert (view.hasFocus(), view.caret()) == (True, text.index("6 crowns") + 8)


def test_return_selects_the_only_annotation_at_the_caret(desktop, view, text, sweep, press):
    sweep("6 crowns")
    press("1")
    desktop.session.select([])
    view.place_caret(text.index("crowns"))
    press(Qt.Key.Key_Return)

    assert [a.words for a in desktop.session.selection] == ["6 crowns"]


def test_a_plus_typed_into_a_note_is_a_plus(desktop, sweep, press, qtbot):
    sweep("6 crowns")
    press("1", Qt.Key.Key_Return)
    field = desktop.window.cards_pane.editor.note_field
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "1+1-C/MAJKU")
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert desktop.session.selection[0].note == "1+1-C/MAJKU"


def test_the_key_of_tags_selects_the_annotation_at_the_caret_too(desktop, view, text, sweep, press, qtbot):
    sweep("6 crowns")
    press("1")
    desktop.session.select([])
    view.place_caret(text.index("crowns"))
    press(Qt.Key.Key_T, Qt.Key.Key_T, modifier=Qt.KeyboardModifier.ControlModifier)
    field = desktop.window.cards_pane.editor.tags_field.line
    qtbot.waitUntil(field.hasFocus)

    assert [a.words for a in desktop.session.selection] == ["6 crowns"]
