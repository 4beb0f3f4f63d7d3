"""A listener that fails after its acknowledgement: Slack has its answer all the same, at once."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from slack_bolt import App

from bot.console.dispatch import Delivery
from bot.console.payloads import Where, slash_command
from bot.console.stand_in import SlackStandIn
from bot.service.acknowledging import keep_ack

if TYPE_CHECKING:
    from slack_bolt import Ack


def test_an_error_after_the_acknowledgement_takes_nothing_back() -> None:
    """What was acknowledged arrives with its words at once, though the listener failed at once."""
    with SlackStandIn() as slack:
        app = App(
            client=slack.client(), signing_secret=slack.signing_secret, token_verification_enabled=False
        )
        app.use(keep_ack)
        failed: list[Exception] = []

        def hear(error: Exception) -> None:
            failed.append(error)

        def fail(ack: Ack) -> None:
            ack("好")
            raise ValueError

        app.error(hear)
        app.command("/policy")(fail)
        where = Where(slack.workspace.person("U1"), slack.workspace.channel("C1"))
        delivery = Delivery(app, slack)
        began = time.monotonic()
        answer = delivery.form(slash_command(where, "/policy", "x", slack.trigger(), slack.response_url()))
        delivery.close()
    assert (answer.status, answer.body) == (200, {"text": "好"})
    assert (
        time.monotonic() - began < 2.5
    )  # Bolt waits three seconds for an acknowledgement that does not come
    assert len(failed) == 1
