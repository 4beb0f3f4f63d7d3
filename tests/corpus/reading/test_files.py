"""The one door to the disk: every format and encoding, and files that mean harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import ReadingError
from corpus.reading import files, folders, sections
from corpus.reading.formats.format import MOST_LINES
from tests.corpus.reading.makers import docx, packed, pdf, said

BODY = "各地区各部门要结合实际，抓紧制定具体措施，明确责任分工，确保各项任务落到实处、取得实效，重大情况及时报告。"


def texts(path: Path) -> list[str]:
    """Return the section texts of the only document in a file."""
    (document,) = files.read(path)
    return [section.text for section in sections.split(document)]


def test_the_same_document_gives_the_same_sections_in_every_format(tmp_path: Path) -> None:
    """Text, Markdown, HTML, DOCX and PDF of one document have the same title, headings and section texts."""
    (tmp_path / "a.txt").write_text(
        f"数字经济促进办法\n一、总体要求\n{BODY}\n二、任务\n{BODY}\n", encoding="utf-8"
    )
    marked = f"# 数字经济促进办法\n\n## 一、总体要求\n\n{BODY}\n\n## 二、任务\n\n{BODY}\n"
    (tmp_path / "b.md").write_text(marked, encoding="utf-8")
    web = (
        "<html><head><title>数字经济促进办法_网</title></head><body><div class=nav><a>首页</a></div>"
        f"<div class=content><h1>数字经济促进办法</h1><h2>一、总体要求</h2><p>　　{BODY}</p>"
        f"<h2>二、任务</h2><p>{BODY}</p></div></body></html>"
    )
    (tmp_path / "c.html").write_text(web, encoding="utf-8")
    bold = [said("一、总体要求", bold=True), said(BODY), said("二、任务", bold=True), said(BODY)]
    (tmp_path / "d.docx").write_bytes(docx(said("数字经济促进办法", bold=True), *bold))
    ink: list[tuple[float, float, float, str]] = [
        (60, 700, 16, "数字经济促进办法"),
        (60, 660, 12, "一、总体要求"),
        (81, 640, 10, BODY[:38]),
        (60, 620, 10, BODY[38:]),
    ]
    ink += [(60, 600, 12, "二、任务"), (81, 580, 10, BODY[:38]), (60, 560, 10, BODY[38:])]
    (tmp_path / "e.pdf").write_bytes(pdf([ink]))
    for path in sorted(tmp_path.iterdir()):
        (document,) = files.read(path)
        headings = [block.text for block in document.outline.blocks if block.kind == "heading"]
        assert (document.outline.title, headings) == ("数字经济促进办法", ["一、总体要求", "二、任务"]), (
            path.name
        )
        assert texts(path) == [BODY, BODY], path.name


def test_front_matter_and_options_win_over_guesses(tmp_path: Path) -> None:
    """Front matter overrides what the text shows, options override both, and dates become ISO."""
    path = tmp_path / "My 文章.md"
    path.write_text(
        f"---\ntitle: 题目\nauthor: 甲\ndate: 2018年10月3日\n---\n# 题目\n\n{BODY}\n", encoding="utf-8"
    )
    article = next(files.read(path, {"author": "乙", "status": "现行"})).article
    assert (article.id, article.title, article.author) == ("my-文章", "题目", "乙")
    assert (article.published, article.status) == ("2018-10-03", "现行")


def test_number_and_dates_are_read_off_the_text(tmp_path: Path) -> None:
    """The document's number, the date that signs it and the day it takes effect are known."""
    path = tmp_path / "a.txt"
    lines = [
        "关于工作的通知",
        "国办发〔2018〕127号",
        BODY,
        "本办法自2019年3月1日起施行。",
        "国务院办公厅",
        "2018年12月26日",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    article = next(files.read(path)).article
    assert (article.document_number, article.published, article.effective) == (
        "国办发〔2018〕127号",
        "2018-12-26",
        "2019-03-01",
    )


def test_json_lines_go_on_behind_a_bad_line(tmp_path: Path) -> None:
    """Each line is a document with its own id; a bad one raises, and the next call reads on."""
    path = tmp_path / "a.jsonl"
    good = json.dumps({"id": "X/1", "title": "题目", "author": "甲", "text": BODY}, ensure_ascii=False)
    path.write_text(f"{good}\nnonsense\n\n" + good.replace("X/1", "X/2"), encoding="utf-8")
    reader = files.read(path)
    assert next(reader).article.id == "X/1"
    with pytest.raises(ReadingError, match=r"line 2: no JSON .*; one JSON object a line"):
        next(reader)
    assert next(reader).article.id == "X/2"


def test_word_numbers_are_printed_and_styles_give_levels(tmp_path: Path) -> None:
    """Automatic numbers stand in the text as they are printed; a style's outline level is the heading's."""
    style = (
        '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    parts = [said("题目", style="T")]
    for head in ("总体要求", "主要任务"):
        parts += [said(head, style="H1", more=number), said(BODY)]
    path = tmp_path / "a.docx"
    path.write_bytes(docx(*parts, styles=style, numbering=numbering))
    seen = next(files.read(path)).outline
    found = [(block.level, block.text) for block in seen.blocks if block.kind == "heading"]
    assert found == [(1, "一、总体要求"), (1, "二、主要任务")]


def test_the_page_round_a_web_text_is_left_out(tmp_path: Path) -> None:
    """Navigation, scripts, related links and the footer are no text, and are kept as furniture."""
    path = tmp_path / "a.html"
    path.write_text(
        f"<html><body><ul class=nav><li>首页</li></ul><h1>题目</h1><div class=info>作者：王小明</div>"
        f"<div id=zoom><p>{BODY}</p><script>var a='。，';</script><p>{BODY}</p></div>"
        "<div class=related><a>相关阅读</a></div><div class=footer>版权所有</div></body></html>",
        encoding="utf-8",
    )
    (document,) = files.read(path)
    assert (document.outline.title, document.outline.author) == ("题目", "王小明")
    assert [block.text for block in document.outline.blocks] == [BODY, BODY]
    assert "版权所有" in document.outline.furniture


def test_folders_are_walked_once_and_sorted(tmp_path: Path) -> None:
    """Folders give their known files in order, and a link back to a folder is not followed again."""
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "1.md", "3.bin", ".hidden.txt"):
        (tmp_path / name).write_text("题目", encoding="utf-8")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    found = list(folders.expand([tmp_path]))
    assert [one.name for one in found if isinstance(one, Path)] == ["1.md", "2.txt"]
    (loop,) = [one for one in found if isinstance(one, ReadingError)]
    assert "loop" in str(loop)


def test_what_programs_leave_beside_documents_is_passed_over(tmp_path: Path) -> None:
    """A lock file, and the folder of pictures and frames of a saved page, hold no documents; another folder does."""
    for name in ("page.html", "page_files/frame.html", "other_files/a.txt", "~$lock.docx", "~$lock.doc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("题目", encoding="utf-8")
    found = list(folders.expand([tmp_path]))
    assert [one.name for one in found if isinstance(one, Path)] == ["a.txt", "page.html"]
    assert len(found) == 2


def test_a_link_leads_no_import_out_of_its_folder(tmp_path: Path) -> None:
    """Links to a file, a folder and the folder above are told; one that stays inside, or is named, is followed."""
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / "a.txt").write_text("题目", "utf-8")
    for name, target in (("file.txt", outside / "a.txt"), ("folder", outside), ("up", tmp_path)):
        (inside / name).symlink_to(target)
    (inside / "own.txt").symlink_to(inside / "a.txt")
    (tmp_path / "named").symlink_to(inside)
    found = list(folders.expand([tmp_path / "named", inside / "file.txt"]))
    assert [one.name for one in found if isinstance(one, Path)] == ["a.txt", "own.txt", "file.txt"]
    told = [str(one) for one in found if isinstance(one, ReadingError)]
    assert len(told) == 3
    assert all("a link out of the folder" in one for one in told)


def test_a_folder_without_a_file_to_read_says_so(tmp_path: Path) -> None:
    """What is in it has other endings: one line, and nothing else; the same folder again is no fault."""
    (tmp_path / "photo.png").write_bytes(b"png")
    (found,) = folders.expand([tmp_path, tmp_path])
    assert "no file to read" in str(found)


DOCUMENT = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
HOSTILE = {
    "entities.docx": packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]>' + DOCUMENT}),
    "deep.docx": packed({"word/document.xml": DOCUMENT + "<w:tbl>" * 9_000}),
    "no-zip.docx": b"text",
    "other-zip.docx": packed({"a.txt": "a"}),
    "entities.html": b'<!DOCTYPE a [<!ENTITY b "c">]><p>&b;</p>',
    "deep.html": b"<div>" * 90_000 + b"text",
    "deep.md": b">" * 9_000 + b" text",
    "stars.md": b"*a" * 9_000,
    "no-text.pdf": pdf([[]]),
    "damaged.pdf": b"%PDF-1.4\n" + bytes(range(256)),
    "empty.txt": b"",
    "empty.html": b"",
    "empty.pdf": b"",
    "binary.txt": bytes(range(256)) * 99,
    "lines.txt": b"\n" * (MOST_LINES + 1),
    "new\nline.txt": b" ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_one_line_of_error(name: str, tmp_path: Path) -> None:
    """A file that means harm, or holds nothing, is refused in one line: which file, what, and what next."""
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])
    with pytest.raises(ReadingError) as caught:
        list(files.read(path))
    assert "\n" not in str(caught.value)
    assert caught.value.which
    assert caught.value.next_step


def test_bombs_and_giants_are_refused_unread(tmp_path: Path) -> None:
    """What unpacks beyond all bounds is not unpacked, and a giant is not read."""
    (tmp_path / "bomb.docx").write_bytes(packed({"word/document.xml": "一" * 25_000_000}))
    with (tmp_path / "giant.txt").open("wb") as file:
        file.truncate(200_000_000)
    for path in sorted(tmp_path.iterdir()):
        with pytest.raises(ReadingError, match=r"more than 60 MB|larger than 20 MB"):
            list(files.read(path))


def test_a_long_paragraph_among_divs_is_not_the_whole_page(tmp_path: Path) -> None:
    """A page whose paragraphs are div elements keeps the short ones beside a very long one."""
    long = "会议号召各族人民更加紧密地团结起来，为实现目标而共同奋斗。" * 12
    body = f"<div>会议批准这个报告。</div><div>{long}</div>"
    page = f"<body><div class='a'><h1>关于报告的决议</h1><div>{body}</div></div></body>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (document,) = files.read(tmp_path / "a.html")
    assert [block.text for block in document.outline.blocks] == ["会议批准这个报告。", long]
