"""A token or a workspace that Slack refuses: no channel is paused, the operator is told once, all goes on."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.console.stand_in import SlackStandIn
from db.daily import DROPPED, MISSED, POSTED
from handlers.daily.outage import PAUSE
from tests.bot.daily.office import MONDAY, SETTER, TEAM, Office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from db.store import Store

POST, WHO = "chat.postMessage", "auth.test"
CHANNELS = ("C1", "C2", "C3")
OF_THE_WORKSPACE = (
    *("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "missing_scope"),
    *("ekm_access_denied", "team_access_not_granted", "org_login_required", "not_allowed_token_type"),
)


@contextmanager
def clock_at(slack: SlackStandIn, store: Store, time: datetime) -> Iterator[Office]:
    """Start a clock process at an instant, as cron does."""
    office = Office(slack, store)
    office.time = time
    with office.clock:
        yield office


def errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what was logged as an error."""
    return [one.getMessage() for one in caplog.records if one.levelno >= logging.ERROR]


def outage_told(slack: SlackStandIn) -> list[str]:
    """Return what whoever set the channels up was told of an outage."""
    told = slack.workspace.messages["D" + SETTER[1:]]
    return [one["text"] for one in told if "不接受机器人的请求" in one["text"]]


def test_a_wrong_token_for_two_days_and_then_the_right_one(
    slack: SlackStandIn, filled_store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    """A clock by cron every hour: nothing is paused, one error in the log, and the third day all is posted."""
    slack.workspace.clock = lambda: MONDAY
    with clock_at(slack, filled_store, MONDAY) as office:
        for channel in CHANNELS:
            office.subscribe(channel)
    with SlackStandIn() as wrong:  # what Slack says to the wrong token
        for method in (POST, WHO):
            wrong.fail_next(method, error="invalid_auth", times=None)
        for hour in range(48):
            with clock_at(wrong, filled_store, MONDAY + timedelta(hours=hour)) as office:
                assert office.morning() == []
        assert wrong.calls(POST) == []
    assert len(errors(caplog)) == 1
    assert "invalid_auth" in errors(caplog)[0]
    for hour in (48, 49):
        with clock_at(slack, filled_store, MONDAY + timedelta(days=2, hours=hour - 48)) as office:
            while office.morning():
                pass
            office.tools.notices.deliver()
    for channel in CHANNELS:
        kept = filled_store.subscriptions.get(TEAM, channel)
        assert kept is not None
        assert kept.paused == ""
        states = [post.state for post in filled_store.daily.history(TEAM, channel)]
        assert states == [MISSED, MISSED, POSTED]
        assert len([one for one in slack.workspace.messages[channel] if one.get("bot_id")]) == 1
    (told,) = outage_told(slack)
    assert "invalid_auth" in told
    assert len(errors(caplog)) == 1


@pytest.mark.parametrize("word", OF_THE_WORKSPACE)
def test_what_slack_says_of_the_workspace_pauses_no_channel(
    office: Office, word: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The clock runs on and asks again now and then; a morning later everything is posted, and it is told once."""
    for channel in CHANNELS:
        office.subscribe(channel)
    office.slack.fail_next(POST, error=word, times=None)
    for _ in range(40):
        office.morning()
        office.later(seconds=PAUSE.total_seconds() / 4)
    assert len(office.slack.calls(POST)) <= len(CHANNELS) * 11
    assert {one.paused for one in office.store.subscriptions.of(TEAM)} == {""}
    assert len(errors(caplog)) == 1
    office.slack.mend()
    office.time = MONDAY + timedelta(days=1)
    while set(office.morning()) - {"taken"}:
        office.later(seconds=1)
    assert [len(office.posted(channel)) for channel in CHANNELS] == [1, 1, 1]
    assert [office.post(channel=channel).state for channel in CHANNELS] == [MISSED] * 3
    assert len(outage_told(office.slack)) == 1
    assert len(errors(caplog)) == 1


def test_an_outage_that_is_over_in_time_misses_nothing(office: Office) -> None:
    """Within the grace period the morning is made up for, once in each channel."""
    for channel in CHANNELS:
        office.subscribe(channel)
    office.slack.fail_next(POST, error="account_inactive", times=None)
    office.morning()
    office.slack.mend()
    for _ in range(4):
        office.later(minutes=5)
        office.morning()
    assert [len(office.posted(channel)) for channel in CHANNELS] == [1, 1, 1]


def test_what_is_to_be_told_outlives_an_outage_of_two_days(office: Office) -> None:
    """A notice grows old by nobody's own trouble only: it is sent when the token works again."""
    office.refuse("is_archived")
    office.slack.fail_next(POST, error="token_revoked", where={"channel": SETTER}, times=None)
    office.until(DROPPED)
    for _ in range(12):
        office.later(hours=4)
        office.tools.notices.deliver()
    office.slack.mend()
    office.later(minutes=5)
    office.tools.notices.deliver()
    assert len([one for one in office.told() if "已归档" in one]) == 1


def test_while_slack_does_not_say_who_we_are_nothing_is_claimed(office: Office) -> None:
    """Away at the start, it is asked again; the morning is posted when it answers."""
    office.subscribe()
    office.slack.fail_next(WHO, status=503, times=None)
    assert office.morning() == []
    assert office.store.daily.history(TEAM, "C1") == []
    office.slack.mend()
    assert office.tools.outage.team() == ""  # not so soon
    with clock_at(office.slack, office.store, office.time) as later:
        assert later.morning() == [POSTED]
