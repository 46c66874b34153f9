"""Where a user's things are: the library, the settings. No Qt, so that every command agrees with the window."""

import os
from pathlib import Path

_LAST = "last-library"


def settings_folder() -> Path:
    """Where settings are kept; `ANNOTATOR_SETTINGS` names another folder."""
    if named := os.environ.get("ANNOTATOR_SETTINGS"):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("Annotator", appauthor=False)


def default_library() -> Path:
    """Where the library is unless the user says otherwise."""
    from platformdirs import user_data_path

    return user_data_path("Annotator", appauthor=False) / "library.db"


def library_path(named: Path | None = None) -> Path:
    """The library to open: the one named, `ANNOTATOR_LIBRARY`, the one last open in the window, or the default."""
    if named:
        return named
    if told := os.environ.get("ANNOTATOR_LIBRARY"):
        return Path(told)
    try:
        last = Path((settings_folder() / _LAST).read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError):
        return default_library()
    return last if last.is_file() else default_library()


def remember_library(path: Path) -> None:
    """The window opened this library: the next start opens it again."""
    folder = settings_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _LAST).write_text(str(path.absolute()), encoding="utf-8")
    except OSError:
        return
