"""A query in radicals (⼯ for 工), as a PDF gives them, is the query that it prints, whatever its form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from corpus.radicals import table
from corpus.search.query.analysis import analyze
from corpus.search.query.language import Query, parse
from corpus.vocabulary import Article
from tests.corpus.search.in_memory_library import Shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

LAW = Article("law", "中华人民共和国食品安全法", author="长江日报", published="2018")
NOTES = Article("notes", "工业文章选", published="2021")
TEXTS: dict[Article, Sequence[str]] = {
    LAW: ["第一条 为了保证食品安全，制定本法。", "第十一条 国家鼓励马力与车用水产业。"],
    NOTES: ["省长走访工业区，建成100㎡厂房和20㎞人行道，气温25℃。", "人民政府谋划新质生产力。"],
}


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """A law and an article whose words have radicals."""
    return Shelf(TEXTS, {"notes": ("强化人才支撑",)})


def printed(text: str) -> str:
    """Write a text with radicals for every character that one prints."""
    return text.translate({ord(ideograph): radical for radical, ideograph in table().items()})


FORMS = [
    "省长",
    "工业",
    "人民政府",
    "食品安全",
    "马力",
    "食品安全法第十一条",
    "《食品安全法》第11条",
    "第十一条 食品安全法",
    "中华人民共和国食品安全法",
    "什么是新质生产力",
    "工业 厂房",
    "“人民政府”",
    "工业 -人民",
    "文章:工业 人民",
    "章节:人才 人民",
    "作者:长江日报 马力",
    "日期:2018 马力",
    "人民zhengfu",
    "人才支撑",
]


@pytest.mark.parametrize("typed", FORMS)
def test_a_query_in_radicals_asks_what_its_plain_twin_asks(typed: str, shelf: Shelf) -> None:
    """Words, names, clauses, phrases, filters and pinyin are read alike, and answered alike."""
    twin = printed(typed)
    assert twin != typed
    assert replace(parse(twin), raw=typed) == parse(typed)
    assert replace(analyze(parse(twin)), query=Query("", "")) == replace(
        analyze(parse(typed)), query=Query("", "")
    )
    found, plainly = shelf.search(twin), shelf.search(typed)
    assert found.answered
    assert found == plainly


@pytest.mark.parametrize("typed", ["100㎡", "100m2", "100 ㎡", "㎡", "20㎞", "20km", "25℃", "厂房 100㎡"])
def test_a_symbol_made_of_letters_is_its_letters(typed: str, shelf: Shelf) -> None:
    """A unit in one code point cuts no word and is left out of none."""
    found = shelf.search(typed)
    assert found.answered
    assert found.matches[0].section.text.startswith("省长走访")


def test_what_is_left_out_may_be_in_radicals(shelf: Shelf) -> None:
    """A word behind a minus is left out in either way of writing it."""
    found = shelf.search("工业 -⼈⺠")
    assert [match.section.number for match in found.matches] == [1]
