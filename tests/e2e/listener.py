"""What a screen reader is told of a running Annotator: a line of JSON for each announcement, and what is there then.

Runs in the Python that has Debian's pyatspi, not in that of the tests.
"""

import json
import sys
import time

import pyatspi
from gi.repository import GLib

_PATIENCE = 40
"""Seconds until it gives up."""


def application():
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        for one in pyatspi.Registry.getDesktop(0):
            if one and one.name == "Annotator" and one.childCount:
                return one
        time.sleep(0.1)
    sys.exit("no Annotator on the bus of assistive technology")


def within(thing):
    yield thing
    for number in range(thing.childCount):
        child = thing.getChildAtIndex(number)
        if child is not None:
            yield from within(child)


def children(app, role, name):
    thing = next((t for t in within(app) if t.getRoleName() == role and t.name == name), None)
    return [thing.getChildAtIndex(number) for number in range(thing.childCount)] if thing else []


def seen(app):
    for thing in within(app):
        pyatspi.listInterfaces(thing), thing.getState().getStates(), thing.description
    marks = children(app, "document frame", "Annotations in the text")
    cards = [one for one in children(app, "list", "Cards") if one.getRoleName() == "list item"]
    return {
        "marks": [(one.name, one.getRoleName(), one.queryComponent().getExtents(0).width > 0) for one in marks],
        "cards": [(one.name, one.getState().contains(pyatspi.STATE_SELECTED)) for one in cards],
    }


def say(**words):
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


app = application()


def hear(event):
    say(said=event.any_data, **seen(app))


def greet():
    """The first line: what has a name. A while after the listener is there: the application must have heard of it."""
    say(names=[thing.name for thing in within(app) if thing.name])


pyatspi.Registry.registerEventListener(hear, "object:announcement")
GLib.timeout_add_seconds(_PATIENCE, pyatspi.Registry.stop)
GLib.timeout_add_seconds(2, greet)
pyatspi.Registry.start()
