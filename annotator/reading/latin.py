"""Which encoding a text in Latin letters is in, by the letters that its language would have.

Statistics of bytes take Spanish for Polish too easily, since both encodings make letters of the same bytes. A language
has few letters beyond ASCII, though: the right encoding makes all of them letters of one language, and no capital
follows a small letter.
"""

from collections import Counter
from collections.abc import Iterable

_SAMPLE = 1 << 14
_CERTAIN = 0.97
_MOSTLY_ASCII = 0.25
"""The share of other bytes in a text that is in Latin letters: French 4 %, Czech 16 %, Greek or Chinese over 60 %."""

_TYPOGRAPHY = "\u00a0“”„‘’‚«»‹›–—…•·€£§°©®™½"
_WESTERN = (
    "áéíóúüñçï¿¡ºª",
    "àâæçéèêëîïôœùûüÿ",
    "äöüßé",
    "ãõáéíóúâêôçàü",
    "àèéìòùî",
    "åæøé",
    "äöåé",
    "áéíóúýþæðö",
    "éèëïüöáó",
)
_CENTRAL = ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţșț", "čćđšž")
_TURKISH = ("çğıiöşüâîûİ",)
_BALTIC = ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž")
_ENCODINGS = (  # the likelier first: it wins where nothing tells them apart
    ("cp1252", _WESTERN),
    ("cp1250", _CENTRAL),
    ("cp1254", _TURKISH),
    ("cp1257", _BALTIC),
    ("mac_roman", _WESTERN),
    ("iso8859_15", _WESTERN),
    ("iso8859_2", _CENTRAL),
)


def latin_encoding(data: bytes) -> str | None:
    """The encoding that makes letters of one language of all bytes beyond ASCII; None if none does."""
    sample = data[:_SAMPLE]
    beyond = sum(character > "\x7f" for character in sample.decode("latin-1"))
    if not 0 < beyond < _MOSTLY_ASCII * len(sample):
        return None
    scores = {encoding: _fit(sample, encoding, languages) / beyond for encoding, languages in _ENCODINGS}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] >= _CERTAIN else None


def _fit(sample: bytes, encoding: str, languages: Iterable[str]) -> int:
    """How many characters beyond ASCII are where and what they should be."""
    text = sample.decode(encoding, "replace")
    found = Counter(
        character.lower()
        for before, character in zip(" " + text, text, strict=False)
        if character > "\x7f" and not (character.isupper() and before.islower())
    )
    return max(
        sum(found[letter] for letter in {letter.lower() for letter in language + _TYPOGRAPHY}) for language in languages
    )
