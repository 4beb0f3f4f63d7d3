"""An author's name among the words of a query asks for what that author wrote."""

from __future__ import annotations

import pytest

from corpus.vocabulary import Article
from tests.corpus.search.in_memory_library import Shelf

ESSAY = Article("essay", "数字经济引领高质量发展", author="兰建平", published="2018-10-23")
TWO = Article("two", "制造业的明天", author="王小明、李四")
REPORT = Article("report", "某省政府工作报告", author="某省人民政府")


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """One text names its author, the others do not."""
    return Shelf(
        {
            REPORT: ["某省人民政府培育工匠队伍。", "发展数字经济和先进制造业。"],
            ESSAY: ["培育数字工匠队伍。", "大力发展数字经济。"],
            TWO: ["机器人进入每个车间。"],
        }
    )


@pytest.mark.parametrize(
    ("typed", "code", "meant"),
    [
        ("兰建平 工匠", "essay-1", "作者:兰建平 工匠"),
        ("数字经济 兰建平", "essay-2", "作者:兰建平 数字经济"),
        ("兰建平的数字经济", "essay-2", "作者:兰建平 数字经济"),
        ("李四 机器人", "two-1", "作者:李四 机器人"),
    ],
)
def test_an_author_and_words_find_what_the_author_wrote(
    shelf: Shelf, typed: str, code: str, meant: str
) -> None:
    """Others that hold the words are left out; did-you-mean is the filter that does the same."""
    found = shelf.search(typed)
    assert found.answered
    assert found.matches[0].section.code == code
    assert {match.section.article for match in found.matches} == {code.partition("-")[0]}
    assert found.did_you_mean == meant
    assert shelf.first(meant) == code


@pytest.mark.parametrize("typed", ["兰建平", "兰建平的文章", "兰建平 火锅"])
def test_an_author_whose_articles_do_not_answer_is_hinted_at(shelf: Shelf, typed: str) -> None:
    """The hint is the filter."""
    found = shelf.search(typed)
    assert (found.answered, found.did_you_mean) == (False, "作者:兰建平")


def test_an_author_whom_the_texts_name_is_a_word_like_others(shelf: Shelf) -> None:
    """What holds the query answers it; a short name inside another word is none."""
    assert shelf.first("某省人民政府培育工匠") == "report-1"
    assert shelf.search("某省人民政府培育工匠").did_you_mean is None
    assert shelf.search("张李四机器").did_you_mean != "作者:李四"
