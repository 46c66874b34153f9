"""Every word that the window says of the model, in one place to translate. No Qt in here."""

from collections.abc import Iterable

from annotator.library import Entry
from annotator.model.documents import Version
from annotator.model.edits import Verb
from annotator.model.words import Kind, Status

KIND = {Kind.CLAIM: "Claim", Kind.QUOTE: "Quote", Kind.SOURCE: "Source"}
KINDS = {Kind.CLAIM: "claims", Kind.QUOTE: "quotes", Kind.SOURCE: "sources"}

STATUS = {
    Status.UNCHECKED: "Unchecked",
    Status.IN_PROGRESS: "In progress",
    Status.WAITING: "Waiting",
    Status.CHECKED: "Checked",
    Status.DROPPED: "Dropped",
}

_ACTS = {
    Verb.ADD_ARTICLE: "add “{}”",
    Verb.REMOVE_ARTICLE: "remove “{}”",
    Verb.ADD_DRAFT: "add draft {}",
    Verb.TAKE: "take a guess",
    Verb.DESCRIBE_ARTICLE: "change the details of a story",
    Verb.ANNOTATE: "mark {}",
    Verb.RELABEL: "make it a {}",
    Verb.RESPAN: "change the words of a {}",
    Verb.SPLIT: "split {}",
    Verb.JOIN: "merge {}",
    Verb.SET_STATUS: "set to {}",
    Verb.SET_NOTE: "write a note",
    Verb.SET_TAGS: "change tags",
    Verb.REMOVE: "remove {}",
}
_LONGEST_TITLE = 32
_LONGEST_WARNING = 56


def count(number: int, one: str, many: str) -> str:
    """A number with what it counts: 1 story, 6 stories."""
    return f"{number:,} {one if number == 1 else many}"


def act(entry: Entry, longest_title: int = _LONGEST_TITLE) -> str:
    """What an edit did, as the words behind “Undo:”."""
    if entry.verb in (Verb.ANNOTATE, Verb.REMOVE, Verb.RELABEL, Verb.SET_STATUS, Verb.SET_TAGS) and entry.count > 1:
        what = count(entry.count, "annotation", "annotations")
        many = {Verb.ANNOTATE: "mark {}", Verb.REMOVE: "remove {}", Verb.RELABEL: "relabel {}"}
        many[Verb.SET_TAGS] = "change the tags of {}"
        return many.get(entry.verb, "set the status of {}").format(what)
    return _ACTS[entry.verb].format(_detail(entry, longest_title))


def _detail(entry: Entry, longest_title: int = _LONGEST_TITLE) -> str:
    if entry.verb in (Verb.ADD_ARTICLE, Verb.REMOVE_ARTICLE):
        return cut(entry.detail, longest_title)
    if entry.verb is Verb.ADD_DRAFT:
        return entry.detail or "of a story"
    if entry.detail in set(Kind):
        return KIND[Kind(entry.detail)].lower()
    return STATUS[Status(entry.detail)].lower() if entry.detail in set(Status) else "annotation"


def cut(words: str, length: int) -> str:
    """At most so many characters, cut at a word with “…”."""
    words = " ".join(words.split())
    if len(words) <= length:
        return words
    head, _, tail = words[:length].rpartition(" ")
    return f"{(head if len(head) > length // 2 else tail or words[: length - 1]).rstrip()} …"


def within(name: str) -> str:
    """A name as it stands within a sentence: “Plain text” loses its capital, “Markdown” and “PDF” do not."""
    return name[0].lower() + name[1:] if " " in name and name[1:].islower() else name


_LONGEST_SPOKEN = 160
_DONE = {
    Verb.ADD_ARTICLE: "Added: {}",
    Verb.REMOVE_ARTICLE: "Removed: {}",
    Verb.ADD_DRAFT: "Draft {} added",
    Verb.TAKE: "Guess taken",
    Verb.DESCRIBE_ARTICLE: "Details of the story changed",
    Verb.ANNOTATE: "Marked: {}",
    Verb.RELABEL: "Relabelled: {}",
    Verb.RESPAN: "Words changed: {}",
    Verb.SPLIT: "Split: {}",
    Verb.JOIN: "Merged: {}",
    Verb.SET_STATUS: "Set to {}",
    Verb.SET_NOTE: "Note written",
    Verb.SET_TAGS: "Tags changed",
    Verb.REMOVE: "Removed: {}",
}
_OF_MANY = (Verb.ANNOTATE, Verb.REMOVE, Verb.RELABEL)


def annotation(kind: Kind, status: Status, words: str) -> str:
    """An annotation as it is read out: kind, status, its words."""
    return f"{KIND[kind]}, {STATUS[status].lower()}: {plain(cut(words, _LONGEST_SPOKEN))}"


def remarks(note: str, tags: Iterable[str]) -> str:
    """What was written about an annotation, as it is read out; nothing where nothing was."""
    tags = ", ".join(tags)
    parts = (f"Note: {cut(note, _LONGEST_SPOKEN)}" if note.strip() else "", f"Tags: {tags}" if tags else "")
    return plain(". ".join(filter(None, parts)))


def done(entry: Entry) -> str:
    """What an edit has just done, as it is read out."""
    many = entry.count > 1 and entry.verb in _OF_MANY
    what = count(entry.count, "annotation", "annotations") if many else _detail(entry, _LONGEST_TITLE)
    return _DONE[entry.verb].format(what)


def fared(draft: int, followed: int, changed: int, vanished: int) -> str:
    """How annotations came through to a new draft."""
    parts = (f"{followed:,} kept", f"{changed:,} changed and open again", f"{vanished:,} not found")
    return f"Draft {draft}: {', '.join(parts)}"


def left(annotations: int, done: int) -> str:
    """How much of an article is still to be checked."""
    if not annotations:
        return "New"
    return f"{annotations - done:,} left" if annotations > done else "Checked"


_SAFE = {ord(c): f"\\u{ord(c):04x}" for c in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}


def plain(name: str) -> str:
    """A file name or title as it is safe to show: on one line, with controls that turn text around made visible."""
    return "".join(c if c.isprintable() or c == " " else f"\\u{ord(c):04x}" for c in name).translate(_SAFE)


def oddities(version: Version) -> str:
    """What a reader should know at a glance about how the file was read; nothing where all was well."""
    if version.encoding_guessed:
        return f"Encoding guessed: {encoding(version.encoding)}"
    if len(version.warnings) == 1:
        return cut(version.warnings[0], _LONGEST_WARNING)
    return count(len(version.warnings), "note on this file", "notes on this file") if version.warnings else ""


ENCODINGS = {
    "utf-8": "Unicode (UTF-8)",
    "utf-16-le": "Unicode (UTF-16)",
    "cp1252": "Western (Windows-1252)",
    "iso8859-15": "Western (ISO 8859-15)",
    "mac-roman": "Western (Mac)",
    "cp850": "Western (DOS)",
    "cp1250": "Central European (Windows-1250)",
    "iso8859-2": "Central European (ISO 8859-2)",
    "cp852": "Central European (DOS)",
    "cp1251": "Cyrillic (Windows-1251)",
    "koi8-r": "Cyrillic (KOI8-R)",
    "cp866": "Cyrillic (DOS)",
    "cp1253": "Greek (Windows-1253)",
    "cp1254": "Turkish (Windows-1254)",
    "cp1257": "Baltic (Windows-1257)",
    "cp1255": "Hebrew (Windows-1255)",
    "cp1256": "Arabic (Windows-1256)",
    "cp1258": "Vietnamese (Windows-1258)",
    "cp874": "Thai (Windows-874)",
    "gb18030": "Chinese, simplified (GB 18030)",
    "big5hkscs": "Chinese, traditional (Big5)",
    "shift_jis": "Japanese (Shift JIS)",
    "euc_jp": "Japanese (EUC-JP)",
    "cp949": "Korean (Windows-949)",
}
"""The encodings that files of newsrooms are in, as Python has them, and what they are called."""


def encoding(name: str) -> str:
    """An encoding as it is called."""
    return ENCODINGS.get(name, name)


def left_out(count_: int) -> str:
    """How much of a page is not in the story; nothing where all is."""
    return f"{count(count_, 'passage', 'passages')} of the page left out" if count_ else ""
