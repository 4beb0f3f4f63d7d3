"""A Slack that is slow, or holds back: every search is acknowledged and answered, and nothing is said twice."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from slack_bolt import BoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.service import acknowledging
from bot.service.crew import LISTENERS
from handlers.replies import Replies
from tests.bot.service.slow import PATIENCE, SlowSlack, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.store import Store
    from tests.handlers.door import Door

POST, EPHEMERAL = "chat.postMessage", "chat.postEphemeral"
MENTIONS, SEARCHES = 40, 30


@pytest.fixture
def slack() -> Iterator[SlowSlack]:
    """A Slack of one's own."""
    with SlowSlack() as stand_in:
        yield stand_in


def mention_all(door: Door, channels: int = MENTIONS) -> list[str]:
    """Have forty people mention the bot, and return the time stamps of what they said."""
    asked = [
        door.mention("数字工匠", user=f"U0M{number}", channel=f"C0{number % channels}")
        for number in range(MENTIONS)
    ]
    with ThreadPoolExecutor(MENTIONS) as pool:
        assert {answer.status for answer in pool.map(door.send, asked)} == {200}
    return [payload["event"]["ts"] for payload in asked]


def search_all(door: Door, slack: SlowSlack) -> None:
    """Have thirty people search, and see that each is acknowledged and gets one answer."""
    asked = [{**door.typed(f"高质量发展 {number}"), "user_id": f"U0S{number}"} for number in range(SEARCHES)]
    with ThreadPoolExecutor(SEARCHES) as pool:
        acknowledged = list(pool.map(door.send, asked))
    assert {answer.status for answer in acknowledged} == {200}
    late = [p for p, answer in zip(asked, acknowledged, strict=True) if not answer.body]
    slack.wait_for("response_url", len(late), seconds=PATIENCE)
    assert [len(slack.posts(payload["response_url"])) for payload in late] == [1] * len(late)


def threads(slack: SlowSlack) -> list[str]:
    """Return the threads in which something was posted and taken."""
    calls = [call for call in slack.calls(POST) if call.answer.status == 200]
    return sorted(call.arguments["thread_ts"] for call in calls)


def test_searches_are_answered_while_every_post_waits_for_slack(
    filled_store: Store, slack: SlowSlack
) -> None:
    """Forty mentions are under way and Slack answers no post: thirty searches are answered all the same."""
    slack.slow = frozenset({POST, "auth.test"})
    with served(filled_store, slack) as (door, _):
        said = mention_all(door)
        search_all(door, slack)
        assert not slack.gate.is_set()
        slack.gate.set()
        slack.wait_for(POST, MENTIONS, seconds=PATIENCE)
        assert threads(slack) == sorted(said)


def test_searches_are_answered_while_slack_holds_posts_back(filled_store: Store, slack: SlowSlack) -> None:
    """With Retry-After no thread waits: a process that ends meanwhile keeps all forty answers, and sends none."""
    slack.fail_next(POST, retry_after=600, times=None)
    with served(filled_store, slack) as (door, crew):
        said = mention_all(door)
        search_all(door, slack)
        slack.wait_for(POST, MENTIONS, seconds=PATIENCE)
        crew.listeners.close(PATIENCE)
        left = crew.end(1).messages
    assert sorted(job.parcel.thread for job in left) == sorted(said)
    assert threads(slack) == []


@pytest.mark.parametrize("held", ["C0A", "C0B"])
def test_a_channel_that_slack_holds_back_is_in_nobodys_way(
    filled_store: Store, slack: SlowSlack, held: str
) -> None:
    """The other channel's answers come; its own come later, in the order in which they were asked for."""
    slack.fail_next(POST, retry_after=1, where={"channel": held})
    with served(filled_store, slack) as (door, _):
        asked = [door.mention("数字工匠", channel=place) for place in ("C0A", "C0B") for _ in range(3)]
        for payload in asked:
            door.send(payload)
        slack.wait_for(POST, 7, seconds=PATIENCE)
    done = [call.arguments for call in slack.calls(POST) if call.answer.status == 200]
    for place in ("C0A", "C0B"):
        wanted = [p["event"]["ts"] for p in asked if p["event"]["channel"] == place]
        assert [post["thread_ts"] for post in done if post["channel"] == place] == wanted
    assert {post["channel"] for post in done[:3]} == {"C0A", "C0B"} - {held}


def test_a_request_that_slack_has_given_up_on_is_answered_by_its_response_url(
    filled_store: Store, slack: SlowSlack
) -> None:
    """One that is three seconds old: the acknowledgement says nothing, as nobody would read it."""
    with served(filled_store, slack) as (door, _):
        payload = door.typed("数字工匠")
        body, stamp = urlencode(payload), str(int(time.time()) - 3)
        signature = SignatureVerifier(slack.signing_secret).generate_signature(timestamp=stamp, body=body)
        headers = {
            "content-type": "application/x-www-form-urlencoded",
            "x-slack-request-timestamp": stamp,
            "x-slack-signature": signature or "",
        }
        answer = door.app.dispatch(BoltRequest(body=body, headers=dict(headers)))
        assert (answer.status, answer.body) == (200, "")
        slack.wait_for("response_url", seconds=PATIENCE)
    (told,) = slack.posts(payload["response_url"])
    assert "数字工匠" in told["text"]


def test_a_search_field_whose_answer_is_late_stays_open_and_is_filled(
    filled_store: Store, slack: SlowSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The acknowledgement says that the search goes on; the answer takes its place."""
    look = filled_store.initiatives.get
    monkeypatch.setattr(
        filled_store.initiatives, "get", lambda name: slack.gate.wait(PATIENCE) and look(name)
    )
    with served(filled_store, slack) as (door, _):
        values = {"policy_field": {"policy_words": {"type": "plain_text_input", "value": "数字工匠"}}}
        view = {"type": "modal", "callback_id": "policy_query", "id": "V1", "state": {"values": values}}
        whose = {"team": {"id": "T0POLICY"}, "user": {"id": "U1"}}
        response = door.send({"type": "view_submission", "view": view, **whose})
        said = json.loads(response.body)
        assert (said["response_action"], Replies().looking in json.dumps(said, ensure_ascii=False)) == (
            "update",
            True,
        )
        slack.gate.set()
        (call,) = slack.wait_for("views.update", seconds=PATIENCE)
    assert call.arguments["view_id"] == "V1"
    assert "共提到" in json.dumps(call.arguments["view"], ensure_ascii=False)


def test_a_modal_is_opened_while_posts_and_answers_wait(filled_store: Store, slack: SlowSlack) -> None:
    """Its trigger lives three seconds: it goes before everything else."""
    slack.slow = frozenset({POST, EPHEMERAL, "response_url", "auth.test"})
    with served(filled_store, slack) as (door, _):
        mention_all(door)
        shortcut = door.shortcut({"ts": "1763900001.000200", "text": "谈谈数字工匠"})
        assert door.send(shortcut).status == 200
        slack.wait_for("views.open", seconds=PATIENCE)
        assert not slack.gate.is_set()


def test_a_restricted_setting_that_waits_for_slack_holds_up_no_search(
    filled_store: Store, slack: SlowSlack
) -> None:
    """Twenty people who ask Slack for their rights, and one who searches."""
    slack.slow = frozenset({"users.info"})
    with served(filled_store, slack) as (door, _):
        asked = [{**door.typed("restrict on"), "user_id": f"U0R{number}"} for number in range(20)]
        with ThreadPoolExecutor(20) as pool:
            assert {answer.status for answer in pool.map(door.send, asked)} == {200}
        search_all(door, slack)
        assert not slack.gate.is_set()
        slack.gate.set()
        slack.wait_for("response_url", 20, seconds=PATIENCE)


def test_where_many_wait_for_their_answers_the_next_is_acknowledged_at_once(
    filled_store: Store, slack: SlowSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each that waits keeps a thread by which others come in; all are answered afterwards."""
    monkeypatch.setattr(acknowledging, "COMMAND", PATIENCE)
    monkeypatch.setattr(acknowledging, "LAST", PATIENCE)
    look = filled_store.sections.random
    monkeypatch.setattr(filled_store.sections, "random", lambda rng: slack.gate.wait(PATIENCE) and look(rng))
    asked = [{"text": "quote", "user_id": f"U0Q{number}"} for number in range(acknowledging.WAITING + 1)]
    with served(filled_store, slack) as (door, _):
        payloads = [{**door.typed("quote"), **one} for one in asked]
        with ThreadPoolExecutor(len(payloads)) as pool:
            acks = [pool.submit(door.send, payload) for payload in payloads]
            first = next(as_completed(acks, PATIENCE))
            assert (first.result().status, first.result().body) == (200, "")
            slack.gate.set()
            bodies = [ack.result().body for ack in acks]
        late = [payload for payload, said in zip(payloads, bodies, strict=True) if not said]
        slack.wait_for("response_url", len(late), seconds=PATIENCE)
    assert len(late) == 1


def test_a_token_that_slack_does_not_know_holds_up_no_search(filled_store: Store, slack: SlowSlack) -> None:
    """Who the bot is, is asked beside the requests; whatever comes of it they are answered."""
    slack.fail_next("auth.test", error="invalid_auth", times=None)
    with served(filled_store, slack) as (door, _):
        search_all(door, slack)
        slack.wait_for("auth.test", seconds=PATIENCE)


def test_a_mention_is_acknowledged_while_every_listener_waits_for_the_store(
    filled_store: Store, slack: SlowSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Acknowledgements of events come before any lane and any claim."""
    claim = filled_store.once.claim_each
    monkeypatch.setattr(
        filled_store.once, "claim_each", lambda keys, at: slack.gate.wait(PATIENCE) and claim(keys, at)
    )
    with served(filled_store, slack) as (door, _):
        payloads = [door.mention("数字工匠", user=f"U{number}") for number in range(3 * LISTENERS)]
        assert [door.send(payload).status for payload in payloads] == [200] * len(payloads)
        assert not slack.gate.is_set()
        assert slack.calls(POST) == []
        slack.gate.set()
        slack.wait_for(POST, len(payloads), seconds=PATIENCE)
