"""Transcripts (.srt, .vtt): what was said, in passages; each cue is a place: annotations have their time code.

A passage ends where another voice speaks (`<v Jane>`, which becomes “Jane: ”, a dash, “>>”, “JANE:”), at a pause of two
seconds, at the end of a sentence once it is 300 characters long, and at 1,200 in any case: automatic captions have no
sentences. Rolling captions, which show each line twice, are read once.
"""

import re
from collections.abc import Iterable

from annotator.model.documents import Document
from annotator.progress import Report
from annotator.reading.cues import Cue, Line, cues, once
from annotator.reading.decoding import decode
from annotator.reading.files import File
from annotator.reading.manuscript import Manuscript, Suggested
from annotator.reading.names import stem_title
from annotator.reading.reader import Fit, Kind, Reader
from annotator.reading.texts import LIMIT
from annotator.reading.unreadable import Code, Refused

_PAUSE = 2000
"""Milliseconds without a word: something else begins."""

_ENOUGH, _LONG = 300, 1200
"""Characters of a passage: enough for one at the end of a sentence, and at any cue."""

_SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]」』]*\Z")
_TURN = re.compile(r"(?:[-–—‐]|>{2,3})\s*\w|[^\W\d_a-zß-ÿ]{2}[^a-zß-ÿ:]{0,40}:(?:\s|\Z)")
_NO_BLANKS = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Scripts whose lines are joined without a blank: Chinese and Japanese."""

_LANGUAGE = re.compile(r"(?m)\AWEBVTT[^\n]{0,200}\n(?:[^\n]{1,200}\n){0,5}?Language:[ \t]*([A-Za-z-]{2,20})")
_MARK = re.compile(rb"\A(?:\xef\xbb\xbf)?WEBVTT\b|^\s{0,9}(?:\d{1,4}:)?\d{1,2}:\d\d[.,]\d{1,3}\s{1,9}-->", re.MULTILINE)
_HEAD = 1024


def _fit(data: bytes, _kind: Kind | None) -> Fit:
    head = data[:_HEAD].replace(b"\0", b"")  # UTF-16
    return Fit.SURE if _MARK.search(head) else Fit.NONE


def _read(file: File, _report: Report) -> Document:
    decoded = decode(file.data, file.asked.encoding)
    if decoded is None:
        raise Refused(Code.NOT_TEXT)
    talk = _Talk()
    talk.hear(once(list(cues(decoded.text))))
    language = _LANGUAGE.match(decoded.text)
    return talk.manuscript.document(
        "text/vtt" if decoded.text.startswith("WEBVTT") else READER.media_type,
        Suggested(title=stem_title(file.path), language=language[1] if language else ""),
        warnings=(decoded.warning,) if decoded.warning else (),
        encoding=decoded.encoding,
        encoding_guessed=decoded.guessed,
    )


class _Talk:
    """Cues, joined into passages as they are heard."""

    def __init__(self) -> None:
        self.manuscript = Manuscript()
        self._voice = self._last = ""
        self._length = self._silent_since = 0
        self._ends_sentence = False

    def hear(self, said: Iterable[Cue]) -> None:
        """Write all of it down."""
        for cue in said:
            if cue.start - self._silent_since >= _PAUSE or self._is_enough():
                self._end()
            for number, line in enumerate(cue.lines):
                self._line(line, None if number else cue.start)
            self._silent_since = cue.end
        self._end()

    def _line(self, line: Line, time: int | None) -> None:
        if line.voice != self._voice or _TURN.match(line.words):
            self._end()
        blank = "" if not self._last or (_NO_BLANKS.match(self._last) and _NO_BLANKS.match(line.words)) else " "
        speaker = f"{line.voice}: " if line.voice and line.voice != self._voice else ""
        if time is not None:
            self.manuscript.place("time", _clock(time))
        self.manuscript.write(blank + speaker + line.words)
        self._voice, self._last = line.voice, line.words[-1]
        self._length += len(line.words) + 1
        self._ends_sentence = bool(_SENTENCE_END.search(line.words))

    def _is_enough(self) -> bool:
        return self._length >= _LONG or (self._length >= _ENOUGH and self._ends_sentence)

    def _end(self) -> None:
        self.manuscript.end()
        self._last, self._length, self._ends_sentence = "", 0, False


def _clock(milliseconds: int) -> str:
    """The time as 00:12:31."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


READER = Reader(
    "Transcript", "a transcript (SRT or WebVTT)", (".srt", ".vtt"), "application/x-subrip", 1, LIMIT, _fit, _read
)
