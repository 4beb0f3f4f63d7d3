"""A document is known by a congress, by a number of issue, by its words turned round, or by the letter it came with."""

from __future__ import annotations

import pytest

from corpus.vocabulary import Article
from tests.corpus.search.in_memory_library import Shelf

SIXTH = Article("sixth", "为建设新村而奋斗（六大）")
SEVENTH = Article("seventh", "在希望的田野上")
RESOLUTION = Article("resolution", "中国共产党第七次全国代表大会关于报告的决议")
LANTERNS = Article(
    "lanterns", "关于印发《雁江市灯会管理办法（试行）》的通知", document_number="雁政发〔2031〕7号"
)
BRIDGES = Article("bridges", "雁江市廊桥保护条例")
FERRIES = Article("ferries", "关于渡口整治的意见")
COURT = Article("court", "最高人民法院关于适用《中华人民共和国古井保护法》若干问题的解释（二）")
LABOUR = Article("labour", "中华人民共和国劳动合同法")


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """Reports of two congresses and a resolution, a letter with its annex, an ordinance, an opinion and two laws."""
    return Shelf(
        {
            SIXTH: ["同志们：", "我们要大力推广稻田养鱼。"],
            SEVENTH: ["在中国共产党第七次全国代表大会上的报告", "我们要大力推广桑基鱼塘。"],
            RESOLUTION: ["大会批准六大报告和七大报告，要求推广稻田养鱼、桑基鱼塘。"],
            LANTERNS: [
                "第一条 请各区遵照执行。",
                "第二条 联系人另行通知。",
                "雁江市灯会管理办法（试行）",
                "第一条 为了规范灯会，制定本办法。",
                "第二条 灯会应当设置消防通道。",
            ],
            BRIDGES: ["第一条 为了保护廊桥，制定本条例。", "第二条 廊桥禁止通行机动车。"],
            FERRIES: ["雁政办函〔2031〕12号", "渡口应当配备救生衣。"],
            COURT: ["第一条 古井包括井台。", "第二条 施行。"],
            LABOUR: [
                "第一条 为了保护劳动者，依照劳动法制定本法。",
                "第二条 劳动者可以获得经济补偿。",
            ],
        }
    )


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("六大报告", "sixth-1"),
        ("党的六大报告 养鱼", "sixth-2"),
        ("七大报告关于鱼塘", "seventh-2"),
        ("七大的报告", "seventh-1"),
        ("雁政发〔2031〕7号", "lanterns-1"),
        ("雁政发[2031]7号 消防通道", "lanterns-5"),
        ("雁政发【2031】第7号", "lanterns-1"),
        ("雁政办函(2031)12号 救生衣", "ferries-2"),
        ("条例廊桥保护雁江市", "bridges-1"),
        ("廊桥 保护条例 雁江", "bridges-1"),
        ("雁江市灯会管理办法第二条", "lanterns-5"),
        ("灯会管理办法2条", "lanterns-5"),
        ("古井保护法解释二 第一条", "court-1"),
        ("古井保护法司法解释（二）", "court-1"),
    ],
)
def test_a_document_is_found_by_what_it_is_called(shelf: Shelf, typed: str, code: str) -> None:
    """What is asked beside is answered by it; the clause of an annex is not that of the letter."""
    found = shelf.search(typed)
    assert (found.answered, found.matches[0].section.code) == (True, code)


@pytest.mark.parametrize(
    ("typed", "lacking"),
    [
        ("九大报告", "九大报告"),
        ("劳动法 经济补偿", "劳动法"),
        ("劳动法第二条", "劳动法"),
        ("古井保护法解释一 第一条", "古井保护法解释一"),
    ],
)
def test_a_document_that_is_not_there_is_not_answered_by_its_like(
    shelf: Shelf, typed: str, lacking: str
) -> None:
    """Neither by another congress, another number, nor by a law that has the name of this one in it."""
    found = shelf.search(typed)
    assert not found.answered
    assert (found.refusal.claim, found.lacking) == ("document", lacking)


@pytest.mark.parametrize("typed", ["雁政发〔2031〕8号", "雁政发〔2030〕7号", "九大报告 养鱼", "劳动法"])
def test_another_number_is_not_answered_as_if_it_were_the_one(shelf: Shelf, typed: str) -> None:
    """Refused, or answered by what names it."""
    found = shelf.search(typed)
    assert not found.answered or typed in found.matches[0].section.text


def test_the_version_in_force_goes_before_the_one_repealed() -> None:
    """By its status; of two that are in force the newer one, by the year behind its title."""
    old = Article("old", "雁江市灯谜管理条例", status="已废止")
    new = Article("new", "雁江市灯谜管理条例", status="有效")
    first, second = (Article(f"v{year}", f"古桥保护法（{year}修正）") for year in (2018, 2023))
    texts = ["第一条 制定本条例。", "第二条 灯谜应当公示。"]
    shelf = Shelf({old: texts, new: texts, first: texts, second: texts})
    assert shelf.first("雁江市灯谜管理条例").startswith("new")
    assert shelf.first("灯谜管理条例第二条") == "new-2"
    assert shelf.first("古桥保护法第二条") == "v2023-2"
    assert shelf.first("古桥保护法（2018修正）第二条") == "v2018-2"
