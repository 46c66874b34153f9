"""Mail (.eml): subject, sender, receivers and date, then the words; what is attached is named as left out.

Of alternatives the plain text is taken, or the page where the plain text only hints at it.
"""

from annotator.model.documents import Document
from annotator.progress import Report
from annotator.reading.files import File
from annotator.reading.letter import Head, Letter
from annotator.reading.mime import Leaf, header, is_message, is_saved_page, leaves, parsed
from annotator.reading.reader import Fit, Kind, Reader
from annotator.reading.sniffing import text_fit
from annotator.reading.unreadable import Code, Refused
from annotator.reading.unwrapping import Flow
from annotator.reading.web.charset import characters

LIMIT = 50_000_000
SECONDS = 20.0
_MANY = 1000
_TOO_MANY = "It has {count:,} headers, far more than mail has: look whether this is the mail you meant."


def _fit(data: bytes, kind: Kind | None) -> Fit:
    return Fit.SURE if is_message(data) and not is_saved_page(data) else text_fit(data, kind)


def _read(file: File, _report: Report) -> Document:
    message = parsed(file.data)
    subject, sender, to, copies, sent = (header(message, n) for n in ("subject", "from", "to", "cc", "date"))
    letter = Letter(Head(subject, sender, to, copies, sent))
    for leaf in leaves(message):
        _add(leaf, letter, file)
    if letter.empty:
        raise Refused(Code.NO_TEXT)
    count = len(message.keys())
    warnings = (_TOO_MANY.format(count=count),) if count > _MANY else ()
    return letter.document(READER.media_type, file.path, warnings)


def _add(leaf: Leaf, letter: Letter, file: File) -> None:
    if not leaf.is_words:
        if not (leaf.kind.startswith("image/") and leaf.message["content-id"]):  # a picture of the page
            letter.attach(leaf.name, leaf.kind)
    elif leaf.kind == "text/html":
        try:
            letter.add_page(leaf.data, leaf.charset, file.asked)
        except Refused as refused:
            if refused.code is not Code.NO_TEXT:
                raise
    elif leaf.data.strip():
        flow = Flow(leaf.message.get_param("format") == "flowed", leaf.message.get_param("delsp") == "yes")
        letter.add_text(characters(leaf.data, leaf.charset, file.asked.encoding), flow)


READER = Reader("Mail", "a mail", (".eml",), "message/rfc822", 1, LIMIT, _fit, _read, apart=SECONDS)
