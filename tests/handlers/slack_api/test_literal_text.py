"""Words that go out without their drawing come out as they stand, sign by sign."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.incoming.mrkdwn import escape
from handlers.rendering.views import results_view
from handlers.replies import Replies
from handlers.slack_api.block_limits import problems
from handlers.slack_api.literal_text import pages
from handlers.slack_api.message import Message

LIVE = (
    *("（_x_）", "~x~", "`x`", "*x*", "> x", "<x>", "a & b", "&amp;", ":smile:", "https://a.cn/x"),
    *("<https://a.cn|甲>", "<@U0READER>", "<!channel>", "@here", "```x```", "• x", "　缩进　"),
)


def words(message: Message) -> str:
    """Return the words of all pages, as a reader sees them."""
    blocks = [block for one in message.in_order() for block in one.blocks]
    assert all((block["text"]["type"], block["text"]["emoji"]) == ("plain_text", False) for block in blocks)
    return "".join(block["text"]["text"] for block in blocks)


@pytest.mark.parametrize("text", LIVE)
def test_what_mrkdwn_would_eat_is_literal(text: str) -> None:
    """In a message, in a private answer and in a modal; markup is off for the text beside it."""
    plain = Message(escape(f"甲{text}乙")).plain()
    assert words(plain) == f"甲{text}乙"
    assert plain.body()["mrkdwn"] is False
    view = results_view(Message(escape(f"甲{text}乙")), Replies())
    assert [block["text"]["text"] for block in view["blocks"]] == [f"甲{text}乙"]
    assert {block["text"]["type"] for block in view["blocks"]} == {"plain_text"}


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=6_000))
def test_a_long_line_is_cut_and_loses_nothing(text: str) -> None:
    """Each page is a message that Slack takes."""
    plain = Message(escape(text)).plain()
    assert words(plain) == text
    assert [problem for one in plain.in_order() for problem in problems(one.private())] == []


def test_the_people_and_channels_that_we_name_stay_live() -> None:
    """Whoever shared something is named; the same signs in a text are not."""
    (first, second) = Message(f"<@U0READER> 分享了：\n{escape('<@U0READER> *x*')}").plain().blocks
    leaves = first["elements"][0]["elements"]
    assert leaves == [{"type": "user", "user_id": "U0READER"}, {"type": "text", "text": " 分享了："}]
    assert second["text"]["text"] == "<@U0READER> *x*"


def test_nothing_at_all_is_still_a_message() -> None:
    """Slack takes no empty text."""
    assert [problems(one.private()) for one in Message("\n").plain().in_order()] == [[]]
    assert [text for text, _ in pages("甲\n乙")] == ["甲\n乙"]
