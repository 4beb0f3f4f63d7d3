"""Mentions and direct messages: answered once, where they were asked, in the order of surety."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from handlers.slack_api.block_limits import problems
from tests.handlers.door import BOT, CHANNEL, USER, bold, buttons, literal, quotations

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from db.store import Store
from tests.handlers.door import Door


def test_a_mention_at_top_level_opens_a_thread_on_itself(door: Door) -> None:
    """The card comes as a real message under the question."""
    asked = door.mention("那个数字工匠到底是什么提法")
    (card,) = door.posted_after(asked)
    assert (card["channel"], card["thread_ts"]) == (CHANNEL, asked["event"]["ts"])
    assert "“数字工匠”" in quotations(card)[0]
    assert bold(card) == ["数字工匠"]
    assert "兰建平" in card["text"]


def test_a_mention_in_a_thread_is_answered_there(door: Door) -> None:
    """Also in a private channel."""
    asked = door.mention("数字工匠", thread_ts="1763900000.000001", channel="G0PRIVATE")
    (card,) = door.posted_after(asked)
    assert (card["channel"], card["thread_ts"]) == ("G0PRIVATE", "1763900000.000001")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("数字工匠", "共提到"),
        ("數字工匠", "共提到"),
        ("数字工将", "最接近的是“数字工匠”"),
        ("那个数字工将是什么", "最接近的是“数字工匠”"),
        ("数字工匠培育工程怎么申请", "共提到"),
        ("战略性信息产品", "没有找到"),
        ("数据资源不断累积", "大数据资源不断累积"),
        ("房地产调控", "没有找到"),
        ("帮助", "/policy search"),
    ],
)
def test_a_question_is_answered_by_the_surest_thing(door: Door, asked: str, told: str) -> None:
    """Exact name, one near name and that is said, passages, and a plain nothing with a next step."""
    (answer,) = door.posted_after(door.mention(asked))
    assert told in answer["text"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("推动数字经济成为“一带一路”主要载体和合作内容", "推动数字经济成为“一带一路”主要载体和合作内容"),
        ("推动数字经济成为一带一路主要载体和合作内容", "推动数字经济成为“一带一路”主要载体和合作内容"),
        ("“数字工匠”培育", "数字工匠"),
        ("数字工匠 作者:兰建平", "找到 1 处"),
        ("数字工匠 作者:李四", "没有文章符合"),
        ("数字工匠 文章:没有这篇", "没有文章符合"),
        ("数字工匠 -数字工匠", "没有找到"),
        ("数字工匠 日期:昨天", "读不懂"),
    ],
)
@pytest.mark.parametrize("direct", [False, True])
def test_more_than_a_name_is_answered_by_passages(door: Door, asked: str, told: str, *, direct: bool) -> None:
    """A filter, an exclusion, a quotation, or a passage word for word: no card in their place."""
    payload = door.message(asked, channel="D0READER", channel_type="im") if direct else door.mention(asked)
    (answer,) = door.posted_after(payload)
    assert told in answer["text"]
    assert "共提到" not in answer["text"]


@pytest.mark.parametrize(
    "asked",
    [
        "“数字工匠”",
        "那个数字工匠到底是什么提法",
        "“数字工匠”这个说法最早见于哪里",
        "数字工匠 出处？",
        "where is 数字工匠 from",
    ],
)
def test_a_name_with_words_that_only_ask_gets_its_card(door: Door, asked: str) -> None:
    """The words around it say nothing more."""
    (card,) = door.posted_after(door.mention(asked))
    assert "共提到" in card["text"]


def test_a_code_gets_its_passage(door: Door, store: Store) -> None:
    """Typed alone, into a mention, a direct message or after /policy."""
    code = store.sections.of_article(store.articles.all()[0][0].id)[0].code
    asked = [door.mention(f"\u3014{code}\u3015"), door.message(code, channel="D0READER", channel_type="im")]
    for payload in asked:
        (answer,) = door.posted_after(payload)
        assert code in answer["text"]
        assert quotations(answer)
    assert code in door.command(code.upper())["text"]


@pytest.mark.parametrize("failure", [{"reset": True}, {"error": "internal_error"}, {"status": 503}])
@pytest.mark.parametrize("direct", [False, True])
def test_where_it_is_unclear_whether_an_answer_stands_nothing_more_is_said(
    door: Door, slack: SlackStandIn, failure: dict[str, Any], *, direct: bool
) -> None:
    """Slack stored the message and its answer was lost: no apology goes under it."""
    slack.fail_next("chat.postMessage", after=True, **failure)
    told = {"channel": "D0READER", "channel_type": "im"}
    door.send(door.message("数字工匠", **told) if direct else door.mention("数字工匠"))
    assert len(slack.calls("chat.postMessage")) == 1


def test_an_answer_that_slack_holds_back_is_posted_once(door: Door, slack: SlackStandIn) -> None:
    """A 429 is waited out."""
    slack.fail_next("chat.postMessage", retry_after=1)
    door.posted_after(door.mention("数字工匠"))
    assert [call.answer.status for call in slack.calls("chat.postMessage")] == [429, 200]


def test_an_answer_whose_blocks_are_refused_goes_out_as_text(door: Door, slack: SlackStandIn) -> None:
    """The same words, in the same thread."""
    slack.fail_next("chat.postMessage", error="invalid_blocks")
    door.send(door.mention("数字工匠", thread_ts="1763900000.000001"))
    refused, plain = (call.arguments for call in slack.calls("chat.postMessage"))
    assert quotations(refused)[0] in literal(plain)
    assert problems(plain) == []
    assert (plain["text"], plain["thread_ts"]) == (refused["text"], refused["thread_ts"])


def test_a_public_answer_has_no_button_to_share_it(door: Door) -> None:
    """It stands in the conversation already."""
    (answer,) = door.posted_after(door.mention("数据资源不断累积"))
    assert buttons(answer, "policy_share") == []


def test_further_names_of_a_question_are_told(door: Door) -> None:
    """The first is shown, the rest is named."""
    (card,) = door.posted_after(door.mention("数字工匠和梦想小镇"))
    assert "还提到：" in card["text"]


def test_one_posting_is_answered_once(door: Door) -> None:
    """Redelivered, told of again as a message, edited: still one answer."""
    asked = door.mention("数字工匠")
    again = door.mention("数字工匠", ts=asked["event"]["ts"])
    edited = door.mention("梦想小镇", ts=asked["event"]["ts"], edited={"user": USER, "ts": "1763900009.0"})
    as_message = door.message(asked["event"]["text"], ts=asked["event"]["ts"])
    counts = [len(door.posted_after(payload)) for payload in (asked, asked, again, edited, as_message)]
    assert counts == [1, 0, 0, 0, 0]


def test_fifty_mentions_at_once_are_answered_once_each(door: Door, slack: SlackStandIn) -> None:
    """And none twice, though each is delivered twice."""
    asked = [door.mention("数字工匠", user=f"U{number}") for number in range(50)]
    with ThreadPoolExecutor(10) as pool:
        assert {response.status for response in pool.map(door.send, asked * 2)} == {200}
    threads = [call.arguments["thread_ts"] for call in slack.calls("chat.postMessage")]
    assert sorted(threads) == sorted(payload["event"]["ts"] for payload in asked)


@pytest.mark.parametrize(
    "told",
    [{"bot_id": "B1"}, {"subtype": "bot_message"}, {"edited": {"user": USER, "ts": "1.0"}}, {"user": BOT}],
)
def test_bots_and_edits_are_left_alone(door: Door, told: dict[str, Any]) -> None:
    """Another bot's mention, an edit, and the bot's own words are nobody's question."""
    assert door.posted_after(door.mention("数字工匠", **told)) == []


def test_a_mention_that_holds_nothing_is_asked_back(door: Door) -> None:
    """The bot says how to ask."""
    (answer,) = door.posted_after(door.mention(""))
    assert "想查哪个提法" in answer["text"]


def test_a_channel_shared_with_others_hears_nothing(door: Door, slack: SlackStandIn) -> None:
    """Only the one who asked is told why; where it was switched on, the answer comes."""
    shared = {"envelope": {"is_ext_shared_channel": True}}
    assert door.posted_after(door.mention("数字工匠", **shared)) == []
    (hint,) = slack.calls("chat.postEphemeral")
    assert hint.arguments["user"] == USER
    assert problems(hint.arguments) == []
    door.command("spot on")
    assert len(door.posted_after(door.mention("数字工匠", **shared))) == 1
    door.command("spot off")
    assert door.posted_after(door.mention("数字工匠", **shared)) == []
    assert len(slack.calls("chat.postEphemeral")) == 2


def test_a_refusal_is_told_in_the_thread_it_was_asked_in(door: Door, slack: SlackStandIn) -> None:
    """Elsewhere nobody would see it."""
    shared = {"envelope": {"is_ext_shared_channel": True}}
    door.send(door.mention("数字工匠", thread_ts="1763900000.000001", **shared))
    (hint,) = slack.calls("chat.postEphemeral")
    assert hint.arguments["thread_ts"] == "1763900000.000001"
    assert problems(hint.arguments) == []


def test_a_direct_message_is_a_query(door: Door) -> None:
    """Any text of it; answered in the conversation, no thread opened."""
    asked = door.message("数字工匠", channel="D0READER", channel_type="im")
    (card,) = door.posted_after(asked)
    assert card["channel"] == "D0READER"
    assert "thread_ts" not in card
    assert "“数字工匠”" in quotations(card)[0]


@pytest.mark.parametrize(
    "told",
    [{"bot_id": "B1"}, {"subtype": "message_changed"}, {"subtype": "message_deleted"}, {"user": "USLACKBOT"}],
)
def test_a_direct_message_that_is_no_persons_is_left_alone(door: Door, told: dict[str, Any]) -> None:
    """Edits and bots again."""
    payload = door.message("数字工匠", channel="D0READER", channel_type="im", **told)
    assert door.posted_after(payload) == []


def test_a_hostile_mention_pings_nobody(door: Door) -> None:
    """The question comes back escaped."""
    (answer,) = door.posted_after(door.mention("&lt;!channel&gt; <!here> 没有这回事"))
    assert "<" not in answer["text"]


def test_the_bot_greets_once_when_it_is_invited(door: Door) -> None:
    """Two lines, once for ever; other people's joining is none of its business."""
    joined = [door.event("member_joined_channel", user=BOT, channel_type="C") for _ in range(2)]
    (greeting,) = door.posted_after(joined[0])
    assert len(greeting["text"].split("\n")) == 2
    assert door.posted_after(joined[1]) == []
    assert door.posted_after(door.event("member_joined_channel", user="U0OTHER", channel="C0NEW")) == []
