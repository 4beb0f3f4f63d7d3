"""Every way a post can end: each leaves one message, or none and a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from corpus.quoting.fitness import faults
from db.daily import CLAIMED, MISSED, POSTED, WAITING
from handlers.daily.delivery import LATE, DailyDelivery
from handlers.daily.quote_pool import QuotePool
from handlers.daily.schedule import Due
from tests.bot.daily.office import MONDAY, MORNING, TEAM

if TYPE_CHECKING:
    from handlers.answer import Quoted
    from tests.bot.daily.office import Office

POST = "chat.postMessage"
HISTORY = "conversations.history"


def test_a_due_channel_gets_one_passage_with_its_source(office: Office) -> None:
    """At its time a channel gets a passage that can stand alone, with title, source and metadata."""
    office.subscribe()
    assert office.morning() == [POSTED]
    (message,) = office.posted()
    post = office.post()
    section = office.store.sections.by_code(post.code)
    assert section is not None
    quoted = section.section.text[post.start : post.end]
    assert not faults(quoted)
    assert quoted in message["text"]
    assert "数字经济引领高质量发展" in message["text"]
    payload = message["metadata"]["event_payload"]
    assert (payload["channel"], payload["date"], payload["claim"]) == ("C1", "2026-11-23", post.claim)
    assert message["ts"] == post.ts


def test_nothing_is_posted_before_its_time_or_twice(office: Office) -> None:
    """A minute early nothing is due; a minute later it is done."""
    office.subscribe()
    assert office.morning(MONDAY - timedelta(minutes=1)) == []
    office.morning()
    office.later(minutes=1)
    assert office.morning() == []
    assert len(office.posted()) == 1


def test_a_clock_that_steps_back_posts_nothing_twice(office: Office) -> None:
    """The same morning shown again by the clock is still the morning that was served."""
    office.subscribe()
    office.morning()
    office.later(hours=-2)
    assert office.morning() == []
    office.later(hours=2)
    assert office.morning() == []
    assert len(office.posted()) == 1


def test_missed_mornings_are_made_up_for_within_the_grace_period(office: Office) -> None:
    """Up again after two hours the clock posts; after four it records the miss and goes on."""
    office.subscribe()
    office.later(hours=2)
    assert office.morning() == [POSTED]
    office.later(hours=26)
    assert office.morning() == [MISSED]
    assert office.post("2026-11-24").state == MISSED
    assert len(office.posted()) == 1


def test_a_429_waits_for_retry_after(office: Office) -> None:
    """Slack's own number of seconds passes before the next call, then the post goes out."""
    office.subscribe()
    office.slack.fail_next(POST, retry_after=20)
    assert office.morning() == [WAITING]
    office.later(seconds=19)
    assert office.morning() == []
    office.later(seconds=1)
    assert office.morning() == [POSTED]
    assert len(office.slack.calls(POST)) == 2
    assert office.slack.calls(HISTORY) == []


@pytest.mark.parametrize(
    "failure",
    [
        {"status": 500},
        {"status": 503, "after": True},
        {"reset": True},
        {"reset": True, "after": True},
        {"error": "internal_error"},
        {"error": "fatal_error", "after": True},
    ],
)
def test_what_is_unclear_is_looked_up_and_settled_within_thirty_seconds(
    office: Office, failure: dict[str, Any]
) -> None:
    """Whether Slack stored the message or not, half a minute later there is exactly one."""
    office.subscribe()
    office.slack.fail_next(POST, **failure)
    assert office.morning() == [CLAIMED]
    office.later(seconds=14)
    assert office.morning() == []
    ended = office.until(POSTED)
    assert ended - MONDAY <= timedelta(seconds=30)
    assert len(office.posted()) == 1
    assert office.post().ts == office.posted()[0]["ts"]


def test_a_call_that_is_not_answered_in_time_is_unclear(office: Office) -> None:
    """Slack has the message, the answer comes after the time-out: it is found, and not posted again."""
    office.subscribe()
    office.tools.client.timeout = 0.2  # type: ignore[assignment]  # shorter than the eight seconds, so as not to wait
    office.slack.fail_next(POST, delay=1)
    assert office.morning() == [CLAIMED]
    assert office.post().error == "TimeoutError"
    office.tools.client.timeout = 8
    assert office.until(POSTED) - MONDAY <= timedelta(seconds=30)
    assert len(office.posted()) == len(office.slack.calls(POST)) == 1


def test_history_is_read_from_the_wall_clock_of_the_claim(office: Office) -> None:
    """A rehearsed time decides what is due, never where the look-up begins."""
    office.subscribe()
    office.slack.fail_next(POST, status=500, after=True)
    rehearsed = MONDAY + timedelta(days=1)
    office.store.subscriptions.handle(TEAM, "C1", "2026-11-23")
    office.morning(rehearsed)
    office.later(seconds=16)
    assert office.morning(rehearsed + timedelta(seconds=16)) == [POSTED]
    (call,) = office.slack.calls(HISTORY)
    assert 0 <= MONDAY.timestamp() - float(call.arguments["oldest"]) <= 600
    assert len(office.posted()) == 1


def test_a_claim_made_before_the_clock_was_set_back_is_settled(office: Office) -> None:
    """A lease far in the future cannot be one, so it holds nobody up, and the message is found."""
    office.subscribe()
    office.slack.workspace.clock = lambda: MONDAY
    office.later(hours=1)
    office.slack.fail_next(POST, status=500, after=True)
    assert office.morning() == [CLAIMED]
    office.later(hours=-1)
    office.until(POSTED)
    assert len(office.posted()) == 1


def test_errors_that_go_on_are_retried_with_growing_waits_then_given_up(office: Office) -> None:
    """Within the grace period the waits grow; after it the morning is missed and nothing stands open."""
    office.subscribe()
    office.slack.fail_next(POST, status=502, times=None)
    office.until(MISSED, times=1000, seconds=15)
    assert office.post().error == "internal_error"
    assert 10 < len(office.slack.calls(POST)) < 80
    assert office.posted() == []
    assert office.store.daily.open(TEAM) == []


@pytest.mark.parametrize("error", ["ratelimited", "message_limit_exceeded"])
def test_a_word_for_too_many_calls_is_retried(office: Office, error: str) -> None:
    """Without a Retry-After the wait is our own, and short."""
    office.subscribe()
    office.slack.fail_next(POST, error=error)
    assert office.morning() == [WAITING]
    assert office.until(POSTED) - MONDAY <= timedelta(seconds=5)


def test_a_process_that_was_held_up_does_not_post_under_a_lease_that_ends(office: Office) -> None:
    """Whoever wakes too late to finish within the lease leaves the post to the next."""
    office.subscribe()

    class Slow(QuotePool):
        """A shelf that takes ten seconds to reach into."""

        def quoted(self, code: str, start: int, end: int) -> Quoted | None:
            office.later(seconds=10)
            return super().quoted(code, start, end)

    due = Due(MONDAY.date(), MONDAY)
    assert DailyDelivery(replace(office.tools, pool=Slow(office.store))).begin(MORNING, due) == LATE
    assert office.posted() == []
