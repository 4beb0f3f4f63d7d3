"""Official documents as offices and their sites set them: the title is found, and what stands round it is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.reading import files
from corpus.reading.structure.outlines import outline

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.vocabulary import Document, Outline

TITLE = "滨海市人民政府办公室关于加快推进政务服务“一网通办”工作的实施意见"
HEAD = "滨海市人民政府办公室文件"
NUMBER = "滨政办发〔2020〕33号"
BODY = "为贯彻落实国务院有关决定精神，加快推进政务服务“一网通办”，现提出以下意见，请结合实际认真贯彻执行。"
REST = f"各区县人民政府：\n　　{BODY}\n一、总体要求\n　　{BODY}\n　　{BODY}\n"
SITE = (
    "索 引 号：000014349/2020-00101\n主题分类：综合政务\n发文机关：滨海市人民政府办公室\n成文日期：2020年9月30日\n"
    f"标    题：{TITLE}\n发文字号：{NUMBER}\n发布日期：2020年10月12日\n\n"
)


def read(folder: Path, text: str, **said: str) -> Document:
    """Return the document of a text."""
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (document,) = files.read(folder / "a.txt", said)
    return document


def headings(seen: Outline) -> list[str]:
    """Return the texts of an outline's headings."""
    return [block.text for block in seen.blocks if block.kind == "heading"]


@pytest.mark.parametrize(
    "top",
    [
        f"{HEAD}\n\n{NUMBER}\n\n{TITLE[:20]}\n{TITLE[20:]}\n\n",
        f"{HEAD}\n{NUMBER}    签发人：李四\n{TITLE[:24]}\n{TITLE[24:29]}\n{TITLE[29:]}\n",
        f"{NUMBER}\n{TITLE[:10]}\n{TITLE[10:-4]}\n{TITLE[-4:]}\n",
        f"000123\n机密★1年\n特急\n{HEAD}\n{NUMBER}\n{TITLE}\n",
        f"{SITE}{TITLE}\n{NUMBER}\n\n",
        f"{TITLE[:10]}\n{TITLE[10:-4]}\n{TITLE[-4:]}\n（2020年9月30日）\n",
    ],
)
def test_the_title_is_put_together_and_reported(top: str, tmp_path: Path) -> None:
    """Whatever stands above the title is a paragraph, never a heading, and the choice is reported as unsure."""
    document = read(tmp_path, top + REST)
    assert (document.outline.title, headings(document.outline)) == (TITLE, ["一、总体要求"])
    assert document.article.document_number == (NUMBER if NUMBER in top else None)
    assert [part.certainty < 0.9 for part in document.outline.parts if part.kind == "title"] == [True]


def test_two_bodies_may_stand_above_the_subject(tmp_path: Path) -> None:
    """中共…市委　…市人民政府 / 关于… / 实施意见 is one title."""
    text = f"中共滨海市委　滨海市人民政府\n关于全面推进乡村振兴的\n实施意见\n（2021年3月15日）\n{REST}"
    document = read(tmp_path, text)
    assert document.outline.title == "中共滨海市委　滨海市人民政府关于全面推进乡村振兴的实施意见"
    assert (document.article.published, headings(document.outline)) == ("2021-03-15", ["一、总体要求"])


@pytest.mark.parametrize("line", ["海东新区管委会", "青山区水务局", "滨海市人民政府办公室"])
def test_the_body_below_the_title_is_the_author(line: str, tmp_path: Path) -> None:
    """The body that a line under the title names is the article's author and no heading; a topic is one."""
    document = read(tmp_path, f"营商环境条例实施办法\n\n{line}\n\n{BODY}\n\n一、总体要求\n\n{BODY}\n")
    assert (document.article.author, headings(document.outline)) == (line, ["一、总体要求"])
    topic = read(tmp_path, f"数字经济的未来\n\n走向数据中心\n\n{BODY}\n\n回到城市\n\n{BODY}\n")
    assert (topic.article.author, headings(topic.outline)) == (None, ["走向数据中心", "回到城市"])


def test_a_given_title_stands_over_the_printed_one(tmp_path: Path) -> None:
    """The printed title and the author's line make no section and no heading where another title is given."""
    text = f"在推进会上的讲话\n（2022年4月12日）\n陈立新\n\n各位同志：\n　　{BODY}\n　　一、认清形势\n　　{BODY}\n"
    document = read(tmp_path, text, title="自定标题")
    assert (document.article.title, headings(document.outline)) == ("自定标题", ["一、认清形势"])
    assert [part.kind for part in document.outline.parts][:3] == ["title", "paragraph", "author"]
    assert document.article.published == "2022-04-12"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("（2022年4月12日）", "2022-04-12"),
        (
            "（2019年3月15日第十三届全国人民代表大会第二次会议通过　根据2022年10月30日的决定修正）",
            "2022-10-30",
        ),
        ("2019年3月15日召开会议，研究部署工作。", None),
    ],
)
def test_the_date_under_the_title_is_when_it_was_published(
    line: str, date: str | None, tmp_path: Path
) -> None:
    """A speech says in brackets when it was held, a law when its text was made; a sentence says neither."""
    assert read(tmp_path, f"江河湖泊保护办法\n{line}\n\n{BODY}\n\n{BODY}\n").article.published == date


def test_an_annex_is_a_unit_of_its_own() -> None:
    """附件1 opens a heading of the first level; where annexes are only named they are text."""
    seen = outline(
        f"工作的通知\n\n一、要求\n\n{BODY}\n\n附件1\n\n任务清单\n\n{BODY}\n\n附件2\n\n分工表\n\n{BODY}\n"
    )
    assert [(block.level, block.text) for block in seen.blocks if block.kind == "heading"] == [
        (1, "一、要求"), (1, "附件1"), (2, "任务清单"), (1, "附件2"), (2, "分工表"),
    ]  # fmt: skip
    assert headings(outline(f"工作的通知\n\n一、要求\n\n{BODY}\n\n附件1\n\n附件2\n")) == ["一、要求"]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("记者：今年政府工作报告提出发展新质生产力，您如何理解？", None),
        ("作者：谁？", None),
        ("《东南日报》记者　黄晓晴", "《东南日报》记者　黄晓晴"),
        ("孙立群　白　雪", "孙立群　白　雪"),
        ("王　琳", "王　琳"),
        ("本报记者 张三 通讯员 李四", "本报记者 张三 通讯员 李四"),
    ],
)
def test_a_question_is_no_author(line: str, author: str | None) -> None:
    """Names, spaced or with a desk, are authors; what somebody says is not, and is no heading either."""
    seen = outline(f"新质生产力从何而来\n{line}\n{BODY}\n记者：下一步有什么打算？\n{BODY}\n{BODY}\n")
    assert (seen.author, seen.lead, headings(seen)) == (author, None, [])
    assert seen.title == "新质生产力从何而来"


def test_lines_of_a_bulletin_s_head_are_no_headings() -> None:
    """The number of the issue and who made it when stand under a bulletin's title as paragraphs."""
    seen = outline(
        f"督查工作简报\n\n第 12 期\n\n督查办公室编　　2022年8月5日\n\n【督查概况】\n\n{BODY}\n\n【要求】\n\n{BODY}\n"
    )
    assert headings(seen) == ["【督查概况】", "【要求】"]


def test_a_first_line_that_is_a_sentence_is_no_title(tmp_path: Path) -> None:
    """However short it is, a sentence is a paragraph, and the file's name stands for the title."""
    document = read(tmp_path, "第一段是一个句子。\n第二段也是一个完整的句子，没有标题。\n")
    assert (document.article.title, len(document.outline.blocks)) == ("a", 2)
    assert document.outline.blocks[0].certainty < 0.9


def test_a_heading_in_heavy_brackets_stands_alone() -> None:
    """【主要问题】 behind a full line is joined with no paragraph."""
    full = f"{BODY[:25]}\n{BODY[:26]}。\n"
    text = f"督查工作简报\n【督查概况】\n　　{full}【主要问题】\n　　{full}【要求】\n　　{full}"
    assert headings(outline(text)) == ["【督查概况】", "【主要问题】", "【要求】"]


def test_the_table_of_data_gives_what_the_text_does_not(tmp_path: Path) -> None:
    """Body, number, dates and status come from the table above the title; what the text says of itself wins."""
    table = SITE + "有 效 性：现行有效\n施行日期：2020年11月1日\n\n"
    article = read(tmp_path, f"{table}{TITLE}\n\n{REST}").article
    assert (article.author, article.document_number) == ("滨海市人民政府办公室", NUMBER)
    assert (article.published, article.effective, article.status) == ("2020-09-30", "2020-11-01", "现行有效")
    signed = read(tmp_path, f"{table}{TITLE}\n\n{REST}\n\n滨海市人民政府办公室\n2020年9月29日\n").article
    assert signed.published == "2020-09-29"
    assert read(tmp_path, f"{TITLE}\n\n{REST}有效性：应当定期评估。\n").article.status is None
