"""File names as they may be shown: nothing in them breaks a line, turns the writing or fills a dialog."""

import re
from pathlib import Path

_LONGEST = 60
_UNSHOWABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def shown_name(path: Path) -> str:
    """The last part of a path with controls and undecodable bytes escaped, the middle of a long one cut."""
    name = _UNSHOWABLE.sub(_escaped, path.name or str(path))
    half = _LONGEST // 2
    return name if len(name) <= _LONGEST else f"{name[:half]}…{name[-half:]}"


def storable_name(path: Path) -> str:
    """The last part of a path as it is, but for bytes that no text can hold: those become U+FFFD."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def stem_title(path: Path) -> str:
    """A title made of a file's name: without its suffix, white space collapsed, nothing unshowable in it."""
    return " ".join(_UNSHOWABLE.sub(" ", path.stem).split())


def _escaped(found: re.Match[str]) -> str:
    """Escape as Python writes it; a lone surrogate stands for the byte of the name that was no character."""
    byte = found[0].encode("utf-8", "surrogateescape") if "\udc80" <= found[0] <= "\udcff" else b""
    return f"\\x{byte[0]:02x}" if byte else ascii(found[0])[1:-1]
