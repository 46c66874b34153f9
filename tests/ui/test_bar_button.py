"""A tool bar button shows icon, word and key, as its action says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QKeySequence

from annotator.ui import icons, sizes
from annotator.ui.bar_button import BarButton
from annotator.ui.keycap import key_name


@pytest.fixture
def action(look):
    action = QAction("Claim", look)
    action.setIcon(icons.icon("plus", QColor("#FF0000")))
    action.setShortcut("1")
    return action


def test_it_is_as_high_as_a_button(look, action, qtbot):
    button = BarButton(action, look)
    qtbot.addWidget(button)

    assert button.sizeHint().height() == sizes.BUTTON


def test_without_a_word_it_is_a_square(look, action, qtbot):
    button = BarButton(action, look, bare=True)
    qtbot.addWidget(button)

    assert button.sizeHint().toTuple() == (sizes.BUTTON, sizes.BUTTON)


def test_a_key_takes_room(look, action, qtbot):
    plain, keyed = BarButton(action, look), BarButton(action, look, keyed=True)
    qtbot.addWidget(plain)
    qtbot.addWidget(keyed)

    assert keyed.sizeHint().width() > plain.sizeHint().width()


def test_a_longer_word_of_the_action_takes_more_room(look, action, qtbot):
    button = BarButton(action, look)
    qtbot.addWidget(button)
    before = button.sizeHint().width()

    action.setText("Claim of a politician")

    assert button.sizeHint().width() > before


def test_a_click_triggers_the_action(look, action, qtbot):
    button = BarButton(action, look)
    qtbot.addWidget(button)

    with qtbot.waitSignal(action.triggered, timeout=1000):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_the_icon_stands_where_reading_starts(look, action, qtbot, direction):
    button = BarButton(action, look)
    qtbot.addWidget(button)
    button.setLayoutDirection(direction)
    button.resize(button.sizeHint())
    image = button.grab().toImage()
    red = [
        x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == QColor("#FF0000")
    ]

    assert (max(red) < image.width() / 2) is (direction is not Qt.LayoutDirection.RightToLeft)


@pytest.mark.parametrize(
    ("keys", "name"), [("Ctrl+K", "Ctrl K"), ("F2", "F2"), ("1", "1"), ("+", "+"), ("Ctrl++", "Ctrl +")]
)
def test_a_key_has_a_short_name(monkeypatch, keys, name):
    portable = QKeySequence.toString
    monkeypatch.setattr(QKeySequence, "toString", lambda self, *_: portable(self))

    assert key_name(QKeySequence(keys)) == name
