"""Who is at the keyboard: whose name stands on new annotations."""

import getpass
import os

from annotator.places import settings_folder

_KEPT = "checker-name"
_LONGEST = 80


def user_name() -> str:
    """`ANNOTATOR_NAME`, the name that was given in the settings, or the one that this user is logged in under."""
    return named_by_system() or given_name() or _login()


def named_by_system() -> str:
    """`ANNOTATOR_NAME`, which goes before what is given in the settings; "" where it says nothing."""
    return as_name(os.environ.get("ANNOTATOR_NAME", ""))


def given_name() -> str:
    """The name that was given in the settings; "" where none was."""
    try:
        return as_name((settings_folder() / _KEPT).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return ""


def give_name(name: str) -> None:
    """From now on new annotations bear this name, also those of the command line; "" is for the login's."""
    folder = settings_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _KEPT).write_text(as_name(name), encoding="utf-8")


def as_name(words: str) -> str:
    """A name on one line, without blanks at its ends, or what cannot be seen; of a length that a table can show."""
    seen = "".join(c for c in words if c.isprintable() or c.isspace())
    return " ".join(seen.split())[:_LONGEST].strip()


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"
