import pytest

from annotator.reading.unreadable import Code, Refused
from annotator.reading.xml import DEEPEST, Silent, walk


class Heard(Silent):
    def __init__(self):
        self.all = []

    def start(self, name, attributes):
        self.all.append((name, dict(attributes)))

    def words(self, words):
        self.all.append(words)

    def end(self, name):
        self.all.append(f"/{name}")


def heard(data, **how):
    found = Heard()
    walk(data, found, **how)
    return found.all


def test_names_are_told_without_their_namespaces():
    assert heard(b'<w:a xmlns:w="urn:x" w:b="1">x</w:a>') == [("a", {"b": "1"}), "x", "/a"]


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b"<" + b"a><" * (DEEPEST + 1),
    ],
)
def test_what_expands_reaches_out_or_never_ends_is_refused(data):
    with pytest.raises(Refused):
        heard(data)


def test_in_xhtml_a_document_type_is_passed_over_and_named_characters_are_known():
    data = b'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/x.dtd"><p>a&nbsp;&mdash;&amp;b</p>'

    assert "".join(part for part in heard(data, doctype=True) if isinstance(part, str)) == "a\u00a0—&b/p"


def test_in_xhtml_too_no_entity_is_declared():
    with pytest.raises(Refused) as caught:
        heard(b'<!DOCTYPE html [<!ENTITY x "yyyy">]><p>&x;</p>', doctype=True)

    assert caught.value.code is Code.DAMAGED
