"""Word documents made by hand: each holds one thing that a reader must not lose, or must not show."""

import io
import zipfile

import pytest

from annotator.model.words import Role
from annotator.reading import Asked, read_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def word(body, parts=(), *, namespace=W, whole=False):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", f"<w:document {namespace} {R}><w:body>{body}</w:body></w:document>")
        for name, data in parts:
            file.writestr(f"word/{name}", data)
    return read_bytes(out.getvalue(), "story.docx", asked=Asked(whole=whole)).document


def run(words):
    return f"<w:r><w:t>{words}</w:t></w:r>"


def paragraph(inside):
    return f"<w:p>{inside}</w:p>"


ENDLESS = paragraph("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("a"))
"""A paragraph whose end is deleted."""


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph(run("a ") + "<w:ins>" + run("new") + "</w:ins>"), "a new"),
        (paragraph(run("a") + "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"), "a"),
        (paragraph(run("a") + "<w:moveFrom>" + run("gone") + "</w:moveFrom>"), "a"),
        (paragraph("<w:sdt><w:sdtContent>" + run("control") + "</w:sdtContent></w:sdt>"), "control"),
        (paragraph("<w:r><w:sym w:font='Wingdings' w:char='F0E0'/><w:sym w:char='F077'/></w:r>" + run("a")), "→a"),
        (paragraph("<w:ruby><w:rt>" + run("kan") + "</w:rt><w:rubyBase>" + run("漢") + "</w:rubyBase></w:ruby>"), "漢"),
        (paragraph("<m:oMath xmlns:m='urn:m'><m:r><m:t>x=1</m:t></m:r></m:oMath>"), "x=1"),
        (ENDLESS + paragraph(run("b")), "ab"),
        (paragraph("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:txbxContent>" + paragraph(run("box")) + "</w:txbxContent>"
         + run("a")) + paragraph(run("b")), "box\nab"),
        (paragraph("<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>" + run("a")) + paragraph(run("b")), "a\nb"),
        ("<w:tbl><w:tr><w:tc>" + ENDLESS + "</w:tc><w:tc>" + paragraph(run("b")) + "</w:tc></w:tr></w:tbl>", "a\tb"),
        (paragraph("<w:smartTag>" + run("Lisbon") + "</w:smartTag>"), "Lisbon"),
        (paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("3")), "3"),
        (paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>" + run("shown")), "shown"),
        (paragraph("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>shown</w:t></w:r>"), "shown"),
        (paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"), "a\tb\nc"),
        (paragraph("<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>" + run("a")), "a"),
        (paragraph(run("a") + "<w:r><w:noBreakHyphen/></w:r>" + run("b")), "a\u2011b"),
        (paragraph(run("before") + "<w:txbxContent>" + paragraph(run("box")) + "</w:txbxContent>"), "box\nbefore"),
        ("<w:tbl><w:tr><w:tc>" + paragraph(run("a")) + paragraph(run("b")) + "</w:tc><w:tc>" + paragraph(run("c"))
         + "</w:tc></w:tr></w:tbl>", "a b\tc"),
    ],
)  # fmt: skip
def test_what_an_accepted_draft_says_is_read(body, text):
    assert word(body).text == text


def test_a_strict_document_is_read_as_well():
    assert word(paragraph(run("a")), namespace=STRICT).text == "a"


def test_notes_stand_behind_the_text():
    notes = (
        f"<w:footnotes {W}><w:footnote w:type='separator'>{paragraph(run('-'))}</w:footnote>"
        f"<w:footnote>{paragraph(run('See page 3.'))}</w:footnote></w:footnotes>"
    )

    assert word(paragraph(run("Body.")), [("footnotes.xml", notes)]).text == "Body.\nSee page 3."


def test_roles_follow_from_the_names_of_styles_and_of_those_they_are_based_on():
    styles = (
        f"<w:styles {W}><w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>"
        "<w:style w:styleId='Ours'><w:name w:val='House'/><w:basedOn w:val='berschrift1'/></w:style>"
        "<w:style w:styleId='Loop'><w:name w:val='Loop'/><w:basedOn w:val='Loop'/></w:style></w:styles>"
    )
    made = word(
        "".join(
            paragraph(f"<w:pPr><w:pStyle w:val='{style}'/></w:pPr>" + run(style))
            for style in ("Ours", "Loop", "Caption")
        )
        + paragraph("<w:pPr><w:numPr/></w:pPr>" + run("Item")),
        [("styles.xml", styles)],
    )

    assert [b.role for b in made.blocks] == [Role.HEADING, Role.PARAGRAPH, Role.CAPTION, Role.LIST_ITEM]


def test_links_lead_where_the_package_says_and_only_to_the_web():
    relations = (
        "<Relationships><Relationship Id='a' Type='x/hyperlink' Target='https://example.org/a'/>"
        "<Relationship Id='b' Type='x/hyperlink' Target='javascript:alert(1)'/></Relationships>"
    )
    made = word(
        paragraph("".join(f"<w:hyperlink r:id='{key}'>{run(key)}</w:hyperlink>" for key in "ab")),
        [("_rels/document.xml.rels", relations)],
    )

    assert [(made.text[link.start : link.end], link.url) for link in made.links] == [("a", "https://example.org/a")]


ADDRESS = 'HYPERLINK "https://example.org/a"'


@pytest.mark.parametrize(
    "field",
    [
        f"<w:fldSimple w:instr='{ADDRESS}'>{run('a')}</w:fldSimple>",
        (
            f"<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>{ADDRESS}</w:instrText></w:r><w:r>"
            f"<w:fldChar w:fldCharType='separate'/></w:r>{run('a')}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        ),
    ],
)
def test_fields_that_lead_to_the_web_are_links(field):
    made = word(paragraph(field + run("b")))

    assert [(made.text[link.start : link.end], link.url) for link in made.links] == [("a", "https://example.org/a")]


def test_comments_are_left_out_and_counted():
    comments = f"<w:comments {W}><w:comment>{paragraph(run('Sure?'))}</w:comment></w:comments>"
    made = word(paragraph(run("a")), [("comments.xml", comments)])

    assert (made.text, made.warnings) == ("a", ("1 comment beside the text was left out.",))


def test_passages_in_other_formats_are_told():
    made = word(paragraph(run("a")) + "<w:altChunk r:id='x'/><w:altChunk r:id='y'/>")

    assert made.warnings == (
        "2 passages in other formats were left out: open it in Word and save it anew to have all of it.",
    )


MARGINS = [
    (
        "_rels/document.xml.rels",
        "<Relationships>"
        + "".join(
            f"<Relationship Id='{n}' Type='x/{n[:6]}' Target='{n}.xml'/>" for n in ("header1", "header2", "footer1")
        )
        + "</Relationships>",
    ),
    ("header1.xml", f"<w:hdr {W}>{paragraph(run('THE GAZETTE'))}</w:hdr>"),
    ("header2.xml", f"<w:hdr {W}>{paragraph(run('THE GAZETTE'))}</w:hdr>"),
    ("footer1.xml", f"<w:ftr {W}>{paragraph(run('3'))}</w:ftr>"),
]
"""A head for the first page and one for the others; a foot that numbers the pages."""


def test_heads_of_pages_are_left_out_and_kept_beside_the_text():
    made = word(paragraph(run("a")), MARGINS)

    assert (made.text, [(part.at, part.text) for part in made.left_out]) == ("a", [(0, "THE GAZETTE")])


def test_heads_of_pages_are_read_where_the_whole_is_asked_for():
    assert word(paragraph(run("a")), MARGINS, whole=True).text == "THE GAZETTE\na"
