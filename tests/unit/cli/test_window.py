import pytest

from annotator.cli import window
from annotator.cli.window import NoWindow


@pytest.fixture
def broken(tmp_path, monkeypatch):
    """broken(line): a module that does this when it is imported; its name."""

    def broken(line: str) -> str:
        (tmp_path / "broken_window.py").write_text(line)
        monkeypatch.syspath_prepend(tmp_path)
        return "broken_window"

    return broken


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (
            "raise ImportError('libEGL.so.1: cannot open shared object file: No such file or directory')",
            "apt install libegl1",
        ),
        ("raise ImportError('libxkbcommon.so.0: cannot open shared object file')", "dnf install libxkbcommon"),
        ("raise ImportError('libnew.so.9: cannot open shared object file')", "libnew.so.9"),
        ("raise ModuleNotFoundError('x', name='PySide6')", "pip install PySide6-Essentials"),
        ("raise ModuleNotFoundError('x', name='PySide6.QtSvg')", "pip install PySide6-Essentials"),
    ],
)
def test_what_the_window_lacks_is_one_sentence_that_says_how_to_get_it(broken, line, says):
    with pytest.raises(NoWindow, match=says):
        window.load(broken(line))


def test_an_import_error_of_our_own_is_a_bug_and_stays_one(broken):
    with pytest.raises(ModuleNotFoundError):
        window.load(broken("import annotator.no_such_module"))


@pytest.fixture
def bare_linux(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_screen_there_is_one_sentence(bare_linux):
    with pytest.raises(NoWindow, match="no screen"):
        window.show((), None)


@pytest.mark.parametrize("platform", ["", "xcb"])
def test_a_screen_that_does_not_answer_is_named(bare_linux, monkeypatch, platform):
    monkeypatch.setenv("DISPLAY", "nowhere.invalid:99")
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)

    with pytest.raises(NoWindow, match=r"nowhere.invalid:99.*does not answer"):
        window.show((), None)


def test_where_qt_would_abort_for_a_missing_library_there_is_one_sentence(bare_linux, monkeypatch):
    monkeypatch.setattr("annotator.ui.display.is_there", lambda: True)
    monkeypatch.setattr(window, "_XCB", "libxcb-cursor.so.no")

    with pytest.raises(NoWindow, match="libxcb-cursor"):
        window.show((), None)
