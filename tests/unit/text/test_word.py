import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text import is_boundary, word_at, words
from tests.prose import are_spans, prose, prose_and_offset, shown

SENTENCES = {
    "Don't re-elect “Jim’s” l’été.": ["Don't", "re-elect", "Jim’s", "l’été"],
    "U.S.-led, at 5 p.m. or so.": ["U.S.", "led", "at", "5", "p.m.", "or", "so"],
    "$4,500.50, 1990s-era (10%).": ["4,500.50", "1990s-era", "10"],
    "'cafe\u0301' na\u00efve\u2014no": ["cafe\u0301", "na\u00efve", "no"],
    'צה"ל אמר: "כן"': ['צה"ל', "אמר", "כן"],
    "الحَرْب، نعم": ["الحَرْب", "نعم"],
    "हिन्दी में": ["हिन्दी", "में"],
    "中文Uber カード한국어": ["中", "文", "Uber", "カード", "한국어"],
    "東京タワーに2億円。": ["東", "京", "タワー", "に", "2", "億", "円"],
    "สำนักข่าว AP": ["สำ", "นั", "ก", "ข่า", "ว", "AP"],
    "ประเทศไทย": ["ป", "ระ", "เท", "ศ", "ไท", "ย"],
    "ខ្មែរ": ["ខ្មែ", "រ"],
    "မြန်မာ": ["မြ", "န်", "မာ"],
    "ລາວ": ["ລາ", "ວ"],
    "KTX는 빨라요": ["KTX는", "빨라요"],
    "カ\u3099 𝒜b 🙂": ["カ\u3099", "𝒜b"],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_words_are_what_a_reader_takes_for_words(text):
    assert [text[start:end] for start, end in words(text)] == SENTENCES[text]


def test_only_words_between_two_offsets_are_given():
    assert words("one two three", 4, 7) == [(4, 7)]


@given(prose)
def test_words_are_spans_and_hold_every_letter_and_figure(text):
    spans = words(text)
    inside = "".join(text[start:end] for start, end in spans)

    assert are_spans(text, spans)
    assert [c for c in inside if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(0, "one"), (2, "one"), (3, "one"), (4, "two"), (7, "two"), (8, None), (9, "three"), (14, "three")],
)
def test_the_word_at_an_offset_holds_it_or_ends_there(offset, expected):
    text = "one two  three"

    assert shown(text, word_at(text, offset)) == expected


def test_between_two_characters_of_chinese_it_is_the_one_that_begins():
    assert word_at("中文", 1) == (1, 2)


@given(prose_and_offset())
def test_the_word_at_an_offset_is_one_of_all_words(place):
    text, offset = place

    assert word_at(text, offset) in [None, *words(text)]


def test_a_word_without_end_does_not_take_for_ever():
    start, end = word_at("a" * 1_000_000, 500_000)

    assert end - start < 1_000


scripts = st.lists(
    st.sampled_from(
        [
            "中",
            "の",
            "カ",
            "ー",
            "ﾀ",
            "\u3099",
            "한",
            "ส",
            "น\u0e33",
            "เ",
            "\u0e49",
            "ລ",
            "\u0eb2",
            "ខ",
            "ខ\u17d2ខ",
            "မ",
            "မ\u1039မ",
            "\u103c",
            "a",
            "1",
            "é",
            "\u0301",
            "👩‍👩‍👧‍👦",
            "🇺🇦",
            " ",
            "。",
        ]
    )
).map("".join)


@given(scripts)
def test_no_word_of_any_script_cuts_a_character(text):
    cut = [span for span in words(text) if not all(is_boundary(text, edge) for edge in span)]

    assert cut == []


@given(scripts)
def test_every_letter_of_any_script_is_in_a_word(text):
    inside = "".join(text[start:end] for start, end in words(text))

    assert [c for c in inside if c.isalnum()] == [c for c in text if c.isalnum()]
