"""An answer of several messages goes out whole, in order and once; a share outlives the process that claimed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.components import build_context
from bot.console.stand_in import SlackStandIn
from bot.console.workspace import TEAM
from bot.service.crew import Left
from bot.service.promising import Promises, keep
from bot.wall_clock import now
from handlers.slack_api.message import say
from handlers.slack_api.parcel import Parcel
from handlers.slack_api.runners import HeldBackError, Inline, Runners
from handlers.slack_api.sending import LEASE, Sending
from tests.bot.service.slow import Keeping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.store import Store
    from handlers.slack_api.runners import Failed, Job

POST = "chat.postMessage"
FAR = "2999-01-01T00:00:00+00:00"
WHOLE = say("一").followed_by(say("二"), say("三"))


class Dying:
    """Takes jobs as a process does that is killed before it begins with them."""

    def put(self, lane: str, job: Job, failed: Failed | None = None) -> bool:  # noqa: ARG002 - as Runner has it
        """Take a job."""
        return True


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    """A Slack of one's own."""
    with SlackStandIn() as stand_in:
        yield stand_in


def parcel(claim: str = "") -> Parcel:
    """Return an answer of three messages in a thread."""
    return Parcel("post", WHOLE, TEAM, "C1", "U1", FAR, thread="1.2", claim=claim, done="已分享")


def said(slack: SlackStandIn, place: str = "C1") -> list[str]:
    """Return what stands in a channel, in order."""
    calls = [
        call for call in slack.calls(POST) if isinstance(call.answer.body, dict) and call.answer.body["ok"]
    ]
    return [call.arguments["text"] for call in calls if call.arguments["channel"] == place]


def promises(store: Store, slack: SlackStandIn) -> Promises:
    """Return another process, which looks when every lease is over."""
    later = build_context(store, now).outgoing
    return Promises(store, later, slack.client(), lambda: TEAM, lambda: now() + 2 * LEASE)


def test_a_parcel_of_several_messages_is_read_as_it_was_written() -> None:
    """All that goes on from the first is kept with it."""
    assert Parcel.read(parcel().written()) == parcel()


def test_what_is_held_back_in_the_middle_goes_on_there(filled_store: Store, slack: SlackStandIn) -> None:
    """No part goes out twice."""
    slack.fail_next(POST, retry_after=0, times=2, where={"text": "二"})
    outcomes: list[str] = []
    Inline().put("", Sending(parcel(), slack.client(), now, lambda _, how: outcomes.append(how)))
    assert (said(slack), outcomes) == (["一", "二", "三"], ["done"])
    assert len(slack.calls(POST)) == 5
    assert not filled_store.parcels.waiting("9999")


def test_what_a_process_leaves_in_the_middle_another_ends(filled_store: Store, slack: SlackStandIn) -> None:
    """With the rest alone."""
    slack.fail_next(POST, retry_after=60, where={"text": "二"})
    job = Sending(parcel(), slack.client(), now, lambda *_: None)
    with pytest.raises(HeldBackError):
        job()
    keep(filled_store, Left([job]))
    assert promises(filled_store, slack).run_once() == 1
    assert said(slack) == ["一", "二", "三"]


def test_what_is_refused_in_the_middle_is_unclear(filled_store: Store, slack: SlackStandIn) -> None:
    """The beginning stands there, so the claim on it stays."""
    slack.fail_next(POST, error="is_archived", where={"text": "二"})
    outgoing = build_context(filled_store, now).outgoing
    outgoing.share(slack.client(), parcel("share:x"))
    assert said(slack) == ["一"]
    assert not filled_store.once.claim("share:x", now().isoformat())


def test_a_share_outlives_the_process_that_claimed_it(filled_store: Store, slack: SlackStandIn) -> None:
    """Killed between the claim and the post; another one posts it once, and tells who shared."""
    parts = build_context(filled_store, now, runners=Runners(posts=Dying()))
    parts.outgoing.share(slack.client(), parcel("share:x"))
    assert said(slack) == []
    assert [promises(filled_store, slack).run_once() for _ in range(2)] == [1, 0]
    assert said(slack) == ["一", "二", "三"]
    assert said(slack, "U1") == ["已分享"]
    assert not filled_store.once.claim("share:x", now().isoformat())


def test_a_share_that_was_posted_is_left_to_nobody(filled_store: Store, slack: SlackStandIn) -> None:
    """Whoever sends takes it out of the store first."""
    build_context(filled_store, now).outgoing.share(slack.client(), parcel("share:x"))
    assert promises(filled_store, slack).run_once() == 0
    assert said(slack) == ["一", "二", "三"]


def test_a_share_that_slack_holds_back_outlives_the_process_that_waits(
    filled_store: Store, slack: SlackStandIn
) -> None:
    """A 429 did nothing: killed while it waits, another process posts it once, and tells who shared."""
    kept = Keeping()
    slack.fail_next(POST, retry_after=60)
    build_context(filled_store, now, runners=Runners(posts=kept)).outgoing.share(
        slack.client(), parcel("share:x")
    )
    (job,) = kept.jobs
    with pytest.raises(HeldBackError):
        job()
    assert [promises(filled_store, slack).run_once() for _ in range(2)] == [1, 0]
    assert said(slack) == ["一", "二", "三"]
    assert said(slack, "U1") == ["已分享"]
    job()  # the first one was not dead after all
    assert said(slack) == ["一", "二", "三"]
