"""What each block is: title, author, lead, headings with levels, paragraphs with run-in heads."""

from __future__ import annotations

import pytest

from corpus.reading.structure.outlines import outline

BODY = "各地区各部门要结合实际，抓紧制定具体措施，明确责任分工，确保各项任务落到实处、取得实效。"


def heads(*paragraphs: str) -> list[tuple[int | None, str]]:
    """Return the headings of a text with one line a paragraph, with their levels."""
    seen = outline("\n".join(["关于工作的意见", *paragraphs]))
    return [(block.level, block.text) for block in seen.blocks if block.kind == "heading"]


def runs(*paragraphs: str) -> list[str]:
    """Return the run-in heads of a text with one line a paragraph."""
    seen = outline("\n".join(["关于工作的意见", *paragraphs]))
    return [block.run_in for block in seen.blocks if block.run_in]


def test_numbering_gives_headings_their_levels() -> None:
    """Chapters stand above sections; 一、 above （一） above 1., each family one level deeper than its parent."""
    found = heads(
        "一、总体要求", "（一）指导思想", BODY, "（二）基本原则", BODY, "二、主要任务", "1.平台", BODY
    )
    assert found == [
        (1, "一、总体要求"),
        (2, "（一）指导思想"),
        (2, "（二）基本原则"),
        (1, "二、主要任务"),
        (2, "1.平台"),
    ]


def test_a_law_has_chapters_and_its_articles_are_paragraphs() -> None:
    """第一章 is a heading; 第一条 and the items below it are paragraphs, however short."""
    found = heads(
        "第一章 总则",
        "第一条 制定本法。",
        "第二条 适用下列事项：",
        "（一）数据。",
        "（二）其他。",
        "第三条 略。",
    )
    assert found == [(1, "第一章 总则")]


def test_a_cross_reference_is_no_heading() -> None:
    """A paragraph that speaks of an article is a paragraph."""
    assert heads("依照第三条的规定，公开数据。", BODY, "第三条、第四条所称数据。", BODY) == []
    assert heads("第三条规定的内容应当公开。", BODY, "第三条 范围", BODY) == []


def test_items_of_a_list_are_paragraphs() -> None:
    """Numbered phrases that follow each other, with no text of their own below, are a list."""
    assert heads(BODY, "（一）研究计划；", "（二）推动分工；", "（三）其他事项。", BODY) == []


def test_a_numbered_sentence_that_stands_alone_is_a_heading() -> None:
    """A numbered sentence with its own paragraph below is a heading, its full stop included."""
    found = heads("（一）健全国家制度框架。", BODY, "（二）提高发展水平。", BODY)
    assert [text for _, text in found] == ["（一）健全国家制度框架。", "（二）提高发展水平。"]


def test_a_bare_phrase_over_a_paragraph_is_a_heading() -> None:
    """A short phrase that no mark closes, with text below, is a heading; a caption and a date are not."""
    found = heads("充分肯定改革开放的重要意义", BODY, "图1 数字经济规模", BODY, "国务院", "2019年1月24日")
    assert [text for _, text in found] == ["充分肯定改革开放的重要意义"]


def test_topic_sentences_open_paragraphs() -> None:
    """Directives that open several paragraphs under one heading are run-in heads; a statement is none."""
    found = runs(f"推进创新载体建设。{BODY}", f"过去 40年是工业时代。{BODY}", f"汇聚数字经济人才。{BODY}")
    assert found == ["推进创新载体建设。", "汇聚数字经济人才。"]


def test_a_numbered_run_in_keeps_its_number() -> None:
    """The number belongs to the run-in head; where only a bracketed note follows, there is none."""
    found = runs(
        f"（一）打通供应链条。{BODY}", f"（二）拓展销售途径。{BODY}", "（三）强化落实。（财政部负责）"
    )
    assert found == ["（一）打通供应链条。", "（二）拓展销售途径。"]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("作者：兰建平", "兰建平"),
        ("文/Seth Kenlon", "Seth Kenlon"),
        ("□ 王小明", "王小明"),
        ("By Arman Khosravi", "Arman Khosravi"),
        ("国务院总理 李克强", "李克强"),
        ("兰建平", "兰建平"),
        ("本报评论员", "本报评论员"),
        ("国办发〔2018〕127号", None),
        ("各位代表：", None),
        ("国务院", None),
    ],
)
def test_the_author_is_named_without_marks_and_never_invented(line: str, author: str | None) -> None:
    """An author's line gives the name without its mark; a number, a salutation or an organ gives none."""
    assert outline(f"数字经济引领发展\n{line}\n{BODY}\n{BODY}").author == author


def test_a_lead_is_known_by_its_mark() -> None:
    """摘要： names the lead, and the outline's value leaves the mark off while the printed part keeps it."""
    seen = outline(f"题目题目\n作者：王小明\n摘要：{BODY}\n{BODY}\n{BODY}")
    assert seen.lead == BODY
    assert [part.text for part in seen.parts if part.kind == "lead"] == [f"摘要：{BODY}"]


def test_a_title_known_from_elsewhere_is_not_looked_for() -> None:
    """Where the title is given and the text does not open with it, no paragraph is taken for it."""
    seen = outline(f"{BODY}\n{BODY}", title="已知的题目")
    assert (seen.title, len(seen.blocks)) == ("已知的题目", 2)


def test_a_title_of_two_centred_lines_is_one() -> None:
    """Two centred lines above the text are one title."""
    body = "".join(f"　　{BODY[:36]}\n{BODY[36:]}\n" for _ in range(4))
    text = "　" * 12 + "国务院关于印发国家职业教育\n" + "　" * 14 + "改革实施方案的通知\n" + body
    assert outline(text).title == "国务院关于印发国家职业教育改革实施方案的通知"


def test_a_red_head_stands_above_the_title() -> None:
    """Under the red head of an official document and its number, the title is the line that names a 通知."""
    seen = outline(f"浙江省人民政府文件\n浙政发〔2020〕1号\n浙江省人民政府关于开展工作的通知\n{BODY}\n{BODY}")
    assert seen.title == "浙江省人民政府关于开展工作的通知"
    assert [part.kind for part in seen.parts][:3] == ["paragraph", "paragraph", "title"]


def test_a_table_of_contents_is_furniture_and_rows_of_cells_are_paragraphs() -> None:
    """Entries that dots lead to a page number are left out; rows of cells are no headings."""
    seen = outline(
        f"题目题目\n目　录\n一、基础………………1\n二、要求………………5\n一、基础\n{BODY}\n序号　任务　单位\n1　平台　科技厅"
    )
    assert seen.furniture == ("目　录", "一、基础………………1", "二、要求………………5")
    assert [block.text for block in seen.blocks if block.kind == "heading"] == ["一、基础"]


def test_short_sentences_in_turn_with_paragraphs_are_headings() -> None:
    """Three short sentences that each stand over a long paragraph are headings, however they open; two are not."""
    said = ["特色产业向新向优。", "发展动力日益强劲。", "城乡区域协同融合。"]
    assert [text for _, text in heads(BODY, *(part for one in said for part in (one, BODY)))] == said
    assert heads(BODY, "天气很好。", BODY, "他笑了笑。", BODY, BODY) == []


def test_one_sentence_paragraphs_are_no_headings() -> None:
    """Sentences of one form that follow each other are paragraphs, however short; where unsure that is reported."""
    said = [
        "推进科创走廊建设，提升创新策源能力。",
        "开展爱国卫生运动，落实垃圾分类责任制度要求。",
        "加强古树名木保护，完善巡查和档案管理制度办法。",
        "提升公共服务能力，建立健全从社区到街道再到区里的三级服务网络和工作机制。",
    ]
    assert heads(*said) == []
    seen = outline("\n".join(["关于工作的意见", *said]))
    assert [block.text for block in seen.blocks if block.certainty < 0.9 and "heading" in block.doubt]


def test_sentences_of_two_clauses_in_turn_with_longer_text_are_headings() -> None:
    """Three of them through a document are its habit, and reported; two are not."""
    said = [
        "激发市场主体活力，优化营商环境。",
        "坚持创新引领发展，培育新动能。",
        "深化重点领域改革，完善市场机制。",
    ]
    text = [part for one in said for part in (one, BODY * 2, BODY)]
    assert [head for _, head in heads(*text)] == said
    assert heads(*text[:6]) == []
    blocks = outline("\n".join(["关于工作的意见", *text])).blocks
    assert {block.certainty < 0.9 for block in blocks if block.kind == "heading"} == {True}


def test_the_last_item_of_a_list_is_no_heading() -> None:
    """A numbered sentence that a heading of a higher family follows has no text below it."""
    found = heads("一、修改", f"（一）将第三条修改为{BODY}", "（二）删去第十条。", "二、再修改", BODY)
    assert [text for _, text in found] == ["一、修改", "二、再修改"]
