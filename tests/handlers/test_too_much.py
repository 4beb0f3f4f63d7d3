"""Whoever asks too much is told when to ask again; nobody else notices."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.app import build_app
from bot.settings import from_environment
from handlers.request_rate import KNOWN, Buckets, Rate, RateVerdict
from tests.handlers.conftest import NOW
from tests.handlers.door import CHANNEL, TEAM, USER, Door, buttons

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from db.store import Store
    from tests.handlers.door import Json

WAIT = "请在 2 秒后再试"


@pytest.fixture
def clock() -> list[float]:
    """Seconds, as the buckets see them."""
    return [100.0]


@pytest.fixture
def door(store: Store, slack: SlackStandIn, clock: list[float]) -> Door:
    """The way in, for people who may search twice at once and then once in two seconds."""
    said = {
        "SLACK_BOT_TOKEN": slack.token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.url,
    }
    buckets = Buckets(lambda: clock[0], Rate(4, 1), Rate(40, 10))
    return Door(
        build_app(from_environment(said), store, lambda: NOW, one_thread=True, buckets=buckets), slack
    )


def spend(door: Door) -> Json:
    """Use up what one person may ask, and return the last answer."""
    answers = [door.command("数字工匠") for _ in range(2)]
    assert all("数字工匠" in answer["text"] for answer in answers)
    return answers[-1]


def test_a_command_too_many_is_told_when_to_come_again(door: Door, clock: list[float]) -> None:
    """Privately and each time; after that while it is answered."""
    spend(door)
    for _ in range(2):
        answer = door.command("数字工匠")
        assert WAIT in answer["text"]
        assert answer["response_type"] == "ephemeral"
    clock[0] += 2
    assert WAIT not in door.command("数字工匠")["text"]


def test_others_of_the_workspace_are_answered(door: Door) -> None:
    """The bucket is one person's."""
    spend(door)
    assert WAIT not in door.command("数字工匠", user_id="U0OTHER")["text"]
    assert WAIT not in door.command("数字工匠", team_id="T0OTHER")["text"]


def test_a_mention_too_many_is_told_to_nobody_else_and_once(door: Door, slack: SlackStandIn) -> None:
    """Until the time that was told is over: a hundred mentions are not answered by a hundred messages."""
    spend(door)
    for _ in range(3):
        assert door.posted_after(door.mention("数字工匠")) == []
    (told,) = slack.calls("chat.postEphemeral")
    assert (told.arguments["channel"], told.arguments["user"]) == (CHANNEL, USER)
    assert WAIT in told.arguments["text"]


def test_a_direct_message_too_many_is_told_there(door: Door) -> None:
    """As any other answer."""
    spend(door)
    (told,) = door.posted_after(door.message("数字工匠", channel="D0READER", channel_type="im"))
    assert (told["channel"], WAIT in told["text"]) == ("D0READER", True)


def test_clicks_and_look_ups_too_many_are_told_privately(door: Door, slack: SlackStandIn) -> None:
    """By their response_url; no modal is opened, nothing is shared."""
    (share, *_) = buttons(spend(door), "policy_share")
    told = door.click(share)
    assert "请在 1 秒后再试" in told["text"]
    shortcut = door.shortcut({"ts": "1763900001.000200", "text": "数字工匠"}, user={"id": "U0OTHER"})
    assert door.send(shortcut).status == 200
    (refused,) = slack.posts(shortcut["response_url"])
    assert "请在 6 秒后再试" in refused["text"]
    assert slack.calls("chat.postMessage") == slack.calls("views.open") == []


def test_a_search_field_too_many_says_so_beside_the_field(door: Door) -> None:
    """The window stays, with what was typed."""
    spend(door)
    values = {"policy_field": {"policy_words": {"type": "plain_text_input", "value": "数字工匠"}}}
    view = {"type": "modal", "callback_id": "policy_query", "id": "V1", "state": {"values": values}}
    whose = {"team": {"id": TEAM}, "user": {"id": USER}}
    response = door.send({"type": "view_submission", "view": view, **whose})
    said = json.loads(response.body)
    assert said["response_action"] == "errors"
    assert WAIT in said["errors"]["policy_field"]


def test_talk_that_asks_nothing_costs_nothing(door: Door, slack: SlackStandIn) -> None:
    """Messages of a channel, the bot's own, edits, events and windows that close."""
    for _ in range(10):
        door.send(door.message("中午吃什么"))
        door.send(door.message("好", channel="D0READER", channel_type="im", bot_id="B1"))
        door.send(door.event("member_joined_channel"))
        door.send({"type": "view_closed", "view": {"callback_id": "x"}, "user": {"id": USER}})
    assert WAIT not in door.command("数字工匠")["text"]
    assert slack.calls("chat.postEphemeral") == []


def test_a_workspace_has_a_bucket_too(clock: list[float]) -> None:
    """One that is empty refuses everybody there, and says that it is not theirs alone; others go on."""
    buckets = Buckets(lambda: clock[0], Rate(4, 1), Rate(4, 2))
    assert [buckets.take("T1", user, 2).allowed for user in ("U1", "U2")] == [True, True]
    assert buckets.take("T1", "U3", 2) == RateVerdict(allowed=False, seconds=1, everybody=True)
    assert buckets.take("T2", "U3", 2).allowed
    clock[0] += 1
    assert buckets.take("T1", "U3", 2).allowed


def test_a_clock_that_is_set_back_takes_nothing(clock: list[float]) -> None:
    """What was there stays there."""
    buckets = Buckets(lambda: clock[0], Rate(4, 1), Rate(40, 10))
    assert buckets.take("T1", "U1", 2).allowed
    clock[0] -= 50
    assert buckets.take("T1", "U1", 2).allowed
    assert not buckets.take("T1", "U1", 2).allowed


def test_buckets_are_bounded(clock: list[float]) -> None:
    """Whoever asked longest ago is forgotten first."""
    buckets = Buckets(lambda: clock[0], Rate(4, 1), Rate(10_000_000, 1))
    for number in range(KNOWN + 5):
        buckets.take("T1", f"U{number}", 4)
    assert len(buckets._people) == KNOWN
    assert buckets.take("T1", "U0", 4).allowed
    assert not buckets.take("T1", f"U{KNOWN}", 4).allowed
