"""What reading a broken file raises: the one list of errors that mean "damaged"; any other is a bug of ours."""

import struct
import zipfile
import zlib
from email.errors import MessageError
from plistlib import InvalidFileException
from xml.parsers.expat import ExpatError

DAMAGE: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    ExpatError,
    MessageError,
    InvalidFileException,
    struct.error,
    UnicodeError,
    LookupError,
    OverflowError,
    EOFError,
    NotImplementedError,  # a way of packing that zipfile does not know
    RuntimeError,  # zipfile, pypdfium2 (PdfiumError)
    RecursionError,
    MemoryError,
)
"""Found by fuzzing prototypes of every reader (`tests/unit/reading/test_fuzz.py` goes on with it)."""
