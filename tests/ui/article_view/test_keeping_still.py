"""Scrolling, resizing and zooming: what the reader has before his eyes does not jump."""

import random

import pytest

from annotator.ui.article_view.marks import Mark
from annotator.ui.article_view.reading_position import at_top
from annotator.ui.typography import Typography
from tests.bench import corpus

SCRIPTS = ["latin", "arabic", "hebrew", "chinese", "mixed"]


def top_line(view):
    """What is read at the top of the view: the offset at which the line there begins, and where that line is."""
    offset = view._offsets.offset(at_top(view._layout, view.verticalScrollBar().value()).position)
    return offset, view.rect_of(offset, offset + 1).top()


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_step_up_through_unseen_text_moves_it_by_that_step(shown, script):
    text = corpus.story(120_000, script)
    view = shown.text(text, corpus.marks(1_000, text))
    bar = view.verticalScrollBar()
    surprises = []
    for share in (0.9, 0.5):
        bar.setValue(int(bar.maximum() * share))
        for _ in range(60):
            offset, before = top_line(view)
            bar.setValue(bar.value() - 60)
            surprises.append(view.rect_of(offset, offset + 1).top() - before - 60)

    assert set(surprises) == {0}


@pytest.mark.parametrize("script", ["latin", "arabic", "chinese"])
def test_a_thousand_steps_up_and_down_surprise_by_no_pixel(shown, script):
    text, chance = corpus.story(400_000, script), random.Random(script)
    view = shown.text(text, corpus.marks(4_000, text))
    bar, surprises = view.verticalScrollBar(), []
    for turn in range(1_000):
        if turn % 40 == 0:
            bar.setValue(chance.randrange(2_000, bar.maximum() - 2_000))
        offset, before = top_line(view)
        step = chance.choice([-120, -60, -60, -1, 1, 60, 60, 700, -700])
        bar.setValue(bar.value() + step)
        surprises.append(view.rect_of(offset, offset + 1).top() - before + step)

    assert set(surprises) == {0}


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_resize_keeps_the_line_at_the_top(shown, script):
    view = shown.text(corpus.story(60_000, script))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    offset, before = top_line(view)
    places = []
    for width in (500, 700, 420, 804):
        view.resize(width, 760)
        places.append(view.rect_of(offset, offset + 1).top())

    assert places == [before] * 4


def test_resizing_many_times_does_not_creep(shown):
    view = shown.text(corpus.story(60_000))
    view.verticalScrollBar().setValue(9_990)
    offset, before = top_line(view)
    for width in [*range(804, 404, -20), *range(404, 805, 20)]:
        view.resize(width, 760)

    assert view.rect_of(offset, offset + 1).top() == before


def test_a_zoom_keeps_the_line_at_the_top(shown):
    view = shown.text(corpus.story(60_000))
    view.verticalScrollBar().setValue(9_990)
    offset, before = top_line(view)
    for percent in (110, 150, 200, 80, 100):
        view.set_zoom(percent)

    assert view.rect_of(offset, offset + 1).top() == before


def test_a_zoom_scales_letters_lines_and_column(shown):
    view = shown.text(corpus.story(3_000))
    view.resize(1_400, 760)
    view.set_zoom(150)

    assert (view.rect_of(0, 1).height(), view.rect_of(0, 900).width()) == (42, 912)


def test_the_top_of_the_text_stays_the_top(shown):
    view = shown.text(corpus.story(60_000))
    view.resize(500, 700)
    view.set_zoom(130)

    assert view.verticalScrollBar().value() == 0


def test_asking_for_a_far_place_moves_nothing(shown):
    text = corpus.story(120_000)
    view = shown.text(text)
    view.verticalScrollBar().setValue(20_000)
    offset, before = top_line(view)
    view.rect_of(30, 40)
    view.rect_of(len(text) - 40, len(text))

    assert view.rect_of(offset, offset + 1).top() == before


def test_a_text_shorter_than_the_view_has_nothing_to_scroll(shown):
    assert shown.text("a few words").verticalScrollBar().maximum() == 0


def test_who_draws_beside_the_text_is_told_when_it_shifts(shown, qtbot):
    view = shown.text(corpus.story(60_000))
    with qtbot.waitSignals([view.shifted] * 3):
        view.verticalScrollBar().setValue(500)
        view.resize(500, 700)
        view.set_zoom(120)


def test_reading_to_the_end_forgets_what_was_read_first(shown):
    view = shown.text("some words.\n\n" * 5_000)
    bar = view.verticalScrollBar()
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + 700)

    assert len(view._layout._laid) < 1_000


def test_what_was_forgotten_is_laid_out_again_as_it_was(shown):
    view = shown.text("some words.\n\n" * 5_000)
    before = shown.picture()
    bar = view.verticalScrollBar()
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + 700)
    bar.setValue(0)

    assert shown.picture() == before


class Monkey:
    """Does anything a user may do, and checks what must hold after each step."""

    def __init__(self, shown, text, marks, seed):
        self.shown, self.view, self.text = shown, shown.text(text, marks), text
        self.marks, self.chance = list(marks), random.Random(seed)

    def step(self):
        getattr(
            self, self.chance.choice(["add", "remove", "scroll", "jump", "resize", "zoom", "choose", "select", "walk"])
        )()
        self.shown.settle()

    def add(self):
        start = self.chance.randrange(len(self.text) - 1)
        end = min(len(self.text), start + self.chance.choice([3, 60, 400, 30_000]))
        new = Mark(start, end, self.chance.choice(self.marks).kind, f"new{self.chance.random()}")
        self.marks.append(new)
        self.view.change_marks([], [new])

    def remove(self):
        old = self.marks.pop(self.chance.randrange(len(self.marks)))
        self.view.change_marks([old], [])

    def scroll(self):
        self.view.verticalScrollBar().setValue(
            self.view.verticalScrollBar().value() + self.chance.choice([-60, 60, 900])
        )

    def jump(self):
        self.view.reveal(*sorted(self.chance.choices(range(len(self.text)), k=2)))

    def resize(self):
        self.view.resize(self.chance.randint(200, 1_000), self.chance.randint(150, 900))

    def zoom(self):
        self.view.set_zoom(self.chance.choice([80, 100, 125, 200]))

    def choose(self):
        self.view.select_marks(self.chance.choice([[], [self.chance.choice(self.marks).id]]))

    def select(self):
        self.view.select_range(*self.chance.choices(range(len(self.text)), k=2))

    def walk(self):
        for _ in range(5):
            self.shown.press(self.chance.choice(["Up", "Down", "Left", "Right", "PageDown", "PageUp", "Home", "End"]))

    def holds(self):
        """Offsets map back, and the index is what was put into it."""
        at = self.chance.randrange(len(self.text))
        expected = sorted(m for m in self.marks if m.start <= at < m.end)
        offsets = self.view._offsets
        here = self.view.caret()
        return sorted(self.view.marks_at(at)) == expected and offsets.offset(offsets.position(here)) == here


@pytest.mark.parametrize("script", SCRIPTS)
def test_anything_in_any_order_leaves_all_in_order(shown, script):
    text = corpus.story(30_000, script)
    monkey = Monkey(shown, text, corpus.marks(300, text), seed=script)
    for _ in range(150):
        monkey.step()
        assert monkey.holds()


@pytest.mark.parametrize("script", SCRIPTS)
def test_after_anything_the_picture_is_that_of_a_fresh_view(shown, script):
    text = corpus.story(8_000, script)
    monkey = Monkey(shown, text, corpus.marks(80, text), seed=script)
    for _ in range(60):
        monkey.step()
    view = monkey.view
    view.resize(804, 760)
    view.set_zoom(100)
    view.select_marks([])
    view.place_caret(0)
    view.verticalScrollBar().setValue(0)
    worked_on = shown.picture()
    shown.text(text, monkey.marks)

    assert shown.picture() == worked_on


@pytest.mark.parametrize(
    "typography",
    [Typography(family="DejaVu Sans"), Typography(size=21), Typography(line_height=2), Typography(characters=46)],
)
def test_another_typography_keeps_the_line_at_the_top(shown, typography):
    view = shown.text(corpus.story(60_000))
    view.verticalScrollBar().setValue(9_990)
    offset, before = top_line(view)
    view.set_typography(typography)

    assert view.rect_of(offset, offset + 1).top() == before


def test_typography_sets_lines_and_column_and_zoom_scales_both(shown):
    view = shown.text(corpus.story(3_000))
    view.resize(1_400, 760)
    view.set_typography(Typography(size=20, line_height=1.5, characters=55))
    view.set_zoom(200)

    assert (view.rect_of(0, 1).height(), view.rect_of(0, 900).width()) == (60, 1_124)
