"""Which keys do what: the table of actions, and what the user has changed of it. A key does one thing. No Qt in here.

A change says all keys of an action; what is not changed has the keys of the table, without those that a change took.
"""

import re
from collections.abc import Iterator, Mapping

from annotator.ui.actions import ACTIONS, Action

Changes = Mapping[str, tuple[str, ...]]
"""Of some actions, by their ids: the keys they have instead of the table's. The first one is shown on buttons."""

Keys = Mapping[str, tuple[str, ...]]
"""Of every action: its keys."""

_MODIFIERS = ("Meta", "Ctrl", "Alt", "Shift")
_NAMED = re.compile(r"F(?:[1-9]|[12]\d|3[0-5])|Delete|Backspace|Return|Enter|Insert|Esc|Space")
_MOVING = re.compile(
    r"(?:(?:Ctrl|Shift)\+)*(?:Up|Down|Left|Right|Home|End|PgUp|PgDown)|(?:Ctrl\+)?(?:Shift\+)?Tab|Space|Enter"
)
_OF_FIELDS = ("Ctrl+A", "Ctrl+V", "Ctrl+X")
_ARROWS = ("Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown", "Tab")
_TABLE = {action.id: action for action in ACTIONS}


def canonical(key: str) -> str:
    """The one spelling of a key: modifiers in Qt's order, capital letters; "" for what is no key."""
    match = re.fullmatch(r"((?:(?:Meta|Ctrl|Alt|Shift)\+)*)(\S+)", key)
    if not match:
        return ""
    held, pressed = match[1].split("+"), match[2]
    if len(pressed) == 1:
        pressed = pressed.upper() if len(pressed.upper()) == 1 else pressed
    elif not (_NAMED.fullmatch(pressed) or pressed in _ARROWS):
        return ""
    return "+".join([*(name for name in _MODIFIERS if name in held), pressed]) if pressed.isprintable() else ""


def refusal(action: Action, key: str) -> str:
    """Why an action cannot have a key, as a sentence; "" where it can. `key` is canonical."""
    if key in action.keys:
        return ""
    if not key:
        return "That is no key that can be used."
    if _MOVING.fullmatch(key) or key == "Esc":
        return "This key moves the caret or the focus, and cannot be changed."
    if key in _OF_FIELDS:
        return "This key is for the fields in which you type."
    if is_plain(key) and not action.in_text:
        return "This action works everywhere: hold Ctrl or Alt, so that typing does not set it off."
    return ""


def is_plain(key: str) -> bool:
    """Whether typing in a field could press it: no modifier but Shift, and no function key."""
    return not key.startswith(("Meta+", "Ctrl+", "Alt+")) and not re.fullmatch(r"(?:Shift\+)?F\d+", key)


def read(texts: Mapping[str, str]) -> Changes:
    """Changes as the settings keep them, keys parted by spaces; what is unknown or cannot be is left out."""
    return {name: tuple(_readable(_TABLE[name], text)) for name, text in texts.items() if name in _TABLE}


def _readable(action: Action, text: str) -> Iterator[str]:
    for key in dict.fromkeys(canonical(word) for word in text.split()):
        if key and not refusal(action, key):
            yield key


def bound(changes: Changes) -> Keys:
    """The keys of every action. Where two want the same one, a changed action goes before one of the table."""
    taken: set[str] = set()
    keys = {}
    for action in sorted(ACTIONS, key=lambda action: action.id not in changes):
        wanted = changes.get(action.id, action.keys)
        keys[action.id] = tuple(key for key in wanted if key not in taken)
        taken.update(wanted)
    return keys


def lost(changes: Changes) -> list[tuple[Action, str, Action]]:
    """Every conflict: an action, the key that it does not get, and the action that has it."""
    keys = bound(changes)
    return [
        (action, key, had)
        for action in ACTIONS
        for key in changes.get(action.id, action.keys)
        if (had := owner(keys, key)) and had is not action
    ]


def owner(keys: Keys, key: str) -> Action | None:
    """The action that a key sets off."""
    return next((_TABLE[name] for name, mine in keys.items() if key in mine), None)


def give(changes: Changes, action: Action, key: str) -> Changes:
    """The key is this action's first one, and nobody else's."""
    keys, had = bound(changes), owner(bound(changes), key)
    others = {name: _without(keys[name], key) for name in (*changes, *([had.id] if had else []))}
    return _tidy({**others, action.id: (key, *_without(keys[action.id], key))})


def take(changes: Changes, action: Action, key: str) -> Changes:
    """The key does nothing any more."""
    return _tidy({**changes, action.id: _without(bound(changes)[action.id], key)})


def reset(changes: Changes, action: Action) -> Changes:
    """The action has the keys of the table, but for those that another was given."""
    return {name: keys for name, keys in changes.items() if name != action.id}


def _without(keys: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(one for one in keys if one != key)


def _tidy(changes: Changes) -> Changes:
    return {name: keys for name, keys in changes.items() if keys != _TABLE[name].keys}
