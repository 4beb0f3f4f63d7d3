"""Acknowledged in time, answered once, by the first way that is open."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from bot.components import build_context
from handlers.incoming.request import Request
from handlers.slack_api.message import say
from handlers.slack_api.prompt_ack import PromptAck
from handlers.slack_api.replying import Replying
from tests.handlers.conftest import NOW

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from db.store import Store
    from handlers.slack_api.outgoing import Outgoing

MESSAGE = say("好")


@pytest.fixture
def outgoing(store: Store) -> Outgoing:
    """What sends at once, in the test's own thread."""
    return build_context(store, lambda: NOW).outgoing


def asked(slack: SlackStandIn, uses: int = 5) -> Request:
    """Return a request whose response_url can be used so often."""
    url = slack.response_url(uses)
    return Request("T1", "C1", "U1", slack.trigger(), url, "")


def body(ack: PromptAck) -> Any:  # noqa: ANN401 - text or JSON
    """Return what was acknowledged with."""
    assert ack.response is not None
    return ack.response.body


def given(ack: PromptAck | None = None) -> PromptAck:
    """Return an acknowledgement that has been given."""
    ack = ack or PromptAck()
    ack()
    return ack


def test_an_answer_at_hand_travels_in_the_acknowledgement(slack: SlackStandIn, outgoing: Outgoing) -> None:
    """One journey, and the response_url stays unused."""
    ack = PromptAck()
    with Replying(ack, asked(slack), slack.client(), outgoing) as reply:
        reply.send(MESSAGE)
    assert '"response_type": "ephemeral"' in body(ack)
    assert slack.calls() == []


def test_a_late_answer_goes_to_the_response_url(slack: SlackStandIn, outgoing: Outgoing) -> None:
    """The acknowledgement does not wait for it."""
    ack, request = PromptAck(), asked(slack)
    ack.within(0, {})
    with Replying(ack, request, slack.client(), outgoing) as reply:
        assert body(ack) == ""
        reply.send(MESSAGE)
    assert slack.posts(request.response_url) == [MESSAGE.private()]


def test_the_clock_acknowledges_where_nobody_else_does() -> None:
    """With what it was given for that; whoever comes later is told that the acknowledgement is gone."""
    ack, gone = PromptAck(), threading.Event()
    ack.within(0.01, {"text": "稍等"})
    while ack.response is None:
        gone.wait(0.005)
    assert body(ack) == "稍等"
    assert not ack.offer(text="晚了")
    assert body(ack) == "稍等"


def test_a_second_answer_goes_to_the_response_url(slack: SlackStandIn, outgoing: Outgoing) -> None:
    """An acknowledgement carries one."""
    ack, request = PromptAck(), asked(slack)
    with Replying(ack, request, slack.client(), outgoing) as reply:
        reply.send(MESSAGE)
        reply.send(MESSAGE)
    assert len(slack.posts(request.response_url)) == 1


def test_an_answer_that_replaces_never_travels_in_the_acknowledgement(
    slack: SlackStandIn, outgoing: Outgoing
) -> None:
    """It takes the place of the message by its response_url."""
    ack, request = PromptAck(), asked(slack)
    with Replying(ack, request, slack.client(), outgoing) as reply:
        reply.send(MESSAGE, replace=True)
    assert body(ack) == ""
    assert slack.posts(request.response_url)[0]["replace_original"] is True


def test_an_error_leaves_the_request_acknowledged(slack: SlackStandIn, outgoing: Outgoing) -> None:
    """And goes on to whoever tells of errors."""
    ack = PromptAck()
    with (
        pytest.raises(ValueError, match="cause"),
        Replying(ack, asked(slack), slack.client(), outgoing),
    ):
        raise ValueError("cause")
    assert body(ack) == ""


def test_a_used_response_url_gives_way_to_a_direct_message(slack: SlackStandIn, outgoing: Outgoing) -> None:
    """A private answer stays private: it goes to the person, not to the channel."""
    with Replying(given(), asked(slack, uses=0), slack.client(), outgoing) as reply:
        reply.send(MESSAGE)
    (call,) = slack.calls("chat.postMessage")
    assert (call.arguments["channel"], call.arguments["text"]) == ("U1", "好")


def test_blocks_refused_over_the_response_url_go_out_as_text(slack: SlackStandIn, outgoing: Outgoing) -> None:
    """The same words without blocks."""
    request = asked(slack)
    slack.fail_next("response_url", error="invalid_blocks", status=400)
    with Replying(given(), request, slack.client(), outgoing) as reply:
        reply.send(MESSAGE)
    assert slack.posts(request.response_url)[-1] == MESSAGE.plain().private()
    assert slack.calls("chat.postMessage") == []


def test_a_429_over_the_response_url_is_waited_out(slack: SlackStandIn, outgoing: Outgoing) -> None:
    """Slack says how long, and the answer comes once."""
    request = asked(slack)
    slack.fail_next("response_url", retry_after=0, times=2)
    with Replying(given(), request, slack.client(), outgoing) as reply:
        reply.send(MESSAGE)
    assert [call.answer.status for call in slack.calls("response_url")] == [429, 429, 200]
    assert slack.calls("chat.postMessage") == []


def test_an_answer_that_may_have_arrived_is_not_sent_again(slack: SlackStandIn, outgoing: Outgoing) -> None:
    """The connection broke after Slack took it: another try would double it."""
    request = asked(slack)
    slack.fail_next("response_url", reset=True, after=True)
    with Replying(given(), request, slack.client(), outgoing) as reply:
        reply.send(MESSAGE)
    assert len(slack.calls()) == 1


def test_where_no_way_is_open_the_log_is_told(
    slack: SlackStandIn, outgoing: Outgoing, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing more can be done, and nothing is raised."""
    slack.fail_next("chat.postMessage", error="account_inactive")
    with Replying(given(), asked(slack, uses=0), slack.client(), outgoing) as reply:
        reply.send(MESSAGE)
    assert "no way to answer U1: account_inactive" in caplog.text
