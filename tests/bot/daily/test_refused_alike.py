"""Refusals that name the channel: one bad morning pauses nobody for good, and a channel that is gone is paused."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from db.daily import DROPPED, MISSED, POSTED, WAITING
from handlers.daily.outage import PAUSE
from tests.bot.daily.office import MONDAY, TEAM

if TYPE_CHECKING:
    from tests.bot.daily.office import Office

POST = "chat.postMessage"
CHANNELS = ("C1", "C2", "C3")
OF_A_CHANNEL = ("not_in_channel", "access_denied", "user_not_found", "restricted_action")


def paused(office: Office) -> dict[str, str]:
    """Return why each channel is paused."""
    return {one.channel: one.paused for one in office.store.subscriptions.of(TEAM)}


def through_the_morning(office: Office, day: int) -> None:
    """Let the clock run from nine o'clock until the grace period is over."""
    office.time = MONDAY + timedelta(days=day)
    while office.time < MONDAY + timedelta(days=day, hours=3, minutes=10):
        office.morning()
        office.later(seconds=PAUSE.total_seconds())


@pytest.mark.parametrize("word", OF_A_CHANNEL)
def test_where_all_channels_are_refused_alike_none_is_paused(
    office: Office, word: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The token of another app gets such a word everywhere: told once, and with the right one all goes on."""
    for channel in CHANNELS:
        office.subscribe(channel)
    office.slack.fail_next(POST, error=word, times=None)
    for day in range(4):
        through_the_morning(office, day)
    assert set(paused(office).values()) == {""}
    assert len([one for one in caplog.records if one.levelno >= logging.ERROR]) == 1
    office.slack.mend()
    office.time = MONDAY + timedelta(days=4)
    office.morning()
    assert [office.post("2026-11-27", channel).state for channel in CHANNELS] == [POSTED] * 3
    assert [len(office.posted(channel)) for channel in CHANNELS] == [1] * 3
    office.tools.notices.deliver()
    assert len(office.told()) == 1


def test_words_that_differ_by_the_kind_of_channel_are_alike(office: Office) -> None:
    """Public channels and private ones refuse a stranger with other words: that shows no right token."""
    for channel, word in (("C1", "not_in_channel"), ("C2", "channel_not_found")):
        office.subscribe(channel)
        office.slack.fail_next(POST, error=word, where={"channel": channel}, times=None)
    for day in range(4):
        through_the_morning(office, day)
    assert set(paused(office).values()) == {""}


def test_a_post_before_the_first_refusal_shows_nothing(office: Office) -> None:
    """The token may have been changed between: a channel is paused when another is served afterwards."""
    office.subscribe("C2", at="08:30", handled="2026-11-20")
    office.time = MONDAY - timedelta(minutes=30)
    assert office.morning() == [POSTED]
    office.time = MONDAY
    office.refuse("not_in_channel")
    office.store.subscriptions.pause(TEAM, "C9", "off")
    through_the_morning(office, 0)
    assert paused(office)["C1"] == ""
    assert office.post().state == MISSED
    (told,) = office.told()
    assert "下一次会再试" in told
    office.time = MONDAY + timedelta(days=1, minutes=-30)
    office.until(POSTED)
    office.time = MONDAY + timedelta(days=1)
    assert office.morning() == [DROPPED]
    assert paused(office)["C1"] == "not_in_channel"


def test_a_single_channel_is_paused_on_the_third_refused_morning(office: Office) -> None:
    """With nothing to compare with, two mornings are made up for; it is told after the first, and when it ends."""
    office.subscribe()
    office.slack.fail_next(POST, error="is_archived", times=None, where={"channel": "C1"})
    for day in range(2):
        through_the_morning(office, day)
        assert paused(office) == {"C1": ""}
        assert len(office.told()) == 1
    office.time = MONDAY + timedelta(days=2)
    assert office.morning() == [DROPPED]
    assert paused(office) == {"C1": "is_archived"}
    assert len(office.told()) == 2


def test_refused_mornings_that_a_post_parts_are_not_in_a_row(office: Office) -> None:
    """Two bad mornings, a good one, two bad ones: the channel goes on."""
    office.subscribe()
    for day in range(5):
        office.slack.mend()
        if day != 2:
            office.slack.fail_next(POST, error="not_in_channel", times=None, where={"channel": "C1"})
        through_the_morning(office, day)
    assert paused(office) == {"C1": ""}
    assert len(office.posted()) == 1


def test_a_channel_that_takes_the_bot_back_in_time_gets_its_post(office: Office) -> None:
    """Within the grace period it is tried again, with growing waits."""
    office.subscribe()
    office.slack.fail_next(POST, error="not_in_channel", times=3)
    assert office.morning() == [WAITING]
    office.until(POSTED)
    assert len(office.posted()) == 1
