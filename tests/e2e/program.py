"""The real program in a process of its own, with hands outside of it: xdotool presses keys as a keyboard would."""

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

_PATIENCE = 30
"""Seconds for anything that a user would wait for."""


class Program:
    """A running `annotator`, whose window gets what is pressed."""

    def __init__(self, words: Sequence[object], environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._running = subprocess.Popen(
            [sys.executable, "-m", "annotator", *map(str, words)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def window(self) -> str:
        """The X id of its window, as soon as that is seen."""
        return self._xdotool("search", "--sync", "--onlyvisible", "--pid", self._running.pid).split()[-1]

    def shows(self, words: str) -> None:
        """Wait until its title has these words: the story is open then, and keys mean something."""
        until = time.monotonic() + _PATIENCE
        while words not in self._xdotool("getwindowname", self.window()):
            assert time.monotonic() < until, f"the window never showed “{words}”"
            time.sleep(0.05)

    def press(self, *keys: str) -> None:
        """Press keys, named as X names them: `1`, `ctrl+z`, `Return`."""
        self._xdotool("windowfocus", "--sync", self.window())
        self._xdotool("key", "--delay", 50, *keys)

    def read_until(self, words: str) -> str:
        """What it has printed, up to the line with these words or to its end."""
        printed = ""
        while words not in printed and (line := self._running.stdout.readline()):
            printed += line
        return printed

    def type(self, words: str) -> None:
        """Type words into whatever has the keyboard."""
        self._xdotool("type", "--delay", 30, words)

    def signal(self, number: int) -> None:
        """What the system, or an impatient user, sends it."""
        self._running.send_signal(number)

    def wait(self) -> int:
        """Its exit code, once it has ended by itself."""
        return self._running.wait(_PATIENCE)

    def end(self) -> None:
        """End it, whatever it does."""
        self._running.kill()
        self._running.wait()
        self._running.stdout.close()

    def _xdotool(self, *words: object) -> str:
        done = subprocess.run(
            ["xdotool", *map(str, words)],
            env=self._environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
        )
        return done.stdout
