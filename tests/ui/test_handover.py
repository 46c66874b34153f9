"""A second start hands its files to the running window."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject

from annotator.ui.handover import Receiver, hand_over

GIVER = """
import sys
import subprocess
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from annotator.ui.handover import hand_over
app = QCoreApplication([])
sys.exit(0 if hand_over(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]) else 1)
"""


def given(qtbot, qapp, library, files):
    """Hand over from another process; what arrived, and its exit code."""
    receiver = Receiver(library, qapp)
    with qtbot.waitSignal(receiver.received, timeout=20000) as received:
        giver = subprocess.Popen([sys.executable, "-c", GIVER, str(library), *map(str, files)])
    qtbot.waitUntil(lambda: giver.poll() is not None, timeout=10000)
    receiver.close()
    receiver.deleteLater()
    return received.args[0], giver.returncode


def test_the_running_window_gets_the_files(qtbot, qapp, tmp_path):
    files = [tmp_path / "one story.txt", tmp_path / "عربي.md"]

    assert given(qtbot, qapp, tmp_path / "library.db", files) == (files, 0)


def test_a_start_without_files_only_calls_the_window(qtbot, qapp, tmp_path):
    assert given(qtbot, qapp, tmp_path / "library.db", []) == ([], 0)


def test_nobody_is_there(qapp, tmp_path):
    assert hand_over(tmp_path / "library.db", []) is False


def test_another_library_is_another_window(qtbot, qapp, tmp_path):
    receiver = Receiver(tmp_path / "one.db", qapp)
    taken = hand_over(tmp_path / "two.db", [Path("a.txt")])
    receiver.close()
    QObject.deleteLater(receiver)

    assert taken is False
