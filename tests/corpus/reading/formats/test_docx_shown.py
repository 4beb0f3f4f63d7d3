"""Word files are read as Word shows them: hidden text is left out and listed, formulas, signs and boxes are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.errors import ReadingError
from corpus.reading import files
from corpus.reading.formats import docx
from corpus.reading.proof import prove
from corpus.text.symbol_fonts import sign
from corpus.text.tables import lines
from tests.corpus.reading.makers import W, packed, said

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.vocabulary import Document

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TITLE = "滨海市港口管理办法"
END = "本办法由市交通运输局负责解释，自公布之日起施行。"


def run(text: str, mark: str = "") -> str:
    """Return a run of text with a mark among its properties."""
    return f"<w:r><w:rPr>{mark}</w:rPr><w:t>{text}</w:t></w:r>"


def read(folder: Path, body: str, **parts: str) -> Document:
    """Return the document of a Word file with this between its title and its last paragraph; the proof must hold."""
    whole = f"<w:p>{said(TITLE)}</w:p>{body}<w:p>{said(END)}</w:p>"
    root = f'<w:document xmlns:w="{W}" xmlns:m="{M}" xmlns:r="{R}"><w:body>{whole}</w:body></w:document>'
    path = folder / "a.docx"
    path.write_bytes(
        packed({"word/document.xml": root} | {f"word/{name}": text for name, text in parts.items()})
    )
    (document,) = files.read(path)
    proof = prove(docx.FORMAT.bare_text(path.read_bytes(), "a"), document.outline)
    assert (proof.lost, proof.invented) == ("", "")
    return document


def between(document: Document) -> list[str]:
    """Return the blocks between the title and the last paragraph."""
    assert document.article.title == TITLE
    assert document.outline.blocks[-1].text == END
    return [block.text for block in document.outline.blocks[:-1]]


@pytest.mark.parametrize("mark", ["<w:vanish/>", "<w:strike/>", "<w:dstrike/>", '<w:rStyle w:val="H"/>'])
def test_what_nobody_sees_is_left_out_and_listed(mark: str, tmp_path: Path) -> None:
    """Text that is hidden or struck out, by itself or by its style, is no part of a sentence; it is furniture."""
    hidden = '<w:style w:styleId="H"><w:name w:val="hidden"/><w:rPr><w:vanish/></w:rPr></w:style>'
    body = f"<w:p>{run('港口每日开放')}{run('（内部掌握）', mark)}{run('八小时。')}</w:p>"
    document = read(tmp_path, body, **{"styles.xml": f'<w:styles xmlns:w="{W}">{hidden}</w:styles>'})
    assert between(document) == ["港口每日开放八小时。"]
    assert document.outline.furniture == ("（内部掌握）",)


def test_a_mark_that_is_off_hides_nothing(tmp_path: Path) -> None:
    """<w:vanish w:val="0"/> shows what a style hides."""
    shown = run("港口每日开放。", '<w:vanish w:val="0"/>')
    assert between(read(tmp_path, f"<w:p>{shown}</w:p>")) == ["港口每日开放。"]


def test_moved_and_deleted_text_is_read_as_if_accepted(tmp_path: Path) -> None:
    """A moved paragraph stands once; a deleted mark joins two paragraphs; a deleted row is none."""
    marks = "<w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr>"
    moved = f"<w:p>{marks}<w:moveFrom>{run('先建后用。')}</w:moveFrom></w:p>"
    joined = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('应当公开办理流程')}</w:p><w:p>{run('和时限。')}</w:p>"
    row = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('旧')}</w:p></w:tc></w:tr></w:tbl>"
    there = f"<w:p><w:moveTo>{run('先建后用。')}</w:moveTo></w:p>"
    assert between(read(tmp_path, moved + joined + row + there)) == ["应当公开办理流程和时限。", "先建后用。"]


def test_the_reading_over_a_word_does_not_part_it(tmp_path: Path) -> None:
    """The base of a phonetic guide stays in the word; its reading is left out."""
    ruby = f"<w:r><w:ruby><w:rt>{run('lù')}</w:rt><w:rubyBase>{run('甪')}</w:rubyBase></w:ruby></w:r>"
    assert between(read(tmp_path, f"<w:p>{run('加强')}{ruby}{run('直港建设。')}</w:p>")) == [
        "加强甪直港建设。"
    ]


def m(text: str) -> str:
    """Return a run of a formula."""
    return f"<m:r><m:t>{text}</m:t></m:r>"


FORMULAS = [
    (f"{m('率=')}<m:f><m:num>{m('甲')}</m:num><m:den>{m('乙')}</m:den></m:f>", "率=甲/乙"),
    (f"<m:f><m:num>{m('a+b')}</m:num><m:den>{m('c')}</m:den></m:f>", "(a+b)/c"),
    (f"<m:sSup><m:e>{m('x')}</m:e><m:sup>{m('2')}</m:sup></m:sSup>", "x^2"),
    (f"<m:sSub><m:e>{m('x')}</m:e><m:sub>{m('i')}</m:sub></m:sSub>", "x_i"),
    (f"<m:rad><m:deg/><m:e>{m('x')}</m:e></m:rad>", "√x"),
    (f"<m:d><m:e>{m('x')}</m:e></m:d>", "(x)"),
    (f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{m("i")}</m:sub><m:e>{m("x")}</m:e></m:nary>', "∑_ix"),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "text"), FORMULAS)
def test_a_formula_is_set_in_one_line(xml: str, text: str, tmp_path: Path) -> None:
    """A formula stands in its sentence, or as a paragraph of its own, which is no heading."""
    inside = f"<w:p>{run('按')}<m:oMath>{xml}</m:oMath>{run('计算。')}</w:p>"
    alone = f"<w:p><m:oMathPara><m:oMath>{xml}</m:oMath></m:oMathPara></w:p>"
    document = read(tmp_path, inside + alone)
    assert between(document) == [f"按{text}计算。", text]
    assert {block.kind for block in document.outline.blocks} == {"paragraph"}


@pytest.mark.parametrize(("code", "box"), [("F0FE", "☑"), ("F0A8", "☐"), ("00FE", "☑"), ("F001", "\uf001")])
def test_a_sign_is_the_character_that_it_shows(code: str, box: str, tmp_path: Path) -> None:
    """A ticked box of a font of signs is told from an empty one; an unknown sign stays as its code stands."""
    body = f'<w:p><w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>{run("已建成。")}</w:p>'
    assert between(read(tmp_path, body)) == [f"{box}已建成。"]


def test_every_row_of_signs_names_one_character() -> None:
    """A font and a code stand once, for one visible character; a code that is none says nothing."""
    rows = [line.split("\t") for line in lines("symbol_fonts.tsv")]
    assert len({(font, code) for font, code, _ in rows}) == len(rows)
    assert [row for row in rows if len(row[2]) != 1 or sign(row[0], f"F0{row[1]}") != row[2]] == []
    assert sign("Wingdings", "none") == ""


def cell(*texts: str) -> str:
    """Return a cell of a table with these paragraphs."""
    return f"<w:tc>{''.join(f'<w:p>{run(text)}</w:p>' for text in texts)}</w:tc>"


def test_cells_with_paragraphs_and_merged_rows_are_rows(tmp_path: Path) -> None:
    """A row is one paragraph, whatever its cells hold; a cell alone in its row is no heading."""
    table = f"<w:tbl><w:tr>{cell('港区建设')}</w:tr><w:tr>{cell('选址')}{cell('临近航道。', '水深足够')}</w:tr></w:tbl>"
    document = read(tmp_path, table)
    assert between(document) == ["港区建设", "选址　临近航道。水深足够"]
    assert {block.kind for block in document.outline.blocks} == {"paragraph"}


def test_a_table_that_lays_out_a_page_is_read_as_text(tmp_path: Path) -> None:
    """The paragraphs of a cell that holds a part of a page stay paragraphs, and its headings headings."""
    texts = ["一、建设", *[f"第{number}处港口应当建设。" for number in range(9)]]
    document = read(tmp_path, f"<w:tbl><w:tr>{cell('旁注')}{cell(*texts)}</w:tr></w:tbl>")
    assert between(document)[1:] == texts
    assert document.outline.blocks[1].kind == "heading"


def relation(kind: str, target: str) -> str:
    """Return a file of relations with one of a kind."""
    one = f'<Relationship Id="c" Type="{R}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{RELATIONS}">{one}</Relationships>'


PAGE = "<html><body><p>港口应当建设。</p><p>航道应当疏浚。</p></body></html>"
MAIL = f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{PAGE}"


@pytest.mark.parametrize(
    ("name", "text"), [("c.html", PAGE), ("c.mht", MAIL), ("c.txt", "港口应当建设。\n航道应当疏浚。")]
)
def test_a_part_that_is_another_file_is_read_in_its_place(name: str, text: str, tmp_path: Path) -> None:
    """An embedded page, saved page or text (w:altChunk) stands where it is named."""
    parts = {"_rels/document.xml.rels": relation("aFChunk", name), name: text}
    assert between(read(tmp_path, '<w:altChunk r:id="c"/>', **parts)) == ["港口应当建设。", "航道应当疏浚。"]


def test_a_part_that_nothing_reads_is_told(tmp_path: Path) -> None:
    """A file whose text is partly of a kind that is not read is refused, and never read without it."""
    parts = {"_rels/document.xml.rels": relation("aFChunk", "c.rtf"), "c.rtf": "{\\rtf1}"}
    with pytest.raises(ReadingError, match=r"another file \('c\.rtf'\); open it"):
        read(tmp_path, '<w:altChunk r:id="c"/>', **parts)


def test_strict_files_and_other_main_parts_are_read(tmp_path: Path) -> None:
    """A file in the namespaces of Strict Open XML whose text is in another part reads as every other one."""
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f"<w:p>{said(TITLE)}</w:p><w:p>{said(END)}</w:p>"
    path = tmp_path / "a.docx"
    path.write_bytes(packed({
        "_rels/.rels": relation("officeDocument", "/word/document2.xml"),
        "word/document2.xml": f'<w:document xmlns:w="{strict}"><w:body>{body}</w:body></w:document>',
    }))  # fmt: skip
    (document,) = files.read(path)
    assert (document.article.title, [block.text for block in document.outline.blocks]) == (TITLE, [END])


LINE = "港口经营人应当按照规定公布服务项目和收费标准并接受社会"


def test_lines_broken_by_hand_are_joined(tmp_path: Path) -> None:
    """Lines that reach one margin and end no sentence are one paragraph; short lines stay as they are."""
    runs = [f"<w:r><w:t>{text}</w:t></w:r>" for text in (LINE, LINE[::-1], "监督。")]
    document = read(tmp_path, f"<w:p>{'<w:r><w:br/></w:r>'.join(runs)}</w:p>")
    assert between(document) == [LINE + LINE[::-1] + "监督。"]
    short = "<w:r><w:br/></w:r>".join(run(text) for text in ("滨海市", "海东区", "港口路一号。"))
    assert between(read(tmp_path, f"<w:p>{short}</w:p>")) == ["滨海市", "海东区", "港口路一号。"]


def test_paragraphs_that_are_lines_are_joined(tmp_path: Path) -> None:
    """Where each line of a text is a paragraph of one width, as pasted text has it, the lines are joined."""
    texts = [LINE, LINE[::-1], "监督。", LINE, LINE[::-1], "监督。"]
    document = read(tmp_path, "".join(f"<w:p>{run(text)}</w:p>" for text in texts))
    assert between(document) == [LINE + LINE[::-1] + "监督。"] * 2


def test_marks_without_width_go(tmp_path: Path) -> None:
    """A paragraph of zero-width spaces is none, and one within a word goes."""
    assert between(
        read(tmp_path, f"<w:p>{run(chr(0x200B))}</w:p><w:p>{run('港' + chr(0x200B) + '口。')}</w:p>")
    ) == ["港口。"]
