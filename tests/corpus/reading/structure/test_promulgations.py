"""Announcements, decrees and notices in front of a document, and the notes under its title, through reading a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.reading import files, sections
from corpus.reading.wording import adoption_notes
from tests.corpus.reading import makers

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.vocabulary import Document

COURT = "滨海省高级人民法院"
NAME = "关于审理港口作业合同纠纷案件若干问题的规定"
NOTE = "（2019年6月3日审判委员会第12次会议通过，自2019年8月1日起施行）"
BODY = "为正确审理港口作业合同纠纷案件，保护当事人的合法权益，结合审判实践，制定本规定。"
TEXT = [BODY, f"第一条　{BODY}", f"第二条　{BODY}"]


def read(folder: Path, *lines: str) -> Document:
    """Return the document of a Word file of these paragraphs, which says nothing of its blocks."""
    path = folder / "a.docx"
    path.write_bytes(makers.docx(*map(makers.said, lines)))
    (document,) = files.read(path)
    return document


@pytest.mark.parametrize(
    "front",
    [
        [COURT, "公    告", f"《{COURT}{NAME}》已于2019年6月3日通过，现予公布，自2019年8月1日起施行。", "2019年7月2日"],
        [f"{COURT}公告", f"{COURT}《{NAME}》已经通过，现予公布。", COURT, "2019年7月2日"],
        [f"{COURT}令", "第12号", f"现公布《{NAME}》，自2019年8月1日起施行。", "院长　陈立新", "2019年7月2日"],
        [f"{COURT}令（第12号）", "一份文件已经通过，现予公布。", COURT, "2019年7月2日"],
    ],
)  # fmt: skip
def test_the_title_is_that_of_the_document_made_known(front: list[str], tmp_path: Path) -> None:
    """The document below a promulgation has the title; the front stays, under a heading of its own."""
    document = read(tmp_path, *front, COURT, NAME[:12], NAME[12:], "滨法释〔2019〕3号", NOTE, *TEXT)
    assert document.article.title == COURT + NAME
    assert document.article.published == "2019-07-02"
    assert document.article.effective == "2019-08-01"
    assert document.article.document_number == "滨法释〔2019〕3号"
    found = sections.split(document)
    above = {section.text: section.headings for section in found}
    assert [len(above[text]) for text in front if text in above] == [1] * sum(text in above for text in front)
    assert above[f"第二条　{BODY}"] == ()


def test_a_notice_keeps_its_title_where_the_number_is_its_own(tmp_path: Path) -> None:
    """关于印发…的通知 with a number is the document; without one, it fronts the numbered document below it."""
    notice = "滨海省人民检察院关于印发《港口作业监督办法》的通知"
    front = ["各市人民检察院：", "现将《港口作业监督办法》印发给你们。", "滨海省人民检察院", "2019年7月2日"]
    below = ["港口作业监督办法", *TEXT]
    assert read(tmp_path, notice, "滨检发〔2019〕3号", *front, *below).article.title == notice
    numbered = ["港口作业监督办法", "滨检发〔2019〕3号", *TEXT]
    assert read(tmp_path, notice, *front, *numbered).article.title == "港口作业监督办法"


def test_the_amended_text_has_the_title_where_it_comes_again(tmp_path: Path) -> None:
    """A decision to amend that publishes the text anew fronts that text; without the text it is the document."""
    decision = f"关于修改《{COURT}{NAME}》的决定"
    front = [f"{COURT}公告", f"{COURT}《关于修改〈{COURT}{NAME}〉的决定》现予公布。", "2019年7月2日"]
    made = [COURT, decision, "滨法释〔2019〕3号", "将第一条修改如下。"]
    again = ["根据本决定，该规定作相应修改后，重新公布。", "附：", COURT, NAME, *TEXT]
    assert read(tmp_path, *front, *made, *again).article.title == COURT + NAME
    assert read(tmp_path, *front, *made, *TEXT).article.title == COURT + decision


def test_an_announcement_of_its_own_keeps_its_title(tmp_path: Path) -> None:
    """A notice or an announcement below which no other document stands is the document."""
    lines = [f"{COURT}公告", "本院定于2019年7月9日公开宣判。", "特此公告。", COURT, "2019年7月2日"]
    assert read(tmp_path, *lines).article.title == f"{COURT}公告"


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_note_over_several_lines_is_one_paragraph(cut: int, tmp_path: Path) -> None:
    """The lines of a note of adoption are put together, and make no heading and no part of the title."""
    size = len(NOTE) // cut + 1
    lines = [NOTE[start : start + size] for start in range(0, len(NOTE), size)]
    document = read(tmp_path, COURT, NAME, *lines, *TEXT)
    assert document.article.title == COURT + NAME
    assert [block.text for block in document.outline.blocks][:2] == [NOTE, BODY]


NOTES = [
    (NOTE, ("2019-06-03", "", "", "2019-08-01")),
    ("（2002年7月４日第1229次会议通过，根据2020年12月23日第1823次会议通过的《关于修改〈一〉的决定》修正）",
     ("2002-07-04", "2020-12-23", "", "")),
    ("（1998年9月1日会议通过　1998年9月3日公告公布　自1998年9月9日起施行）",
     ("1998-09-01", "", "1998-09-03", "1998-09-09")),
    ("（2019年6月3日甲会议、2019年9月4日乙会议通过）", ("2019-09-04", "", "", "")),
    ("（1997年3月14日会议通过　2009年8月27日修正　2020年12月26日会议修订）",
     ("1997-03-14", "2020-12-26", "", "")),
]  # fmt: skip


@pytest.mark.parametrize(("note", "dates"), NOTES)
def test_a_note_dates_what_was_done(note: str, dates: tuple[str, ...]) -> None:
    """Each date belongs to the last act behind it; names of documents say nothing; digits are of either width."""
    assert tuple(adoption_notes.dates(note)) == dates


@pytest.mark.parametrize(
    "text", ["（2019年6月3日）", "（一）2019年6月3日通过", "（2019年6月3日通过", "6月3日通过"]
)
def test_what_is_no_whole_note_is_none(text: str) -> None:
    """A note has its brackets, a date first, and says what was done."""
    assert not adoption_notes.is_whole(text)


def test_a_centred_head_over_two_lines_is_one_heading(tmp_path: Path) -> None:
    """Centred lines that name a kind of document together are one heading; a body or a closed line is no part."""
    centre = '<w:jc w:val="center"/>'
    lines = [
        makers.said("关于印发港口两个办法的通知", more=centre), makers.said(BODY),
        makers.said("新建港口作业区设施", more=centre), makers.said("移交管理办法", more=centre), makers.said(BODY),
        makers.said("滨海市交通运输局", more=centre), makers.said("港口安全管理办法", more=centre), makers.said(BODY),
    ]  # fmt: skip
    path = tmp_path / "a.docx"
    path.write_bytes(makers.docx(*lines))
    (document,) = files.read(path)
    heads = [block.text for block in document.outline.blocks if block.kind == "heading"]
    assert "新建港口作业区设施移交管理办法" in heads
    assert "港口安全管理办法" in heads
