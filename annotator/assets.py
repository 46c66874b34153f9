"""The one way to a file of resources/, whether the app is installed, frozen or run from a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def asset(name: str) -> Path:
    """The path of a resource, named from the folder on: `themes/light.toml`.

    A wheel or a frozen app carries the folder inside the package; a checkout has it beside.
    """
    inside = _PACKAGE / "resources" / name
    return inside if inside.exists() else _PACKAGE.parent / "resources" / name
