"""Edges, handles and the brush: by keys and mouse, in the window."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

from annotator import editing
from annotator.ids import new_id
from annotator.model.words import Kind

SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk:
    """A story with one annotation, selected; and what the keys make of it."""

    def __init__(self, desktop, qtbot, path) -> None:
        self.desktop, self.qtbot, self.session = desktop, qtbot, desktop.session
        self.path, self.view = path, desktop.window.article_pane.view

    def story(self, text: str, *parts: str) -> "Desk":
        self.path.write_text(text + "\n", encoding="utf-8")
        self.desktop.opener.open([self.path])
        self.qtbot.waitUntil(lambda: self.session.current is not None)
        text, version = self.session.current.text, self.session.current.version.id
        ranges = [(text.index(part), text.index(part) + len(part)) for part in parts]
        self.session.do(editing.annotate(text, version, Kind.QUOTE, ranges, new_id))
        self.desktop.window.furnish()
        self.view.setFocus()
        self.qtbot.waitUntil(self.view.hasFocus)
        return self

    def press(self, *keys, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.qtbot.keyClick(self.view, key, modifier)

    def grip(self, number: int) -> QPointF:
        """The middle of a knob."""
        layout = self.view._layout
        grip = layout.grips[number]
        return grip.knob(grip.stem(layout)).center() - QPointF(0, self.view.verticalScrollBar().value())

    def within(self, words: str) -> QPointF:
        at = self.session.current.text.index(words)
        return self.view.rect_of(at, at + len(words)).center()

    def mouse(self, kind: str, point: QPointF, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        port, left, none = self.view.viewport(), Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button, buttons = (none if kind == "Move" else left), (none if kind == "ButtonRelease" else left)
        event = QMouseEvent(
            getattr(QEvent.Type, f"Mouse{kind}"), point, port.mapToGlobal(point), button, buttons, modifier
        )
        QApplication.sendEvent(port, event)

    def drag(self, number: int, words: str, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.mouse("ButtonPress", self.grip(number))
        self.mouse("Move", self.within(words), modifier)

    def drop(self, words: str) -> None:
        self.mouse("ButtonRelease", self.within(words))

    @property
    def stored(self) -> list[str]:
        return [a.words for a in self.desktop.library.annotations(self.session.current.version.id)]

    @property
    def painted(self) -> list[str]:
        marks = self.view._layout.index.of_annotations(frozenset({self.session.selection[-1].id}))
        return [self.session.current.text[mark.start : mark.end] for mark in sorted(marks)]

    @property
    def said(self) -> list[str]:
        return [label.text() for label in self.desktop.window.status.findChildren(QLabel)]


@pytest.fixture
def desk(desktop, qtbot, tmp_path):
    return Desk(desktop, qtbot, tmp_path / "story.txt")


STORY = "The fee is 6 crowns. “We knew,” she said, “it would rise soon.”"


def test_the_end_moves_by_word_and_return_keeps_it(desk):
    desk.story(STORY, "The fee").press("]", Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)

    assert desk.stored == ["The fee is 6"]


def test_the_start_moves_by_character_with_shift(desk):
    desk.story(STORY, "The fee").press("[")
    desk.press(Qt.Key.Key_Right, modifier=SHIFT)
    desk.press(Qt.Key.Key_Return)

    assert desk.stored == ["he fee"]


def test_every_step_is_painted_and_none_is_written(desk):
    desk.story(STORY, "The fee").press("]", Qt.Key.Key_Right)

    assert (desk.painted, desk.stored) == (["The fee is"], ["The fee"])


def test_escape_restores_and_keeps_the_annotation_selected(desk):
    desk.story(STORY, "The fee").press("]", Qt.Key.Key_Right, Qt.Key.Key_Escape)

    assert (desk.painted, desk.stored, desk.session.selection[0].words) == (["The fee"], ["The fee"], "The fee")


def test_however_many_steps_they_are_one_act(desk):
    desk.story(STORY, "The fee").press("]", Qt.Key.Key_Right, Qt.Key.Key_Right, "[", Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Return)
    desk.session.undo()

    assert desk.stored == ["The fee"]


def test_an_undo_meanwhile_restores_first(desk):
    desk.story(STORY, "The fee").press("]", Qt.Key.Key_Right)
    desk.press("Z", modifier=Qt.KeyboardModifier.ControlModifier)

    assert (desk.stored, desk.desktop.window.article_pane.mending.active) == ([], False)


def test_a_kind_meanwhile_restores_first_and_then_relabels(desk):
    desk.story(STORY, "The fee")
    desk.view.place_caret(1)
    desk.press("]", Qt.Key.Key_Right, "1")

    assert [a.kind for a in desk.session.selection] == [Kind.CLAIM]


def test_the_loss_of_the_focus_restores(desk):
    desk.story(STORY, "The fee").press("]", Qt.Key.Key_Right)
    desk.view.clearFocus()

    assert desk.painted == ["The fee"]


def test_the_same_key_again_takes_the_edge_of_the_next_part(desk):
    desk.story(STORY, "We knew", "it would").press("[", "[", Qt.Key.Key_Right, Qt.Key.Key_Return)

    assert desk.stored == ["We knew […] would"]


def test_left_is_left_where_words_run_from_right_to_left(desk):
    desk.story("قال الوزير إن الميناء مغلق", "قال").press("]", Qt.Key.Key_Left, Qt.Key.Key_Return)

    assert desk.stored == ["قال الوزير"]


def test_the_status_bar_says_what_the_keys_do(desk):
    desk.story(STORY, "The fee").press("[")

    assert "Start edge: ← → by word, Shift by character, Enter keeps, Esc restores" in desk.said


def test_zooming_meanwhile_changes_nothing_of_it(desk):
    desk.story(STORY, "The fee").press("]", Qt.Key.Key_Right)
    desk.press("+", modifier=Qt.KeyboardModifier.ControlModifier)
    desk.press(Qt.Key.Key_Right, Qt.Key.Key_Return)

    assert desk.stored == ["The fee is 6"]


def test_a_handle_is_dragged_by_whole_words_and_seen_meanwhile(desk):
    desk.story(STORY, "The fee").drag(1, "crow")

    assert (desk.painted, desk.stored) == (["The fee is 6 crowns"], ["The fee"])


def test_a_handle_let_go_is_one_act(desk):
    desk.story(STORY, "The fee").drag(1, "is")
    desk.mouse("Move", desk.within("crow"))
    desk.drop("crow")
    stored = desk.stored
    desk.session.undo()

    assert (stored, desk.stored) == (["The fee is 6 crowns"], ["The fee"])


def test_a_held_modifier_drags_by_characters(desk):
    desk.story(STORY, "The fee").drag(1, "crow", Qt.KeyboardModifier.ControlModifier)

    assert desk.painted == ["The fee is 6 cr"]


def test_escape_while_dragging_restores(desk):
    desk.story(STORY, "The fee").drag(1, "crow")
    desk.press(Qt.Key.Key_Escape)
    desk.drop("crow")

    assert (desk.painted, desk.stored) == (["The fee"], ["The fee"])


def test_another_article_while_dragging_leaves_the_annotation(desk):
    desk.story(STORY, "The fee").drag(1, "crow")
    article = desk.session.current.article.id
    desk.session.open(article)
    desk.mouse("ButtonRelease", QPointF(300, 40))

    assert desk.stored == ["The fee"]


def test_an_inner_handle_stops_at_its_neighbours(desk):
    desk.story(STORY, "We knew", "it would").drag(1, "rise")
    desk.drop("rise")

    assert desk.stored == ["We knew […] it would"]


def test_a_click_on_the_words_beyond_a_handle_is_theirs(desk):
    desk.story(STORY, "The fee")
    at = STORY.index("is 6")

    assert desk.view.grip_at(desk.view.rect_of(at, at + 1).center()) == -1


def test_a_handle_is_taken_from_twelve_pixels_within(desk):
    desk.story(STORY, "The fee")

    assert desk.view.grip_at(desk.grip(1) + QPointF(-11, 11)) == 1


def test_handles_go_with_the_selection(desk):
    desk.story(STORY, "The fee").press(Qt.Key.Key_Escape)

    assert desk.view._layout.grips == ()


ALT = Qt.KeyboardModifier.AltModifier


def sweep(desk, first, last):
    desk.mouse("ButtonPress", desk.within(first))
    desk.mouse("Move", desk.within(last))
    desk.mouse("ButtonRelease", desk.within(last))


def test_with_a_brush_every_sweep_marks_at_once(desk):
    desk.story(STORY, "The fee").press("1", modifier=ALT)
    sweep(desk, "6", "crow")
    sweep(desk, "would", "rise")

    assert desk.stored == ["The fee", "6 crowns", "would rise"]


def test_the_key_of_another_kind_changes_the_brush(desk):
    desk.story(STORY, "The fee").press("1", modifier=ALT)
    desk.press("3")
    sweep(desk, "6", "crow")

    assert [a.kind for a in desk.session.selection] == [Kind.SOURCE]


@pytest.mark.parametrize("selected", [True, False])
def test_escape_puts_the_brush_away(desk, selected):
    desk.story(STORY, "The fee")
    desk.session.select([desk.session.selection[0].id] if selected else [])
    desk.press("1", modifier=ALT)
    desk.press(Qt.Key.Key_Escape)
    sweep(desk, "6", "crow")

    assert desk.stored == ["The fee"]


def test_the_status_bar_says_that_a_brush_is_held(desk):
    desk.story(STORY, "The fee").press("2", modifier=ALT)

    assert "Quote brush: sweep words; Esc puts it away" in desk.said


STARS = "The fee is 6 crowns.\n\n* * *\n\n“We knew,” she said."


def arm(desk, key="1"):
    """With the caret on a line of stars, where there is nothing to mark."""
    desk.story(STARS, "The fee")
    desk.session.select([])
    desk.view.place_caret(STARS.index("*"))
    desk.press(key)


def test_with_nothing_to_mark_the_key_of_a_kind_takes_its_brush(desk):
    arm(desk)
    sweep(desk, "6", "crow")
    sweep(desk, "she", "said")

    assert desk.stored == ["The fee", "6 crowns", "she said"]


def test_the_button_of_the_brush_is_down_while_it_is_held(desk):
    kinds, commands = list(Kind), desk.desktop.window.commands
    arm(desk)
    seen = [[commands[kind].isChecked() for kind in kinds]]
    for key in ("2", "2", Qt.Key.Key_Escape):
        desk.press(key)
        seen.append([commands[kind].isChecked() for kind in kinds])

    assert seen == [[True, False, False], [False, True, False], [False, True, False], [False, False, False]]


def test_the_mouse_over_the_text_looks_like_the_brush_that_is_held(desk):
    shapes = []
    arm(desk)
    for act in (lambda: desk.mouse("Move", desk.within("she")), lambda: desk.press(Qt.Key.Key_Escape)):
        act()
        shapes.append(desk.view.viewport().cursor().shape())

    assert shapes == [Qt.CursorShape.BitmapCursor, Qt.CursorShape.IBeamCursor]


def test_the_status_bar_tells_of_an_edge_and_a_brush_and_then_of_what_is_left(desk):
    desk.story(STORY, "The fee").press("2", modifier=ALT)
    desk.press("]")
    both = [words for words in desk.said if "End edge" in words and "Quote brush" in words]
    desk.press(Qt.Key.Key_Escape)

    assert (len(both), "Quote brush: sweep words; Esc puts it away" in desk.said) == (1, True)
