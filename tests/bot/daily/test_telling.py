"""Notices: kept with what they tell of, sent until Slack has taken them, dropped after a day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from db.daily import CLAIMED, DROPPED, Daily
from tests.bot.daily.office import MONDAY, SETTER, TEAM

if TYPE_CHECKING:
    from tests.bot.daily.office import Office

POST = "chat.postMessage"
TO_SETTER = {"channel": SETTER}


def house(office: Office) -> None:
    """Do the chores of the hour."""
    chores = office.clock.housekeep(office.time)
    if chores is not None:
        chores.result()


@pytest.mark.parametrize("failure", [{"status": 503}, {"retry_after": 30}, {"error": "internal_error"}])
def test_a_notice_that_slack_did_not_take_is_sent_again(office: Office, failure: dict[str, Any]) -> None:
    """A pause is told when Slack takes messages again, once."""
    office.refuse("is_archived")
    office.slack.fail_next(POST, where=TO_SETTER, times=2, **failure)
    office.until(DROPPED)
    assert office.told() == []
    for _ in range(10):
        office.later(minutes=1)
        house(office)
    (told,) = [one for one in office.told() if "本周" not in one]
    assert "频道已归档" in told


def test_a_digest_that_slack_did_not_take_is_sent_again(office: Office) -> None:
    """A week's digest is not lost with one 503."""
    office.subscribe()
    office.store.subscriptions.pause(TEAM, "C1", "is_archived")
    office.later(hours=1)
    office.slack.fail_next(POST, status=503, where=TO_SETTER)
    house(office)
    assert office.told() == []
    office.later(minutes=5)
    house(office)
    assert len(office.told()) == 1


def test_a_notice_is_given_up_after_a_day(office: Office) -> None:
    """Somebody whose messages nobody takes is not tried for ever."""
    office.refuse("is_archived")
    office.slack.fail_next(POST, error="user_not_found", where=TO_SETTER, times=None)
    office.until(DROPPED)
    while office.time < MONDAY + timedelta(hours=26):
        office.later(minutes=5)
        office.tools.notices.deliver()
    assert not office.tools.notices.is_due()
    tries = len(office.slack.calls(POST))
    office.later(hours=3)
    office.tools.notices.deliver()
    assert len(office.slack.calls(POST)) == tries


def test_a_death_between_pause_and_end_leaves_neither(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pause, end and notice are kept together: the next clock looks, hears Slack again and tells once."""
    office.subscribe("C9")
    office.morning()
    office.refuse("not_in_channel")
    settle = Daily.settle

    def die(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Daily, "settle", die)
    with pytest.raises(KeyboardInterrupt):
        office.morning()
    kept = office.store.subscriptions.get(TEAM, "C1")
    assert kept is not None
    assert (kept.paused, office.post().state, office.tools.notices.is_due()) == ("", CLAIMED, False)
    monkeypatch.setattr(Daily, "settle", settle)
    office.later(seconds=16)
    assert office.morning() == [DROPPED]
    (told,) = office.told()
    assert "/invite" in told
