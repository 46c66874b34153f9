"""Why a file cannot become a Document: one sentence for each reason, naming the file so that it can be shown."""

from enum import StrEnum
from pathlib import Path

from annotator.errors import AnnotatorError
from annotator.reading.names import shown_name


class Code(StrEnum):
    """The reason, for whoever has to tell them apart."""

    MISSING = "missing"
    DANGLING_LINK = "dangling_link"
    LINK_LOOP = "link_loop"
    BAD_NAME = "bad_name"
    FOLDER = "folder"
    NOT_A_FILE = "not_a_file"
    NO_PERMISSION = "no_permission"
    IN_USE = "in_use"
    SYSTEM = "system"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    NO_TEXT = "no_text"
    SCRIPTED = "scripted"
    NOT_TEXT = "not_text"
    ARCHIVE = "archive"
    OTHER_FORMAT = "other_format"
    DAMAGED = "damaged"
    PASSWORD = "password"  # noqa: S105 - a reason, no secret
    PROTECTED = "protected"
    TOO_DEEP = "too_deep"
    TOO_MANY = "too_many"
    NO_TEXT_LAYER = "no_text_layer"
    TOO_SLOW = "too_slow"
    NO_READER = "no_reader"
    NOTHING_INSIDE = "nothing_inside"


_SENTENCES = {
    Code.MISSING: "{name} was not found: check its name, and whether it was moved.",
    Code.DANGLING_LINK: "{name} is a link to a file that is no longer there: open the file that was meant.",
    Code.LINK_LOOP: "{name} is a link that leads back to itself: open the file that was meant.",
    Code.BAD_NAME: "{name} is a name that this system does not accept: rename the file to something shorter.",
    Code.FOLDER: "{name} is a folder: open the files in it.",
    Code.NOT_A_FILE: "{name} is not a regular file but a device, a pipe or the like: save its text to a file first.",
    Code.NO_PERMISSION: "{name} cannot be opened, since you have no permission to read it: ask whoever owns it.",
    Code.IN_USE: "{name} is in use by another program: close it there and try again.",
    Code.SYSTEM: "{name} could not be read ({detail}): try again, or copy it to this computer first.",
    Code.TOO_LARGE: "{name} is too large ({detail}): split it into parts.",
    Code.EMPTY: "{name} is empty: check that it was saved, or downloaded to this computer.",
    Code.NO_TEXT: "{name} holds no text, only white space: check that it is the file you meant.",
    Code.SCRIPTED: "{name} holds no text, since a script draws the page once it is open: save it from your browser as "
    "a “complete page” and open that.",
    Code.NOT_TEXT: "{name} is not text{detail}: save the article as text (.txt) and open that.",
    Code.ARCHIVE: "{name} is a compressed archive, not a format of articles: unpack it and open what is in it.",
    Code.OTHER_FORMAT: "{name} is {detail}: save the article as text, HTML, Word or PDF and open that.",
    Code.DAMAGED: "{name} is damaged{detail}: get it once more from where it came from.",
    Code.PASSWORD: "{name} is locked with a password: save a copy without one and open that.",
    Code.PROTECTED: "{name} is protected against copying (DRM): ask its publisher for the text.",
    Code.TOO_DEEP: "{name} is nested too deeply to be an article: save its text as .txt and open that.",
    Code.TOO_MANY: "{name} holds too many {detail} to be an article: save its text as .txt and open that.",
    Code.NO_TEXT_LAYER: "{name} has no text layer, only pictures of pages: run text recognition (OCR) on it and open "
    "what that makes.",
    Code.TOO_SLOW: "{name} took longer than {detail} to read and was given up: save its text as .txt and open that.",
    Code.NO_READER: "{name} could not be read, since the part of Annotator that reads it ended unexpectedly{detail}: "
    "save its text as .txt and open that.",
    Code.NOTHING_INSIDE: "{name} is a folder with no text in it: no file there is of a kind that Annotator reads.",
}


class Refused(Exception):
    """What a reader raises who does not know the file's name: `read` makes an UnreadableFile of it."""

    def __init__(self, code: Code, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


class UnreadableFile(AnnotatorError):
    """A file that cannot become a Document: `code` says why, `detail` completes the sentence where it needs more."""

    def __init__(self, code: Code, path: Path, detail: str = "") -> None:
        super().__init__(_SENTENCES[code].format(name=f"“{shown_name(path)}”", detail=detail))
        self.code = code
        self.path = path
