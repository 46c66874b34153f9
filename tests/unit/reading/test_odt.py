"""OpenDocument texts made by hand: each holds one thing that a reader must not lose, or must not show."""

import io
import zipfile

import pytest

from annotator.model.words import Role
from annotator.reading import Code, UnreadableFile, read_bytes

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "drawing")
)
FLAT = "application/vnd.oasis.opendocument"


def odt(body, *, automatic="", **parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr(
            "content.xml",
            f'<office:document-content {SPACES} xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>'
            f"{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
        for name, data in parts.items():
            file.writestr(f"{name}.xml", data)
    return read_bytes(out.getvalue(), "story.odt").document


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:p>a  b\n c</text:p>", "a b c"),
        ("<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>", "a   b\tc\nd"),
        ("<text:p>a <text:span>b</text:span> <text:span>c</text:span></text:p>", "a b c"),
        ("<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:p>kept</text:p>", "kept"),
        (("<text:tracked-changes><text:changed-region text:id='1'><text:deletion/></text:changed-region>"
         "<text:changed-region text:id='2'><text:insertion/></text:changed-region></text:tracked-changes><text:p>a"
         "<text:change-start text:change-id='1'/>b</text:p><text:p>c<text:change-end text:change-id='1'/>"
         "<text:change-start text:change-id='2'/>d<text:change-end text:change-id='2'/></text:p>"), "ad"),
        ("<text:p>a<office:annotation><text:p>comment</text:p></office:annotation>b</text:p>", "ab"),
        ("<text:p>a <text:title>field</text:title></text:p>", "a field"),
        ("<text:p>a<drawing:frame><drawing:title>picture</drawing:title></drawing:frame></text:p>", "a"),
        ("<text:section text:display='none'><text:p>hidden</text:p></text:section><text:p>a</text:p>", "a"),
        (("<text:p>a <drawing:text-box><text:p>box</text:p></drawing:text-box>b</text:p>"), "box\na b"),
        (("<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note.</text:p>"
         "</text:note-body></text:note> b</text:p><text:p>c</text:p>"), "a b\nc\nNote."),
        (("<table:table><table:table-row><table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell>"
         "<table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>"), "a b\tc"),
    ],
)  # fmt: skip
def test_what_an_accepted_draft_says_is_read(body, text):
    assert odt(body).text == text


HIDDEN = "<style:style style:name='T1'><style:text-properties text:display='none'/></style:style>"


@pytest.mark.parametrize(
    "body",
    [
        "<text:p>a<text:span text:style-name='T1'>secret</text:span>b</text:p>",
        "<text:p text:style-name='T1'>secret</text:p><text:p>ab</text:p>",
    ],
)
def test_words_of_a_hidden_style_are_not_read(body):
    assert odt(body, automatic=HIDDEN).text == "ab"


def test_roles_follow_from_elements_and_from_the_names_of_styles():
    made = odt(
        "<text:h>Head</text:h><text:list><text:list-item><text:p>Item</text:p></text:list-item></text:list>"
        "<text:p text:style-name='P1'>Said</text:p><text:p text:style-name='Illustration'>Below</text:p>"
        "<text:p>x</text:p>",
        automatic="<style:style style:name='P1' style:parent-style-name='Quotations'/>",
    )

    assert [b.role for b in made.blocks] == [
        Role.HEADING,
        Role.LIST_ITEM,
        Role.QUOTATION,
        Role.CAPTION,
        Role.PARAGRAPH,
    ]


def test_links_lead_to_the_web_or_nowhere():
    made = odt(
        "<text:p><text:a xlink:href='https://x.org'>a</text:a><text:a xlink:href='file:///x'>b</text:a></text:p>"
    )

    assert [(made.text[link.start : link.end], link.url) for link in made.links] == [("a", "https://x.org")]


def test_what_it_says_of_itself_is_suggested():
    meta = f"<office:meta {SPACES} xmlns:dc='urn:dc'><dc:title>T</dc:title><dc:creator>Ana</dc:creator></office:meta>"
    made = odt("<text:p>x</text:p>", meta=meta)

    assert (made.title, made.byline) == ("T", "Ana")


def test_comments_are_left_out_and_counted():
    made = odt("<text:p>a<office:annotation><text:p>Sure?</text:p></office:annotation></text:p>")

    assert made.warnings == ("1 comment beside the text was left out.",)


def test_no_element_asks_for_more_blanks_than_a_page_has():
    with pytest.raises(UnreadableFile) as caught:
        odt("<text:p>a<text:s text:c='2000000000'/>b</text:p>")

    assert caught.value.code is Code.DAMAGED


def flat(kind, body):
    data = (
        f"<?xml version='1.0'?>\n<office:document {SPACES} office:mimetype='{FLAT}.{kind}'><office:meta>"
        f"<title>T</title></office:meta><office:master-styles><text:p>foot</text:p></office:master-styles><office:body>{body}"
        "</office:body></office:document>"
    )
    return read_bytes(data.encode(), "story.fodt").document


def test_a_flat_file_is_read_without_its_pictures_and_feet():
    made = flat("text", "<text:p>a<office:binary-data>iVBO</office:binary-data></text:p>")

    assert (made.text, made.title) == ("a", "T")


def test_a_flat_file_that_is_no_text_is_named():
    with pytest.raises(UnreadableFile, match="not a text"):
        flat("spreadsheet", "<text:p>1</text:p>")


def test_heads_and_feet_of_pages_are_left_out_and_kept_beside_the_text():
    styles = (
        f"<office:document-styles {SPACES}><office:master-styles><style:header><text:p>THE GAZETTE</text:p>"
        "</style:header><style:footer><text:p>3</text:p></style:footer><style:footer-left><text:p>Not to be quoted"
        "</text:p></style:footer-left></office:master-styles></office:document-styles>"
    )
    made = odt("<text:p>a</text:p>", styles=styles)

    assert [(part.at, part.text) for part in made.left_out] == [(0, "THE GAZETTE"), (1, "Not to be quoted")]
