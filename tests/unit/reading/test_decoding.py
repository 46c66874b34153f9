import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.reading import decoding
from annotator.reading.decoding import decode

PROSE = {
    "English": "The minister said on Tuesday: “We will not raise taxes” — it’s £4 billion.\n",
    "French": "« Nous n’augmenterons pas les impôts », a déclaré la ministre à Lisbonne, où elle était allée.\n",
    "German": "„Die Steuern müssen größer ausfallen“, sagte der Präsident über die Ukraine.\n",
    "Spanish": "¿Cuándo subirán los impuestos? La señora dijo que el año próximo habrá elecciones según él.\n",
    "Polish": "Minister powiedziała, że budżet wzrośnie o cztery procent. „Nie podniesiemy podatków”, dodała.\n",
    "Czech": "Předseda vlády řekl, že rozpočet vzroste. Žádný poslanec nebyl proti, i když někteří odešli.\n",
    "Turkish": "Bakan salı günü bütçenin yüzde dört büyüyeceğini söyledi. Işık, şeker, ağaç, İstanbul.\n",
    "Russian": "Министр заявила во вторник, что бюджет вырастет на четыре процента. Президент отмечал это ранее.\n",
    "Greek": "Η υπουργός δήλωσε την Τρίτη ότι ο προϋπολογισμός θα αυξηθεί κατά τέσσερα τοις εκατό.\n",
    "Arabic": "قال الوزير يوم الثلاثاء إن الميزانية ستنمو بنسبة أربعة في المئة وإن الضرائب لن ترتفع.\n",
    "Hebrew": "השרה אמרה ביום שלישי כי התקציב יגדל בארבעה אחוזים וכי המסים לא יעלו השנה.\n",
    "Japanese": "政府は火曜日、来年度の予算案を発表した。「増税はしない」と大臣は述べた。東京でカメラの前に立った。\n",
    "Chinese": "部长周二表示，预算将增长百分之四。“我们不会加税，”她告诉记者。总统在北京发表了讲话。\n",
    "Korean": "정부는 화요일 내년 예산안을 발표했다. 세금을 올리지 않겠다고 장관이 말했다.\n",
}
WESTERN = {"cp1252", "mac_roman"}
OWN = {
    "English": WESTERN,
    "French": WESTERN,
    "German": WESTERN,
    "Spanish": WESTERN,
    "Polish": {"cp1250"},
    "Czech": {"cp1250"},
    "Turkish": {"cp1254"},
    "Russian": {"cp1251", "koi8_r"},
    "Greek": {"cp1253"},
    "Arabic": {"cp1256"},
    "Hebrew": {"cp1255"},
    "Japanese": {"shift_jis", "euc_jp", "iso2022_jp"},
    "Chinese": {"gb18030"},
    "Korean": {"euc_kr"},
}
UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]


@pytest.mark.parametrize("encoding", UNICODE)
@pytest.mark.parametrize("language", PROSE)
def test_unicode_is_read_in_any_form_with_or_without_a_mark(language, encoding):
    text = PROSE[language] * 3

    assert decode(text.encode(encoding)).text.removeprefix("\ufeff") == text


@pytest.mark.parametrize(("language", "encoding"), [(lang, e) for lang, own in OWN.items() for e in sorted(own)])
def test_the_encodings_of_a_language_are_told_from_its_prose(language, encoding):
    text = PROSE[language] * 4

    assert decode(text.encode(encoding)).text == text


def test_what_the_file_says_or_its_bytes_prove_is_not_guessed():
    files = [b"plain", "é".encode(), codecs.BOM_UTF8 + b"a", "é".encode("utf-16"), "é".encode("utf-32")]

    assert [decode(data).guessed for data in files] == [False] * 5


@pytest.mark.parametrize("encoding", ["utf-16-le", "cp1252", "cp1251", "shift_jis"])
def test_what_only_statistics_say_is_guessed(encoding):
    text = PROSE[{"cp1251": "Russian", "shift_jis": "Japanese"}.get(encoding, "English")] * 4

    assert decode(text.encode(encoding)).guessed


def test_a_mark_is_believed_before_the_bytes():
    assert decode(codecs.BOM_UTF16_BE + "ab".encode("utf-16-be")) == ("ab", "utf-16-be", False, "", None)


def test_a_wrong_mark_of_utf8_does_not_spoil_windows_text():
    decoded = decode(codecs.BOM_UTF8 + "“We will not,” she said".encode("cp1252"))

    assert (decoded.text, bool(decoded.warning)) == ("“We will not,” she said", True)


def test_one_line_in_windows_1252_does_not_spoil_the_utf8_of_the_others():
    decoded = decode("“One”, “two”\n".encode() + "Café “three”\n".encode("cp1252") + "“four”".encode())

    assert (decoded.text, bool(decoded.warning)) == ("“One”, “two”\nCafé “three”\n“four”", True)


def test_utf8_cut_off_in_a_character_says_so():
    decoded = decode("“One” costs €".encode()[:-1])

    assert (decoded.text, "ends in the middle" in decoded.warning) == ("“One” costs \ufffd", True)


def test_surrogates_in_utf8_are_kept_for_canonical_text_to_replace():
    assert decode(b"a\xed\xa0\x80b").text == "a\ud800b"


def test_utf16_cut_off_in_a_character_says_so():
    decoded = decode(codecs.BOM_UTF16_LE + "Déjà vu".encode("utf-16-le") + b"\x41")

    assert (decoded.text, bool(decoded.warning)) == ("Déjà vu\ufffd", True)


def test_unmarked_utf16_may_be_long_and_hold_joiners_and_emoji():
    text = "او می\u200cگوید: مالیات‌ها 📰 بالا نمی\u200cرود. " * 2_000

    assert [decode(("a" * n + text).encode("utf-16-le")).encoding for n in (0, 1)] == ["utf-16-le"] * 2


def test_an_escape_alone_does_not_make_japanese_mail_of_utf8():
    assert decode("A \x1b$ sign, été".encode()).encoding == "utf-8"


def test_a_guess_that_the_rest_of_the_file_belies_says_so():
    decoded = decode((PROSE["Japanese"] * 1_000).encode("shift_jis") + b"\x81\xff")

    assert (decoded.text[:6], "damaged" in decoded.warning) == ("政府は火曜日", True)


def test_the_last_resort_is_windows_1252_and_says_so(monkeypatch):
    monkeypatch.setattr(decoding, "_by_statistics", lambda _data: None)
    decoded = decode(b"\xff\x81 \x93")

    assert (decoded.encoding, decoded.guessed, "taken for Windows-1252" in decoded.warning) == ("cp1252", True, True)


def test_text_with_a_few_nuls_is_still_text():
    assert decode("“We\0 will\0 not,” she said in Lisbon\0".encode()).encoding == "utf-8"


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, bytes(1000), b"\x01\x02\x03\x04\xff\xfe" * 500])
def test_what_is_mostly_control_characters_is_no_text(data):
    assert decode(data) is None


@given(st.binary(max_size=2_000))
def test_any_bytes_are_decoded_or_refused(data):
    decoded = decode(data)

    assert decoded is None or isinstance(decoded.text, str)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_what_is_utf8_is_read_as_utf8(text):
    decoded = decode(text.encode())

    assert decoded.text == text.removeprefix("\ufeff")
