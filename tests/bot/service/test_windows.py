"""Windows: opened while their trigger lives, filled after the acknowledgement, and told of where they cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.components import build_context
from bot.service.crew import CALLS
from bot.wall_clock import now
from handlers.incoming.request import Request
from handlers.listeners.filling import Filling, Submitted
from handlers.rendering.views import query_view
from handlers.replies import Replies
from handlers.slack_api.message import say
from handlers.slack_api.modals import SETTLING
from handlers.slack_api.prompt_ack import PromptAck
from handlers.slack_api.runners import HeldBackError, Runners
from tests.bot.service.slow import PATIENCE, Full, Keeping, SlowSlack, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.store import Store

POST = "chat.postMessage"


@pytest.fixture
def slack() -> Iterator[SlowSlack]:
    """A Slack of one's own."""
    with SlowSlack() as stand_in:
        yield stand_in


@pytest.mark.parametrize("others", [[f"U0R{number}" for number in range(CALLS)], ["U0ME"]])
def test_the_daily_window_is_opened_whoever_waits_for_slack(
    filled_store: Store, slack: SlowSlack, others: list[str]
) -> None:
    """Every thread that asks Slack waits, or the same person's set-up does; what asks nothing of Slack is answered."""
    slack.slow = frozenset({"users.info"})
    with served(filled_store, slack) as (door, _):
        for user in others:
            door.send({**door.typed("daily 09:00"), "user_id": user, "channel_id": f"C0{user[2:]}"})
        slack.wait_for("users.info", 1, seconds=PATIENCE)
        assert door.send({**door.typed("daily"), "user_id": "U0ME"}).status == 200
        slack.wait_for("views.open", seconds=PATIENCE)
        status = {**door.typed("daily status"), "user_id": "U0ELSE"}
        if not door.send(status).body:
            slack.wait_for("response_url", seconds=PATIENCE)
        thread = door.mention("出处？", user="U0T", thread_ts="1763900000.000100")
        door.send(thread)
        slack.wait_for(POST, seconds=PATIENCE)
        assert not slack.gate.is_set()
        slack.gate.set()
        slack.wait_for("views.update", seconds=PATIENCE)


def test_a_window_is_filled_a_moment_after_the_acknowledgement_that_changes_it(
    filled_store: Store, slack: SlowSlack
) -> None:
    """Slack may hear of the two in either order where they leave at once."""
    kept = Keeping()
    outgoing = build_context(filled_store, now, runners=Runners(answers=kept)).outgoing
    ack = PromptAck()
    ack()
    with Submitted(ack, {"id": "V1"}, slack.client(), outgoing, Replies()) as window:
        window.show(query_view(Replies()))
    (job,) = kept.jobs
    with pytest.raises(HeldBackError) as held:
        job()
    assert (held.value.seconds, slack.calls("views.update")) == (SETTLING, [])
    job()
    assert len(slack.calls("views.update")) == 1


def test_who_asks_for_a_window_that_there_is_no_room_for_is_told(
    filled_store: Store, slack: SlowSlack, caplog: pytest.LogCaptureFixture
) -> None:
    """By the answer itself, and the log."""
    outgoing = build_context(filled_store, now, runners=Runners(opens=Full())).outgoing
    request = Request.of({"trigger_id": "1.2", "response_url": slack.response_url(), "user_id": "U1"})
    with Filling(outgoing, slack.client(), request, Replies()) as filling:
        filling.show(query_view(Replies()), say("答"))
    (told,) = slack.calls("response_url")
    assert told.arguments["text"] == "答"
    assert "too many windows" in caplog.text
