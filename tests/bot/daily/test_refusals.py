"""Posts that Slack refuses, or that nobody wants: each ends without a message, and somebody hears of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Lock
from time import sleep
from typing import TYPE_CHECKING

import pytest

from db.daily import DROPPED, EMPTY, POSTED, SKIPPED, UNSURE, WAITING, Post
from handlers.daily.pace import NARROW
from tests.bot.daily.office import MONDAY, TEAM
from tests.db.making import prepared

if TYPE_CHECKING:
    from tests.bot.daily.office import Office

POST = "chat.postMessage"
HISTORY = "conversations.history"


@pytest.mark.parametrize(
    "error",
    [
        *("not_in_channel", "is_archived", "channel_not_found", "no_permission", "is_inactive"),
        *("posting_to_channel_denied", "restricted_action", "restricted_action_read_only_channel"),
    ],
)
def test_a_channel_that_is_gone_pauses_and_tells_who_set_it_up(office: Office, error: str) -> None:
    """Where another is served it is paused that morning: no post on the next, and one message to the person."""
    office.refuse(error)
    office.until(DROPPED)
    office.later(days=1)
    assert office.morning() == [POSTED]  # the other
    kept = office.store.subscriptions.get(TEAM, "C1")
    assert kept is not None
    assert kept.paused == error
    (told,) = office.told()
    assert "<#C1>" in told
    assert "暂停" in told


def test_where_history_cannot_be_read_a_post_goes_out_at_most_once(office: Office) -> None:
    """Without the scope nobody can look, so nothing is posted again and the person is told."""
    office.subscribe()
    office.slack.fail_next(POST, status=500, after=True)
    office.slack.fail_next(HISTORY, error="missing_scope", times=None)
    office.morning()
    office.until(UNSURE)
    assert len(office.posted()) == 1
    (told,) = office.told()
    assert "missing_scope" in told
    office.later(days=1)
    assert office.morning() == [POSTED]
    assert office.post("2026-11-24").passage != office.post().passage


def test_a_429_of_the_history_is_no_answer(office: Office) -> None:
    """While the look-up is refused nothing is posted; afterwards it is asked again."""
    office.subscribe()
    office.slack.fail_next(POST, reset=True, after=True)
    office.slack.fail_next(HISTORY, retry_after=30, times=2)
    office.morning()
    office.until(POSTED, times=120)
    assert len(office.posted()) == 1
    assert len(office.slack.calls(HISTORY)) == 3


def test_the_post_is_found_among_many_other_messages(office: Office) -> None:
    """A busy channel is read page by page, fifteen messages each."""
    office.subscribe()
    office.slack.fail_next(POST, status=500, after=True)
    office.morning()
    for number in range(40):
        office.slack.say("C1", f"早上好 {number}")
    office.later(seconds=16)
    assert office.morning() == [POSTED]
    assert len(office.posted()) == 1
    assert {call.arguments["limit"] for call in office.slack.calls(HISTORY)} == {"15"}


def test_blocks_that_slack_refuses_go_out_as_plain_text(office: Office) -> None:
    """The second try carries the same words, literal, without any drawing."""
    office.subscribe()
    office.slack.fail_next(POST, error="invalid_blocks")
    assert office.morning() == [WAITING]
    assert office.morning() == [POSTED]
    (message,) = office.posted()
    words = "".join(block["text"]["text"] for block in message["blocks"])
    assert {block["text"]["type"] for block in message["blocks"]} == {"plain_text"}
    assert office.post().code in words
    assert office.post().code in message["text"]


def test_a_skipped_morning_gets_no_post(office: Office) -> None:
    """What somebody skipped is passed over, and the next morning is served."""
    office.subscribe()
    office.morning(MONDAY)
    office.store.daily.claim(Post(TEAM, "C1", "2026-11-24", SKIPPED, ""))
    office.later(days=1)
    office.morning()
    assert len(office.posted()) == 1
    office.later(days=1)
    assert office.morning() == [POSTED]


def test_nothing_to_quote_is_recorded_and_told_once(office: Office) -> None:
    """A theme that holds no passage posts nothing, and says so on the first morning only."""
    office.subscribe(theme="words:量子计算机补贴")
    assert office.morning() == [EMPTY]
    office.later(days=1)
    assert office.morning() == [EMPTY]
    assert office.posted() == []
    assert len(office.told()) == 1


def test_a_subscription_switched_off_in_between_is_dropped(office: Office) -> None:
    """What still waited when somebody said off is not posted."""
    office.subscribe()
    office.slack.fail_next(POST, retry_after=5)
    office.morning()
    office.store.subscriptions.pause(TEAM, "C1", "off")
    office.later(seconds=6)
    assert office.morning() == [DROPPED]
    assert office.posted() == []


def test_a_very_long_retry_after_is_asked_again_within_the_hour(office: Office) -> None:
    """Slack says a day: no call for fifty minutes, then one, and no more than that."""
    office.subscribe()
    office.slack.fail_next(POST, retry_after=86_400, times=2)
    assert office.morning() == [WAITING]
    for _ in range(10):
        office.later(minutes=4.9)
        assert office.morning() == []
    office.later(minutes=2)
    assert office.morning() == [WAITING]
    assert len(office.slack.calls(POST)) == 2


def test_a_passage_that_leaves_while_its_post_waits_is_not_posted(office: Office) -> None:
    """Put off by Slack, the morning takes another card where its own has gone."""
    office.subscribe()
    office.slack.fail_next(POST, retry_after=5)
    office.morning()
    gone = office.post()
    texts = [f"要推动第{sign}类数字服务向乡村延伸，让更多群众享受便利。" for sign in "甲乙丙"]
    office.store.articles.save(prepared(texts, article="rural"), MONDAY.isoformat())
    office.store.articles.remove("digital-economy", MONDAY.isoformat())
    office.later(seconds=6)
    assert office.morning() == [POSTED]
    (message,) = office.posted()
    assert office.post().passage != gone.passage
    assert any(text in message["text"] for text in texts)


def test_nothing_left_while_a_post_waits_is_told(office: Office) -> None:
    """Where the whole library has gone meanwhile the morning ends empty."""
    office.subscribe()
    office.slack.fail_next(POST, retry_after=5)
    office.morning()
    office.store.articles.remove("digital-economy", MONDAY.isoformat())
    office.later(seconds=6)
    assert office.morning() == [EMPTY]
    assert office.posted() == []
    assert len(office.told()) == 1


def test_a_success_that_began_before_does_not_open_a_workspace(office: Office) -> None:
    """What Slack asked to wait holds also where slow posts from before go through meanwhile."""
    pace, until = office.tools.pace, MONDAY + timedelta(seconds=12)
    for channel in ("C1", "C2"):
        pace.limited(TEAM, channel, until)
    pace.went(TEAM)
    assert not pace.is_open(TEAM, MONDAY)
    assert pace.is_open(TEAM, until)


def test_a_workspace_that_was_limited_lately_is_served_by_few_calls(office: Office) -> None:
    """After two refusals in a row at most four calls are under way at once, for a minute; then as many as ever."""
    pace = office.tools.pace
    for channel in ("C1", "C2"):
        pace.limited(TEAM, channel, MONDAY)
    counts = []
    for passed in (0, 61):
        office.time = MONDAY + timedelta(seconds=passed)
        inside, most, lock, gate = 0, 0, Lock(), Barrier(8)

        def call(gate: Barrier = gate, lock: Lock = lock) -> None:
            nonlocal inside, most
            gate.wait()
            with pace.slot(TEAM, lambda: office.time) as is_open:
                assert is_open
                with lock:
                    inside += 1
                    most = max(most, inside)
                sleep(0.3)
                with lock:
                    inside -= 1

        with ThreadPoolExecutor(8) as pool:
            for job in [pool.submit(call) for _ in range(8)]:
                job.result()
        counts.append(most)
    assert counts[0] <= NARROW < counts[1]
