"""The Web API of the stand-in: the methods that read and change, and how each says no."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from slack_sdk.errors import SlackApiError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.console.stand_in import SlackStandIn

VIEW = {"type": "modal", "title": {"type": "plain_text", "text": "一"}, "blocks": []}


def refusal(call: Callable[[], object]) -> str:
    """Return Slack's word for why it refuses a call."""
    with pytest.raises(SlackApiError) as raised:
        call()
    return str(raised.value.response["error"])


def test_channels_are_told_of_joined_and_opened(slack: SlackStandIn) -> None:
    """A public channel can be joined, a private one is not even known; a user's id opens a DM."""
    client = slack.client()
    slack.workspace.add_channel("C5", is_member=False)
    slack.workspace.add_channel("G5", is_member=False)
    assert client.conversations_info(channel="C5")["channel"]["is_member"] is False
    assert client.conversations_join(channel="C5")["channel"]["is_member"] is True
    assert refusal(lambda: client.conversations_join(channel="G5")) == "method_not_supported_for_channel_type"
    assert refusal(lambda: client.conversations_info(channel="G5")) == "channel_not_found"
    assert client.conversations_open(users="U7")["channel"]["id"] == "D7"
    assert client.chat_postMessage(channel="U7", text="好")["channel"] == "D7"


def test_people_are_as_they_were_told(slack: SlackStandIn) -> None:
    """A zone that was told comes back, also none; the locale only where it is asked for."""
    slack.workspace.add_person("U8", name="li", tz=None)
    user = slack.client().users_info(user="U8")["user"]
    assert (user["name"], user["tz"], "locale" in user) == ("li", None, False)


def test_ephemeral_messages_are_not_kept(slack: SlackStandIn) -> None:
    """chat.postEphemeral needs somebody to see it and leaves nothing in the history."""
    client = slack.client()
    client.chat_postEphemeral(channel="C1", user="U1", text="好")
    assert slack.workspace.messages["C1"] == []
    assert (
        refusal(lambda: client.chat_postEphemeral(channel="C1", user="", text="好")) == "user_not_in_channel"
    )


def test_history_keeps_to_its_ends(slack: SlackStandIn) -> None:
    """`oldest` and `latest` leave their own message out, `inclusive` takes it in."""
    first, middle, last = (slack.say("C1", text)["ts"] for text in "甲乙丙")
    client = slack.client()

    def texts(*, inclusive: bool = False) -> list[str]:
        told = client.conversations_history(channel="C1", oldest=first, latest=last, inclusive=inclusive)
        return [message["text"] for message in told["messages"]]

    assert texts() == ["乙"]
    assert texts(inclusive=True) == ["丙", "乙", "甲"]
    link = client.chat_getPermalink(channel="C1", message_ts=middle)["permalink"]
    assert link.endswith(f"/archives/C1/p{middle.replace('.', '')}")
    assert refusal(lambda: client.conversations_replies(channel="C1", ts="1.1")) == "thread_not_found"


def test_a_view_is_changed_by_whoever_knows_its_newest_state(slack: SlackStandIn) -> None:
    """A stale hash is refused, an unknown view too; a fourth view on top is one too many."""
    client = slack.client()
    view = client.views_open(trigger_id=slack.trigger(), view={**VIEW, "external_id": "mine"})["view"]
    changed = client.views_update(external_id="mine", view=VIEW)["view"]
    assert changed["id"] == view["id"]
    stale = refusal(lambda: client.views_update(view_id=view["id"], hash=view["hash"], view=VIEW))
    assert stale == "hash_conflict"
    assert refusal(lambda: client.views_update(view_id="V9", view=VIEW)) == "not_found"
    for _ in range(2):
        client.views_push(trigger_id=slack.trigger(), view=VIEW)
    assert refusal(lambda: client.views_push(trigger_id=slack.trigger(), view=VIEW)) == "push_limit_reached"
    assert refusal(lambda: client.views_open(trigger_id="", view=VIEW)) == "invalid_arguments"
    assert refusal(lambda: client.api_call("views.open", json={"trigger_id": "t"})) == "invalid_arguments"


def test_the_token_is_asked_for_its_owner_and_scopes(slack: SlackStandIn) -> None:
    """auth.test names the bot, and the scopes stand in the answer's header."""
    told = slack.client().auth_test()
    assert told["bot_id"]
    assert "chat:write" in told.headers["X-OAuth-Scopes"]
    assert slack.client().api_test()["ok"]


def test_the_record_can_be_emptied(slack: SlackStandIn) -> None:
    """`forget` empties the record and keeps the messages."""
    slack.client().chat_postMessage(channel="C1", text="好", thread_ts="1.1", reply_broadcast=True)
    slack.forget()
    assert slack.calls() == []
    (kept,) = slack.client().conversations_history(channel="C1")["messages"]
    assert kept["subtype"] == "thread_broadcast"
