"""What a library can refuse."""

from annotator.errors import AnnotatorError


class LibraryError(AnnotatorError):
    """A library that cannot be opened, read or written."""


class LibraryInUse(LibraryError):
    """Another process has it: one process per library."""

    exit_code = 5


class ReadOnlyLibrary(LibraryError):
    """It may be read, not changed."""


class StaleEdit(LibraryError):
    """The edit was made against something that has changed since, and is refused whole."""


class NotFound(LibraryError):
    """No such article or annotation."""
