"""Which commands there are, and when there is none: known without click, which would cost the window's start 25 ms."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

COMMANDS = {
    "import": "articles:import_files",
    "articles": "articles:articles",
    "draft": "drafts:draft",
    "versions": "drafts:versions",
    "waiting": "drafts:waiting",
    "take": "drafts:take",
    "describe": "describing:describe",
    "annotations": "annotations:annotations",
    "annotate": "editing:annotate",
    "respan": "mending:respan",
    "split": "mending:split",
    "join": "mending:join",
    "identical": "mending:identical",
    "tag": "tagging:tag",
    "remove": "editing:remove",
    "undo": "editing:undo",
    "redo": "editing:redo",
    "history": "looking:history",
    "search": "looking:search",
    "read": "reading:read",
    "original": "reading:original",
    "export": "annotations:export",
    "keys": "keys:keys",
    "check": "checking:check",
    "screenshot": "pictures:screenshot",
    "tour": "pictures:tour",
}
"""The name of each command, and `module:function` where it is."""

LIBRARY = "--library"

CHILD = "_read-for-parent"
"""The one word that makes this process the reader's child (`reading.child`)."""


class Bare(NamedTuple):
    """What the window is started with."""

    files: tuple[Path, ...]
    library: Path | None


def bare(words: Sequence[str]) -> Bare | None:
    """The files that these words name, where they name nothing else but the library; None where click has to look.

    A first word that is a command is one, even where there is a file of that name: `./import` is the file.
    """
    files: list[Path] = []
    library: Path | None = None
    rest = iter(words)
    for word in rest:
        if word == "--":
            files.extend(map(Path, rest))
        elif word == LIBRARY or word.startswith(f"{LIBRARY}="):
            named = word[len(LIBRARY) + 1 :] or next(rest, "")
            if not named:
                return None
            library = Path(named)
        elif word.startswith("-") or (not files and word in COMMANDS):
            return None
        else:
            files.append(Path(word))
    return Bare(tuple(files), library)
