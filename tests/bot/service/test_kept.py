"""What was still to be said when a process ended: kept where somebody waits for it, and said by the next one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.console.workspace import TEAM
from bot.service.promising import Promises, keep
from bot.wall_clock import now
from handlers.replies import Replies
from handlers.slack_api.outgoing import Outgoing
from tests.bot.service.slow import PATIENCE, SlowSlack, served
from tests.handlers.door import buttons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.service.crew import Crew
    from db.store import Store
    from tests.handlers.door import Door, Json

POST = "chat.postMessage"


@pytest.fixture
def slack() -> Iterator[SlowSlack]:
    """A Slack of one's own."""
    with SlowSlack() as stand_in:
        yield stand_in


def promises(store: Store, slack: SlowSlack, crew: Crew) -> Promises:
    """Return what sends for another process, on threads of its own."""
    return Promises(store, Outgoing(store, now, Replies(), crew.runners()), slack.client(), lambda: TEAM, now)


def click(door: Door) -> Json:
    """Return a click that shares the first passage of a search."""
    payload = door.typed("数字工匠")
    response = door.send(payload)
    while not response.body and not door.slack.posts(payload["response_url"]):
        door.slack.wait_for("response_url")
    told = json.loads(response.body) if response.body else door.slack.posts(payload["response_url"])[0]
    return door.pressed(buttons(told, "policy_share")[0])


def test_what_was_promised_is_sent_by_the_next_process_once(filled_store: Store, slack: SlowSlack) -> None:
    """A public answer, a share and what is said of it, whoever looks first; and nothing after that."""
    with served(filled_store, slack) as (door, crew):
        share = click(door)
        slack.fail_next(POST, retry_after=600, times=2)
        asked = door.mention("数字工匠", channel="C0OTHER")
        for payload in (asked, share):
            assert door.send(payload).status == 200
        slack.wait_for(POST, 2, seconds=PATIENCE)
        crew.listeners.close(PATIENCE)
        keep(filled_store, crew.end(1))
    slack.forget()
    with served(filled_store, slack) as (_, one), served(filled_store, slack) as (_, other):
        taken = [promises(filled_store, slack, crew).run_once() for crew in (one, other)]
        assert taken == [2, 0]
        slack.wait_for(POST, 2, seconds=PATIENCE)
        slack.wait_for("response_url", 1, seconds=PATIENCE)
    channels = sorted(call.arguments["channel"] for call in slack.calls(POST))
    assert channels == sorted(["C0OTHER", share["channel"]["id"]])
    (told,) = slack.posts(share["response_url"])
    assert "已分享" in told["text"]
    assert not filled_store.parcels.waiting("9999")


def test_a_card_in_passing_is_not_kept_and_its_term_not_used_up(
    filled_store: Store, slack: SlowSlack
) -> None:
    """Nobody waits for it: the next message may have it."""
    with served(filled_store, slack) as (door, crew):
        filled_store.channel_settings.put("T0POLICY", "C0OFFICE", "spot", "on", "2026-11-24")
        slack.fail_next(POST, retry_after=600)
        door.send(door.message("谈谈数字工匠"))
        slack.wait_for(POST, seconds=PATIENCE)
        crew.listeners.close(PATIENCE)
        left = crew.end(1)
        assert [job.promised for job in left.messages] == [False]
        keep(filled_store, left)
    assert not filled_store.parcels.waiting("9999")
    with served(filled_store, slack) as (door, _):
        again = door.message("再谈谈数字工匠", ts="1763900009.000100", envelope={"event_id": "Ev9"})
        door.send(again)
        slack.wait_for(POST, 2, seconds=PATIENCE)
