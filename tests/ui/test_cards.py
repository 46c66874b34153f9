import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from annotator import editing
from annotator.model.words import Kind, Status
from annotator.ui.cards import CardsPane, card
from annotator.ui.cards.seat import Seat


@pytest.fixture
def pane(session, look, add, qtbot):
    add()
    made = CardsPane(session, look)
    qtbot.addWidget(made)
    made.resize(360, 700)
    made.show()
    return made


def click(qtbot, pane, card_id):
    rect = pane.panel.card_rect(card_id)
    qtbot.mouseClick(pane.panel.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.center().x(), rect.top() + 12))


def test_cards_stand_in_the_order_of_the_text(pane, mark):
    late, early = mark("46 jobs"), mark("740 million crowns")

    assert [card.id for card in pane.panel.shown] == [early.id, late.id]


def test_identical_ranges_of_several_kinds_have_a_card_each(pane, mark):
    for kind in Kind:
        mark("46 jobs", kind)

    assert [card.kind for card in pane.panel.shown] == [Kind.CLAIM, Kind.QUOTE, Kind.SOURCE]


def test_a_click_selects_the_annotation(pane, session, mark, qtbot):
    first = mark("740 million crowns")
    mark("46 jobs")
    click(qtbot, pane, first.id)

    assert [a.id for a in session.selection] == [first.id]


def test_a_note_is_saved_after_a_pause(pane, session, mark, qtbot):
    marked = mark("46 jobs")
    pane.editor.focus_note()
    qtbot.keyClicks(pane.editor.note_field, "Ask the union.")
    qtbot.waitUntil(lambda: session.library.annotation(marked.id).note == "Ask the union.")

    assert session.library.undoable().verb == "set_note"


def test_a_note_typed_without_a_pause_is_saved_all_the_same(pane, session, mark, qtbot):
    pane.editor._longest.setInterval(200)
    marked = mark("46 jobs")
    pane.editor.focus_note()
    for _ in range(12):
        qtbot.keyClicks(pane.editor.note_field, "x")
        qtbot.wait(50)

    assert session.library.annotation(marked.id).note


def test_a_note_is_saved_when_another_card_is_chosen(pane, session, mark, qtbot):
    first, second = mark("740 million crowns"), mark("46 jobs")
    pane.editor.focus_note()
    qtbot.keyClicks(pane.editor.note_field, "Union")
    click(qtbot, pane, first.id)

    assert (session.library.annotation(second.id).note, pane.editor.note_field.toPlainText()) == ("Union", "")


def test_a_note_that_cannot_be_saved_waits_for_the_next_try(pane, session, mark, qtbot, monkeypatch):
    marked = mark("46 jobs")
    monkeypatch.setattr(session, "do", lambda *_: False)
    pane.editor.focus_note()
    qtbot.keyClicks(pane.editor.note_field, "Union")
    pane.flush()
    assert pane.editor.waiting
    monkeypatch.undo()
    pane.flush()

    assert session.library.annotation(marked.id).note == "Union"


def test_a_note_that_could_not_be_saved_is_kept_when_another_card_is_chosen(pane, session, mark, qtbot, monkeypatch):
    first, second = mark("740 million crowns"), mark("46 jobs")
    monkeypatch.setattr(session, "do", lambda *_: False)
    qtbot.keyClicks(pane.editor.note_field, "Union")
    click(qtbot, pane, first.id)
    assert (pane.editor.waiting, pane.editor.note_field.toPlainText()) == (True, "")
    click(qtbot, pane, second.id)
    assert pane.editor.note_field.toPlainText() == "Union"
    monkeypatch.undo()
    pane.flush()

    assert (session.library.annotation(second.id).note, pane.editor.waiting) == ("Union", False)


def test_a_refused_note_is_not_said_to_be_on_its_way(pane, session, mark, qtbot, monkeypatch):
    mark("46 jobs")
    qtbot.keyClicks(pane.editor.note_field, "Union")
    heard = []
    pane.typing.connect(heard.append)
    monkeypatch.setattr(session, "do", lambda *_: False)
    pane.flush()

    assert heard == []


def test_typing_says_that_words_wait_and_then_that_they_do_not(pane, mark, qtbot):
    mark("46 jobs")
    heard = []
    pane.typing.connect(heard.append)
    qtbot.keyClicks(pane.editor.note_field, "U")
    pane.flush()

    assert heard == [True, False]


def test_the_status_is_changed_in_place(pane, session, mark, qtbot):
    marked = mark("46 jobs")
    qtbot.keyClicks(pane.editor.note_field, "half typed")
    pane.editor.status_chosen.emit(Status.WAITING)
    now = session.library.annotation(marked.id)

    assert (now.status, now.note) == (Status.WAITING, "half typed")


def test_undo_of_a_note_shows_in_the_field(pane, session, mark, qtbot):
    mark("46 jobs")
    qtbot.keyClicks(pane.editor.note_field, "Union")
    pane.flush()
    session.undo()

    assert pane.editor.note_field.toPlainText() == ""


def test_what_is_done_folds_to_one_line(pane, session, mark):
    marked = mark("46 jobs")
    session.do(editing.set_status(session.selection, Status.CHECKED))
    session.select([])

    assert pane.panel.card_rect(marked.id).height() == 28


def test_arrow_keys_go_from_card_to_card(pane, session, mark, qtbot):
    first, second = mark("740 million crowns"), mark("46 jobs")
    qtbot.keyClick(pane.panel, Qt.Key.Key_Up)
    assert [a.id for a in session.selection] == [first.id]
    qtbot.keyClick(pane.panel, Qt.Key.Key_Down)

    assert [a.id for a in session.selection] == [second.id]


def test_the_editor_goes_with_its_card(pane, session, mark):
    mark("740 million crowns")
    mark("46 jobs")
    session.undo()

    assert not pane.editor.isVisible()


def test_no_cards_are_explained(pane, session, mark):
    assert not pane.panel.isVisible()
    mark("46 jobs")

    assert pane.panel.isVisible()


def test_the_editor_lies_within_its_card(pane, mark):
    marked = mark("46 jobs")

    place = QRect(pane.editor.mapTo(pane.panel.viewport(), QPoint(0, 0)), pane.editor.size())

    assert pane.panel.card_rect(marked.id).contains(place)


@pytest.fixture
def low(pane, mark):
    """A pane so low that the card of a marked word with five lines of note has no room in it."""
    marked = mark("46 jobs")
    pane.resize(360, 230)
    pane.editor.note_field.setPlainText("\n".join("12345"))
    QApplication.processEvents()
    return marked


def test_a_card_that_is_too_high_for_its_pane_ends_in_it(pane, low):
    assert pane.panel.card_rect(low.id).bottom() <= pane.panel.viewport().height()


def test_what_is_typed_into_is_seen_in_a_card_that_is_too_high(pane, low):
    pane.editor.focus_tags()
    QApplication.processEvents()
    field, seat = pane.editor.tags_field, pane.panel.findChild(Seat)
    assert seat.verticalScrollBar().maximum() > 0

    assert seat.viewport().rect().contains(QRect(field.mapTo(seat.viewport(), QPoint(0, 0)), field.size()))


def look_of(pane, card_id):
    """What is painted of a card."""
    return pane.panel.viewport().grab(pane.panel.card_rect(card_id)).toImage()


def test_a_note_and_tags_are_seen_on_a_card_that_is_not_selected(pane, session, mark):
    marked = mark("46 jobs")
    session.select([])
    looks = [look_of(pane, marked.id)]
    session.do(editing.set_note(session.library.annotation(marked.id), "Ask the union."))
    looks.append(look_of(pane, marked.id))
    session.do(editing.add_tag([session.library.annotation(marked.id)], "number"))
    looks.append(look_of(pane, marked.id))

    assert (looks[0].height() < looks[1].height(), looks[1] != looks[2]) == (True, True)


def test_a_source_is_one_line_unless_it_is_selected(pane, session, mark):
    marked = mark("46 jobs", Kind.SOURCE)
    selected = pane.panel.card_rect(marked.id).height()
    session.select([])

    assert (selected > 28, pane.panel.card_rect(marked.id).height()) == (True, 28)


@pytest.mark.parametrize(("width", "said"), [(300, True), (120, False)])
def test_in_a_narrow_card_a_status_is_its_sign_alone(pane, session, mark, look, monkeypatch, width, said):
    words = []
    monkeypatch.setattr(card.QPainter, "drawText", lambda _painter, *given: words.append(given[-1]))
    painter = QPainter(picture := QPixmap(width, 100))
    marked = mark("46 jobs")
    card.paint(
        painter, QRectF(picture.rect()), marked, look.theme, selected=False, chosen=False, hovered=False, focused=False
    )
    painter.end()

    assert ("Unchecked" in words, "Claim" in words) == (said, True)
