"""The look into a channel's history: in time, within bounds, at Slack's pace, and never for ever."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from db.daily import CLAIMED, POSTED, UNSURE
from tests.bot.daily.office import MONDAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bot.daily.office import Office

POST = "chat.postMessage"
HISTORY = "conversations.history"


def wrapped(office: Office, before: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let something happen before each look into a history."""
    asked = office.tools.client.conversations_history

    def ask(**given: Any) -> object:  # noqa: ANN401 - whatever the client takes
        before()
        return asked(**given)

    monkeypatch.setattr(office.tools.client, "conversations_history", ask)


@pytest.mark.parametrize("after", [False, True])
def test_a_slow_history_is_no_reason_to_settle_late(
    office: Office, monkeypatch: pytest.MonkeyPatch, *, after: bool
) -> None:
    """A look of six seconds renews the lease, and the post goes out with it: within 30 seconds in all."""
    office.subscribe()
    office.slack.fail_next(POST, reset=True, after=after)
    wrapped(office, lambda: office.later(seconds=6), monkeypatch)
    assert office.morning() == [CLAIMED]
    office.later(seconds=15)
    assert office.morning() == [POSTED]
    assert office.time - MONDAY <= timedelta(seconds=30)
    assert len(office.posted()) == 1
    assert office.post().looked == ""


def test_a_message_that_slack_stores_after_the_lease_is_found(office: Office) -> None:
    """After a time-out the look waits until 20 seconds have passed: what Slack stored at 17 is not sent twice."""
    office.subscribe()
    office.slack.fail_next(POST, delay=1)
    office.slack.workspace.clock = lambda: MONDAY + timedelta(seconds=17)
    office.tools.client.timeout = 0.2  # type: ignore[assignment]  # shorter than the eight seconds, so as not to wait
    assert office.morning() == [CLAIMED]
    office.tools.client.timeout = 8
    office.later(seconds=19)
    assert office.morning() == []
    office.later(seconds=1)
    assert office.morning() == [POSTED]
    assert len(office.slack.calls(POST)) == len(office.posted()) == 1


def test_what_came_long_after_the_post_is_not_read(office: Office) -> None:
    """Up again after an hour in a busy channel the look begins where the claim's lease ended."""
    office.subscribe()
    office.slack.fail_next(POST, status=500, after=True)
    office.morning()
    office.later(minutes=10)
    for number in range(400):
        office.slack.say("C1", f"早上好 {number}")
    office.later(minutes=50)
    assert office.morning() == [POSTED]
    assert len(office.posted()) == len(office.slack.calls(HISTORY)) == 1


def test_a_look_goes_on_where_slack_stopped_it(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """One call a minute of fifteen messages: four pages are read in four minutes, none of them twice."""
    office.subscribe()
    office.morning(MONDAY - timedelta(hours=1))
    office.slack.fail_next(POST, status=500)
    office.morning()
    for number in range(50):
        office.slack.say("C1", f"早上好 {number}")
    last = [MONDAY - timedelta(hours=1)]

    def limit() -> None:
        left = last[0] + timedelta(minutes=1) - office.time
        if left > timedelta():
            office.slack.fail_next(HISTORY, retry_after=int(left.total_seconds()) + 1)
        else:
            last[0] = office.time

    wrapped(office, limit, monkeypatch)
    office.until(POSTED, times=400)
    assert len(office.posted()) == 1
    read = [call.arguments["latest"] for call in office.slack.calls(HISTORY) if call.answer.status == 200]
    assert len(read) == len(set(read)) == 4
    assert len(office.slack.calls(HISTORY)) <= 8


def test_a_limited_history_holds_up_only_looks(office: Office) -> None:
    """While Slack lets nobody read, other channels' posts go out, and other looks are not tried."""
    for channel in ("C1", "C2"):
        office.subscribe(channel)
    office.slack.fail_next(POST, reset=True, after=True, times=2)
    office.slack.fail_next(HISTORY, retry_after=60)
    office.morning()
    office.subscribe("C3", at="09:01")
    office.later(seconds=16)
    office.morning()
    assert len(office.slack.calls(HISTORY)) <= 2
    calls = len(office.slack.calls(HISTORY))
    office.later(seconds=45)
    assert POSTED in office.morning()
    assert len(office.slack.calls(HISTORY)) == calls
    office.until(POSTED)
    for _ in range(10):
        office.later(seconds=1)
        office.morning()
    assert [len(office.posted(one)) for one in ("C1", "C2", "C3")] == [1, 1, 1]


@pytest.mark.parametrize(
    "answer",
    [
        *({}, {"messages": None}, {"messages": ["text"]}, {"messages": [{"text": "no ts"}]}),
        *({"messages": [{"ts": "9999999999.0"}], "has_more": True}, {"messages": [], "has_more": True}),
    ],
)
def test_an_answer_that_is_no_history_is_not_asked_for_ever(
    office: Office, monkeypatch: pytest.MonkeyPatch, answer: dict[str, Any]
) -> None:
    """Within the grace period it is asked again, then given up and told with what was wrong."""
    office.subscribe()
    office.slack.fail_next(POST, reset=True, after=True)
    monkeypatch.setattr(office.tools.client, "conversations_history", lambda **_: answer)
    office.morning()
    office.until(UNSURE, times=1000, seconds=30)
    assert len(office.posted()) == 1
    (told,) = office.told()
    assert "_history" in told
    assert "channels:history" not in told


@pytest.mark.parametrize(
    "metadata", [[], "x", {"event_type": "daily_quote", "event_payload": []}, {"event_payload": None}]
)
def test_metadata_of_any_form_is_read_over(office: Office, metadata: object) -> None:
    """Other apps' messages may carry what they like."""
    office.subscribe()
    office.slack.fail_next(POST, reset=True)
    office.morning()
    office.slack.say("C1", "早上好", metadata=metadata)
    office.later(seconds=16)
    assert office.morning() == [POSTED]
