"""What was acknowledged and not answered when a process ends is answered by the next one, once."""

from __future__ import annotations

import json
import signal
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING

import pytest

from bot.app import build_app
from bot.components import build_context
from bot.console.workspace import TEAM
from bot.service.lanes import Lanes
from bot.service.promising import Promises, keep
from bot.wall_clock import now
from db.store import Store
from handlers.slack_api.runners import HeldBackError
from tests.bot.service.slow import PATIENCE, SlowSlack, served, settings_for
from tests.bot.service.test_promising import serve
from tests.bot.signed import Client
from tests.handlers.door import Door

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.service.crew import Crew
    from tests.handlers.door import Json

POST, EPHEMERAL, UPDATE = "chat.postMessage", "chat.postEphemeral", "views.update"
BURST = 40


@pytest.fixture
def slack() -> Iterator[SlowSlack]:
    """A Slack of one's own."""
    with SlowSlack() as stand_in:
        yield stand_in


def submitted(words: str) -> Json:
    """Return what a search field sends."""
    values = {"policy_field": {"policy_words": {"type": "plain_text_input", "value": words}}}
    view = {"type": "modal", "callback_id": "policy_query", "id": "V1", "state": {"values": values}}
    return {"type": "view_submission", "view": view, "team": {"id": TEAM}, "user": {"id": "U0FIELD"}}


def looking(store: Store, slack: SlowSlack, crew: Crew) -> Promises:
    """Return what looks for what another process left."""
    outgoing = build_context(store, now, runners=crew.runners()).outgoing
    return Promises(store, outgoing, slack.client(), lambda: TEAM, now, crew.again)


def go_on(library: Path, slack: SlowSlack) -> list[int]:
    """Let two more processes look for what was left; return how much each took in hand, when all is said."""
    with Store(str(library)) as store, served(store, slack) as (_, crew), served(store, slack) as (_, other):
        taken = [
            Promises(
                store,
                build_context(store, now, runners=one.runners()).outgoing,
                slack.client(),
                lambda: TEAM,
                now,
                one.again,
            ).run_once()
            for one in (crew, other)
        ]
        for one in (crew, other):
            one.listeners.close(PATIENCE)
            left = one.end(PATIENCE)
            assert (left.messages, left.requests) == ([], [])
    return taken


@pytest.mark.parametrize("claimed", [False, True])
def test_requests_that_no_listener_came_to_are_answered_by_another_process(
    library: Path, slack: SlowSlack, monkeypatch: pytest.MonkeyPatch, *, claimed: bool
) -> None:
    """Mentions, direct messages, commands and search fields; those too whose listener hangs with its claim taken."""
    with Store(str(library)) as store:
        claim = store.once.claim_each

        def hang(keys: list[str], at: str) -> bool:
            won = claim(keys, at) if claimed else True
            slack.gate.wait(PATIENCE)
            return won

        monkeypatch.setattr(store.once, "claim_each", hang)
        monkeypatch.setattr(store.initiatives, "get", lambda _: slack.gate.wait(PATIENCE))
        with served(store, slack) as (door, crew):
            events = [door.mention("数字工匠", user=f"U{n}", channel=f"C0{n}") for n in range(15)]
            events += [
                door.message("数字工匠", user=f"U0D{n}", channel="D1", channel_type="im") for n in range(5)
            ]
            passing = door.message("谈谈数字工匠", user="U0P")
            command = {**door.typed("数字工匠"), "user_id": "U0C"}
            payloads = [*events, passing, command, submitted("数字工匠")]
            with ThreadPoolExecutor(len(payloads)) as pool:
                assert {one.status for one in pool.map(door.send, payloads)} == {200}
            left = crew.end(0)
            assert len(left.requests) == 22
            keep(store, left, TEAM)
            assert slack.calls(POST) == []
            assert go_on(library, slack) == [22, 0]
            slack.gate.set()
    assert sorted(call.arguments["channel"] for call in slack.calls(POST)) == sorted(
        payload["event"]["channel"] for payload in events
    )
    assert len(slack.posts(command["response_url"])) == 1
    (window,) = slack.calls(UPDATE)
    assert window.arguments["view_id"] == "V1"


def test_a_question_about_a_thread_that_slack_is_slow_to_tell_is_answered_later(
    library: Path, slack: SlowSlack
) -> None:
    """Those under way and those that wait; no claim is in the way, and nothing is said twice."""
    slack.slow = frozenset({"conversations.replies"})
    with Store(str(library)) as store, served(store, slack) as (door, crew):
        for number in range(20):
            place = {"user": f"U0T{number}", "channel": f"C0T{number}"}
            assert door.send(door.mention("出处？", thread_ts="1763900000.000100", **place)).status == 200
        slack.wait_for("conversations.replies", 1, seconds=PATIENCE)
        crew.listeners.close(PATIENCE)
        left = crew.end(0)
        assert (len(left.requests), left.messages) == (20, [])
        keep(store, left, TEAM)
        slack.slow = frozenset()
        assert go_on(library, slack) == [20, 0]
        slack.gate.set()
    channels = [call.arguments["channel"] for call in slack.calls(POST)]
    assert sorted(channels) == sorted(f"C0T{number}" for number in range(20))


def test_a_set_up_whose_person_slack_is_slow_to_tell_is_told(library: Path, slack: SlowSlack) -> None:
    """Whether or not it was saved, it is done by the next process, and who asked hears of it once."""
    slack.slow = frozenset({"users.info"})
    with Store(str(library)) as store, served(store, slack) as (door, crew):
        payload = door.typed("daily 09:00")
        assert door.send(payload).status == 200
        slack.wait_for("users.info", seconds=PATIENCE)
        crew.listeners.close(PATIENCE)
        keep(store, crew.end(0), TEAM)
        slack.slow = frozenset()
        assert go_on(library, slack) == [1, 0]
        slack.gate.set()
    (told,) = slack.posts(payload["response_url"])
    assert "09:00" in told["text"]


def test_what_is_said_or_held_back_after_the_last_job_was_begun_is_collected() -> None:
    """Not lost: a job that comes later, and one under way that Slack puts off."""
    lanes, begun, gate = Lanes("test", 1), Event(), Event()

    def job() -> None:
        begun.set()
        gate.wait(PATIENCE)
        raise HeldBackError(60)

    def later() -> None:
        raise AssertionError("nothing is begun after the end")

    lanes.put("a", job)
    assert begun.wait(PATIENCE)
    lanes.stop(0)
    assert lanes.put("b", later)
    assert lanes.put("a", later)
    gate.set()
    assert lanes.close(0, PATIENCE) == ([job, later, later], [])
    assert not lanes.put("b", later)


def test_a_burst_at_sigterm_is_answered_by_this_process_or_the_next(library: Path, slack: SlowSlack) -> None:
    """Each of forty mentions once, though Slack answers no post while the process ends."""
    slack.slow = frozenset({POST})
    with Store(str(library)) as store:
        door = Door(build_app(settings_for(slack), store, now, one_thread=True), slack)
    payloads = [door.mention("数字工匠", user=f"U{n}", channel=f"C{n % 4}") for n in range(BURST)]
    made, port = serve(library, slack)
    with ThreadPoolExecutor(8) as pool:
        bodies = [json.dumps(payload).encode() for payload in payloads]
        send = Client(port).signed
        assert set(pool.map(lambda body: send(body, kind="application/json"), bodies)) == {200}
    made.send_signal(signal.SIGTERM)
    _, told = made.communicate(timeout=PATIENCE)
    assert made.returncode == 0, told
    slack.gate.set()
    made, _ = serve(library, slack)
    slack.wait_for(POST, BURST, seconds=PATIENCE)
    made.send_signal(signal.SIGTERM)
    made.communicate(timeout=PATIENCE)
    posted = [call.arguments["thread_ts"] for call in slack.calls(POST)]
    assert sorted(posted) == sorted(payload["event"]["ts"] for payload in payloads)
