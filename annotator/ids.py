"""Ids: 80 random bits in 17 letters and digits.

The first few characters already tell one record from another, which ids that begin with the time (UUIDv7) do not: a
user types them on the command line, and articles come in by the dozen in one second.
"""

import os
from base64 import b32encode


def new_id() -> str:
    """A new id: lower-case base32 behind a letter, so that no spreadsheet takes it for a number."""
    return "i" + b32encode(os.urandom(10)).decode("ascii").lower()
