"""Where the system's letters are small or large: nothing is cut, and rows grow with them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolBar, QToolButton

from annotator.ui import fonts, sizes
from annotator.ui.article_view.header import ElidedLabel
from annotator.ui.bar_button import BarButton
from annotator.ui.dialogs.sheet import Sheet


@pytest.fixture(params=[9, 13, 18, 24])
def letters(request, monkeypatch, qapp):
    """The system's letters have so many points."""
    font = qapp.font()
    font.setPointSizeF(request.param)
    monkeypatch.setattr(fonts, "_system_font", lambda: font)
    monkeypatch.setattr(fonts.sys, "platform", "linux")
    return request.param


@pytest.fixture
def window(letters, desktop, put, qtbot):
    """The window of a user who has such letters, with an annotation selected."""
    put("Budget grows\n\nThe fee is 6 crowns. “We knew,” she said.\n")
    shown = desktop.window
    shown.resize(2400, 1200)
    shown.article_pane.view.select_range(14, 21)
    shown.commands["claim"].trigger()
    qtbot.wait(30)
    return shown


def words_wide(widget) -> int:
    """Pixels of the longest line; the sign of a key that leads there takes no room."""
    metrics, mnemonic = QFontMetrics(widget.font()), Qt.TextFlag.TextShowMnemonic
    return max((metrics.size(mnemonic, line).width() for line in widget.text().splitlines()), default=0)


def bare(widget) -> bool:
    """Whether a button shows its drawing alone."""
    alone = Qt.ToolButtonStyle.ToolButtonIconOnly
    painted = getattr(widget, "_bare", isinstance(widget, QToolButton) and widget.toolButtonStyle() is alone)
    return bool(painted)


def cut(top) -> list[str]:
    """What a widget of words has no room for, across or in height."""
    kinds = (QLabel, QAbstractButton)
    shown = [w for kind in kinds for w in top.findChildren(kind) if w.isVisible() and w.text() and not bare(w)]
    return [
        f"{type(w).__name__} “{w.text()}”: {w.width()}×{w.height()}, {words_wide(w)}×{w.fontMetrics().height()}"
        for w in shown
        if not isinstance(w, ElidedLabel)
        and not (isinstance(w, QLabel) and w.wordWrap())
        and (words_wide(w) > w.width() or w.fontMetrics().height() > w.height())
    ]


def test_no_words_of_the_window_are_cut(window):
    assert "\n".join(cut(window)) == ""


def test_rows_of_the_library_hold_their_two_lines(window):
    rows = window.library_pane.list
    lines = QFontMetrics(fonts.ui_font()).height() + QFontMetrics(fonts.ui_font(sizes.SMALL)).height()

    assert rows.sizeHintForRow(0) >= lines


@pytest.mark.parametrize("name", ["export", "settings", "keys", "about"])
def test_no_words_of_a_sheet_are_cut(window, qtbot, name):
    window.commands[name].trigger()
    sheet = window.findChild(Sheet)
    qtbot.waitUntil(sheet.isVisible)
    found = cut(sheet)
    sheet.close()

    assert "\n".join(found) == ""


def test_buttons_of_the_tool_bar_fit_into_it(window):
    bar = window.findChild(QToolBar)
    buttons = [button.geometry() for button in bar.findChildren(BarButton) if button.isVisible()]

    assert [box for box in buttons if not bar.rect().contains(box)] == []
