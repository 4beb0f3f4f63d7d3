"""A query that names a place or a document is not answered by passages about another."""

from __future__ import annotations

import pytest

from corpus.vocabulary import Article
from tests.corpus.search.in_memory_library import Shelf

DOGS = Article("dogs", "杭州市养犬管理规定")
ISLAND = Article("island", "舟山市养犬管理条例")
SICHUAN = Article("sichuan", "2026年四川省政府工作报告")
FUJIAN = Article("fujian", "2026年福建省政府工作报告")
NATION = Article("nation", "中华人民共和国动物防疫法")


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """Regulations of two cities, reports of two provinces, a law of the whole country."""
    return Shelf(
        {
            DOGS: ["第一条 为了加强养犬管理，制定本规定。", "第二条 市公安局负责养犬管理，收容犬只。"],
            ISLAND: ["第一条 为了规范养犬行为，制定本条例。", "第二条 犬只应当办理养犬登记。"],
            SICHUAN: ["今年经济增长目标为百分之五点五左右。", "加快成都都市圈建设。"],
            FUJIAN: [
                "今年经济增长目标为百分之五左右。",
                "厦门自由贸易港建设加快推进。",
                "加强网络数据安全管理工作。",
            ],
            NATION: [
                "第三十条 单位和个人饲养犬只，应当定期免疫接种。",
                "上海等地的养犬管理经验值得推广。",
                "参照舟山市养犬管理条例施行。",
            ],
        }
    )


@pytest.mark.parametrize(
    ("typed", "lacking"),
    [
        ("海南自由贸易港建设", "海南"),
        ("2026年云南经济增长目标", "云南"),
        ("上海市养犬管理条例", "上海市养犬管理条例"),
        ("《上海市养犬管理条例》", "上海市养犬管理条例"),
        ("上海市养犬管理条例第二条", "上海市养犬管理条例"),
        ("网络数据安全管理条例", "网络数据安全管理条例"),
    ],
)
def test_passages_about_another_place_or_document_are_no_answer(
    shelf: Shelf, typed: str, lacking: str
) -> None:
    """They come near, but what was asked for is named and not theirs; the answer says which."""
    found = shelf.search(typed)
    assert (found.answered, found.lacking) == (False, lacking)


def test_titles_like_the_document_that_is_lacking_are_offered(shelf: Shelf) -> None:
    """The nearest terms of a document are the titles that are like its name."""
    offered = shelf.search("上海市养犬管理条例").suggestions
    assert set(offered) == {"杭州市养犬管理规定", "舟山市养犬管理条例"}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("四川经济增长目标", "sichuan-1"),
        ("四川都市圈建设", "sichuan-2"),  # 成都 lies in it
        ("舟山市养犬管理条列", "nation-3"),  # a slip does not make another document
        ("动物防疫法免疫接种", "nation-1"),
        ("浙江养犬登记", "island-2"),  # 舟山 lies in 浙江
        ("上海养犬管理经验", "nation-2"),
    ],
)
def test_what_is_named_is_found_where_it_is(shelf: Shelf, typed: str, code: str) -> None:
    """By its own name, by that of a place inside it, or in a text whose title names no place."""
    assert shelf.first(typed).startswith(code)


def test_a_place_that_only_looks_like_one_bars_nothing() -> None:
    """A place is whole words of a query: 中山东路 names no 山东, so a section of 福建 may answer it."""
    shelf = Shelf({FUJIAN: ["中山路步行商圈改造提升。"]})
    assert shelf.first("中山东路步行商圈改造提升") == "fujian-1"
    assert not shelf.search("山东步行商圈改造提升").answered
