"""Slack's spelling comes off once and goes on once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.incoming.mrkdwn import escape, one_line, unescape


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("研发 &amp; 转化", "研发 & 转化"),
        ("&lt;!channel&gt;", "<!channel>"),
        ("&amp;lt;", "&lt;"),
        ("<@U123|li.lei> 数字工匠", "@li.lei 数字工匠"),
        ("<@U123> 数字工匠", "@U123 数字工匠"),
        ("<#C1|office>", "#office"),
        ("<!here>", "@here"),
        ("<!subteam^S1|@desk>", "@desk"),
        ("<https://a.cn/x|一带一路>", "一带一路"),
        ("<https://a.cn/x>", "https://a.cn/x"),
        ("a < b", "a < b"),
    ],
)
def test_what_slack_wraps_is_unwrapped(sent: str, typed: str) -> None:
    """References become names, entities become characters, and only once."""
    assert unescape(sent) == typed


@given(st.text())
def test_escaping_is_undone_by_unescaping(text: str) -> None:
    """What we escape, Slack's reader would read as the same text, and it holds no live mark-up."""
    assert "<" not in escape(text)
    assert ">" not in escape(text)
    assert unescape(escape(text)) == text


def test_a_query_is_shown_on_one_line() -> None:
    """Line breaks go and a long query is cut with an ellipsis, so that it can open no quotation."""
    assert one_line("a\n> b\u3000c") == "a > b c"
    assert one_line("长" * 100, 10) == "长" * 9 + "…"
