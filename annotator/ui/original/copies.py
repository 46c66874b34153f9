"""Copies of originals that other programs may open: read-only, in a folder that goes when the window does."""

from pathlib import Path

from PySide6.QtCore import QDir, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from annotator.errors import AnnotatorError
from annotator.model.documents import Version
from annotator.ui.session import Session

_READ_ONLY = 0o400


class NoCopy(AnnotatorError):
    """A copy that could not be written."""


class Copies:
    """The copies that were made; each is made once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._folder: QTemporaryDir | None = None

    def open(self, version: Version) -> bool:
        """Have the system open a copy; whether it knows a program for it. Raises NoCopy, LibraryError."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.copy(version))))

    def copy(self, version: Version) -> Path:
        """The copy of a version's original. Raises NoCopy, LibraryError."""
        if self._folder is None:
            self._folder = QTemporaryDir(f"{QDir.tempPath()}/annotator-XXXXXX")
        path = Path(self._folder.path(), version.sha256[:16], _safe_name(version))
        if not path.exists():
            data = self._session.library.original(version.id)
            try:
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(data)
                path.chmod(_READ_ONLY)
            except OSError as error:
                raise NoCopy(f"No copy could be written ({error.strerror}): make room on the disk.") from error
        return path


def _safe_name(version: Version) -> str:
    """The name it came with, and behind it the suffix of what it is: a text that is called story.bat is no program."""
    from annotator.reading import READERS

    name = version.file_name.replace("/", "_").replace("\\", "_").replace("\0", "_")
    suffixes = next((reader.suffixes for reader in READERS if reader.name == version.reader), (".txt",))
    stem, suffix = Path(name).stem[:100], Path(name).suffix.lower()
    return f"{stem}{suffix}" if suffix in suffixes else f"{stem}{suffix}{suffixes[0]}"
