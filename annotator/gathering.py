"""Which files are meant by paths of which some are folders: each real file once, whatever links lead where."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.progress import Report, silent
from annotator.reading import Code, UnreadableFile, suffixes
from annotator.reading.files import refusal

_OF_PROGRAMS = (".", "~$")
"""What begins so is kept there by a system or a program for itself: `.DS_Store`, `.git`, the locks of Word."""

_PAGES = (".html", ".htm", ".xhtml")
_PARTS_OF_PAGE = (
    *("_files", ".files", "-Dateien", "-filer", "_fichiers", "_bestanden", "_file", "_archivos", "_arquivos"),
    *("_soubory", "_pliki"),
)
"""How browsers name the folder beside a page that was saved complete: its scripts, pictures and frames."""


class Gathered(NamedTuple):
    """Files to read; files and folders of folders that no reader takes, by their names; folders that gave none."""

    files: tuple[Path, ...]
    skipped: tuple[Path, ...] = ()
    refused: tuple[UnreadableFile, ...] = ()


def gather(paths: Iterable[Path], report: Report = silent) -> Gathered:
    """The files that are meant, in the order of the paths, those of a folder by their names.

    What is named itself is to be read, whatever it is; in folders only what has a name that a reader knows, or a name
    without a suffix. `report` is called in folders, the total being those known so far; it may raise Cancelled.
    """
    walk = _Walk(report)
    for path in paths:
        walk.take(path)
    return Gathered(tuple(walk.files), tuple(walk.skipped), tuple(walk.refused))


class _Walk:
    def __init__(self, report: Report) -> None:
        self.files: list[Path] = []
        self.skipped: list[Path] = []
        self.refused: list[UnreadableFile] = []
        self._report, self._folders = report, 0
        self._wanted = {*suffixes(), ""}
        self._seen: set[tuple[int, int]] = set()

    def take(self, path: Path) -> None:
        """Something that the user named."""
        if not _is_folder(path):
            self._is_new(path)
            self.files.append(path)
            return
        before = len(self.files) + len(self.refused)
        self._look_through(path)
        if len(self.files) + len(self.refused) == before:
            self.refused.append(UnreadableFile(Code.NOTHING_INSIDE, path))

    def _look_through(self, top: Path) -> None:
        """A folder and all below: a stack, since folders may be nested deeper than calls."""
        waiting = [top]
        while waiting:
            folder = waiting.pop()
            if not self._is_new(folder):
                continue
            self._folders += 1
            self._report(self._folders, self._folders + len(waiting))
            waiting.extend(reversed(list(self._folders_of(folder))))

    def _folders_of(self, folder: Path) -> Iterator[Path]:
        """Take the files of a folder; what is left are the folders in it."""
        try:
            paths = sorted(path for path in folder.iterdir() if not path.name.startswith(_OF_PROGRAMS))
        except OSError as error:
            self.refused.append(refusal(folder, error))
            return
        pages = {path.stem for path in paths if path.suffix.lower() in _PAGES}
        parts = {page + ending for page in pages for ending in _PARTS_OF_PAGE}
        for path in paths:
            if not _is_folder(path):
                self._sort(path)
            elif path.name in parts:
                self.skipped.append(path)
            else:
                yield path

    def _sort(self, path: Path) -> None:
        if self._is_new(path):
            (self.files if path.suffix.lower() in self._wanted else self.skipped).append(path)

    def _is_new(self, path: Path) -> bool:
        """Whether this real file or folder has not been met yet. What cannot be told is for the reader to refuse."""
        try:
            found = path.stat()
        except (OSError, ValueError):
            return True
        known = (found.st_dev, found.st_ino) in self._seen
        self._seen.add((found.st_dev, found.st_ino))
        return not known


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
