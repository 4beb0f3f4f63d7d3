"""A mention without a name looks through what was said in its thread before, and asks for little of it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.handlers.door import CHANNEL, bold, quotations

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from tests.handlers.door import Door, Json


def test_a_mention_without_a_name_looks_through_the_thread(door: Door, slack: SlackStandIn) -> None:
    """The newest name in it is shown; what the bot itself said does not count."""
    first = slack.say(CHANNEL, "我们来谈梦想小镇")
    slack.say(CHANNEL, "还有数字工匠", thread_ts=first["ts"])
    slack.client().chat_postMessage(channel=CHANNEL, text="一带一路", thread_ts=first["ts"])
    (card,) = door.posted_after(door.mention("", thread_ts=first["ts"], ts="9999999999.000100"))
    assert "数字工匠" in bold(card)


@pytest.mark.parametrize(
    "asked",
    [
        "这是什么提法",
        "这个说法出自哪里",
        "查一下",
        "出处？",
        "这个",
        "。",
        "？",
        "上面这句话是谁说的",
        "source?",
    ],
)
def test_words_that_only_ask_are_a_mention_without_a_name(
    door: Door, slack: SlackStandIn, asked: str
) -> None:
    """The thread is looked through; where nothing was said in it, the bot asks back."""
    first = slack.say(CHANNEL, "我们来谈梦想小镇")
    at = {"ts": "9999999999.000100"}
    (card,) = door.posted_after(door.mention(asked, thread_ts=first["ts"], **at))
    assert "梦想小镇" in bold(card)
    (back,) = door.posted_after(door.mention(asked))
    assert "想查哪个提法" in back["text"]


SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "推进 *数字工匠* 培育"}}


@pytest.mark.parametrize(
    "told",
    [
        {"text": "推进数字工匠培育", "bot_id": "B1", "subtype": "bot_message", "user": ""},
        {"text": "推进数字工匠培育", "bot_id": "B1", "user": "U0OTHERBOT"},
        {"text": "", "blocks": [SECTION]},
        {"text": "", "bot_id": "B1", "blocks": [SECTION]},
        {"text": "", "bot_id": "B1", "attachments": [{"text": "推进数字工匠培育"}]},
    ],
)
def test_another_bots_post_and_one_of_blocks_only_are_read(
    door: Door, slack: SlackStandIn, told: Json
) -> None:
    """Somebody mentions the bot under it to have it looked up."""
    first = slack.say(CHANNEL, **told)
    (card,) = door.posted_after(door.mention("", thread_ts=first["ts"], ts="9999999999.000100"))
    assert "数字工匠" in bold(card)


def test_a_thread_whose_reading_breaks_off_is_asked_back(door: Door, slack: SlackStandIn) -> None:
    """As one that may not be read."""
    slack.fail_next("conversations.replies", reset=True)
    (answer,) = door.posted_after(door.mention("", thread_ts="1763900000.000001"))
    assert "想查哪个提法" in answer["text"]


def test_a_mention_without_a_name_looks_for_passages_next(door: Door, slack: SlackStandIn) -> None:
    """What repeats the source nearly word for word is quoted."""
    said = "浙江省大数据资源不断积累，在人工智能、量子信息、集成电路等领域具备技术引领优势。"
    first = slack.say(CHANNEL, said)
    (answer,) = door.posted_after(door.mention("", thread_ts=first["ts"], ts="9999999999.000100"))
    assert "大数据资源不断累积" in quotations(answer)[0]


def test_of_a_long_thread_the_last_hour_is_looked_through(door: Door, slack: SlackStandIn) -> None:
    """Slack gives fifteen messages at a time, the oldest first."""
    first = slack.say(CHANNEL, "我们来谈梦想小镇")
    for number in range(20):
        slack.say(CHANNEL, f"第 {number} 点", thread_ts=first["ts"])
    last = slack.say(CHANNEL, "还有数字工匠", thread_ts=first["ts"])
    for message in slack.workspace.messages[CHANNEL][1:21]:
        message["ts"] = f"{float(first['ts']) - 7200:.6f}"
    (card,) = door.posted_after(door.mention("", thread_ts=first["ts"], ts=f"{float(last['ts']) + 1:.6f}"))
    assert "数字工匠" in bold(card)


def test_a_thread_that_cannot_be_read_is_asked_back(door: Door, slack: SlackStandIn) -> None:
    """As where the scope is missing."""
    slack.fail_next("conversations.replies", error="missing_scope")
    (answer,) = door.posted_after(door.mention("", thread_ts="1763900000.000001"))
    assert "想查哪个提法" in answer["text"]


def test_where_nobody_spoke_for_an_hour_the_thread_is_read_from_its_beginning(
    door: Door, slack: SlackStandIn
) -> None:
    """The question may come the next day."""
    first = slack.say(CHANNEL, "我们来谈谈")
    last = slack.say(CHANNEL, "梦想小镇", thread_ts=first["ts"])
    (card,) = door.posted_after(
        door.mention("", thread_ts=first["ts"], ts=f"{float(last['ts']) + 86_400:.6f}")
    )
    assert "梦想小镇" in bold(card)


def test_no_more_is_asked_for_than_every_app_may(door: Door, slack: SlackStandIn) -> None:
    """Fifteen messages in one call (docs.slack.dev/apis/web-api/rate-limits); none again after a refusal."""
    first = slack.say(CHANNEL, "我们来谈梦想小镇")
    door.send(door.mention("", thread_ts=first["ts"], ts=f"{float(first['ts']) + 60:.6f}"))
    (call,) = slack.calls("conversations.replies")
    assert int(call.arguments["limit"]) == 15


def test_a_429_there_is_not_waited_out(door: Door, slack: SlackStandIn) -> None:
    """It would be a minute; the bot asks back instead."""
    first = slack.say(CHANNEL, "我们来谈梦想小镇")
    slack.fail_next("conversations.replies", retry_after=30)
    begun = time.monotonic()
    (answer,) = door.posted_after(
        door.mention("", thread_ts=first["ts"], ts=f"{float(first['ts']) + 60:.6f}")
    )
    assert "想查哪个提法" in answer["text"]
    assert time.monotonic() - begun < 20


def test_where_no_more_can_be_read_what_was_read_is_looked_through(door: Door, slack: SlackStandIn) -> None:
    """The second call of a long thread meets the limit."""
    first = slack.say(CHANNEL, "我们来谈梦想小镇")
    for number in range(20):
        last = slack.say(CHANNEL, f"第 {number} 点", thread_ts=first["ts"])
    at = float(last["ts"]) + 1
    slack.fail_next("conversations.replies", retry_after=30, where={"oldest": f"{at - 300:.6f}"})
    (card,) = door.posted_after(door.mention("", thread_ts=first["ts"], ts=f"{at:.6f}"))
    assert "梦想小镇" in bold(card)
    assert len(slack.calls("conversations.replies")) == 2
