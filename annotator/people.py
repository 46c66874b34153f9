"""Who is at the keyboard: whose name stands on new annotations."""

import getpass
import os


def user_name() -> str:
    """`ANNOTATOR_NAME`, or the name that this user is logged in under."""
    if named := os.environ.get("ANNOTATOR_NAME", "").strip():
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"
