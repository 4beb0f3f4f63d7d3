"""What a query points at by name: an article, a heading, a clause of a law."""

from __future__ import annotations

import pytest

from corpus.errors import QueryError
from corpus.search.query.references import clause_of
from corpus.vocabulary import Article
from tests.corpus.search.in_memory_library import FIRST, Shelf

STATE = "中华人民共和国"
EDUCATION = Article("edu", f"{STATE}教育法")
HIGHER = Article("high", f"{STATE}高等教育法")
DOGS = Article("dogs", "湖州市养犬管理规定")
REPORT = Article("report", "某省政府工作报告", author="某省人民政府")


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """Two laws with like clauses, a regulation and a report with headings."""
    return Shelf(
        {
            EDUCATION: ["第一条 为了发展教育事业，制定本法。", "第二条 在境内的各级各类教育，适用本法。"],
            HIGHER: [
                "第一条 为了发展高等教育事业，依照教育法制定本法。",
                "第二条 在境内从事高等教育活动，适用本法。",
                "第十一条 依照中华人民共和国教育法第三十条办理。",
            ],
            DOGS: ["第一条 为了规范饲养行为，制定本规定。", "第二条 个人应当办理登记。"],
            REPORT: ["坚持植树造林。", "加快治理水土流失。"],
        },
        headings={"report": ("持续提升生态环境质量",)},
    )


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("宪法第10条", ("宪法", ("第十条", "第10条"))),
        ("《教育法》第一百一十条", ("教育法", ("第一百一十条",))),
        ("刑法 第133条之一", ("刑法", ("第一百三十三条之一", "第133条之一"))),
        ("刑法第133条之1", ("刑法", ("第一百三十三条之一", "第133条之1"))),
        ("刑法第三百零七条之十一", ("刑法", ("第三百零七条之十一",))),
        ("按照民法典第 3 条第 1 款规定", ("民法典", ("第三条", "第3条"))),
        ("劳动法第二十条规定了什么", ("劳动法", ("第二十条",))),
        ("第二十条", ("", ())),
        ("数字工匠", ("", ())),
    ],
)
def test_a_clause_is_named_by_its_law_and_number(typed: str, named: tuple[str, tuple[str, ...]]) -> None:
    """In either way of writing the number; a clause without a law is a plain query."""
    assert clause_of(typed) == named


@pytest.mark.parametrize(
    "typed", ["教育法第二条", "《中华人民共和国教育法》第2条", "教育法第二条规定了什么？"]
)
def test_the_clause_of_the_law_that_is_named_comes_first(shelf: Shelf, typed: str) -> None:
    """The law whose title is the name, not one whose title holds it or whose text mentions it."""
    first = shelf.search(typed).matches[0]
    assert (first.section.code, first.matched) == ("edu-2", "heading")


def test_a_clause_that_the_law_does_not_have_is_not_answered_by_another(shelf: Shelf) -> None:
    """Neither by another clause of the law nor by the same clause of another law."""
    assert not shelf.search("教育法第九条").answered
    assert shelf.first("教育法第三十条") == "high-3"


def test_the_article_of_that_title_comes_first(shelf: Shelf) -> None:
    """A title typed as it stands, with or without the state's name, is that article and not a mention of it."""
    assert shelf.first("中华人民共和国教育法") == "edu-1"
    assert shelf.first("高等教育法") == "high-1"


def test_a_heading_typed_as_it_stands_is_found(shelf: Shelf) -> None:
    """Its sections are answers, said to be found by the heading."""
    first = shelf.search("持续提升生态环境质量").matches[0]
    assert (first.section.article, first.matched) == ("report", "heading")


@pytest.mark.parametrize("typed", ["湖州养犬", "湖州 养犬", "湖州 登记"])
def test_words_of_the_title_and_of_the_text_together_are_an_answer(shelf: Shelf, typed: str) -> None:
    """Where every word stands in the section, its headings or its title, it is not called unknown."""
    assert shelf.search(typed).answered
    assert shelf.first(typed).startswith("dogs")


@pytest.mark.parametrize("typed", ["舟山养犬", "养犬舟山", "舟山 养犬"])
@pytest.mark.parametrize("said", ["本省", "舟山市"])
def test_words_typed_in_one_are_found_where_the_title_holds_one_of_them(typed: str, said: str) -> None:
    """Also where a text that has nothing else holds the rarer word, and others hold the other one."""
    water, dogs = Article("water", "某省航道管理条例"), Article("dogs", "舟山市养犬管理条例")
    crowd = [f"（{at}）养犬登记第{at}项。" for at in range(30)]
    shelf = Shelf(
        {
            water: [f"{said}航道由交通运输部门审核。"],
            DOGS: crowd,
            dogs: ["第一条 本市养犬的登记，适用本条例。", "第二条 犬只免疫。"],
        }
    )
    assert shelf.first(typed) == "dogs-1"


@pytest.mark.parametrize(
    "typed", ["作者:无此人", "日期:2018..2020", "时间：2019..", "标题:“无 此” 日期:2019"]
)
def test_a_filter_that_no_article_passes_is_said(shelf: Shelf, typed: str) -> None:
    """The hint names the filters as they were typed."""
    with pytest.raises(QueryError) as caught:
        shelf.search(f"{typed} 登记")
    assert caught.value.which == typed


def test_a_long_stretch_copied_from_a_text_is_found_though_it_looks_like_a_clause() -> None:
    """It stands there word for word; a short one may be the end of another law's name."""
    shelf = Shelf(
        {FIRST: ["其中拍卖费用由申请法第十六条规定，列入当年重点。", "依照水土保持公司法第十条处理。"]}
    )
    assert shelf.first("拍卖费用由申请法第十六条规定") == "first-1"
    assert not shelf.search("公司法第十条").answered
