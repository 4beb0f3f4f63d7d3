"""policy-bot clock, as cron and people start it."""

from __future__ import annotations

import io
import json
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.command_context import CommandContext
from bot.settings import from_environment
from db.daily import MISSED, POSTED, WAITING
from db.store import Store
from tests.bot.commands.typed import complained, said
from tests.bot.daily.office import TEAM
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from bot.console.stand_in import SlackStandIn

POST = "chat.postMessage"


def test_once_does_what_is_due_at_an_instant_and_ends(place: CommandContext, slack: SlackStandIn) -> None:
    """A minute early nothing; at nine both channels; at nine again nothing more."""
    once = ("clock", "--once", "--now")
    assert said(place, *once, "2026-11-23T08:59:00+08:00") == "nothing is due\n"
    assert said(place, *once, "2026-11-23T09:00:00+08:00") == "2 posted\n"
    assert json.loads(said(place, *once, "2026-11-23T09:00:00+08:00", "--json")) == {}
    assert len(slack.calls(POST)) == 2


def test_once_waits_for_a_slack_that_asks_to_wait(place: CommandContext, slack: SlackStandIn) -> None:
    """What is put off for a second or two is waited for within the one run."""
    slack.fail_next(POST, retry_after=1, times=2)
    assert said(place, "clock", "--once", "--now", "2026-11-23T09:00:00+08:00") == "2 posted\n"
    assert len(slack.calls(POST)) > 2


def test_once_does_not_wait_for_what_takes_long(place: CommandContext, slack: SlackStandIn) -> None:
    """A Slack that asks for ten minutes is left to the next run of cron."""
    slack.fail_next(POST, retry_after=600, times=None)
    begun = time.monotonic()
    told = said(place, "clock", "--once", "--now", "2026-11-23T09:00:00+08:00").splitlines()
    assert told[0] == "2 still open"
    assert [line.split(" (")[0] for line in told[1:]] == ["C1 2026-11-23: waiting", "C2 2026-11-23: waiting"]
    assert all("ratelimited" in line for line in told[1:])
    assert time.monotonic() - begun < 20
    with Store(place.db) as store:
        assert {post.state for post in store.daily.open(TEAM)} == {WAITING}


def test_a_clock_that_was_down_too_long_records_what_it_missed(
    place: CommandContext, slack: SlackStandIn
) -> None:
    """Three hours and a minute late nothing is posted, and the date is written down."""
    assert said(place, "clock", "--once", "--now", "2026-11-23T12:01:00+08:00") == "2 missed, 1 told\n"
    assert said(place, "clock", "--once", "--now", "2026-11-24T12:00:00+08:00") == "2 posted\n"
    with Store(place.db) as store:
        assert [post.state for post in store.daily.history(TEAM, "C1")] == [MISSED, POSTED]
    posts = [call for call in slack.calls(POST) if call.arguments["channel"] in {"C1", "C2"}]
    (digest,) = [call for call in slack.calls(POST) if call not in posts]
    assert len(posts) == 2
    assert digest.arguments["text"].count("错过") == 2


def test_a_year_of_missed_mornings_is_written_down_at_once(place: CommandContext) -> None:
    """However long nobody ran a clock, today's post comes in the same run."""
    with Store(place.db) as store:
        store.daily.rewind(TEAM, "C1", "2026-01-01", "2026-01-01T00:00:00+00:00")
    told = said(place, "clock", "--once", "--now", "2026-11-23T09:00:00+08:00")
    assert "2 posted" in told
    with Store(place.db) as store:
        states = [post.state for post in store.daily.history(TEAM, "C1")]
    assert states[-1] == POSTED
    assert set(states[:-1]) == {MISSED}
    assert len(states) > 200


def test_a_token_that_slack_refuses_is_said_and_nothing_is_touched(
    place: CommandContext, slack: SlackStandIn
) -> None:
    """Each run says why nothing was done; the channels go on when the token is right."""
    slack.fail_next("auth.test", error="invalid_auth", times=None)
    once = ("clock", "--once", "--now", "2026-11-23T09:00:00+08:00")
    assert "invalid_auth" in said(place, *once)
    assert json.loads(said(place, *once, "--json")) == {"refused": "invalid_auth"}
    assert slack.calls(POST) == []
    slack.mend()
    assert "2 posted" in said(place, *once)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--once", "--now", "tomorrow"], "--now"),
        (["--once", "--now", "2026-11-23T09:00:00"], "--now"),
        (["--now", "2026-11-23T09:00:00+08:00"], "--now"),
    ],
)
def test_an_instant_that_is_none_is_named(place: CommandContext, words: list[str], named: str) -> None:
    """An instant without an offset, or one for a clock that runs on, is refused in a line."""
    assert named in complained(place, "clock", *words)


def test_a_rehearsed_time_decides_what_is_due(
    place: CommandContext, slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """POLICY_NOW is where the clock begins; one that is no instant is named."""
    monkeypatch.setenv("POLICY_NOW", "2026-11-23T09:00:00+08:00")
    early = replace(place, now=lambda: NOW.replace(year=2025))
    assert said(early, "clock", "--once") == "2 posted\n"
    assert len(slack.calls(POST)) == 2
    monkeypatch.setenv("POLICY_NOW", "nine")
    assert "POLICY_NOW" in complained(place, "clock", "--once")


def test_without_a_token_the_clock_does_not_start(library: Path) -> None:
    """The missing setting is named."""
    bare = CommandContext(from_environment({}), str(library), io.StringIO(), io.StringIO(), lambda: NOW)
    assert "SLACK_BOT_TOKEN" in complained(bare, "clock", "--once")
