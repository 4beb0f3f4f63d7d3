"""Courtesy, requests, hearsay and closing questions are no part of what is looked for."""

from __future__ import annotations

import re

import pytest

from corpus.search.query.framing import unframed
from corpus.search.query.language import parse
from corpus.text.tables import lines
from corpus.vocabulary import Article
from tests.corpus.search.in_memory_library import Shelf

ROWS = [line.split("\t") for line in lines("talk_words.tsv")]
_CORE = re.compile("〔(.*)〕")
HELD = Article("held", "工作手册")


@pytest.fixture(scope="module")
def empty() -> Shelf:
    """A library that joins no words."""
    return Shelf({Article("other", "别的"): ["甲乙丙丁。"]})


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """A library whose texts hold words of talk too."""
    return Shelf(
        {
            HELD: [
                "提供居住登记的相关材料。",
                "弘扬海上丝路精神。",
                "什么是海上丝路？",
                "引江济淮工程全线通水。",
                "新闻出版单位应当登记。",
            ]
        }
    )


def _core(shelf: Shelf, typed: str) -> str:
    return unframed(parse(typed), shelf.library).query.text


@pytest.mark.parametrize(("example", "counterexample"), [row[2:4] for row in ROWS])
def test_every_class_of_talk_has_an_example(empty: Shelf, example: str, counterexample: str) -> None:
    """Of an example what stands in 〔〕 is left, of a counterexample all."""
    for text in filter(None, (example, counterexample)):
        marked = _CORE.search(text)
        assert marked is not None
        assert _core(empty, text.replace("〔", "").replace("〕", "")) == marked[1]


@pytest.mark.parametrize(
    ("typed", "core"),
    [
        ("你好，想问一下海上丝路是什么意思？", "海上丝路"),
        ("上周例会上老板讲的海上丝路，谁有资料", "海上丝路"),
        ("在写汇报，要用海上丝路，求出处！", "海上丝路"),
        ("海上丝路 原文 谢谢", "海上丝路"),
        ("麻烦各位帮我看看有没有提到海上丝路 的文章", "海上丝路"),
        ("what does the report say about 海上丝路?", "海上丝路"),
        ("please search for CPTPP", "CPTPP"),
        ("请问“海上丝路”是什么", "“海上丝路”"),
        ("請問海上絲路是什麼意思", "海上絲路"),
        ("请　问一下海上丝路在哪份文件里提到", "海上丝路"),
        ("《海上丝路条例》第三条说的是什么", "《海上丝路条例》第三条"),
        ("帮我看看2019年政府工作报告里关于海上丝路的原文", "2019年政府工作报告 海上丝路"),
        ("《港口法》中提到的海上丝路", "《港口法》 海上丝路"),
        ("港口法对海上丝路怎么规定的", "港口法 海上丝路"),
        ("海上丝路在2019年政府工作报告里怎么说的", "2019年政府工作报告 海上丝路"),
        ("小郑，把海上丝路找出来", "海上丝路"),
        ("各位老师，谁手上有海上丝路的材料，借我参考参考", "海上丝路"),
        ("搞不懂海上丝路到底讲的是个啥", "海上丝路"),
        ("海上丝路在咱们库里有没有", "海上丝路"),
        ("解释：海上丝路", "海上丝路"),
        ("海上丝路呀", "海上丝路"),
        ("想看看对外贸易的原文", "对外贸易"),
    ],
)
def test_what_is_named_is_left(empty: Shelf, typed: str, core: str) -> None:
    """Whatever stands round a name, the name is left as it was typed."""
    assert _core(empty, typed) == core


@pytest.mark.parametrize(
    "typed",
    [
        "提供居住登记的相关材料",
        "什么是海上丝路",
        "引江济淮",
        "新闻出版单位",
        "海上丝路有哪些港口？",
        "海上丝路的起点在哪里",
        "海上丝路沿线有多少个国家",
        "谁负责海上丝路",
        "老板不给加班费",
        "海上丝路怎么申请",
        "公积金 查询",
        "求职登记",
        "依照本规定对违反者处罚",
        "听取意见对方案进行修改",
        "关注 海上丝路",
    ],
)
def test_content_is_no_talk(shelf: Shelf, typed: str) -> None:
    """What the library holds as a phrase stays, and so do questions for facts and words that only look like talk."""
    assert _core(shelf, typed) == typed


def test_words_that_the_library_joins_to_a_name_stay_with_it(shelf: Shelf) -> None:
    """有没有人知道…的相关材料 keeps 的相关材料 where a text says so, and 求…原文 keeps 引 of 引江济淮."""
    assert _core(shelf, "有没有人知道居住登记的相关材料") == "居住登记的相关材料"
    assert _core(shelf, "求引江济淮原文") == "引江济淮"


def test_a_framed_name_is_answered_as_the_bare_name(shelf: Shelf) -> None:
    """The frame changes neither what is found nor how sure it is."""
    bare = shelf.search("海上丝路精神")
    framed = shelf.search("劳驾问问，海上丝路精神是哪份文件里提到的")
    assert bare.answered
    assert [(one.section.code, one.score) for one in framed.matches] == [
        (one.section.code, one.score) for one in bare.matches
    ]


@pytest.mark.parametrize(
    ("typed", "follow", "left"),
    [
        ("还有吗", "more", ""),
        ("再来一条", "more", ""),
        ("其他的呢？", "more", ""),
        ("为什么？", "about", ""),
        ("出自哪份文件", "about", ""),
        ("这句的原文", "about", ""),
        ("换成2019年", "change", "2019年"),
        ("那杭州市呢", "change", "杭州市"),
        ("第五条呢？", "change", "第五条"),
        ("您好", "talk", ""),
        ("谢谢啦！", "talk", ""),
        ("帮我查一下", "talk", ""),
    ],
)
def test_nothing_but_talk_is_not_looked_for(shelf: Shelf, typed: str, follow: str, left: str) -> None:
    """Where nothing is left, the ranking says what the query wants of the question before it."""
    ranking = shelf.search(typed)
    assert ranking.empty
    assert not ranking.answered
    assert not ranking.matches
    assert (ranking.follow, ranking.left) == (follow, left)


@pytest.mark.parametrize("typed", ["2019年", "材料", "规定", "杭州", "会议 材料", "登记 查询"])
def test_a_lone_noun_is_looked_for(shelf: Shelf, typed: str) -> None:
    """A year, a place or a noun by itself is a query."""
    assert not shelf.search(typed).empty
