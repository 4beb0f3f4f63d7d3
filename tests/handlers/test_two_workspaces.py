"""Two processes over one library, each with the token of its own workspace: neither touches the other's."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.app import build_app
from bot.console.stand_in import SlackStandIn
from bot.settings import from_environment
from handlers.slack_api.block_limits import problems
from tests.bot.daily.office import Office
from tests.handlers.conftest import NOW
from tests.handlers.daily.windows import opened as window_of
from tests.handlers.daily.windows import submission
from tests.handlers.door import CHANNEL, TEAM, USER, Door, buttons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.store import Store
    from tests.handlers.door import Json

OTHER = "T0OTHER"


@dataclass(frozen=True, slots=True)
class Side:
    """One process with its own Slack."""

    door: Door
    slack: SlackStandIn


def opened(slack: SlackStandIn, store: Store) -> Side:
    """Build an app as it is served for the workspace of a Slack."""
    said = {
        "SLACK_BOT_TOKEN": slack.token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.url,
    }
    return Side(Door(build_app(from_environment(said), store, lambda: NOW, one_thread=True), slack), slack)


@pytest.fixture
def ours(slack: SlackStandIn, store: Store) -> Side:
    """The process of T0POLICY."""
    return opened(slack, store)


@pytest.fixture
def theirs(store: Store) -> Iterator[Side]:
    """The process of T0OTHER, over the same library."""
    with SlackStandIn() as slack:
        slack.workspace.team = OTHER
        yield opened(slack, store)


def test_another_workspaces_command_is_refused_in_words_and_leaves_nothing(
    ours: Side, theirs: Side, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever asks reads a sentence; one line in the log, however many come; its own process answers."""
    for text in ("数字工匠", "watch 数字工匠", "daily 09:00", "spot on"):
        assert "另一个工作区" in ours.door.command(text, team_id=OTHER)["text"]
    assert store.watches.of(OTHER, USER) == ()
    assert store.subscriptions.all() == []
    assert store.channel_settings.get(OTHER, CHANNEL, "spot") is None
    assert len([one for one in caplog.records if OTHER in one.getMessage()]) == 1
    assert "数字工匠" in theirs.door.command("数字工匠", team_id=OTHER)["text"]


def test_who_floods_from_another_workspace_is_never_answered_with_our_token(ours: Side) -> None:
    """What comes from there is refused as ever, and no limit is told in its place."""
    before = len(ours.slack.calls())
    envelope = {"team_id": OTHER, "authorizations": [{"team_id": OTHER}]}
    for _ in range(40):
        assert ours.door.send(ours.door.mention("数字工匠", envelope=envelope)).status == 200
        assert "另一个工作区" in ours.door.command("数字工匠", team_id=OTHER)["text"]
    assert {call.method for call in ours.slack.calls()[before:]} <= {"auth.test"}


@pytest.mark.parametrize(("word", "level"), [("ratelimited", "WARNING"), ("invalid_auth", "ERROR")])
def test_a_busy_slack_is_no_refused_token(
    slack: SlackStandIn, store: Store, caplog: pytest.LogCaptureFixture, word: str, level: str
) -> None:
    """The log goes by the table of Slack's words when it does not say who we are."""
    slack.fail_next("auth.test", error=word, times=None)
    assert opened(slack, store).door.command("数字工匠")["text"]
    told = [one for one in caplog.records if word in one.getMessage() and one.name == "bot.service.home"]
    assert {one.levelname for one in told} == {level}


def test_clicks_windows_and_shortcuts_of_another_workspace_are_refused(ours: Side, store: Store) -> None:
    """Over the response_url, or in place of the window; no call goes out with our token."""
    card, view = ours.door.command("about 数字工匠"), window_of(ours.door)
    before = len(ours.slack.calls())
    told = ours.door.click(buttons(card, "policy_watch")[0], team={"id": OTHER, "domain": "other"})
    assert "另一个工作区" in told["text"]
    shortcut = ours.door.shortcut({"ts": "1763900001.000200", "text": "数字工匠"}, team={"id": OTHER})
    (told,) = ours.door.answers(shortcut)
    assert "另一个工作区" in told["text"]
    window = submission(ours.door, view)
    window["view"]["app_installed_team_id"] = OTHER
    response = ours.door.send(window)
    assert response.status == 200
    assert "另一个工作区" in str(json.loads(response.body)["view"])
    assert store.subscriptions.all() == []
    assert {call.method for call in ours.slack.calls()[before:]} == {"response_url"}


def test_events_of_another_workspace_are_passed_over(ours: Side, theirs: Side) -> None:
    """A mention there is answered by its own process only."""
    asked = theirs.door.mention(
        "数字工匠", envelope={"team_id": OTHER, "authorizations": [{"team_id": OTHER}]}
    )
    assert ours.door.posted_after(asked) == []
    assert len(theirs.door.posted_after(asked)) == 1


def test_clocks_post_in_their_own_workspace_only(slack: SlackStandIn, store: Store, theirs: Side) -> None:
    """Both channels get their post, by the token of their own; neither is paused."""
    one, two = Office(slack, store), Office(theirs.slack, store)
    with one.clock, two.clock:
        one.subscribe("C1")
        one.subscribe("C2", team=OTHER)
        slack.fail_next("chat.postMessage", error="channel_not_found", where={"channel": "C2"}, times=None)
        assert (one.morning(), two.morning()) == (["posted"], ["posted"])
    assert [len(office.posted(channel)) for office, channel in ((one, "C1"), (two, "C2"))] == [1, 1]
    assert {wanted.paused for wanted in store.subscriptions.all()} == {""}


def test_notices_and_digests_go_to_their_own_workspace(
    slack: SlackStandIn, store: Store, theirs: Side
) -> None:
    """The same person's id in both: each hears of the channels there."""
    one, two = Office(slack, store), Office(theirs.slack, store)
    with one.clock, two.clock:
        for office, team in ((one, TEAM), (two, OTHER)):
            office.subscribe(f"C{team}", team=team)
            store.subscriptions.pause(team, f"C{team}", "is_archived")
            office.time += timedelta(days=7, hours=1)
        for office in (one, two):
            chores = office.clock.housekeep(office.time)
            assert chores is not None
            assert chores.result() == "told"
    assert ["".join(office.told()).count("<#C") for office in (one, two)] == [1, 1]
    assert (f"<#C{TEAM}>" in one.told()[0], f"<#C{OTHER}>" in two.told()[0]) == (True, True)


def test_while_slack_has_not_said_who_we_are_people_are_answered(
    slack: SlackStandIn, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    """A Slack that refuses the token, or is away at the start, costs nobody an answer; it is logged once."""
    slack.fail_next("auth.test", error="invalid_auth", times=None)
    side = opened(slack, store)
    assert "数字工匠" in side.door.command("数字工匠")["text"]
    assert "数字工匠" in side.door.command("数字工匠")["text"]
    logged = [one for one in caplog.records if one.levelno >= logging.ERROR]
    assert len(logged) == 1
    assert "SLACK_BOT_TOKEN" in logged[0].getMessage()


def test_no_acknowledgement_waits_for_slack_to_say_who_we_are(slack: SlackStandIn, store: Store) -> None:
    """As the app is served: while auth.test hangs, a command is answered where Slack's three seconds allow it."""
    slack.fail_next("auth.test", delay=8, times=None)
    said = {
        "SLACK_BOT_TOKEN": slack.token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.url,
    }
    door = Door(build_app(from_environment(said), store, lambda: NOW), slack)
    assert door.send(door.typed("help")).status == 200


def test_the_sentence_is_a_message_like_any_other(ours: Side) -> None:
    """It is within Slack's limits, and private."""
    told: Json = ours.door.command("help", team_id=OTHER)
    assert problems(told) == []
    assert told["response_type"] == "ephemeral"
