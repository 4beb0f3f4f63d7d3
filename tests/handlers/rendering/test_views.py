"""A modal opens before its trigger runs out, whatever the answer takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.components import build_context
from handlers.incoming.request import Request
from handlers.listeners.filling import Filling, ToldError
from handlers.rendering.views import results_view
from handlers.replies import Replies
from handlers.slack_api.message import say
from tests.handlers.conftest import NOW

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from db.store import Store

REPLIES = Replies()
ANSWER = say("好")
VIEW = results_view(ANSWER, REPLIES)


@pytest.fixture
def request_(slack: SlackStandIn) -> Request:
    """A shortcut on a message, which tells a way back."""
    return Request("T1", "C1", "U1", slack.trigger(), slack.response_url(), "")


def filling(slack: SlackStandIn, store: Store, request: Request, patience: float) -> Filling:
    """Return a modal that is about to be opened."""
    outgoing = build_context(store, lambda: NOW).outgoing
    return Filling(outgoing, slack.client(), request, REPLIES, patience)


def test_an_answer_at_hand_opens_the_modal(slack: SlackStandIn, store: Store, request_: Request) -> None:
    """One call."""
    with filling(slack, store, request_, 60).arm() as window:
        window.show(VIEW, ANSWER)
    assert [call.method for call in slack.calls()] == ["views.open"]


def test_a_late_answer_fills_the_modal_that_is_open(
    slack: SlackStandIn, store: Store, request_: Request
) -> None:
    """The trigger is used in time, the content comes when it is there."""
    with filling(slack, store, request_, 0.01).arm() as window:
        slack.wait_for("views.open")
        window.show(VIEW, ANSWER)
    opened, filled = slack.calls()
    assert (opened.method, filled.method) == ("views.open", "views.update")
    assert REPLIES.looking in str(opened.arguments["view"])
    assert filled.arguments["view"] == VIEW


def test_an_answer_whose_modal_could_not_be_opened_comes_privately(
    slack: SlackStandIn, store: Store, request_: Request
) -> None:
    """Slack took too long for the trigger: the answer goes to the response_url."""
    slack.fail_next("views.open", error="expired_trigger_id")
    with filling(slack, store, request_, 60).arm() as window:
        window.show(VIEW, ANSWER)
    assert slack.posts(request_.response_url) == [ANSWER.private()]


@pytest.mark.parametrize("early", [True, False])
def test_an_answer_that_fails_is_told_once(
    slack: SlackStandIn, store: Store, request_: Request, *, early: bool
) -> None:
    """In the modal where it stands open; where it does not none is opened for that."""
    window = filling(slack, store, request_, 60 if early else 0.01).arm()
    if not early:
        slack.wait_for("views.open")
    with pytest.raises(ToldError), window:
        raise ValueError("cause")
    calls = [call.method for call in slack.calls()]
    assert calls == (["response_url"] if early else ["views.open", "views.update"])
