"""What an export can refuse, and what the system's refusals mean."""

import errno
from pathlib import Path

from annotator.errors import AnnotatorError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_SHARING_VIOLATION = 32
"""Windows: another program has the file open, as spreadsheets do with what they show."""


class ExportError(AnnotatorError):
    """A file that cannot be written; what was there before is untouched."""


def refused(target: Path | str, error: OSError) -> ExportError:
    """The sentence for a refusal of the system."""
    if error.errno in _FULL:
        return ExportError(f"“{target}” was not written, since the disk is full; free some space, or choose another.")
    if getattr(error, "winerror", None) == _SHARING_VIOLATION:
        return ExportError(f"“{target}” is open in another program; close it there and export again.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ExportError(f"You have no permission to write “{target}”; choose another folder.")
    if error.errno == errno.ENAMETOOLONG:
        return ExportError("The file was not written, since its name is too long; choose a shorter one.")
    return ExportError(f"“{target}” was not written ({error.strerror}); choose another folder.")
