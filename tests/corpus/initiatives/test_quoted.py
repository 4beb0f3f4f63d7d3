"""Names in quotation marks, and what follows them."""

from __future__ import annotations

import pytest

from corpus.initiatives.quoted import quoted, tail_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("培育“数字工匠”。", ["数字工匠"]),
        ("培育「光盘行动」，‘不算’。", ["光盘行动"]),
        ('培育"光盘行动"。', ["光盘行动"]),
        ("推广“管好两端、规范中间”做法。", ["管好两端、规范中间"]),
        ("积极发展“互联网+”。", ["互联网+"]),
        ("统筹“五位一体”。", ["五位一体"]),
        ("推进“一带一路”数字经济国际合作倡议。", ["“一带一路”数字经济国际合作倡议", "一带一路"]),
        ("缴纳“21条”。", []),
        ("取得“成效明显”。", []),
        ("重在“办”。", []),
        ("注重“管理与服务”。", []),
        ("回答“要改革。”", []),
        ("引进“两院", []),
        ("拒绝“ 光盘 ”。", []),
        ("落实“一项谁也没有听说过的制度安排和要求”。", []),
    ],
)
def test_a_quotation_is_a_name_unless_it_is_a_word_a_count_or_a_statement(
    text: str, names: list[str]
) -> None:
    """Any kind of marks will do; each piece of a name made of several is short."""
    found = list(quoted(text))
    assert [one.name for one in found] == names
    assert all(text[one.start : one.end] == one.name for one in found)


def test_what_is_introduced_as_a_short_form_is_no_name_by_itself() -> None:
    """Behind 简称 a quotation needs another place that shows it to be a name."""
    assert [one.sure for one in quoted("深化“放管服”改革。")] == [True]
    assert [one.sure for one in quoted("以下统称：“放管服”。")] == [False]


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("“放管服”改革有成效", "改革"),
        ("“一带一路”的建设", "的建设"),
        ("“光盘”行动要求", "行动"),
        ("“光盘”。", ""),
        ("“光盘”和行动", ""),
        ("“光盘”要行动", ""),
    ],
)
def test_the_tail_of_a_name_ends_with_a_head_or_a_tail(text: str, tail: str) -> None:
    """It goes on to the last of them that no verb, function word or mark parts from the name."""
    assert tail_of(text, text.index("”") + 1) == tail
