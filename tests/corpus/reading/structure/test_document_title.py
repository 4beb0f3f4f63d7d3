"""Titles broken over lines, texts without a title, and tables of contents: told apart, or reported as unsure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from corpus.errors import ReadingError
from corpus.reading import files
from corpus.reading.structure.outlines import outline
from tests.corpus.reading.makers import docx, said

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.vocabulary import Outline

BODY = "各地区各部门要结合实际，抓紧制定具体措施，明确责任分工，确保各项任务落到实处、取得实效，重大情况及时报告。"
NOTICE = (
    "浙江省人民政府办公厅关于加快推进全省数字经济\n创新发展试验区建设工作的通知\n\n浙政办发〔2020〕1号\n\n"
    f"各市、县（市、区）人民政府：\n\n{BODY}\n\n一、总体要求\n\n{BODY}\n\n浙江省人民政府办公厅\n\n2020年3月2日\n"
)


def headings(seen: Outline) -> list[str]:
    """Return the texts of an outline's headings."""
    return [block.text for block in seen.blocks if block.kind == "heading"]


def test_a_notice_with_a_title_of_two_lines_keeps_it_whole(tmp_path: Path) -> None:
    """A title that does not yet say what kind of document it is goes on; the body that signs is the author."""
    (tmp_path / "a.txt").write_text(NOTICE, encoding="utf-8")
    (document,) = files.read(tmp_path / "a.txt")
    assert (
        document.outline.title == "浙江省人民政府办公厅关于加快推进全省数字经济创新发展试验区建设工作的通知"
    )
    assert headings(document.outline) == ["一、总体要求"]
    assert (document.outline.author, document.article.author) == (None, "浙江省人民政府办公厅")


def test_bodies_that_sign_together_are_all_named(tmp_path: Path) -> None:
    """Two bodies above the date are the author, as they follow each other; a name in the text is none."""
    text = f"关于开展试点工作的通知\n{BODY}\n{BODY}\n财政部\n税务总局\n2020年3月2日\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (document,) = files.read(tmp_path / "a.txt")
    assert document.article.author == "财政部 税务总局"


@pytest.mark.parametrize("dots", ["", "………3", "    3", "\t3"])
def test_a_table_of_contents_is_left_out(dots: str) -> None:
    """What stands under 目录 and comes again below is no heading, with page numbers or without."""
    listed = "".join(f"{name}{dots}\n" for name in ("第一章　总则", "第二章　数据安全制度", "第三章　附则"))
    body = (
        f"第一章　总则\n第一条　{BODY}\n第二章　数据安全制度\n第二条　{BODY}\n第三章　附则\n第三条　{BODY}\n"
    )
    seen = outline(f"数据安全管理办法\n目　录\n{listed}{body}")
    assert headings(seen) == ["第一章　总则", "第二章　数据安全制度", "第三章　附则"]
    assert len(seen.furniture) == 4


def test_chapters_listed_without_a_heading_are_left_out_too() -> None:
    """Three chapters in a row that come again below are contents; two chapters without text between are not."""
    listed = "第一章　总则\n第二章　制度\n第三章　附则\n"
    body = f"第一章　总则\n第一条　{BODY}\n第二章　制度\n第二条　{BODY}\n第三章　附则\n第三条　{BODY}\n"
    assert headings(outline(f"管理办法\n{listed}{body}")) == ["第一章　总则", "第二章　制度", "第三章　附则"]
    assert headings(outline(f"管理办法\n第一编　总则\n第一章　总则\n第一条　{BODY}\n第二条　{BODY}")) == [
        "第一编　总则",
        "第一章　总则",
    ]


def test_contents_in_a_web_page_are_left_out(tmp_path: Path) -> None:
    """Contents are left out of formats that state their blocks as well."""
    listed = "<p>目录</p><p>一、总体要求</p><p>二、任务</p>"
    body = f"<p>一、总体要求</p><p>{BODY}</p><p>二、任务</p><p>{BODY}</p>"
    (tmp_path / "a.html").write_text(f"<h1>关于工作的意见</h1>{listed}{body}", encoding="utf-8")
    (document,) = files.read(tmp_path / "a.html")
    assert headings(document.outline) == ["一、总体要求", "二、任务"]


def test_a_text_without_a_title_has_none_and_says_so(tmp_path: Path) -> None:
    """A document of one paragraph keeps it as a paragraph, is named by its file, and reports the doubt."""
    (tmp_path / "简报.docx").write_bytes(docx(said(BODY)))
    (document,) = files.read(tmp_path / "简报.docx")
    (block,) = document.outline.blocks
    assert (document.article.title, block.kind, block.text) == ("简报", "paragraph", BODY)
    assert block.certainty < 0.9
    assert "title" in block.doubt


def test_a_running_head_without_page_numbers_is_left_out() -> None:
    """The title that comes again every page, inside sentences, is a running head though nothing counts the pages."""
    lines = ["数字经济促进办法", *[BODY[:40]] * 60]
    for place in (20, 41, 62):
        lines.insert(place, "数字经济促进办法")
    assert outline("\n".join(lines)).furniture == ("数字经济促进办法",) * 3


def test_the_line_under_a_web_page_s_title_is_no_text(tmp_path: Path) -> None:
    """Date, source and counter beside the title are left out, the author among them is kept; tables may lay it out."""
    info = "<div>发布时间：2020-01-02 作者：兰建平 浏览次数：12</div>"
    inner = f"<table><tr><td><p>{BODY}</p><p>{BODY}</p></td></tr></table>"
    page = f"<table><tr><td>首页</td></tr><tr><td><h1>数字经济引领发展</h1>{info}{inner}</td></tr></table>"
    (tmp_path / "a.html").write_text(f"<body>{page}</body>", encoding="utf-8")
    (document,) = files.read(tmp_path / "a.html")
    assert (document.outline.title, document.outline.author) == ("数字经济引领发展", "兰建平")
    assert [block.text for block in document.outline.blocks] == [BODY, BODY]


def test_deep_json_is_refused_in_whole_words(tmp_path: Path) -> None:
    """A line of JSON that nests without end, or is cut short, gets a message that is not cut itself."""
    (tmp_path / "a.jsonl").write_text("[" * 100_000 + "\n" + json.dumps({"id": "a"})[:-1] + "\n")
    read = files.read(tmp_path / "a.jsonl")
    with pytest.raises(ReadingError, match="JSON nested too deep; one JSON object a line"):
        next(read)
    with pytest.raises(ReadingError, match=r"no JSON \(Expecting .+, character \d+\); one JSON object"):
        next(read)


def test_a_text_without_sentences_is_refused(tmp_path: Path) -> None:
    """A line of 20 MB, or one marker a million times, makes no section; the message says how long and what to do."""
    for said_so in ("数字经济发展，" * 9_000, "（一）" * 30_000):
        (tmp_path / "a.txt").write_text(said_so, encoding="utf-8")
        with pytest.raises(ReadingError, match="characters without the end of a sentence or a line; check"):
            files.read(tmp_path / "a.txt")


def test_a_line_as_long_as_a_library_is_refused(tmp_path: Path) -> None:
    """Sentences by the hundred thousand on one line are no paragraph; the same on lines of their own are read."""
    (tmp_path / "a.txt").write_text("数字经济发展很快。" * 60_000, encoding="utf-8")
    with pytest.raises(ReadingError, match="540,000 characters without a new line; check"):
        files.read(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("数字经济发展很快。\n" * 2_000, encoding="utf-8")
    assert len(list(files.read(tmp_path / "b.txt"))) == 1
