from hypothesis import given
from hypothesis import strategies as st

from annotator.text import canonical

AWKWARD = st.text(
    st.one_of(st.characters(), st.sampled_from("\r\n\x85\u2028\u2029\ufeff\0\x1b\t \ud800\udfff\ufdd0\ufffe\U0010ffff"))
)


def test_every_kind_of_line_end_becomes_a_line_feed():
    assert canonical("a\r\nb\rc\x85d\u2028e\u2029f\n\rg") == ("a\nb\nc\nd\ne\nf\n\ng", 0)


def test_all_byte_order_marks_at_the_start_go_and_those_inside_stay():
    assert canonical("\ufeff\ufeffa\ufeffb") == ("a\ufeffb", 0)


def test_white_space_goes_at_the_end_and_stays_at_the_start():
    assert canonical(" \n a \u00a0\n\t") == (" \n a", 0)


def test_what_cannot_be_shown_is_replaced_and_counted():
    assert canonical("\0a\x1b\x0b\x7f\x9f\ud800\ufdd0\ufffe\U0010ffffb") == ("\ufffda" + "\ufffd" * 8 + "b", 9)


def test_tabs_no_break_spaces_bidi_controls_and_private_use_stay():
    kept = "a\tb\u00a0c\u202ed\u200d\ue000e\u0301é"

    assert canonical(kept) == (kept, 0)


def test_a_replacement_character_of_the_file_itself_is_not_counted():
    assert canonical("a\ufffd\0b") == ("a\ufffd\ufffdb", 1)


def test_korean_is_not_taken_for_surrogates_that_begin_with_the_same_byte():
    assert canonical("한국어") == ("한국어", 0)


@given(AWKWARD)
def test_canonical_text_is_its_own_canonical_text(decoded):
    text, _ = canonical(decoded)

    assert canonical(text) == (text, 0)


@given(AWKWARD)
def test_canonical_text_can_always_be_written_as_utf8(decoded):
    text, _ = canonical(decoded)

    assert text.encode().decode() == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_bytes_at_hand_change_nothing_but_the_time_it_takes(decoded):
    assert canonical(decoded, decoded.encode()) == canonical(decoded)
