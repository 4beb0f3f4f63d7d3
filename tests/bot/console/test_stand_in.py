"""The Slack stand-in: it records, remembers and refuses as Slack does."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

from bot.console.stand_in import SlackStandIn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BLOCKS = [{"type": "section", "text": {"type": "mrkdwn", "text": "数字工匠"}}]
METADATA = {"event_type": "daily_quote", "event_payload": {"key": "C1:2026-11-23"}}


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    """Give a running stand-in."""
    with SlackStandIn() as running:
        yield running


def post(url: str, body: dict[str, Any]) -> int:
    """Post JSON as the bot posts to a response_url; return the status."""
    asked = Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})  # noqa: S310 - loopback
    try:
        with urlopen(asked, timeout=5) as answer:  # noqa: S310 - loopback
            return int(answer.status)
    except HTTPError as error:
        with error:
            return error.code


def refusal(call: Callable[[], object]) -> str:
    """Return Slack's word for why it refuses a call."""
    with pytest.raises(SlackApiError) as raised:
        call()
    return str(raised.value.response["error"])


def test_every_call_is_recorded_with_its_arguments_as_data(slack: SlackStandIn) -> None:
    """Blocks and metadata are read back as data, whether the client sent a form or JSON."""
    slack.client().chat_postMessage(channel="C1", text="一", blocks=BLOCKS, metadata=METADATA)
    slack.client().api_call(
        "chat.postMessage", data={"channel": "C1", "text": "二", "blocks": json.dumps(BLOCKS)}
    )
    first, second = slack.calls("chat.postMessage")
    assert first.arguments["blocks"] == second.arguments["blocks"] == BLOCKS
    assert first.arguments["metadata"] == METADATA
    assert first.token == slack.token


def test_history_tells_what_was_posted_newest_first(slack: SlackStandIn) -> None:
    """`oldest` and `limit` hold, threads stay out, metadata comes only where it is asked for."""
    client = slack.client()
    sent = [client.chat_postMessage(channel="C1", text=text, metadata=METADATA)["ts"] for text in "甲乙丙"]
    client.chat_postMessage(channel="C1", text="丁", thread_ts=sent[0])
    told = client.conversations_history(channel="C1", oldest=sent[0], limit=1)
    assert [message["text"] for message in told["messages"]] == ["丙"]
    assert told["has_more"]
    assert "metadata" not in told["messages"][0]
    with_metadata = client.conversations_history(channel="C1", include_all_metadata=True)["messages"]
    assert [message["text"] for message in with_metadata] == ["丙", "乙", "甲"]
    assert all(message["metadata"] == METADATA for message in with_metadata)


def test_replies_tell_a_thread_with_what_people_said(slack: SlackStandIn) -> None:
    """A thread is its first message and the replies, oldest first."""
    root = slack.say("C1", "那个数字工匠到底是什么提法")
    slack.client().chat_postMessage(channel="C1", text="在这里", thread_ts=root["ts"])
    told = slack.client().conversations_replies(channel="C1", ts=root["ts"])["messages"]
    assert [message["text"] for message in told] == ["那个数字工匠到底是什么提法", "在这里"]


def test_time_stamps_grow_and_no_two_are_the_same(slack: SlackStandIn) -> None:
    """Messages of one instant have different time stamps, near the wall clock."""
    stamps = [slack.say("C1", "一")["ts"] for _ in range(50)]
    assert stamps == sorted(set(stamps))
    assert abs(float(stamps[0]) - time.time()) < 5


@pytest.mark.parametrize(
    ("standing", "word"),
    [
        ({"is_member": False}, "not_in_channel"),
        ({"is_member": False, "is_private": True}, "channel_not_found"),
        ({"is_archived": True}, "is_archived"),
    ],
)
def test_where_the_bot_may_not_post_slack_says_why(
    slack: SlackStandIn, standing: dict[str, Any], word: str
) -> None:
    """Membership and archiving are kept as at Slack."""
    slack.workspace.add_channel("C9", **standing)
    assert refusal(lambda: slack.client().chat_postMessage(channel="C9", text="一")) == word


def test_a_message_slack_would_not_take_is_refused(slack: SlackStandIn) -> None:
    """Nothing to say, 51 blocks and blocks of more than 13,200 characters come back as errors."""
    client = slack.client()
    long = [{"type": "section", "text": {"type": "mrkdwn", "text": "长" * 2900}}] * 5
    assert refusal(lambda: client.api_call("chat.postMessage", json={"channel": "C1"})) == "no_text"
    assert (
        refusal(lambda: client.chat_postMessage(channel="C1", text="一", blocks=BLOCKS * 51))
        == "invalid_blocks"
    )
    assert (
        refusal(lambda: client.chat_postMessage(channel="C1", text="一", blocks=long))
        == "msg_blocks_too_long"
    )


def test_a_response_url_works_five_times(slack: SlackStandIn) -> None:
    """The sixth use of a response_url is a 404; another one is not touched by it."""
    url, other = slack.response_url(), slack.response_url()
    assert [post(url, {"text": str(n)}) for n in range(6)] == [200] * 5 + [404]
    assert post(other, {"text": "一"}) == 200
    assert [body["text"] for body in slack.posts(url)] == ["0", "1", "2", "3", "4", "5"]


def test_a_scripted_error_strikes_once(slack: SlackStandIn) -> None:
    """`fail_next` fails the calls it was told of and no later one."""
    slack.fail_next("chat.postMessage", error="channel_not_found", where={"channel": "C2"})
    client = slack.client()
    client.chat_postMessage(channel="C1", text="一")
    assert refusal(lambda: client.chat_postMessage(channel="C2", text="一")) == "channel_not_found"
    client.chat_postMessage(channel="C2", text="一")
    assert len(slack.workspace.messages["C2"]) == 1


def test_a_429_names_the_seconds_to_wait(slack: SlackStandIn) -> None:
    """The SDK's rate limit handler waits for Retry-After and posts once."""
    slack.fail_next("chat.postMessage", retry_after=0)
    slack.client(retry_handlers=[RateLimitErrorRetryHandler(max_retry_count=1)]).chat_postMessage(
        channel="C1", text="一"
    )
    assert [call.answer.status for call in slack.calls("chat.postMessage")] == [429, 200]
    assert len(slack.workspace.messages["C1"]) == 1


def test_a_reset_after_the_message_was_stored_leaves_the_message(slack: SlackStandIn) -> None:
    """With `after` Slack did what was asked, though the client hears of a broken connection."""
    slack.fail_next("chat.postMessage", reset=True, after=True)
    with pytest.raises(OSError, match=r"reset|closed"):
        slack.client().chat_postMessage(channel="C1", text="一")
    assert len(slack.workspace.messages["C1"]) == 1


def test_a_server_error_and_a_delay_can_be_told_of(slack: SlackStandIn) -> None:
    """HTTP 500 is an error to the client; a delay alone only makes the answer late."""
    slack.fail_next("users.info", status=500)
    slack.fail_next("users.info", delay=0.1)
    assert refusal(lambda: slack.client().users_info(user="U1")) == "internal_error"
    began = time.monotonic()
    assert slack.client().users_info(user="U1", include_locale=True)["user"]["locale"] == "zh-CN"
    assert time.monotonic() - began >= 0.1


def test_a_trigger_opens_one_view(slack: SlackStandIn) -> None:
    """A trigger id that was used opens nothing; pushed views name what lies under them."""
    view = {"type": "modal", "title": {"type": "plain_text", "text": "查找"}, "blocks": BLOCKS}
    trigger, client = slack.trigger(), slack.client()
    root = client.views_open(trigger_id=trigger, view=view)["view"]
    assert refusal(lambda: client.views_open(trigger_id=trigger, view=view)) == "exchanged_trigger_id"
    pushed = client.views_push(trigger_id=slack.trigger(), view=view)["view"]
    assert pushed["previous_view_id"] == pushed["root_view_id"] == root["id"]
    client.views_update(view_id=root["id"], view={**view, "blocks": []})
    assert slack.workspace.views[root["id"]]["blocks"] == []


def test_only_the_bots_own_messages_can_be_changed(slack: SlackStandIn) -> None:
    """chat.update and chat.delete work on own messages and refuse others'."""
    client, theirs = slack.client(), slack.say("C1", "别人的话")
    own = client.chat_postMessage(channel="C1", text="一", blocks=BLOCKS)["ts"]
    client.chat_update(channel="C1", ts=own, text="二")
    assert slack.workspace.find("C1", own)["text"] == "二"
    assert (
        refusal(lambda: client.chat_update(channel="C1", ts=theirs["ts"], text="二")) == "cant_update_message"
    )
    client.chat_delete(channel="C1", ts=own)
    assert refusal(lambda: client.chat_delete(channel="C1", ts=own)) == "message_not_found"


def test_what_the_stand_in_does_not_know_it_says(slack: SlackStandIn) -> None:
    """An unknown method, Socket Mode, and waiting for a call that never comes are told plainly."""
    assert refusal(lambda: slack.client().api_call("chat.shout")) == "unknown_method"
    assert (
        refusal(lambda: slack.client().apps_connections_open(app_token="xapp-1")) == "not_allowed_token_type"
    )
    with pytest.raises(TimeoutError, match=r"reactions.add came 0 of 1 times"):
        slack.wait_for("reactions.add", seconds=0.05)


def test_a_reaction_is_added_once(slack: SlackStandIn) -> None:
    """The same emoji on the same message a second time is already there."""
    ts, client = slack.say("C1", "一")["ts"], slack.client()
    client.reactions_add(channel="C1", timestamp=ts, name="book")
    assert refusal(lambda: client.reactions_add(channel="C1", timestamp=ts, name="book")) == "already_reacted"
