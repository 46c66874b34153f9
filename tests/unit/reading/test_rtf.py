"""Rich text made by hand: each file holds one thing that a reader must not lose, or must not show."""

import pytest

from annotator.model.words import Role
from annotator.progress import Cancelled
from annotator.reading import Code, UnreadableFile, read_bytes


def rtf(body, head=r"\ansi\ansicpg1252"):
    data = body if isinstance(body, bytes) else body.encode("ascii")
    return read_bytes(rb"{\rtf1" + head.encode() + b" " + data + b"}", "story.rtf").document


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"a\par b", "a\nb"),
        ("a\\\nb", "a\nb"),
        ("one \nline", "one line"),
        (r"a\line b\tab c\~d\emdash e", "a\nb\tc\xa0d—e"),
        (r"\'e9t\'e9 \{x\}", "été {x}"),
        (r"\u8220\'93a\u8221 ?", "“a”"),
        (r"\uc0\u233t\uc2\u233\'a8\'a6.", "été."),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        (b"\xe9t\xe9", "été"),
        (r"a{\v hidden}b\v c\v0 d", "abd"),
        (r"a{\deleted gone}b{\revised new}", "abnew"),
        (r"a{\*\unknown x{y}}b", "ab"),
        (r"{\header page}{\pict\pngblip 89504e47}a{\footerf 1}", "a"),
        (r"a{\object{\*\objdata 4141}{\result table}}b", "atableb"),
        (r"a{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt box\par}}b", "abox\nb"),
        (r"a{\footnote\pard Note.}b\par c", "ab\nc\nNote."),
        (r"a{\*\footnote\pard Note.}b\par c", "ab\nc\nNote."),
        (r"{\listtext 1.\tab}a\par", "a"),
        (r"\trowd\intbl a\par b\cell c\cell\row\pard after", "a b\tc\nafter"),
        (r"a} out of the document", "a"),
    ],
)
def test_what_an_accepted_draft_says_is_read(body, text):
    assert rtf(body).text == text


@pytest.mark.parametrize(
    ("charset", "codes", "text"),
    [
        (204, rb"\'cc\'ee\'f1\'ea\'e2\'e0", "Москва"),
        (128, rb"\'93\'8c\'8b\'9e \'83A", "東京 ア"),  # half of a character may be a letter
        (178, rb"\'e3\'d1\'cd\'c8\'c7", "مرحبا"),
    ],
)
def test_bytes_are_in_the_encoding_of_their_font(charset, codes, text):
    fonts = rb"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset%d B;}}" % charset

    assert rtf(fonts + rb"\f1 " + codes).text == text


def test_lone_halves_of_characters_are_told():
    made = rtf(r"a\u-10179?b")

    assert (made.text, len(made.warnings)) == ("a\ufffdb", 1)


def test_roles_follow_from_styles_levels_and_lists():
    styles = r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2 Quotations;}{\*\cs3 Title;}}"
    made = rtf(
        styles + r"{\pard\s1 Head}\par\pard\outlinelevel1 Level\par\pard\ls1 Item\par\pard\s2 Said\par\pard x\par"
    )

    assert [b.role for b in made.blocks] == [
        Role.HEADING,
        Role.HEADING,
        Role.LIST_ITEM,
        Role.QUOTATION,
        Role.PARAGRAPH,
    ]


def test_links_lead_to_the_web_or_nowhere():
    made = rtf(
        r'{\field{\*\fldinst{HYPERLINK "https://x.org/a"}}{\fldrslt{\ul a}}}'
        r'{\field{\*\fldinst{INCLUDETEXT "http://x.org/b"}}{\fldrslt b}}c'
    )

    assert [(made.text[link.start : link.end], link.url) for link in made.links] == [("a", "https://x.org/a")]


def test_what_it_says_of_itself_is_suggested():
    made = rtf(r"{\info{\title T}{\author Ana}{\creatim\yr2024\mo5\dy9}{\revtim\yr1\mo1\dy1}}x")

    assert (made.title, made.byline, made.date) == ("T", "Ana", "2024-05-09")


def test_bytes_that_follow_bin_are_no_text_however_many_it_claims():
    with pytest.raises(UnreadableFile) as caught:
        rtf(rb"{\pict\bin99999999 x} text")

    assert caught.value.code is Code.NO_TEXT


def test_deep_nesting_is_read_and_told():
    made = rtf("a" + "{" * 5000 + "b" + "}" * 5000 + "c")

    assert (made.text, "nested" in made.warnings[0]) == ("abc", True)


def test_comments_are_left_out_and_told():
    made = rtf(r"a{\*\atnid x}{\*\annotation Really?\par}b")

    assert (made.text, made.warnings) == ("ab", ("1 comment beside the text was left out.",))


def test_reading_can_be_stopped():
    def stop(done, total):
        if 0 < done < total:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_bytes(rb"{\rtf1 " + rb"\b a\b0 " * 9000 + b"}", "story.rtf", stop)
