"""What is typed after /policy is read as a sub-command only where it plainly is one."""

from __future__ import annotations

import pytest

from handlers.incoming.command_words import ParsedCommand
from handlers.incoming.passage_codes import bare_code
from handlers.listeners.subcommands import read


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", ParsedCommand("help")),
        ("  ", ParsedCommand("help")),
        ("search 数字工匠", ParsedCommand("search", "数字工匠")),
        ("SEARCH  数字 工匠 ", ParsedCommand("search", "数字 工匠")),
        ("搜索\u3000数字工匠", ParsedCommand("search", "数字工匠")),
        ("search", ParsedCommand("search")),
        ("数字工匠", ParsedCommand("search", "数字工匠")),
        ("数字 工匠", ParsedCommand("search", "数字 工匠")),
        ("articles", ParsedCommand("articles")),
        ("目录", ParsedCommand("articles")),
        ("show k7m2-9xqd", ParsedCommand("show", "k7m2-9xqd")),
        ("原文 K7M29XQD", ParsedCommand("show", "K7M29XQD")),
        ("金句", ParsedCommand("quote")),
        ("帮助", ParsedCommand("help")),
        ("?", ParsedCommand("help")),
    ],
)
def test_a_sub_command_is_its_word_or_its_alias(text: str, asked: ParsedCommand) -> None:
    """English words in any case and Chinese aliases; anything else is searched for."""
    assert read(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "目录 管理",
        "原文 制度",
        "帮助 中小企业",
        "金句 摘抄",
        "关注 民生",
        "限制 开发",
        "识别 风险",
        "原文件管理",
        "目录管理",
    ],
)
def test_an_alias_that_goes_on_in_chinese_is_a_query(text: str) -> None:
    """Chinese words are queries: 帮助 中小企业 asks for no help."""
    assert read(text) == ParsedCommand("search", text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("serach 数字工匠", "search"),
        ("searhc", "search"),
        ("hlep", "help"),
        ("artcles", "articles"),
        ("shwo k7m2-9xqd", "show"),
        ("qoute", "quote"),
        ("Serach 一带一路", "search"),
    ],
)
def test_a_mistyped_sub_command_is_noticed(text: str, meant: str) -> None:
    """One Latin word near a sub-command."""
    assert read(text).meant == meant


@pytest.mark.parametrize(
    "text", ["G20杭州峰会", "1+N", "szjj", "shuzijingji", "shou", "shuo", "数字工将", "AI", "health"]
)
def test_a_query_is_not_taken_for_a_mistyped_sub_command(text: str) -> None:
    """Chinese, digits, initials, pinyin and words that are far from every sub-command are searched for."""
    assert read(text) == ParsedCommand("search", text)


@pytest.mark.parametrize("pasted", ["k7m2-9xqd", "\u3014k7m2-9xqd\u3015", " k7m2-9xqd ", "[k7m2-9xqd]"])
def test_a_code_is_read_as_it_is_pasted(pasted: str) -> None:
    """The brackets of a citation come off."""
    assert bare_code(pasted) == "k7m2-9xqd"
