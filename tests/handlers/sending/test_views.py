"""A modal opens before its trigger runs out, whatever the answer takes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from handlers.drawing.answers import say
from handlers.replies import Replies
from handlers.sending.views import Filling, opening, results_view

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn

REPLIES = Replies()


def answer(seconds: float = 0) -> dict[str, Any]:
    """Return the modal, after a while."""
    time.sleep(seconds)
    return results_view(say("好"), REPLIES)


def filling(slack: SlackStandIn, patience: float) -> Filling:
    """Return a modal that is about to be opened."""
    client = slack.client()
    return Filling(client, opening(client, slack.trigger()), REPLIES, patience)


def test_an_answer_at_hand_opens_the_modal(slack: SlackStandIn) -> None:
    """One call."""
    filling(slack, 5).show(answer)
    assert [call.method for call in slack.calls()] == ["views.open"]


def test_a_late_answer_fills_the_modal_that_is_open(slack: SlackStandIn) -> None:
    """The trigger is used in time, the content comes when it is there."""
    filling(slack, 0.01).show(lambda: answer(0.2))
    opened, filled = slack.calls()
    assert (opened.method, filled.method) == ("views.open", "views.update")
    assert REPLIES.looking in str(opened.arguments["view"])
    assert filled.arguments["view"] == answer()


def test_an_answer_that_fails_opens_nothing_later(slack: SlackStandIn) -> None:
    """The error goes on, and no empty modal stays behind."""

    def fail() -> dict[str, Any]:
        raise ValueError("cause")

    with pytest.raises(ValueError, match="cause"):
        filling(slack, 0.05).show(fail)
    time.sleep(0.1)
    assert slack.calls() == []
