"""From a query to a ranking, over the real index."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from corpus.errors import QueryError
from corpus.search.pipeline import search
from corpus.search.query.analysis import analyze
from corpus.search.query.language import parse
from corpus.search.query.weights import weight_query
from corpus.search.score.model import table
from tests.corpus.search.in_memory_library import FIRST, SECOND, Shelf

if TYPE_CHECKING:
    from corpus.search.present.matches import Ranking

LONGEST_WAIT = 5.0  # seconds of the processor; it is some milliseconds, and what hangs takes minutes


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """Two short articles of our own."""
    return Shelf(
        {
            FIRST: [
                "培养造就一批企业家，培育一批实用型“数字工匠”和工程师。",
                "深化“一带一路”数字经济合作，落实 G20 杭州峰会共识，搭建“1+N”平台体系。",
                "建好梦想小镇、云栖小镇等特色小镇，集聚创新要素。",
                "国家自主创新示范区（以下简称自创区）带动全省。",
                "支持自主创新示范区与高校合作。",
            ],
            SECOND: [
                "出租人应当按照约定将租赁物交付承租人。但是当事人另有约定的除外。",
                "承租人应当按照约定的期限支付租金。",
                "本条例自公布之日起施行。",
                "环境影响评价文件应当公开。",
                "本条例自公布之日起施行。",
            ],
        }
    )


@pytest.mark.parametrize(
    ("query", "code", "how"),
    [
        ("数字工匠", "first-1", "exact"),
        ("數字工匠", "first-1", "exact"),
        ("数字工将", "first-1", "pinyin"),
        ("数字匠工", "first-1", "near"),
        ("实用性数字工匠", "first-1", "pinyin"),
        ("shuzi gongjiang", "first-1", "pinyin"),
        ("szgj", "first-1", "pinyin"),
        ("数字gongjiang", "first-1", "pinyin"),
        ("工匠 数字", "first-1", "near"),
        ("ｇ２０杭州峰会", "first-2", "exact"),
        ("1+N", "first-2", "exact"),
        ("环评文件", "second-4", "alias"),
        ("承租人什么时候付租金？", "second-2", "near"),
    ],
)
def test_the_right_section_is_first_and_says_how(shelf: Shelf, query: str, code: str, how: str) -> None:
    """However it is typed, the right section is first, and the match says how it was found."""
    ranking = shelf.search(query)
    assert ranking.answered
    assert (ranking.matches[0].section.code, ranking.matches[0].matched) == (code, how)


@pytest.mark.parametrize(
    "query", ["量子计算机补贴", "房地产调控", "今天天气怎么样", "qqxxzz", "😀", "", "。。", "OR AND NOT *"]
)
def test_what_is_not_there_is_not_answered(shelf: Shelf, query: str) -> None:
    """Silence where the library has nothing."""
    assert not shelf.search(query).answered


def test_the_same_sentence_in_several_places_is_shown_once(shelf: Shelf) -> None:
    """What stands round the sentence does not matter; another sentence with the same words is another match."""
    shelf = Shelf(
        {
            FIRST: [
                "坚持稳中求进。各地应当加强组织领导。另有说明。",
                "各地应当加强组织领导。",
                "省级以上各地应当加强组织领导。",
                "各地应当加强组织领导。各地应当加强组织领导。",
            ]
        }
    )
    found = shelf.search("应当加强组织领导").matches
    assert sorted([match.section.number, *(one.number for one in match.also)] for match in found) == [
        [2, 1],
        [3],
        [4],
    ]


def test_an_abbreviation_that_the_library_introduces_is_expanded(shelf: Shelf) -> None:
    """自创区 finds the section that only has the full form, and says for what it stood."""
    found = {match.section.code: match for match in shelf.search("自创区").matches}
    assert found["first-5"].expansion == "自主创新示范区"


def test_the_same_text_is_shown_once(shelf: Shelf) -> None:
    """The other places stand beside the first."""
    first = shelf.search("本条例自公布之日起施行").matches[0]
    assert [section.code for section in first.also] == ["second-5"]
    assert first.section.code == "second-3"


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("“培育数字工匠”", True),
        ("“培育数字工匠。推动产业升级”", True),  # the end that was typed
        ("“培育数字工匠！推动产业升级”", True),  # of whatever kind
        ("“数字工匠推动产业”", False),  # runs over an end that was not typed
        ("“产业升级发展网络经济”", True),  # a comma, quotation marks and spaces aside
        ("“产业升级，發展「网络经济」”", True),
        ("“网络经济。产业”", False),
    ],
)
def test_a_phrase_runs_over_no_end_of_a_sentence_that_was_not_typed(typed: str, *, stands: bool) -> None:
    """Marks inside a phrase may differ in kind; the end of a sentence is there only where it was typed."""
    shelf = Shelf({FIRST: ["培育数字工匠。推动产业升级，发展 “网络经济”。"]})
    found = shelf.search(typed)
    assert found.phrase_missed is not stands
    assert all((match.matched == "exact") is stands for match in found.matches)


def test_a_phrase_that_is_nowhere_falls_back(shelf: Shelf) -> None:
    """Near sections are shown, and the ranking says that the phrase was missed."""
    assert shelf.search("“数字 工匠”").phrase_missed is False
    missed = shelf.search("“数字工将”")
    assert missed.phrase_missed
    assert missed.matches[0].section.code == "first-1"


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("小镇 -云栖", set()),
        ("约定 作者:人民代表大会", {"second-1", "second-2"}),
        ("约定 文章:数字经济", set()),
        ("约定 日期:2021", {"second-1", "second-2"}),
        ("日期:2018 文章:数字经济", {f"first-{number}" for number in range(1, 6)}),
    ],
)
def test_filters_keep_others_out(shelf: Shelf, query: str, codes: set[str]) -> None:
    """Excluded words, title, author and date decide what may be shown at all."""
    ranking = shelf.search(query)
    shown = {match.section.code for match in ranking.matches} if ranking.answered else set()
    assert shown == codes


def test_a_typo_is_offered_mended(shelf: Shelf) -> None:
    """Did you mean: the library's own words at the place that matched."""
    assert shelf.search("数字工将").did_you_mean == "数字工匠"


@pytest.mark.parametrize(("query", "offered"), [("足赁补贴标准", "租赁"), ("期线", "期限"), ("约锭", "约定")])
def test_an_unanswered_query_offers_words_of_the_library(shelf: Shelf, query: str, offered: str) -> None:
    """Words that sound or look alike are offered, and only such as stand there."""
    found = shelf.search(query)
    assert not found.answered
    assert found.suggestions == (offered,)


def test_spans_show_the_matched_words(shelf: Shelf) -> None:
    """Spans are offsets into the section's own text, marks and spaces included."""
    match = shelf.search("G20杭州峰会").matches[0]
    assert [match.section.text[start:end] for start, end in match.spans] == ["G20 杭州峰会"]


def test_scores_never_rise_down_the_list(shelf: Shelf) -> None:
    """The order is total and the scores agree with it; asked again it is the same."""
    ranking = shelf.search("数字经济合作 平台")
    scores = [match.score for match in ranking.matches]
    assert scores == sorted(scores, reverse=True)
    assert shelf.search("数字经济合作 平台") == ranking


def test_every_weight_has_its_kind_and_the_table_is_whole() -> None:
    """Each kind of query has the same parts to rank by and to decide by."""
    parts = {
        use: {frozenset(weights) for (one, _), weights in table().items() if one == use}
        for use in ("rank", "sure")
    }
    assert {use: len(found) for use, found in parts.items()} == {"rank": 1, "sure": 1}


def test_rare_words_are_worth_more(shelf: Shelf) -> None:
    """A word of one section says more than one of several."""
    weighted = weight_query(analyze(parse("数字 云栖")), shelf.library)
    assert weighted.words["云栖"] > weighted.words["数字"]


HOSTILE = [
    '"',
    "“" * 300,
    "-" * 500,
    "日期:" * 50,
    "a" * 10_000,
    "xian" * 2_000,
    "数" * 10_000,
    "NEAR(a b)",
    "'; DROP TABLE x --",
    "\x00",
]


def analyzed(shelf: Shelf, text: str) -> Ranking | QueryError:
    """Search, and take a hint for an answer."""
    try:
        return shelf.search(text)
    except QueryError as error:
        return error


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_queries_end_soon(shelf: Shelf, text: str) -> None:
    """Long or odd queries neither raise nor hang."""
    began = time.process_time()
    analyzed(shelf, text)
    assert time.process_time() - began < LONGEST_WAIT


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.text(max_size=10_000))
@example("數")
def test_no_query_raises_and_every_match_quotes_its_section(shelf: Shelf, text: str) -> None:
    """Whatever is typed, spans lie inside the section's text, in order, none empty."""
    found = analyzed(shelf, text)
    if isinstance(found, QueryError):
        return
    for match in found.matches:
        edges = [0, *(at for span in match.spans for at in span), len(match.section.text)]
        assert edges == sorted(edges)
        assert all(start < end for start, end in match.spans)


def test_an_empty_library_answers_nothing() -> None:
    """The first query of a new installation meets no section."""
    assert not search(parse("数字工匠"), Shelf({FIRST: []}).library).answered
