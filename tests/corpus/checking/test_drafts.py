"""Which stretches of a draft are quotations, where their words stand, and what they claim."""

from __future__ import annotations

import pytest

from corpus.checking.drafts import Draft, markdown, quotations

CASES = [
    ("《东湖办法》规定：“市民可以在东湖游泳。”此外，", ["市民可以在东湖游泳。"]),
    ("所谓“双碳”目标，", []),
    ("《东湖办法》指出：市民可以在东湖游泳。\n下一段", ["市民可以在东湖游泳。"]),
    (
        "原话是：“第一段的话说完了。\n　　“第二段的话也说完了。”后文",
        ["第一段的话说完了。\n　　“第二段的话也说完了。"],
    ),
    ("原话是：“没有说完的一段话\n后文", ["没有说完的一段话"]),
    ("「外面的話『裡面』還有」後文", ["外面的話『裡面』還有"]),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_quotations_are_found_at_their_place(text: str, words: list[str]) -> None:
    """Words in marks of six characters or more, and those behind 指出：, are found without their marks."""
    found, _ = quotations(Draft(text), ())
    assert [text[slice(*one.at)] for one in found] == words


def test_block_quotes_are_found_and_code_is_not() -> None:
    """In Markdown a block quote is one quotation over its lines; what stands in code is none."""
    text = "《办法》里写道：\n\n> 第一行的话，\n> 第二行的话。\n\n```\n“代码里的一段话不算”\n```\n"
    (one,) = quotations(markdown(text), ())[0]
    assert one.quote == "第一行的话，\n第二行的话。"
    assert one.claim.title == "《办法》"


def test_a_claim_stands_in_the_same_sentence_or_right_behind() -> None:
    """The nearest title, author and year count; none is carried over, and none is taken from a quotation."""
    text = "《甲法》很好。“第一句引用的话。”另外“引自《乙法》的一句话”（某市政府2026年《丙报告》）。"
    first, second = quotations(Draft(text), {"某市政府"})[0]
    assert not first.claim
    assert (second.claim.title, second.claim.author, second.claim.date) == ("《丙报告》", "某市政府", "2026")
