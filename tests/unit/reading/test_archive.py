import io
import zipfile

import pytest

from annotator.reading import archive
from annotator.reading.archive import Archive
from annotator.reading.unreadable import Code, Refused


def zipped(*members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members:
            file.writestr(name, data)
    return out.getvalue()


def refused(read):
    with pytest.raises(Refused) as caught:
        read()
    return caught.value.code


def test_members_are_read_by_name():
    found = Archive(zipped(("a/b.xml", b"<b/>"), ("c", b"")))

    assert (found.names, found.read("a/b.xml"), "d" in found) == (["a/b.xml", "c"], b"<b/>", False)


def test_a_member_that_is_not_there_is_damage():
    assert refused(lambda: Archive(zipped()).read("a")) is Code.DAMAGED


def test_a_member_that_would_stand_before_the_start_of_the_file_is_damage():
    data = zipped(("a", b"1"))
    directory = data.index(b"PK\x01\x02")

    assert refused(lambda: Archive(data[:4] + data[8:directory] + data[directory:]).read("a")) is Code.DAMAGED


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_is_there_twice_is_damage_where_it_is_read():
    found = Archive(zipped(("a", b"1"), ("a", b"2"), ("b", b"3")))

    assert (refused(lambda: found.read("a")), found.read("b")) == (Code.DAMAGED, b"3")


def test_a_member_is_inflated_no_further_than_the_cap(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_MEMBER", 1 << 20)

    assert refused(lambda: Archive(zipped(("a", bytes(2 << 20)))).read("a")) is Code.TOO_LARGE


def test_members_together_have_a_cap_too(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_ALL", 3 << 20)
    found = Archive(zipped(("a", bytes(2 << 20)), ("b", bytes(2 << 20))))
    found.read("a")

    assert refused(lambda: found.read("b")) is Code.TOO_LARGE


def test_more_members_than_a_document_has_are_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)

    assert refused(lambda: Archive(zipped(("a", b""), ("b", b""), ("c", b"")))) is Code.TOO_MANY


def test_a_locked_member_asks_for_its_password():
    data = bytearray(zipped(("a", b"1")))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert refused(lambda: Archive(bytes(data)).read("a")) is Code.PASSWORD
