"""The guard that every test of the window runs under sees what it is there to see."""

from threading import Event, Thread

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from tests import leaks


@pytest.fixture
def before(qapp):
    return leaks.alive()


def test_a_running_timer_is_seen(before):
    timer = QTimer()
    timer.start(60_000)

    left = leaks.left_since(before)

    timer.stop()
    assert [what.startswith("timer of ") for what in left] == [True]


def test_a_stopped_timer_may_stay(before):
    timer = QTimer()
    timer.start(60_000)
    timer.stop()

    assert leaks.left_since(before) == []


def test_a_window_is_seen(before):
    window = QWidget()
    window.setWindowTitle("Left")

    assert leaks.left_since(before) == ["window QWidget “Left”"]


def test_a_window_that_is_told_to_go_is_gone(before):
    window = QWidget()
    window.deleteLater()

    assert leaks.left_since(before) == []


def test_a_thread_is_seen(before, monkeypatch):
    monkeypatch.setattr(leaks, "_GRACE", 0.01)
    done = Event()
    thread = Thread(target=done.wait, name="busy")
    thread.start()

    left = leaks.left_since(before)

    done.set()
    thread.join()
    assert left == ["thread busy"]


def test_a_thread_that_ends_in_time_is_not(before):
    Thread(target=Event().wait, args=(0.05,)).start()

    assert leaks.left_since(before) == []
